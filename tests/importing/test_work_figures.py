"""Figures of the report on the year's work."""

from decimal import Decimal

from example_amounts import Printed, numbers
from example_forms import lines, stated
from hypothesis import given
from hypothesis import strategies as st

from publish.documents.outline import Heading, Section
from publish.importing import work_figures


def read(text: str) -> list[tuple[object, ...]]:
    """Topic, clause, value, unit and whether it is about, of the figures of a section."""
    title, *body = lines("（二）2020年重点工作完成情况。\n" + text)
    heading = Heading(title, "subsection", "（二）", "2020年重点工作完成情况", "work")
    section = Section("work", (heading,), tuple(body), (title, *body))
    names = ("topic", "text", "value", "unit", "approximate")
    return [
        tuple(stated(draft).get(name) for name in names) for draft in work_figures.read(section)
    ]


def test_each_figure_has_its_clause() -> None:
    """The first sentence is the topic; a clause reaches from mark to mark of punctuation."""
    text = "1.加强巡查。全年检查企业432家次，发现隐患1,894条，整改率95.5%；罚款23.28万元。"
    assert read(text) == [
        ("加强巡查", "全年检查企业432家次", 432, "家次", "false"),
        ("加强巡查", "发现隐患1,894条", 1894, "条", "false"),
        ("加强巡查", "整改率95.5%", Decimal("95.5"), "%", "false"),
        ("加强巡查", "罚款23.28万元", Decimal("23.28"), "万元", "false"),
    ]


def test_a_rate_keeps_its_whole_unit() -> None:
    """3元/平方米 is not 3 元."""
    text = "做好保障。补贴标准3元/平方米，争取资金300千元，投入1.2亿元。"
    assert [found[2:4] for found in read(text)] == [
        (3, "元/平方米"),
        (300, "千元"),
        (Decimal("1.2"), "亿元"),
    ]


def test_several_figures_of_one_clause() -> None:
    """A clause with a list is said of each of its figures."""
    text = "做好保障。调拨帐篷810顶、棉被3460床。"
    clause = "调拨帐篷810顶、棉被3460床"
    assert read(text) == [
        ("做好保障", clause, 810, "顶", "false"),
        ("做好保障", clause, 3460, "床", "false"),
    ]


def test_about_is_kept() -> None:
    """余, 多, 约 and 近 make a number approximate; 最近 does not."""
    text = "一、巡查。排查600余项，接听近200次，培训约30人，撰写3500多篇，最近3次"
    assert [found[2:] for found in read(text)] == [
        (600, "项", "true"),
        (200, "次", "true"),
        (30, "人", "true"),
        (3500, "篇", "true"),
        (3, "次", "false"),
    ]


def test_dates_and_names_state_no_figures() -> None:
    """A year, a day, a number in a title or in quotation marks is no figure."""
    text = "探索“135+6”模式，印发《30万吨煤矿方案（2020—2022年）》，2020年12月31日完成。"
    assert read(text) == []


def test_a_paragraph_without_a_topic_has_that_of_the_section() -> None:
    """A first sentence that is long or holds a figure is no topic."""
    assert [found[0] for found in read("全年检查企业432家次。")] == ["2020年重点工作完成情况"]


CLAUSES = st.tuples(
    st.sampled_from(["检查企业", "发现隐患", "培训人员", "投入资金", "共计"]),
    numbers(),
    st.sampled_from(["家次", "条", "人", "万元", "%", "元/平方米", "万吨/年"]),
)


@given(st.lists(CLAUSES, min_size=1, max_size=6), st.sampled_from("，；。"))
def test_generated_clauses_are_read_back(
    clauses: list[tuple[str, Printed, str]], between: str
) -> None:
    """Each figure has its clause and its own unit, whatever parts the clauses."""
    told = [f"{words}{number.text}{unit}" for words, number, unit in clauses]
    assert read(f"加强巡查。{between.join(told)}。") == [
        ("加强巡查", clause, number.value, unit, "false")
        for clause, (_words, number, unit) in zip(told, clauses, strict=True)
    ]
