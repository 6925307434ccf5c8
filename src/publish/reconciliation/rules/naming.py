"""Names: one thing has one name, and accounts have the name of the classification.

Source: CHECKS section 6, NAME-*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.reconciliation.explanations import say
from publish.reconciliation.judging import passed
from publish.reconciliation.prints import quoted, squeezed
from publish.reconciliation.results import Result, Severity, Status
from publish.reconciliation.rules.payments import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import FigurePlace

ONE_NAME, TITLES, OFFICIAL = (
    "a-list-names-a-thing-once", "reports-have-one-title", "accounts-have-their-official-names",
)  # fmt: skip
# 对甲项目、乙项目、丙项目
_LIST = re.compile(r"(?<![^,;。:《》])[^,;。:《》]*、[^,;。:《》]*")
# 对“甲”, 甲项目, 丙等
_AROUND = re.compile(r"^(?:对|和|及)|(?:项目|等)$|[“”\"]")
# 本部门组织对甲项目、乙项目: what stands in front of the first name
_BEFORE = re.compile("对|是|为|包括")
# and behind the last one
# 甲项目、乙项目开展绩效评价
_BEHIND = re.compile("开展|进行|等|共")
# 《部门整体支出绩效评价报告》
_TITLE = re.compile("《([^》]{0,200}报告)》")
_SHORTEST = 6
_ALIKE = 0.85


def _plain(name: str) -> str:
    return _AROUND.sub("", name.strip())


def _twice(words: str) -> Iterator[tuple[str, str]]:
    """Yield the names of a list that are one name: 甲专项经费项目、甲专项经费."""
    seen: dict[str, str] = {}
    first, *rest = words.split("、")
    for name in (_BEFORE.split(first)[-1], *rest[:-1], _BEHIND.split(rest[-1])[0]):
        plain = _plain(name)
        if len(plain) >= _SHORTEST and plain in seen:
            yield seen[plain], name
        seen.setdefault(plain, name)


def _missing(book: Book, words: str) -> str:
    """Return the project with a report that the list does not name, empty where it is not one."""
    names = {
        # 安全生产专项资金2020年绩效评价报告
        _plain(re.split(r"\d{4}年", entry.text("report"))[0])
        for entry in book.entries("evaluation-reports")
        if entry["project_id"]
    }
    absent = [name for name in names if name not in words]
    return absent[0] if len(absent) == 1 else ""


def a_list_names_a_thing_once(book: Book) -> Iterator[Result]:
    """No list names a thing twice, with and without 项目."""
    for line, text in book.texts:
        for words in _LIST.findall(text):
            for one, other in _twice(words):
                absent = _missing(book, text.partition("《")[0])
                told = say(
                    "named-twice-one-missing" if absent else "named-twice",
                    one=one, other=other, absent=absent,
                )  # fmt: skip
                place = quoted(line, other)
                yield Result(ONE_NAME, Status.FAILED, other, text=told, places=(place,))


def _renamed(name: str, title: str, places: tuple[FigurePlace, ...]) -> Result:
    text = say("retitled", name=name, title=title)
    return Result(TITLES, Status.FAILED, name, text=text, places=places, group=TITLES)


def reports_have_one_title(book: Book) -> Iterator[Result]:
    """A report is called in the text as it is called where it stands."""
    titles: dict[str, Entry] = {}
    for entry in book.entries("evaluation-reports"):
        titles.setdefault(squeezed(entry.text("report")), entry)
    said = [(line, name) for line, text in book.texts for name in _TITLE.findall(text)]
    exact = {name for _line, name in said} & set(titles)
    for name in sorted(exact):
        yield passed(TITLES, name)
    for line, name in said:
        if name in exact:
            continue
        likes = {title: likeness(title, name) for title in titles if title not in exact}
        title = max(likes, key=lambda title: likes[title], default="")
        if title and likes[title] >= _ALIKE:
            yield _renamed(name, title, (quoted(line, name), titles[title].places[0]))


def accounts_have_their_official_names(book: Book) -> Iterator[Result]:
    """Economic accounts are called as in 部门预算支出经济分类科目."""
    known = book.by("economic-classification", "code")
    others: list[tuple[Entry, str]] = []
    for entry in book.first("basic-expenditure"):
        official = known.get(entry.text("code"), ())
        if not entry["code"] or not official:
            continue
        name = official[0].text("name")
        if squeezed(entry.name).removesuffix("等") == squeezed(name):
            yield passed(OFFICIAL, entry.name)
        else:
            others.append((entry, name))
    if others:
        listed = [f"{entry.name}（{name}）" for entry, name in others]
        text = say("other-names", listed="、".join(listed))
        places = tuple(place for entry, _name in others for place in entry.places)
        figures = tuple(
            figure for entry, _name in others if (figure := entry.figure("amount_wanyuan"))
        )
        yield Result(
            OFFICIAL, Status.FAILED, "", figures, text=text, severity=Severity.INFO, places=places
        )
