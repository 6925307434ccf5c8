"""The resources of a descriptor against the tables of the data model, and their files."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from example_package import broken, edit_descriptor, example

from publish import packages

INCOME = 1  # the position of the resource income in the example
TABLE = "a table of the data model"


def _edit(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], object]:
    return lambda found: change(found["resources"][INCOME])


def _problem(name: str, found: str, expected: str) -> tuple[str, str, str, str]:
    return ("resource", f"datapackage.json (resources.{name})", found, expected)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda item: item.pop("title"), ("title", "nothing", "a text")),
        (lambda item: item.update(title=" "), ("title", '" "', "a text")),
        (lambda item: item.update(description=3), ("description", "3", "a text")),
        (lambda item: item.update(type="file"), ("type", "file", "table")),
        (lambda item: item.pop("format"), ("format", "nothing", "csv")),
        (lambda item: item.update(mediatype="text/html"), ("mediatype", "text/html", "text/csv")),
        (lambda item: item.update(encoding="gbk"), ("encoding", "gbk", "utf-8")),
        (
            lambda item: item.update(dialect={"delimiter": ";"}),
            ("dialect", '{"delimiter": ";"}', "no such property"),
        ),
        (
            lambda item: item.update(profile="http://example.org/profile.json"),
            ("profile", "http://example.org/profile.json", "no such property"),
        ),
        (lambda item: item.update(data=[["key"]]), ("data", '[["key"]]', "no such property")),
    ],
)
def test_a_property_of_a_resource_that_is_not_right_is_the_only_problem(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], problem: tuple[str, str, str]
) -> None:
    """What the data model fixes is fixed; what it does not know is refused."""
    directory = example(tmp_path)
    edit_descriptor(directory, _edit(change))
    name, found, expected = problem
    assert broken(directory) == [_problem(f"income.{name}", found, expected)]


@pytest.mark.parametrize("path", ["../income.csv", "/etc/passwd", "http://example.org/income.csv"])
def test_a_path_out_of_the_package_is_refused(tmp_path: Path, path: str) -> None:
    """The file that lies at the old path is then one that nobody names."""
    directory = example(tmp_path)
    edit_descriptor(directory, _edit(lambda item: item.update(path=path)))
    reasons = {
        "../income.csv": "a path that leads out of the package",
        "/etc/passwd": "an absolute path or one with backslashes",
        "http://example.org/income.csv": "an address outside of the package",
    }
    assert (
        broken(directory)
        == [
            (
                "file",
                "data/income.csv",
                "a file that datapackage.json does not name",
                "",
            ),
            (
                "path",
                "datapackage.json (resources.income.path)",
                f"{path}: {reasons[path]}",
                "a file of the package below data/",
            ),
        ][::-1]
    )


def test_a_link_out_of_the_package_is_refused(tmp_path: Path) -> None:
    """The file has the very content that the descriptor seals, and is not read."""
    directory = example(tmp_path)
    file = directory / "data" / "income.csv"
    file.rename(tmp_path / "income.csv")
    file.symlink_to(tmp_path / "income.csv")
    assert broken(directory) == [
        ("file", "data/income.csv", "a link", "files and folders of the package itself")
    ]


def test_a_missing_file_is_the_only_problem(tmp_path: Path) -> None:
    """Nothing follows from it that would be said as well."""
    directory = example(tmp_path)
    (directory / "data" / "income.csv").unlink()
    assert broken(directory) == [
        ("file", "data/income.csv", "no such file", "a file that can be read")
    ]


def test_a_file_changed_by_hand_breaks_its_seals(tmp_path: Path) -> None:
    """A label that was changed on the quiet is caught by size and checksum."""
    directory = example(tmp_path)
    file = directory / "data" / "income.csv"
    old = file.read_bytes()
    new = old.replace("事业收入,0,".encode(), "事业收入款,0,".encode())
    file.write_bytes(new)
    assert broken(directory) == [
        (
            "hash",
            "data/income.csv (bytes)",
            str(len(new)),
            f"{len(old)}, as datapackage.json says",
        ),
        (
            "hash",
            "data/income.csv (hash)",
            packages.sha256(new),
            f"{packages.sha256(old)}, as datapackage.json says",
        ),
    ]


def test_a_file_that_no_resource_names_is_found(tmp_path: Path) -> None:
    """It would be published by nobody, and missed by nobody."""
    directory = example(tmp_path)
    (directory / "data" / "old").mkdir()
    (directory / "data" / "old" / "income.csv").write_text("key\n")
    assert broken(directory) == [
        ("file", "data/old/income.csv", "a file that datapackage.json does not name", "")
    ]


def test_a_resource_that_the_data_model_does_not_know_is_named(tmp_path: Path) -> None:
    """The table is not guessed from its columns."""
    directory = example(tmp_path)
    edit_descriptor(directory, _edit(lambda item: item.update(name="revenue")))
    assert broken(directory) == [_problem("1.name", "revenue", TABLE)]


def test_a_resource_without_a_name_is_named_by_its_position(tmp_path: Path) -> None:
    """The position counts from 0, as in JSON."""
    directory = example(tmp_path)
    edit_descriptor(directory, _edit(lambda item: item.pop("name")))
    assert broken(directory) == [_problem("1.name", "nothing", TABLE)]


def test_two_resources_of_one_name_are_named(tmp_path: Path) -> None:
    """The first one counts."""
    directory = example(tmp_path)
    edit_descriptor(directory, lambda found: found["resources"].append(found["resources"][INCOME]))
    assert broken(directory) == [_problem("11.name", "income", "a name that is used once")]


@pytest.mark.parametrize(
    "resources", [None, [], {"income": {}}, ["income"]], ids=["none", "empty", "object", "text"]
)
def test_resources_that_are_no_list_of_objects_are_named(tmp_path: Path, resources: object) -> None:
    """The files are then without a resource, and said to be so."""
    directory = example(tmp_path)
    names = sorted(path.name for path in (directory / "data").iterdir())
    edit_descriptor(directory, lambda found: found.update(resources=resources))
    shown = "nothing" if resources is None else json.dumps(resources)
    assert broken(directory) == [
        ("descriptor", "datapackage.json (resources)", shown, "a list of objects"),
        *(
            ("file", f"data/{name}", "a file that datapackage.json does not name", "")
            for name in names
        ),
    ]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda schema: schema["fields"][3].update(type="string"), "differs in: amount_wanyuan"),
        (lambda schema: schema["fields"][3].pop("unit"), "differs in: amount_wanyuan"),
        (lambda schema: schema["fields"].pop(), "differs in: source_quote"),
        (lambda schema: schema["fields"].append({"name": "note"}), "differs in: note"),
        (lambda schema: schema["fields"].reverse(), "differs in: fields"),
        (lambda schema: schema.update(fields="all"), "differs in: fields"),
        (lambda schema: schema.update(primaryKey=["key"]), "differs in: primaryKey"),
        (lambda schema: schema.update(missingValues=["", "-"]), "differs in: missingValues"),
    ],
    ids=["type", "unit", "less", "more", "order", "text", "key", "missing"],
)
def test_a_schema_that_differs_from_the_data_model_says_in_what(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], found: str
) -> None:
    """Columns are named one by one, the rest by its property."""
    directory = example(tmp_path)
    edit_descriptor(directory, _edit(lambda item: change(item["schema"])))
    assert broken(directory) == [
        (
            "schema",
            "datapackage.json (resources.income.schema)",
            found,
            "the schema that the data model has for income",
        )
    ]


@pytest.mark.parametrize(("schema", "shown"), [(None, "nothing"), ("a.json", "a.json")])
def test_a_schema_that_is_not_written_out_is_named(
    tmp_path: Path, schema: object, shown: str
) -> None:
    """A schema elsewhere is not fetched."""
    directory = example(tmp_path)
    edit_descriptor(directory, _edit(lambda item: item.update(schema=schema)))
    assert broken(directory) == [
        (
            "schema",
            "datapackage.json (resources.income.schema)",
            shown,
            "the schema that the data model has for income",
        )
    ]


def test_a_code_list_that_other_tables_refer_to_may_not_be_missing(tmp_path: Path) -> None:
    """Foreign keys resolve inside of the package."""
    directory = example(tmp_path)
    edit_descriptor(directory, lambda found: found["resources"].pop(7))
    (directory / "data" / "functional-classification.csv").unlink()
    assert broken(directory) == [
        _problem(
            "expenditure-by-function.schema.foreignKeys",
            "functional-classification is no resource of the package",
            "the resource that the column code refers to",
        )
    ]


@pytest.mark.parametrize("path", [["data/income.csv"], {}, 1, None, True, [[]]])
def test_a_path_that_is_no_text_is_named_and_no_traceback(tmp_path: Path, path: object) -> None:
    """A list of paths is legal elsewhere."""
    directory = example(tmp_path)
    edit_descriptor(directory, _edit(lambda item: item.update(path=path)))
    assert [found[:2] for found in broken(directory)] == [
        ("path", "datapackage.json (resources.income.path)"),
        ("file", "data/income.csv"),
    ]


def test_a_table_lies_where_it_is_looked_for(tmp_path: Path) -> None:
    """Elsewhere below data/ the website would not find it."""
    directory = example(tmp_path)
    (directory / "data" / "income.csv").rename(directory / "data" / "revenue.csv")
    edit_descriptor(directory, _edit(lambda item: item.update(path="data/revenue.csv")))
    assert broken(directory) == [_problem("income.path", "data/revenue.csv", "data/income.csv")]


def test_a_seal_is_of_its_type(tmp_path: Path) -> None:
    """A size that is a decimal or true equals a whole number, and is none."""
    directory = example(tmp_path)
    edit_descriptor(directory, _edit(lambda item: item.update(bytes=float(item["bytes"]))))
    assert [found[:2] for found in broken(directory)] == [("hash", "data/income.csv (bytes)")]
