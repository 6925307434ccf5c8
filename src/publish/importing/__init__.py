"""A document becomes a package: the chain from lines to tables, in memory.

Nothing is written here and nothing is asked of the network or the clock: the same document,
department and year give the same package.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from publish import codes, documents, tables
from publish.documents import document_rows, outline, paragraphs, passages, printed, units
from publish.documents.printed import Line
from publish.errors import DocumentError, Problem, visible
from publish.importing import (
    amounts,
    basic,
    drafts,
    forms,
    functions,
    narrative,
    performance,
    rules,
)
from publish.importing.descriptors import PackageIdentity, descriptor
from publish.importing.drafts import Draft, Span
from publish.messages import _
from publish.packages import Package, addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents.outline import Heading, Section
    from publish.documents.passages import Passage
    from publish.documents.units import Units
    from publish.tables import Row

# The sections of part two whose figures this importer reads, with the budget that they are about.
FUNDS = {
    "general_budget": "general_public_budget",
    "government_fund": "government_fund",
    "state_capital": "state_capital",
}
FIGURES = (
    "institutions", "totals", "income", "expenditure", "fiscal_totals", "general_budget", "basic",
    "three_public", "government_fund", "state_capital", "agency_operation", "procurement",
    "assets",
)  # fmt: skip
# A document that has fewer of them is some other document.
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Import:
    """The package and what the clerk should know: the sections that are there and those absent.

    `unread` are the rows of tables about results that nothing explains, each with its place.
    """

    package: Package
    sections: dict[str, Section]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    unread: tuple[Line, ...]


def _texts(section: Section) -> tuple[str, ...]:
    """Return the clean texts that say the units of a section.

    Its paragraphs, and the lines that declare one: 单位:元 may be joined to what is below it.
    """
    lines = (passages.clean(line).text for line in section.lines)
    paragraphs = tuple(passage.text for passage in section.passages())
    return (*filter(units.declared, lines), *paragraphs)


def _named_class(year: int, fund: str, label: str, passage: Passage) -> Draft | None:
    start = passage.text.find(label)
    first = start + rules.prefix(label)
    printed = passage.printed(first, start + len(label)) if start >= 0 else label
    return functions.class_draft(label, year, fund, printed)


def _section_drafts(section: Section, year: int, document: Units) -> Iterator[Draft]:
    fund = FUNDS.get(section.key)
    setting = amounts.Setting(section.key, year, document.inside(_texts(section)))
    if fund is not None:
        yield from _fund_drafts(section, fund, setting)
        return
    for passage in section.passages():
        if section.key == "basic":
            yield from basic.read(passage, year, setting.units)
        else:
            yield from amounts.read(passage, setting)


def _fund_drafts(section: Section, fund: str, setting: amounts.Setting) -> Iterator[Draft]:
    """Yield the drafts of the section of a budget: figures of it, and lines of accounts."""
    above: tuple[str, ...] = ()
    for passage in section.passages():
        subjects = functions.subjects(passage, setting.fiscal_year, fund, above)
        above = functions.above(subjects) if subjects else above
        yield from amounts.read(
            passage,
            replace(
                setting,
                name=lambda label, at: _named_class(setting.fiscal_year, fund, label, at),
                subjects=subjects,
            ),
        )


def _outline_drafts(headings: tuple[Heading, ...]) -> Iterator[Draft]:
    for position, heading in enumerate(headings, start=1):
        whole = passages.clean(heading.line)
        rest = passages.clean(Line(heading.line.locator, heading.rest)).text
        end = len(whole.text) - len(rest)
        values: Row = {
            "position": position,
            "level": heading.level,
            "number_as_printed": heading.number or None,
            "title": heading.title,
        }
        yield Draft("outline", values, (Span(whole, 0, end), *_title_spans(heading)))


def _title_spans(heading: Heading) -> tuple[Span, ...]:
    return tuple(
        Span(text, 0, len(text.text))
        for text in (passages.clean(line) for line in heading.title_lines)
    )


def _classification(
    found: tuple[Draft, ...], classification: str, table: str, year: int
) -> Iterator[Draft]:
    """Yield the accounts that the drafts of a table use and those above them."""
    places: dict[str, Draft] = {}
    for draft in found:
        if draft.table != table or not draft.has("code"):
            continue
        for account in codes.path(classification, year, str(draft.values["code"])):
            places.setdefault(account.code, draft)
    known = codes.of_year(classification, year)
    for code in sorted(places):
        account = known[code]
        values: Row = {
            "code": code,
            "level": account.level,
            "name": account.name,
            "parent": account.parent or None,
            "evidence": account.evidence,
        }
        yield Draft(classification, values, places[code].spans[:1])


# 攀枝花市应急管理局2020年, 攀枝花市应急管理局下属: a place, then the name of an authority
_DEPARTMENT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,20}?(?:局|委员会|委|厅|办公室|院|部|中心|政府|大队|支队|总队|学校))"
    r"(?=\d{4}年|下属|部门|本级)"
)
# 攀枝花市财政局, 广西财政厅
_FULL_NAME = re.compile(
    r"(?:[\u4e00-\u9fff]{2,10}?[省市县区州盟旗]|广西|内蒙古|宁夏|西藏|新疆)[\u4e00-\u9fff]{2,20}"
)


def _department_name(lines: tuple[Line, ...]) -> str:
    """Return the name of the department that the document gives most often, or nothing."""
    names = Counter(
        at["name"]
        for line in lines
        for at in _DEPARTMENT.finditer(passages.clean(line).text)
        if _FULL_NAME.fullmatch(at["name"])
    )
    return names.most_common(1)[0][0] if names else ""


def describe(content: bytes, source_name: str, department: str, year: int) -> dict[str, Any]:
    """Return the descriptor of the package of a document, without its resources.

    Raises DocumentError when the document cannot be read.
    """
    document = documents.read(content)
    name = _department_name(paragraphs.read(document))
    lines = printed.lines(document)
    return descriptor(PackageIdentity(department, name, year), source_name, content, lines)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the garbage collector rest: what is read stays, and it would look it through again.

    Of a document of a hundred times the usual length that was a sixth of the time; of the usual
    one nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_uncollected()
def read(content: bytes, source_name: str, department: str, year: int) -> Import:
    """Return the package that a document states.

    `department` is the slug. Raises DocumentError when the document cannot be read or is no
    disclosure of final accounts.
    """
    _refuse_name(source_name)
    document = documents.read(content)
    as_printed = printed.lines(document)
    lines = paragraphs.read(document)
    sections = outline.sections(lines)
    present = tuple(key for key in FIGURES if key in sections)
    if len(present) < ENOUGH:
        raise _not_a_disclosure(present)
    headings = outline.headings(lines)
    own = units.of_document(_texts(sections[key]) for key in present)
    found = tuple(draft for key in present for draft in _section_drafts(sections[key], year, own))
    read_forms = forms.read(lines, own)
    found += narrative.read(lines, sections, own, read_forms)
    found += tuple(_outline_drafts(headings))
    found += tuple(_classification(found, codes.FUNCTIONAL, functions.TABLE, year))
    found += tuple(_classification(found, codes.ECONOMIC, basic.TABLE, year))
    rows = {name: drafts.rows(found, name) for name in tables.load()}
    rows[document_rows.TABLE] = document_rows.rows(document, _kinds(headings, as_printed))
    identity = PackageIdentity(department, _department_name(lines), year)
    package = Package(
        descriptor(identity, source_name, content, as_printed),
        _kept(rows),
        source_name,
        content,
    )
    unread = performance.unread(lines, sections.get("performance"), read_forms)
    absent = tuple(key for key in FIGURES if key not in sections)
    return Import(package, sections, present, absent, unread)


def _kinds(headings: tuple[Heading, ...], lines: tuple[Line, ...]) -> dict[str, str]:
    """Return of the lines of a document by locator which are headings, and which captions."""
    captions = (line for line in lines if passages.CAPTION.match(passages.clean(line).text))
    return {
        **{line.locator: "caption" for line in captions},
        **{heading.line.locator: "heading" for heading in headings},
    }


def _refuse_name(name: str) -> None:
    """Raise DocumentError for a document whose name cannot be an address of the website."""
    wrong = addresses.wrong_letters(name)
    if wrong:
        raise DocumentError(
            _("The document cannot be published under its name."),
            [
                Problem(
                    visible(name),
                    visible(" ".join(wrong)),
                    _("a name without these characters"),
                    _("rename the document, for example to {name}, and import that").format(
                        name="2020.txt"
                    ),
                )
            ],
        )


def _kept(rows: dict[str, tuple[Row, ...]]) -> dict[str, tuple[Row, ...]]:
    """Return the tables that have rows, and those that they refer to, empty as they may be."""
    known = tables.load()
    names = {name for name, table in rows.items() if table}
    names |= {to for name in names for to, _column in known[name].foreign_keys.values()}
    return {name: table for name, table in rows.items() if name in names}


def _not_a_disclosure(present: tuple[str, ...]) -> DocumentError:
    titles = {kind.key: kind.title for kind in outline.kinds()}
    found = "、".join(titles[key] for key in present) or _("none of them")
    return DocumentError(
        _("This is not a disclosure of final accounts (部门决算)."),
        [
            Problem(
                _("headings of the document"),
                found,
                _("sections such as {titles}").format(
                    titles="、".join(titles[key] for key in ("totals", "income", "three_public"))
                ),
                _("check that the file is the whole document, saved as plain text"),
            )
        ],
    )
