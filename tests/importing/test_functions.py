"""Functional accounts by their paths of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish import codes
from publish.documents.passages import clean, squeezed
from publish.documents.printed import Line
from publish.importing import functions

FUND = "general_public_budget"


def found(text: str, above: tuple[str, ...] = ()) -> list[tuple[object, ...]]:
    """Return level, code and printed label of the accounts of a text."""
    drafts = functions.subjects(clean(Line("L1", text)), 2020, FUND, above)
    return [
        (draft.values["level"], draft.values["code"], draft.values["label"]) for draft in drafts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1.一般公共服务（类）组织事务（款）其他组织事务支出（项）: 支出决算为4.11万元",
            ("item", "2013299", "一般公共服务（类）组织事务（款）其他组织事务支出（项）"),
        ),
        (
            "教育支出（205类）普通教育（02款）高中教育（04项）1万元",
            ("item", "2050204", "教育支出（205类）普通教育（02款）高中教育（04项）"),
        ),
        (
            "“教育支出（类）普通教育（款）高中教育（项）”科目1万元",
            ("item", "2050204", "教育支出（类）普通教育（款）高中教育（项）"),
        ),
        (
            "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）",
            (
                *("item", "2010301"),
                "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）",
            ),
        ),
        ("教育支出（类）普通教育（款）1万元", ("group", "20502", "教育支出（类）普通教育（款）")),
        ("主要用于教育（类）支出1万元", ("class", "205", "教育（类）支出")),
        ("某某支出（类）某某事务（款）1万元", ("group", None, "某某支出（类）某某事务（款）")),
    ],
)
def test_paths(text: str, expected: tuple[object, ...]) -> None:
    """A path of names with 类 款 项, codes or not, gives level, code and the label as printed."""
    assert found(text) == [expected]


def test_paths_below_a_line_of_the_class() -> None:
    """What a path leaves out is that of the line above."""
    assert found("普通教育（款）小学教育（项）1万元", ("教育支出", "")) == [
        ("item", "2050202", "普通教育（款）小学教育（项）")
    ]
    assert found("小学教育（项）1万元", ("教育支出", "普通教育")) == [
        ("item", "2050202", "小学教育（项）")
    ]


@pytest.mark.parametrize(
    "text", ["城乡社区支出（类）未完成年初预期", "教育支出1万元", "（一）支出情况", ""]
)
def test_what_is_no_line_of_an_account(text: str) -> None:
    """A class is the subject only where its figures follow; without marks there is no path."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("教育支出（类）", "205"),
        ("教育（类）支出", "205"),
        ("1.卫生健康支出", "210"),
        ("其中：科学技术支出", "206"),
    ],
)
def test_labels_of_classes(label: str, code: str) -> None:
    """The label of a class is known with its mark or without."""
    draft = functions.class_draft(squeezed(label), 2020, FUND, label)
    assert draft is not None
    assert (draft.values["code"], draft.values["level"]) == (code, "class")


@pytest.mark.parametrize("label", ["基本支出", "某某支出", "", "支出"])
def test_labels_of_no_class(label: str) -> None:
    """A label that is no class of the year is none."""
    assert functions.class_draft(label, 2020, FUND, label) is None


def test_an_unknown_class_with_its_mark_has_no_code() -> None:
    """A marked class that the list does not have keeps its printed name and no code."""
    draft = functions.class_draft("某某(类)支出", 2020, FUND, "某某（类）支出")
    assert draft is not None
    assert (draft.values["code"], draft.values["class_name"]) == (None, "某某")


ITEMS = sorted(
    account.code
    for account in codes.of_year(codes.FUNCTIONAL, 2020).values()
    if account.level == "item"
    and len(codes.path(codes.FUNCTIONAL, 2020, account.code)) == len(functions.MARKS)
)


@given(
    code=st.sampled_from(ITEMS),
    is_numbered=st.booleans(),
    mark=st.sampled_from(["", "1.", "（一）", "其中：", "12、"]),
)
def test_the_path_of_every_item_gives_its_code(code: str, *, is_numbered: bool, mark: str) -> None:
    """Every item of the list is found by its own path, with and without numbers in the marks."""
    path = codes.path(codes.FUNCTIONAL, 2020, code)
    numbers = (code[:3], code[3:5], code[5:]) if is_numbered else ("", "", "")
    text = mark + "".join(
        f"{account.name}（{number}{level}）"
        for account, number, level in zip(path, numbers, functions.MARKS, strict=True)
    )
    names = [account.name for account in path]
    same = [
        other
        for other in ITEMS
        if [account.name for account in codes.path(codes.FUNCTIONAL, 2020, other)] == names
    ]
    assert [found_code for _level, found_code, _label in found(f"{text}：支出决算为1万元。")] == [
        code if len(same) == 1 else None
    ]
