"""What the data model asks of the properties of a descriptor, one rule for each.

Source: DATA-MODEL, the package; Data Package v2.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from publish.checks import descriptor_files
from publish.messages import _
from publish.packages import addresses

if TYPE_CHECKING:
    from pathlib import Path

    from publish.checks.descriptor_files import Descriptor
    from publish.checks.problems import PackageProblem

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DESCRIPTION_LETTERS = 50
SLUG = addresses.SLUG.pattern
ADDRESS = rf"{SLUG}/\d{{4}}"  # panzhihua-emergency-management/2020
VERSION = r"(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}"  # 1.0.0
REGION = r"\d{6}"  # 510400
SHA256 = r"sha256:[0-9a-f]{64}"
# 2026-11-23T00:00:00Z, 2026-11-23T08:00:00.5+08:00
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")  # the 2020 of accounts-2020

Claim: TypeAlias = Callable[[object], bool]
"""Holds of a value of the descriptor, or does not; None stands for a missing one."""


@dataclass(frozen=True, slots=True)
class PropertyRule:
    """What a property must be: in words, and as a claim."""

    name: str
    expected: str
    holds: Claim


def _is(right: str) -> Claim:
    return lambda found: found == right


def _text(found: object) -> bool:
    return isinstance(found, str) and bool(found.strip())


def _long_text(found: object) -> bool:
    return isinstance(found, str) and len(found.strip()) >= DESCRIPTION_LETTERS


def _like(pattern: str) -> Claim:
    # 1.0.12 where `pattern` is VERSION
    return lambda found: (
        isinstance(found, str) and bool(re.fullmatch(rf"\A(?:{pattern})", found, re.ASCII))
    )


def _or_missing(claim: Claim) -> Claim:
    """Hold where the value is missing: it is not known, and none is invented."""
    return lambda found: found is None or claim(found)


def _name(found: object) -> bool:
    return isinstance(found, str) and _like(SLUG)(found) and not _YEAR.search(found)


def _moment(found: object) -> bool:
    """Hold of a date, time and zone; the sitemap's archive cannot tell those after 2106."""
    if not isinstance(found, str) or not _MOMENT.fullmatch(found):
        return False
    try:
        return datetime.fromisoformat(found).year in addresses.YEARS
    except ValueError:
        return False


def _number(found: object) -> bool:
    return isinstance(found, int) and not isinstance(found, bool)


def _year(found: object) -> bool:
    return _number(found) and found in addresses.YEARS


def fiscal_year(descriptor: Descriptor) -> int | None:
    """Return the year of the accounts; None where the descriptor does not give one."""
    found = descriptor.get("fiscalYear")
    return found if isinstance(found, int) and _year(found) else None


def _object(**properties: Claim) -> Claim:
    return lambda found: (
        isinstance(found, dict)
        and all(holds(found.get(name)) for name, holds in properties.items())
    )


def _list(item: Claim, least: int = 1) -> Claim:
    return lambda found: isinstance(found, list) and len(found) >= least and all(map(item, found))


def _contributors(found: object) -> bool:
    people = found if isinstance(found, list) else []
    return _list(_object(title=_text, roles=_list(_text)))(people) and any(
        "publisher" in person["roles"] for person in people
    )


def _licence(found: object) -> bool:
    if not isinstance(found, dict):
        return False
    told = [found[name] for name in ("name", "path", "title") if name in found]
    return all(map(_text, told)) and not {"name", "path"}.isdisjoint(found)


def _slug(found: object) -> bool:
    return isinstance(found, str) and addresses.is_slug(found)


def _rules() -> tuple[PropertyRule, ...]:
    text = _("a text")
    source = _object(title=_text, path=_text, hash=_like(SHA256), bytes=_number)
    missing = _object(table=_text, title=_text, reason=_text)
    moment = _("date, time and zone, from {first} to {last}, as 2026-11-23T00:00:00Z").format(
        first=addresses.YEARS[0], last=addresses.YEARS[-1]
    )
    long_text = _("a text of at least {count} characters").format(count=DESCRIPTION_LETTERS)
    return (
        PropertyRule("$schema", PROFILE, _is(PROFILE)),
        PropertyRule("name", _("small letters, digits and hyphens, without a year"), _name),
        PropertyRule("id", _("department and year, as fire-brigade/2020"), _like(ADDRESS)),
        PropertyRule("title", text, _text),
        PropertyRule("description", long_text, _long_text),
        PropertyRule("version", _("three numbers, as 1.0.0"), _like(VERSION)),
        PropertyRule("created", moment, _moment),
        PropertyRule("keywords", _("a list of texts"), _list(_text)),
        PropertyRule(
            "contributors",
            _("a list of objects with title and roles, one of them a publisher"),
            _contributors,
        ),
        PropertyRule(
            "sources", _("a list of objects with title, path, hash and bytes"), _list(source)
        ),
        PropertyRule("department.slug", addresses.slugs(), _slug),
        PropertyRule("department.name", text, _text),
        PropertyRule("department.region_code", _("six digits"), _or_missing(_like(REGION))),
        PropertyRule("department.region_name", text, _or_missing(_text)),
        PropertyRule("department.level", text, _or_missing(_text)),
        PropertyRule("fiscalYear", _("a year, as a number"), _year),
        PropertyRule("currency", "CNY", _is("CNY")),
        PropertyRule("unit", "万元", _is("万元")),
        PropertyRule(
            "notDisclosed",
            _("a list, empty or of objects with table, title and reason"),
            _list(missing, least=0),
        ),
        PropertyRule("resources", _("a list of objects"), _list(_object())),
    )


def _use(descriptor: Descriptor) -> tuple[PackageProblem, ...]:
    statement, licences = descriptor.get("statementOfUse"), descriptor.get("licenses")
    is_told = _text(statement) or (statement is None and licences is not None)
    if is_told and (licences is None or _list(_licence)(licences)):
        return ()
    expected = _("a text, or licenses: a list of objects with name or path")
    return (descriptor_files.problem("statementOfUse", licences or statement, expected),)


def _address(descriptor: Descriptor, directory: Path) -> tuple[PackageProblem, ...]:
    slug, year = descriptor_files.value(descriptor, "department.slug"), descriptor["fiscalYear"]
    folders = directory.resolve()
    agreements = (
        ("id", descriptor["id"], f"{slug}/{year}", _("{value}: department and year")),
        ("department.slug", slug, folders.parent.name, _("{value}, the name of the folder")),
        ("fiscalYear", str(year), folders.name, _("{value}, the name of the folder")),
    )
    return tuple(
        descriptor_files.problem(name, found, expected.format(value=right))
        for name, found, right, expected in agreements
        if found != right
    )


def check(descriptor: Descriptor, directory: Path) -> tuple[PackageProblem, ...]:
    """Return every property that is missing, of a wrong form, or at odds with the folders."""
    broken = tuple(
        descriptor_files.problem(
            rule.name, descriptor_files.value(descriptor, rule.name), rule.expected
        )
        for rule in _rules()
        if not rule.holds(descriptor_files.value(descriptor, rule.name))
    )
    malformed = {found.place.field for found in broken}
    if malformed.isdisjoint({"id", "department.slug", "fiscalYear"}):
        broken += _address(descriptor, directory)
    return broken + _use(descriptor)
