"""The divisions of China: the list is whole, and a name leads to one of its rows or to none."""

import itertools
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.codes import divisions
from publish.codes.divisions import Division

KNOWN = [found for found in divisions.divisions() if found.evidence != divisions.UNVERIFIED]
OFFICES = ["财政局", "应急管理局", "市场监督管理局", "人民政府办公室", ""]


def years(division: Division) -> st.SearchStrategy[int]:
    """Years in which lists have a division."""
    return st.integers(max(division.first_year, 2008), min(division.last_year, 2030))


@st.composite
def named(draw: st.DrawFn) -> tuple[Division, int, str]:
    """Draw a division, a year that has it, and an office."""
    division = draw(st.sampled_from(KNOWN))
    return division, draw(years(division)), draw(st.sampled_from(OFFICES))


def above(division: Division, year: int) -> list[Division]:
    """The divisions that a division lies in, the province first."""
    found = [other for other in KNOWN if other.above(division.code)]
    return [other for other in found if other.first_year <= year <= other.last_year]


def rivals(division: Division, year: int) -> set[str]:
    """The codes of other divisions that have the name in the same province: 县改区, 升为地级."""
    return {
        other.code
        for other in divisions.divisions()
        if (other.name, other.code[:2]) == (division.name, division.code[:2])
        if other.near(year) and other.code != division.code
    }


def _said(name: str, year: int) -> tuple[str, str] | None:
    found = divisions.place(name, year)
    return (found.division.code, found.rest) if found and not found.ambiguous else None


@given(named())
def test_a_path_of_names_leads_to_its_row(case: tuple[Division, int, str]) -> None:
    """Province, prefecture and county, whatever follows."""
    division, year, office = case
    path = "".join(found.name for found in (*above(division, year), division))
    said = None if rivals(division, year) else (division.code, office)
    assert _said(path + office, year) in {said, (division.code, office)}


@given(named())
def test_the_full_name_leads_to_its_row(case: tuple[Division, int, str]) -> None:
    """What is published as the name of a region has no other meaning."""
    division, year, office = case
    name = divisions.full_name(division, year)
    if rivals(division, year):
        assert _said(name + office, year) in {None, (division.code, office)}
    else:
        assert _said(name + office, year) == (division.code, office)


@given(named())
def test_a_name_alone_never_leads_to_another_row(case: tuple[Division, int, str]) -> None:
    """A name of two places in China leads to none of them."""
    division, year, office = case
    found = divisions.place(division.name + office, year)
    bearers = {
        other.code
        for other in divisions.divisions()
        if other.name == division.name and other.near(year)
    }
    assert found is None or ({found.division.code} == bearers == {division.code})


PIECES = [
    "四川省",
    "攀枝花市",
    "东区",
    "米易县",
    "朝阳区",
    "新疆",
    "凉山州",
    "市",
    "区",
    "某",
    "局",
    "场",
]


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_any_name_has_a_place_that_it_begins_with(name: str) -> None:
    """No name breaks the search; what is found ends with a name of the place or its parent."""
    found = divisions.place(name, 2020)
    if found is None:
        return
    said = name.removesuffix(found.rest)
    assert name == said + found.rest
    short = {"新疆维吾尔自治区": "新疆", "凉山彝族自治州": "凉山州"}
    assert found.ambiguous or said.endswith(short.get(found.division.name, found.division.name))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("北京市朝阳区教育局", "110105"),
        ("长春市朝阳区教育局", "220104"),
        ("朝阳市朝阳县教育局", "211321"),
        ("吉林省吉林市教育局", "220200"),
        ("四川省米易县教育局", "510421"),
        ("宁夏教育厅", "640000"),
        ("北川县教育局", "510726"),
        ("恩施州教育局", "422800"),
        ("恩施市教育局", "422801"),
        ("杭州市临平区教育局", "330113"),
    ],
)
def test_names_in_use(name: str, code: str) -> None:
    """Names at any depth, and the short names of self-governing divisions."""
    assert _said(name, 2021) == (code, name[name.index("教") :])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("中共攀枝花市委组织部", "510400"),
        ("中国共产党攀枝花市东区委员会", "510402"),
        ("共青团四川省委员会", "510000"),
    ],
)
def test_a_committee_of_a_party_is_where_its_name_goes_on(name: str, code: str) -> None:
    """The party stands in front of the place."""
    found = divisions.place(name, 2020)
    assert found is not None
    assert found.division.code == code


@pytest.mark.parametrize(
    "name",
    [
        "朝阳区教育局",
        "西区教育局",
        "郊区教育局",
        "市中区教育局",
        "南沙区教育局",
        "东方市场监管局",
        "通州区域合作局",
        "新疆生产建设兵团教育局",
        "教育局",
    ],
    ids=["two", "west", "outskirts", "four", "rival", "market", "area", "corps", "no place"],
)
def test_names_of_no_certain_place(name: str) -> None:
    """Two bearers, a direction, an unverified rival, another word: none."""
    assert divisions.place(name, 2020) is None


def test_what_one_source_alone_has_is_not_a_fact() -> None:
    """A row without evidence leads to what it lies in, and says that there is more."""
    found = divisions.place("重庆市两江新区教育局", 2025)
    assert found is not None
    assert (found.division.code, found.ambiguous) == ("500000", True)


def test_the_list_is_whole() -> None:
    """A code has one name at a time, a division above it, and evidence."""
    found = divisions.divisions()
    codes = {division.code for division in found}
    assert {division.evidence for division in found} == {"two-sources", "unverified"}
    assert {division.parent for division in found} - codes == {""}
    for division in found:
        assert (division.parent == "") == (division.level == "province")
        assert division.first_year <= division.last_year
    for one, other in itertools.pairwise(found):
        assert one.code <= other.code
        assert one.code != other.code or one.last_year < other.first_year


def test_the_list_is_read_when_it_is_needed() -> None:
    """The command line starts without the 3,600 rows."""
    code = (
        "import publish.cli, publish.importing, sys; from publish.codes import divisions;"
        "sys.exit(divisions.divisions.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
