"""The page of the document."""

from pathlib import Path

from example_edition import edition

from publish.pages import source_page


def test_headings_divide_the_document_and_every_line_is_there(tmp_path: Path) -> None:
    """Headings of the outline have their depth; the lines between them follow in order."""
    values = source_page.source_page(edition(tmp_path))
    found = [
        (part.mark, part.heading and part.heading.anchor, [line.anchor for line in part.lines])
        for part in values["stretches"]
    ]
    assert found == [
        ("", None, []),
        ("##", "L1", []),
        ("###", "L2", ["L3", "L4", "L5", "L6", "L7", "L8", "L10"]),
    ]
    assert (values["line_count"], values["has_leftovers"]) == (10, False)
