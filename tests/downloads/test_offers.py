"""What pages offer to download."""

import hashlib

from publish.downloads import offers


def test_sizes_are_written_for_readers() -> None:
    """Bytes below a kilobyte, one decimal above."""
    assert [offers.size(count) for count in (0, 1023, 1024, 1536, 5 * 1024**2, 3 * 1024**3)] == [
        "0 B",
        "1023 B",
        "1.0 KB",
        "1.5 KB",
        "5.0 MB",
        "3.0 GB",
    ]


def test_an_offer_has_what_a_careful_reader_checks() -> None:
    """Address, size and checksum are those of the bytes."""
    found = offers.offer("CSV", "data/收入.csv", b"abc")
    assert (found.kind, found.size) == ("CSV", "3 B")
    assert found.href == "data/%E6%94%B6%E5%85%A5.csv"
    assert found.sha256 == hashlib.sha256(b"abc").hexdigest()
