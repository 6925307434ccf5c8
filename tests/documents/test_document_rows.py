"""The document as rows of the package, and back."""

from hypothesis import given
from hypothesis import strategies as st

from publish.documents import document_rows
from publish.documents.blocks import Cell, Document, Paragraph, Table

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Paragraphs, and tables whose cells reach over rows and columns."""
    blocks: list[Paragraph | Table] = []
    for number, is_table in enumerate(draw(st.lists(st.booleans(), max_size=8)), start=1):
        if not is_table:
            blocks.append(Paragraph(f"L{number}", draw(WORDS)))
            continue
        sizes = draw(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), min_size=1))
        cells = [
            Cell(f"T{number}R{row + 1}C{row + 1}", draw(WORDS), row, row, rows, columns)
            for row, (rows, columns) in enumerate(sizes)
        ]
        blocks.append(Table(f"T{number}", tuple(cells)))
    return Document("text", tuple(blocks))


@given(documents())
def test_a_document_is_the_same_again(document: Document) -> None:
    """Every paragraph and every cell with its place, its text and its size."""
    rows = document_rows.rows(document, {})
    again = document_rows.document(tuple(map(dict, rows)), "text")
    assert again == document


def test_lines_say_what_they_are() -> None:
    """A heading and a caption are lines that are more than that; an empty text is none."""
    document = Document("text", (Paragraph("L1", "一、收入"), Paragraph("L2", "")))
    rows = document_rows.rows(document, {"L1": "heading"})
    assert [(row["locator"], row["kind"], row["text"]) for row in rows] == [
        ("L1", "heading", "一、收入"),
        ("L2", "line", None),
    ]
