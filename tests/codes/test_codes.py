"""Codes by the path of names, with their evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish import codes


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("一般公共服务",), "201"),
        (("教育支出", "普通教育"), "20502"),
        (("一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行"), "2010301"),
        (("一般公共服务（类）", "人大事务（款）", "行政运行（项）"), "2010101"),
        (("社会保障和就业", "行政事业单位离退休", "机关事业单位基本养老保险缴费支出"), "2080505"),
        (("住房保障支出", "住房保障支出", "住房公积金"), "2210201"),
        (("灾害防治及应急管理支出", "应急管理事务", "其他应急管理支出"), "2240199"),
    ],
    ids=["class", "group", "brackets", "marks", "former name", "group one level up", "other"],
)
def test_functional_codes(names: tuple[str, ...], code: str) -> None:
    """A code is found by the path of names; old and misplaced group names do not hinder."""
    account = codes.functional(2020, *names)
    assert account is not None
    assert (account.code, account.evidence) in {
        (code, evidence) for evidence in ("two-sources", "one-source")
    }


@pytest.mark.parametrize(
    "names",
    [
        ("某某支出",),
        ("教育支出", "某某教育"),
        ("教育支出", "普通教育", "某某教育"),
        ("一般公共服务支出", "某某事务", "行政运行"),
        ("", "", ""),
    ],
)
def test_what_is_not_certain_has_no_code(names: tuple[str, ...]) -> None:
    """An unknown name, and an item that many groups have, gives none."""
    assert codes.functional(2020, *names) is None


def test_a_list_has_its_years() -> None:
    """An account is in force in the years of its evidence only."""
    assert codes.functional(2018, "灾害防治及应急管理支出") is None
    assert codes.functional(2019, "灾害防治及应急管理支出") is not None


@pytest.mark.parametrize(
    ("block", "name", "code"),
    [
        ("personnel", "基本工资", "30101"),
        ("personnel", "其他对个人和家庭的补助支出", "30399"),
        ("public", "因公出国（境）费用", "30212"),
        ("public", "其他交通费", "30239"),
        ("public", "基本工资", None),
        ("personnel", "某某费", None),
    ],
)
def test_economic_codes(block: str, name: str, code: str | None) -> None:
    """An economic account is found by its name within its block."""
    account = codes.economic(2020, block, name)
    assert (account.code if account else None) == code


def test_a_path_leads_down_to_the_account() -> None:
    """The accounts above stand in front, the class first."""
    found = codes.path(codes.FUNCTIONAL, 2020, "2050202")
    assert [account.name for account in found] == ["教育支出", "普通教育", "小学教育"]
    assert codes.path(codes.FUNCTIONAL, 2020, "") == ()


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("教育支出（类）", "教育"),
        ("教育（205类）支出", "教育"),
        ("“两房”建设", "两房建设"),
        ("其他交通费用", "其他交通费"),
        ("工会经费", "工会费"),
        (" 维修（护）费 ", "维修(护)费"),
    ],
)
def test_names_are_compared_plain(name: str, plain: str) -> None:
    """Marks, quotes, blanks and 支出 at the end do not count."""
    assert codes.plain(name) == plain


@pytest.mark.parametrize("classification", [codes.FUNCTIONAL, codes.ECONOMIC])
@pytest.mark.parametrize("year", [2018, 2020, 2024])
def test_the_lists_are_whole(classification: str, year: int) -> None:
    """In each year a code has one name, its account above, and evidence where it is published."""
    in_force = [account for account in codes.accounts(classification) if account.in_force(year)]
    known = {account.code for account in in_force}
    assert len(known) == len(in_force)
    above = {account.code[:-2] for account in in_force if account.level != "class"}
    assert above == {account.parent for account in in_force if account.parent}
    assert above - known == set()
    published = codes.of_year(classification, year).values()
    assert {account.evidence for account in published} == {"two-sources", "one-source"}


@given(st.integers(2015, 2025), st.text(max_size=6), st.text(max_size=6), st.text(max_size=6))
def test_any_names_have_a_code_or_none(year: int, one: str, two: str, three: str) -> None:
    """No name breaks the search, and what is found is in the list of the year."""
    account = codes.functional(year, one, two, three)
    assert account is None or account == codes.of_year(codes.FUNCTIONAL, year)[account.code]
