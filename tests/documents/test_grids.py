"""Tables inside a text: flattened, with pipes, torn by vertical labels, cut off."""

import re

from example_forms import flattened, lines, piped
from hypothesis import given
from hypothesis import strategies as st

from publish.documents import grids
from publish.documents.printed import Line

TITLE = re.compile("^培训表$")
WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=1, max_size=6)


def texts(found: tuple[grids.GridRow, ...]) -> list[list[str]]:
    """The clean texts of rows."""
    return [list(row.texts()) for row in found]


def test_a_line_is_a_cell_and_a_blank_line_ends_the_row() -> None:
    """A line without a tab goes on with its cell; every cell knows the lines it is made of."""
    (row,) = grids.rows(lines("\t项目\n名称\n\t 培训 \n\t\n\n"))
    assert row.locator == "L1"
    assert row.texts() == ("项目名称", "培训", "")
    assert [cell.pieces for cell in row.cells] == [
        (Line("L1", "项目"), Line("L2", "名称")),
        (Line("L3", "培训"),),
        (),
    ]
    assert row.lines() == (Line("L1", "项目"), Line("L2", "名称"), Line("L3", "培训"))


def test_a_paragraph_behind_a_blank_line_is_no_cell() -> None:
    """It may belong to the cell above or stand between two tables: it is put into neither."""
    found = grids.rows(lines("\t目标\n\t加强宣传。\n\n开展培训。\n\t已完成\n\n\t指标"))
    assert texts(found) == [["目标", "加强宣传。"], ["已完成"], ["指标"]]


def test_printed_words_keep_their_paragraphs() -> None:
    """A label of several lines is one word; behind the end of a sentence a new line begins."""
    (row,) = grids.rows(lines("\t社会\n效益\n\t1. 加强宣传；\n2. 开展 培训。"))
    assert [cell.printed for cell in row.cells] == ["社会效益", "1.加强宣传；\n2.开展培训。"]


def test_pipes_part_cells() -> None:
    r"""The line of dashes is no row, `\|` is a letter, `<br>` parts lines of a cell."""
    found = grids.rows(lines("| 项<br>目 | 名称 |\n|:--|---:|\n| 甲\\|乙 | |\n"))
    assert texts(found) == [["项目", "名称"], ["甲\\|乙", ""]]


def test_a_line_is_a_cell_or_none() -> None:
    """Cells begin with a tab, or are parted by pipes."""
    found = [grids.is_cell(line) for line in lines("\t甲\n| 甲 | 乙 |\n甲|乙\n|甲\n\n甲\t乙")]
    assert found == [True, True, False, False, False, False]


def test_a_vertical_label_at_the_end_of_a_row_tears_it() -> None:
    """The letters run downwards and bring a blank line of their own."""
    torn = "\t\n\t项\n目\n\n\t数量\n\t4次\n\n\t说明\n\n\t甲"
    assert texts(grids.mended(grids.rows(lines(torn)))) == [
        ["", "项目", "数量", "4次"],
        ["说明"],
        ["甲"],
    ]


def test_rows_torn_behind_their_labels_are_joined() -> None:
    """One or two labels stand alone in front of the other cells of their row."""
    torn = "\t\n\t产出\n\n\t数量\n\n\t培训\n\t4次\n\n\t\n\t\n\t质量\n\t会议\n\t2次"
    assert texts(grids.fitted(grids.rows(lines(torn)), 5, 3)) == [
        ["", "产出", "数量", "培训", "4次"],
        ["", "", "质量", "会议", "2次"],
    ]


def test_short_rows_of_other_cells_stay_apart() -> None:
    """Two rows that lost cells are not taken for one, though they fit the width together."""
    found = grids.rows(lines("\t\n\t\n\t培训\n\n\t会议\n\t2次\n\n\t\n\t\n\n\t甲"))
    assert texts(grids.fitted(found, 5, 2)) == [["", "", "培训"], ["会议", "2次"], ["", ""], ["甲"]]


def test_a_block_reaches_from_its_title_to_the_next_paragraph() -> None:
    """Captions may stand below the title; a paragraph or another title ends the table."""
    before, after = "前言。\n\t培训表\n\n(2020年度)\n单位：万元", "后记。\n\n\t丙\n培训表\n\t丁"
    found = grids.blocks(lines(f"{before}\n\t甲\n\n\t乙\n\n{after}"), TITLE)
    assert [[line.locator for line in block] for block in found] == [
        ["L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9"],
        ["L13", "L14"],
    ]


def test_a_title_without_a_table_opens_none() -> None:
    """A title in a list of annexes, before a heading or at the end of a document is no table."""
    listed = "培训表\n其他材料。\n培训表\n二、机构设置\n\t甲"
    far = "培训表\n1\n2\n3\n4\n5\n6\n7\n\t甲\n培训表"
    assert grids.blocks(lines(f"{listed}\n{far}"), TITLE) == ()


def test_a_table_with_pipes_is_a_block() -> None:
    """Its title may stand in a row of its own."""
    text = "| 培训表 | |\n| 甲 | 乙 |\n\n结束。"
    (block,) = grids.blocks(lines(text), TITLE)
    assert [line.locator for line in block] == ["L1", "L2", "L3"]


def test_a_paragraph_between_cells_does_not_end_the_block() -> None:
    """Where a cell follows it at once, the table goes on: nothing behind it is lost."""
    (block,) = grids.blocks(lines("培训表\n\t甲\n\n乙。\n\t丙\n\n结束。"), TITLE)
    assert [line.locator for line in block] == ["L1", "L2", "L3", "L4", "L5", "L6"]


@given(st.lists(st.lists(st.one_of(WORDS, st.just("")), min_size=2, max_size=5), min_size=1))
def test_any_table_survives_flattening(table: list[list[str]]) -> None:
    """Cells and rows are the same behind either way of writing them."""
    table = [[cells[0] or "甲", *cells[1:]] for cells in table]
    title, caption, *flat = flattened("培训表", table).split("\n")
    assert (title, caption) == ("\t培训表", "(2020年度)")
    assert texts(grids.rows(lines("\n".join(flat)))) == table
    assert texts(grids.rows(lines(piped("培训表", table)))) == table


@given(st.text(alphabet="\t\n |甲\\-<br>。培训表"))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    """Any text before a cell is a table of rows, and every word of a cell stands in its line."""
    document = lines(f"{text}\n\t甲\n\t\n")
    places = {line.locator: line.text for line in document}
    rows = grids.rows(document)
    assert "|" in text or "甲" in [piece.text for piece in rows[-1].lines()]
    for row in rows:
        assert all(piece.text in places[piece.locator] for piece in row.lines())
    for block in grids.blocks(document, TITLE):
        assert TITLE.search(block[0].text.strip("\t |"))
