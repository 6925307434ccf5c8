"""The names under which originals lie on the website."""

import pytest

from publish.downloads import safe_names


@pytest.mark.parametrize(
    "name", ["accounts.txt", "决算.DOCX", "a b.pdf", "a.csv", "scan.ofd", "archive.zip"]
)
def test_what_no_browser_runs_keeps_its_name(name: str) -> None:
    """A file that a browser shows as text, gives to another program or saves lies as it is."""
    assert safe_names.name(name, b"2020") == name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("accounts.html", "accounts-html.txt"),
        ("决算.HTM", "决算-HTM.txt"),
        ("a.b.xhtml", "a-b-xhtml.txt"),
        ("chart.svg", "chart-svg.txt"),
        ("a.xml", "a-xml.txt"),
        ("a.mht", "a-mht.txt"),
        ("accounts.md", "accounts-md.txt"),
        ("accounts.php", "accounts-php.txt"),
        ("accounts", "accounts.txt"),
        ("a.html.", "a-html-.txt"),
    ],
)
def test_what_a_browser_or_a_server_may_run_becomes_a_text(name: str, safe: str) -> None:
    """One ending alone is left, so that no server sees a second one."""
    assert safe_names.name(name, b"2020") == safe


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_markup_under_an_ending_that_browsers_do_not_know_becomes_a_text(mark: bytes) -> None:
    """A browser that does not know an ending looks at the first bytes."""
    assert safe_names.name("scan.ofd", mark + b"<script>") == "scan-ofd.txt"
    assert safe_names.name("scan.txt", mark + b"<script>") == "scan.txt"
