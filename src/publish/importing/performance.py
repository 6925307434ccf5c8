"""The evaluation of performance: forms, summaries, self-evaluations, reports, project money.

The readers of the parts stand in modules of their own; here their rows get the ids of projects.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from publish.documents import figures, grids, outline, passages
from publish.importing import (
    amounts,
    budget_execution,
    evaluations,
    forms,
    funds,
    project_counts,
    report_sections,
)
from publish.importing.drafts import Draft, Span
from publish.importing.project_ids import Register, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.documents.outline import Section
    from publish.documents.passages import Passage
    from publish.documents.printed import Line
    from publish.documents.units import Units
    from publish.importing.report_sections import EvaluationReport, ReportPart
    from publish.tables import Row

# (1)安全生产专项资金项目绩效目标完成情况综述。
_SUMMARY = re.compile(r"(?P<name>[^,;。:]{1,80}?)(?:项目)?(?:支出)?绩效目标完成情况综述[。:]?")
# 项目全年预算数300万元,执行数为300万元,完成预算的100%
_MONEY = re.compile(
    rf"全年预算数(?:为)?(?P<budget>{figures.NUMBER})(?P<budget_unit>{figures.UNIT}),"
    rf"执行数(?:为)?(?P<executed>{figures.NUMBER})(?P<executed_unit>{figures.UNIT})"
    rf"(?:,完成预算的?(?P<done>{figures.NUMBER})%)?"
)
_PARTS = {
    # 发现的主要问题:执行率92%。因年底财政资金紧张,未付部分属应付未付。
    "problems": re.compile(
        r"(?:发现的?)?(?:主要)?(?:存在的?)?问题:(?P<text>[^。]*(?:。[^。]*?)*?)(?=下一步|改进措施|$)"
    ),
    # 下一步改进措施:加快项目实施进度。
    "improvements": re.compile(r"(?:下一步)?(?:改进)?措施:(?P<text>.*)$"),
}
# 部门整体支出绩效评价
_DEPARTMENT = re.compile(r"部门整体|整体支出")
# The parts of a report on the department that state figures, with the section of their labels.
_FIGURES = {
    # 固定资产
    "fixed_assets": re.compile(r"固定资产"),
    # 部门概况, 机构
    "staffing": re.compile(r"部门概况|部门基本情况|机构"),
}


def _summary_money(found: re.Match[str], units: Units) -> Row:
    """Return what a summary says of money: 全年预算数300万元,执行数为300万元,完成预算的100%."""
    values: Row = {"unit_as_published": None}
    for column in ("budget", "executed"):
        amount, printed = units.money(figures.value(found[column]), found[f"{column}_unit"])
        values[f"{column}_wanyuan"] = amount
        values["unit_as_published"] = values["unit_as_published"] or printed
    values["completion_pct"] = figures.value(found["done"]) if found["done"] else None
    return values


def _summary_values(passage: Passage, named: re.Match[str], units: Units) -> Row:
    values: Row = {
        "name": passage.printed(*named.span("name")),
        "summary": passage.printed(named.end(), len(passage.text)),
    }
    if found := _MONEY.search(passage.text, named.end()):
        values |= _summary_money(found, units.listed(passage.text))
    for column, form in _PARTS.items():
        if at := form.search(passage.text, named.end()):
            values[column] = passage.printed(*at.span("text"))
    return values


def summaries(section: Section, units: Units) -> Iterator[Draft]:
    """Yield the projects that the section on performance sums up in a paragraph each."""
    own = units.inside(_texts(section.whole_lines))
    for line in section.whole_lines:
        passage = passages.clean(line)
        named = _SUMMARY.match(passage.text, outline.mark_end(passage.text))
        if named is not None:
            places = (Span(passage, 0, len(passage.text)),)
            yield Draft(forms.PROJECTS, _summary_values(passage, named, own), places)


def _texts(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(passages.clean(line).text for line in lines)


def _projects(
    read_forms: tuple[forms.Form, ...], section: Section | None, register: Register, units: Units
) -> Iterator[Draft]:
    """Yield the projects and their indicators; form and summary of one project are one row."""
    found = summaries(section, units) if section is not None else ()
    summed = {plain(str(draft.values["name"])): draft for draft in found}
    told: dict[str, forms.Form] = {}
    for form in read_forms:
        if form.project is None:
            continue
        name = str(form.project.values["name"])
        identity = register.identify(name)
        if not told.setdefault(identity, form).agrees(form):
            identity = register.another(name)
        yield _with_summary(form.project, summed.pop(plain(name), None), identity)
        for indicator in form.indicators:
            yield replace(indicator, values={**indicator.values, "project_id": identity})
    yield from register.named(summed.values())


def _with_summary(project: Draft, summary: Draft | None, identity: str) -> Draft:
    values = {**project.values, "project_id": identity}
    if summary is None:
        return replace(project, values=values)
    known = {name: value for name, value in values.items() if value is not None}
    return replace(project, values={**summary.values, **known}, spans=project.spans + summary.spans)


def _own_project(draft: Draft, register: Register) -> str | None:
    """Return the project that the heading of a section names, where it sums up a project."""
    named = _SUMMARY.fullmatch(passages.squeezed(str(draft.values.get("heading") or "")))
    return register.known(named["name"]) if named else None


def _report_drafts(
    report: EvaluationReport, register: Register, position: int, units: Units
) -> Iterator[Draft]:
    """Yield the sections, the money and the figures of one report; `units` are its own."""
    identity = register.identify(report.title) if _is_of_project(report) else None
    for draft in report_sections.part_drafts(report, position):
        own = identity or _own_project(draft, register)
        yield replace(draft, values={**draft.values, "project_id": own})
    if identity is None:
        yield from _department_drafts(report, units)
    lines = (
        draft for part in report_sections.parts(report.lines) for draft in funds.read(part, units)
    )
    for number, draft in enumerate(lines, start=1):
        name = draft.values.get("name")
        known = register.known(str(name)) if name and identity is None else identity
        extra: Row = {"report": report.title, "number": number, "project_id": known}
        yield replace(draft, values={**draft.values, **extra})


def _is_of_project(report: EvaluationReport) -> bool:
    """Tell whether a report is about one project: not about the department, not a section."""
    is_titled = len(report.title_lines) > 0 and bool(plain(report.title))
    return is_titled and not _DEPARTMENT.search(report.title)


def _statements(part: ReportPart) -> str:
    """Return the section of figures that a part of a report states, or nothing."""
    title = part.heading.title if part.heading else ""
    return next((key for key, words in _FIGURES.items() if words.search(title)), "")


def _department_drafts(report: EvaluationReport, units: Units) -> Iterator[Draft]:
    for part in report_sections.parts(report.lines):
        yield from budget_execution.read(part, units)
        section = _statements(part)
        for line in part.lines if section else ():
            setting = amounts.Setting(section, 0, units)
            yield from amounts.read(passages.clean(line), setting)


def _own_report(section: Section, tables: set[str]) -> EvaluationReport:
    """Return the section on performance of the explanation as a report, its forms left out."""
    heading = section.headings[0]
    body = tuple(line for line in section.whole_lines[1:] if line.locator not in tables)
    return report_sections.EvaluationReport(heading.title, (), body)


def _counts(section: Section, units: Units) -> Iterator[Draft]:
    """Yield how many projects had goals and the like, as the section on performance says."""
    own = units.inside(_texts(section.whole_lines))
    for passage in section.passages():
        yield from project_counts.read(passage, own)


def read(
    lines: tuple[Line, ...],
    section: Section | None,
    units: Units,
    read_forms: tuple[forms.Form, ...],
) -> tuple[Draft, ...]:
    """Return every row about results that a document states.

    `section` is the section on performance of the explanation, where there is one; `units` are
    those of the document.
    """
    register = Register()
    found = list(_projects(read_forms, section, register, units))
    bodies = report_sections.reports(lines)
    evaluated = (
        draft
        for body in bodies
        for draft in evaluations.read(body.lines, units.inside(_texts(body.lines)))
    )
    found += register.named(
        replace(draft, values={**draft.values, "evaluation_id": f"e{number:02}"})
        for number, draft in enumerate(evaluated, start=1)
    )
    if section is not None:
        found += _counts(section, units)
        blocks = forms.places(lines)
        bodies = (_own_report(section, blocks), *bodies)
    position = 1
    for body in bodies:
        own = units.inside(_texts(body.lines))
        drafts = tuple(_report_drafts(body, register, position, own))
        position += sum(1 for draft in drafts if draft.table == report_sections.TABLE)
        found += drafts
    return tuple(found)


def unread(
    lines: tuple[Line, ...], section: Section | None, read_forms: tuple[forms.Form, ...]
) -> tuple[Line, ...]:
    """Return the rows of tables about results that nothing explains, each with its place.

    These are rows of the forms, and all tables beside them in the section on performance and in
    the reports: a form that was never seen.
    """
    found = [row for form in read_forms for row in form.unread]
    known = forms.places(lines)
    bodies = [report.lines for report in report_sections.reports(lines)]
    if section is not None:
        bodies.append(section.whole_lines)
    places = {line.locator for body in bodies for line in body} - known
    other = tuple(line for line in lines if line.locator in places and grids.is_cell(line))
    found += [forms.as_line(row) for row in grids.rows(other) if row.lines()]
    order = {line.locator: index for index, line in enumerate(lines)}
    return tuple(sorted(found, key=lambda line: order[line.locator]))
