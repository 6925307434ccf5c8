"""Everything about results in a document: forms, summaries, self-evaluation, reports, money.

The readers of the parts stand in modules of their own; here their rows get the ids of projects.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from publish import figures, outline, passages, statements
from publish.drafts import Draft, Span
from publish.projects import Register, plain
from publish.sections import counts, evaluations, executions, forms, funds, reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents import Line
    from publish.outline import Section
    from publish.sections.reports import Report
    from publish.tables import Row

_SUMMARY = re.compile(r"(?P<name>[^,;。:]+?)(?:项目)?(?:支出)?绩效目标完成情况综述[。:]?")
_LONGEST_NAME = 80
_MONEY = re.compile(
    rf"全年预算数(?:为)?(?P<budget>{figures.NUMBER})万元,执行数(?:为)?(?P<executed>{figures.NUMBER})万元"
    rf"(?:,完成预算的?(?P<done>{figures.NUMBER})%)?"
)
_PARTS = (
    ("problems", re.compile(r"(?:发现的?)?(?:主要)?(?:存在的?)?问题:(?P<text>[^。]*(?:。[^。]*?)*?)(?=下一步|改进措施|$)")),
    ("improvements", re.compile(r"(?:下一步)?(?:改进)?措施:(?P<text>.*)$")),
)
_DEPARTMENT = re.compile(r"部门整体|整体支出")
_FIXED_ASSETS = re.compile(r"固定资产")
_PROFILE = re.compile(r"部门概况|部门基本情况|机构")


def summaries(section: Section) -> Iterator[Draft]:
    """Yield the projects that the section on performance sums up in a paragraph each."""
    for line in section.whole_lines:
        passage = passages.clean(line)
        named = _SUMMARY.match(passage.text, outline.mark_end(passage.text))
        if named is None or len(named["name"]) > _LONGEST_NAME:
            continue
        rest = passage.text[named.end() :]
        values: Row = {
            "name": passage.printed(*named.span("name")),
            "summary": passage.printed(named.end(), len(passage.text)),
        }
        if found := _MONEY.search(rest):
            values |= {
                "budget_wanyuan": figures.value(found["budget"]),
                "executed_wanyuan": figures.value(found["executed"]),
            }
            if found["done"]:
                values["completion_pct"] = figures.value(found["done"])
        for column, form in _PARTS:
            if at := form.search(passage.text, named.end()):
                values[column] = passage.printed(*at.span("text"))
        yield Draft(forms.PROJECTS, values, (Span(passage, 0, len(passage.text)),))


def _projects(
    lines: tuple[Line, ...], section: Section | None, register: Register
) -> Iterator[Draft]:
    """Yield the projects and their indicators; form and summary of one project are one row."""
    summed = {plain(str(draft.values["name"])): draft for draft in summaries(section)} if section else {}
    for project, indicators in forms.read(lines):
        identity = register.identify(str(project.values["name"]))
        summary = summed.pop(plain(str(project.values["name"])), None)
        yield _with_summary(project, summary, identity)
        for indicator in indicators:
            yield replace(indicator, values={**indicator.values, "project_id": identity})
    yield from register.named(summed.values())


def _with_summary(project: Draft, summary: Draft | None, identity: str) -> Draft:
    values = {**project.values, "project_id": identity}
    if summary is None:
        return replace(project, values=values)
    known = {name: value for name, value in values.items() if value is not None}
    return replace(
        project, values={**summary.values, **known}, spans=project.spans + summary.spans
    )


def _report_drafts(report: Report, register: Register, position: int) -> Iterator[Draft]:
    """Yield the sections, the money and the figures of one report."""
    identity = register.identify(report.title) if _is_of_project(report) else None
    for draft in reports.part_drafts(report, position):
        yield replace(draft, values={**draft.values, "project_id": identity})
    if identity is None:
        yield from _department_drafts(report)
    lines = (draft for part in reports.parts(report.lines) for draft in funds.read(part))
    for number, draft in enumerate(lines, start=1):
        name = draft.values.get("name")
        known = register.known(str(name)) if name and identity is None else identity
        extra: Row = {"report": report.title, "number": number, "project_id": known}
        yield replace(draft, values={**draft.values, **extra})


def _is_of_project(report: Report) -> bool:
    """Tell whether a report is about one project: not about the department, not a section."""
    return len(report.title_lines) > 0 and not _DEPARTMENT.search(report.title)


def _department_drafts(report: Report) -> Iterator[Draft]:
    for part in reports.parts(report.lines):
        title = part.heading.title if part.heading else ""
        yield from executions.read(part)
        section = (
            "fixed_assets" if _FIXED_ASSETS.search(title) else "staffing" if _PROFILE.search(title) else ""
        )
        if section:
            for line in part.lines:
                yield from statements.read(
                    passages.clean(line), statements.Setting(section, 0, "万元")
                )


def _own_report(section: Section, tables: set[str]) -> Report:
    """Return the section on performance of the explanation as a report, its forms left out."""
    heading = section.headings[0]
    body = tuple(line for line in section.whole_lines[1:] if line.locator not in tables)
    return reports.Report(heading.title, (), body)


def read(lines: tuple[Line, ...], section: Section | None) -> tuple[Draft, ...]:
    """Return every row about results that a document states.

    `section` is the section on performance of the explanation, where there is one.
    """
    register = Register()
    found = list(_projects(lines, section, register))
    bodies = reports.reports(lines)
    for body in bodies:
        found += register.named(evaluations.read(body.lines))
    if section is not None:
        found += [draft for at in section.passages() for draft in counts.read(at)]
        blocks = forms.places(lines)
        bodies = (_own_report(section, blocks), *bodies)
    position = 1
    for body in bodies:
        drafts = tuple(_report_drafts(body, register, position))
        position += sum(1 for draft in drafts if draft.table == reports.TABLE)
        found += drafts
    return tuple(found)
