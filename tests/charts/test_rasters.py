"""PNG files packed again."""

import struct
import zlib

from hypothesis import given
from hypothesis import strategies as st

from publish.charts import rasters


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return a chunk of a PNG file."""
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


@given(st.binary(max_size=3000), st.integers(1, 5))
def test_the_pixels_stay_and_the_rest_as_it_was(pixels: bytes, pieces: int) -> None:
    """However the pixels were cut and packed, they come out in one chunk, before the end."""
    loose = zlib.compress(pixels, 0)
    cut = [loose[at::pieces] for at in range(pieces)] if pieces == 1 else [loose[:7], loose[7:]]
    head, end = chunk(b"IHDR", b"head"), chunk(b"IEND", b"")
    made = rasters.SIGNATURE + head + b"".join(chunk(b"IDAT", part) for part in cut) + end
    packed = rasters.packed(made)
    expected = head + chunk(b"IDAT", zlib.compress(pixels, rasters.LEVEL)) + end
    assert packed == rasters.SIGNATURE + expected
