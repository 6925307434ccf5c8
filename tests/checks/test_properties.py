"""The properties of a descriptor: each is broken once, and named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from example_package import broken, descriptor, edit_descriptor, example

from publish.checks import properties

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SLUG = "small letters, digits and hyphens"
DEPARTMENT = (
    "lower-case Latin letters, digits and single hyphens, at most 80; "
    "none of assets, checks, data, headers, search"
)
MOMENT = "date, time and zone, from 1990 to 2100, as 2026-11-23T00:00:00Z"
CONTRIBUTORS = "a list of objects with title and roles, one of them a publisher"
SOURCES = "a list of objects with title, path, hash and bytes"
USE = "a text, or licenses: a list of objects with name or path"

BROKEN = [
    ("$schema", None, "nothing", PROFILE),
    ("$schema", "https://example.org/profile.json", "https://example.org/profile.json", PROFILE),
    ("name", None, "nothing", SLUG + ", without a year"),
    ("name", "fire-2020", "fire-2020", SLUG + ", without a year"),
    ("name", "Fire brigade", "Fire brigade", SLUG + ", without a year"),
    ("id", "fire-brigade", "fire-brigade", "department and year, as fire-brigade/2020"),
    ("id", "fire-brigade/2019", "fire-brigade/2019", "fire-brigade/2020: department and year"),
    ("title", "  ", '"  "', "a text"),
    ("title", 5, "5", "a text"),
    ("description", "短", "短", "a text of at least 50 characters"),
    ("version", "1.0", "1.0", "three numbers, as 1.0.0"),
    ("version", "01.0.0", "01.0.0", "three numbers, as 1.0.0"),
    ("created", "2026-11-23", "2026-11-23", MOMENT),
    ("created", "T", "T", MOMENT),
    ("created", "2026-13-45T00:00:00Z", "2026-13-45T00:00:00Z", MOMENT),
    ("created", "20261123T000000Z", "20261123T000000Z", MOMENT),
    ("created", "1960-01-01T00:00:00Z", "1960-01-01T00:00:00Z", MOMENT),
    ("created", "2107-01-01T00:00:00Z", "2107-01-01T00:00:00Z", MOMENT),
    ("keywords", [], "[]", "a list of texts"),
    ("keywords", ["决算", 1], '["决算", 1]', "a list of texts"),
    ("contributors", None, "nothing", CONTRIBUTORS),
    (
        "contributors",
        [{"title": "消防队", "roles": ["contact"]}],
        '[{"title": "消防队", "roles": ["contact"]}]',
        CONTRIBUTORS,
    ),
    ("contributors", [{"title": "消防队"}], '[{"title": "消防队"}]', CONTRIBUTORS),
    ("statementOfUse", None, "nothing", USE),
    ("statementOfUse", 1, "1", USE),
    ("sources", None, "nothing", SOURCES),
    ("sources", [], "[]", SOURCES),
    ("department.slug", "Fire", "Fire", DEPARTMENT),
    ("department.slug", "checks", "checks", DEPARTMENT),
    ("department.slug", "search", "search", DEPARTMENT),
    ("department.name", None, "nothing", "a text"),
    ("department.region_code", "5104", "5104", "six digits"),
    ("department.region_code", "５１０４００", "５１０４００", "six digits"),
    ("department.region_name", "", '""', "a text"),
    ("department.level", " ", '" "', "a text"),
    ("fiscalYear", "2020", "2020", "a year, as a number"),
    ("fiscalYear", True, "true", "a year, as a number"),
    ("fiscalYear", 1066, "1066", "a year, as a number"),
    ("currency", "USD", "USD", "CNY"),
    ("unit", "元", "元", "万元"),
    ("notDisclosed", None, "nothing", "a list, empty or of objects with table, title and reason"),
    (
        "notDisclosed",
        [{"table": "T1"}],
        '[{"table": "T1"}]',
        "a list, empty or of objects with table, title and reason",
    ),
]


def _set(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    def edit(found: dict[str, Any]) -> None:
        *above, last = name.split(".")
        for part in above:
            found = found[part]
        if value is None:
            del found[last]
        else:
            found[last] = value

    return edit


@pytest.mark.parametrize("case", BROKEN)
def test_a_property_of_a_wrong_form_is_the_only_problem(
    tmp_path: Path, case: tuple[str, object, str, str]
) -> None:
    """Place, found and expected; None stands for a property that is not there."""
    name, value, found, expected = case
    directory = example(tmp_path)
    edit_descriptor(directory, _set(name, value))
    assert broken(directory) == [("descriptor", f"datapackage.json ({name})", found, expected)]


def test_a_department_that_is_no_object_lacks_all_of_its_properties(tmp_path: Path) -> None:
    """Both that it must have are named at once."""
    directory = example(tmp_path)
    edit_descriptor(directory, _set("department", "消防队"))
    names, words = ("slug", "name"), (DEPARTMENT, "a text")
    assert broken(directory) == [
        ("descriptor", f"datapackage.json (department.{name})", "nothing", expected)
        for name, expected in zip(names, words, strict=True)
    ]


def test_an_empty_descriptor_lacks_every_property(tmp_path: Path) -> None:
    """Nothing is assumed to be there, and nothing is named twice."""
    names = [found.place.field for found in properties.check({}, tmp_path)]
    assert names == [
        "$schema",
        "name",
        "id",
        "title",
        "description",
        "version",
        "created",
        "keywords",
        "contributors",
        "sources",
        "department.slug",
        "department.name",
        "fiscalYear",
        "currency",
        "unit",
        "notDisclosed",
        "resources",
        "statementOfUse",
    ]


def test_a_licence_stands_in_for_the_statement_of_use(tmp_path: Path) -> None:
    """One of the two is enough; a licence needs a name or a path."""
    directory = example(tmp_path)
    edit_descriptor(directory, _set("statementOfUse", None))
    edit_descriptor(directory, _set("licenses", [{"name": "CC-BY-4.0"}]))
    assert broken(directory) == []
    edit_descriptor(directory, _set("licenses", [{"title": "free"}]))
    assert broken(directory) == [
        ("descriptor", "datapackage.json (statementOfUse)", '[{"title": "free"}]', USE)
    ]


def test_the_folders_are_named_as_the_department_and_the_year(tmp_path: Path) -> None:
    """A package that was moved says so, for both folders."""
    moved = tmp_path / "police" / "2021"
    example(tmp_path).parent.rename(moved.parent)
    (moved.parent / "2020").rename(moved)
    assert broken(moved) == [
        (
            "descriptor",
            "datapackage.json (department.slug)",
            "fire-brigade",
            "police, the name of the folder",
        ),
        ("descriptor", "datapackage.json (fiscalYear)", "2020", "2021, the name of the folder"),
    ]


def test_further_properties_are_accepted(tmp_path: Path) -> None:
    """A package may say more than the data model asks."""
    directory = example(tmp_path)
    edit_descriptor(directory, _set("homepage", "https://example.org"))
    assert broken(directory) == []


def test_the_descriptor_of_the_example_keeps_every_rule(tmp_path: Path) -> None:
    """Also without its resources no rule but theirs is broken."""
    directory = tmp_path / "fire-brigade" / "2020"
    names = [found.place.field for found in properties.check(descriptor(), directory)]
    assert names == ["resources"]
