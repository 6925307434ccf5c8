"""A package that takes the place of an older one: what people edited stays."""

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import example_package
import pytest
from example_package import edit_descriptor
from hypothesis import given
from hypothesis import strategies as st

from publish import importing, packages
from publish.importing import replacements
from publish.packages import Package, histories

NAME, TEXT = "accounts.txt", "攀枝花市应急管理局2020年度部门决算\n攀枝花市应急管理局下属单位"


def _described(text: str = TEXT) -> dict[str, Any]:
    return importing.describe(text.encode(), NAME, "bureau", 2020)


def _package(text: str = TEXT, amount: str = "1383.5") -> Package:
    """Return what an import of the text would give: a descriptor, a row, the document."""
    (row, *_others) = example_package.package().rows("income")
    rows = ({**row, "amount_wanyuan": Decimal(amount)},)
    return Package(_described(text), {"income": rows}, NAME, text.encode())


def _written(root: Path, edit: Callable[[dict[str, Any]], object] | None = None) -> Path:
    directory = root / "bureau" / "2020"
    packages.write(_package(), directory)
    if edit:
        edit_descriptor(directory, edit)
    return directory


def _edited(found: dict[str, Any]) -> None:
    """Edit everything that a clerk might."""
    found["title"] = "决算（附说明）"
    found["licenses"] = [{"name": "CC-BY-4.0"}]
    del found["statementOfUse"]
    found["contributors"].append({"title": "规划财务科", "roles": ["contact"]})
    found["keywords"] = ["应急"]
    found["department"] |= {"name": "市应急局", "region_code": "510402", "level": "county"}
    found["department"]["phone"] = "0812-0000000"
    found["version"], found["created"] = "3.1.4", "2021-09-01T00:00:00Z"
    found["sources"][0] |= {"title": "决算公开", "url": "https://example.gov.cn/1"}
    found["sources"].append({"title": "更正说明", "path": "source/second.txt", "bytes": 1})
    found["resources"][0]["note"] = "已核对"
    found["resources"].append({"name": "photos", "path": "data/photos.csv"})
    found["homepage"] = "https://example.gov.cn"


def test_a_new_reading_that_finds_the_same_changes_no_byte(tmp_path: Path) -> None:
    """Not of the descriptor, however it is written, nor of any other file."""
    directory = _written(tmp_path, _edited)
    before = (directory / "datapackage.json").read_bytes()
    found = replacements.of(directory, _package())
    packages.write(found.package, directory)
    assert (directory / "datapackage.json").read_bytes() == before
    assert (bool(found.changes), found.version) == (False, "")


def test_what_people_edited_stays_when_the_reading_changes(tmp_path: Path) -> None:
    """All of it; the rows are those of the new reading, and the version goes on from theirs."""
    directory = _written(tmp_path, _edited)
    old = json.loads((directory / "datapackage.json").read_bytes())
    found = replacements.of(directory, _package(amount="1383.6"))
    packages.write(found.package, directory)
    new = json.loads((directory / "datapackage.json").read_bytes())
    log = [
        {
            "version": "3.1.5",
            "date": histories.EDITION,
            "rows": {"changed": 1},
            "tables": ["income"],
        }
    ]
    wanted = deepcopy(old)
    wanted |= {"version": "3.1.5", "modified": histories.EDITION, "changes": log}
    wanted["resources"][0]["hash"] = new["resources"][0]["hash"]
    assert new == wanted
    assert new["resources"][0]["hash"] != old["resources"][0]["hash"]
    assert found.version == "3.1.5"


def test_what_stays_is_said(tmp_path: Path) -> None:
    """The defaults that people overwrote; what they added needs no words."""
    directory = _written(tmp_path, _edited)
    assert replacements.of(directory, _package()).kept == (
        *("title", "keywords", "statementOfUse", "sources.0.title"),
        *("department.name", "department.region_code", "department.level"),
    )


def test_the_import_owns_what_it_reads(tmp_path: Path) -> None:
    """Identity, unit and what is not disclosed are the document's, and the change is shown."""

    def edit(found: dict[str, Any]) -> None:
        found |= {"id": "other/2020", "unit": "元", "notDisclosed": []}
        found["department"]["slug"] = "other"
        found["sources"][0]["hash"] = "sha256:0"

    found = replacements.of(_written(tmp_path, edit), _package())
    made = _described()
    told = found.package.descriptor
    assert {key: told[key] for key in ("id", "unit", "notDisclosed", "sources", "department")} == {
        key: made[key] for key in ("id", "unit", "notDisclosed", "sources", "department")
    }
    shown = {one.key for one in found.changes.properties}
    assert {"id", "unit", "department.slug", "sources.0.hash", "notDisclosed.0.table"} <= shown


def test_a_default_follows_a_new_document_unless_it_was_edited(tmp_path: Path) -> None:
    """The title that the import once made is made anew; the one that somebody wrote stays."""
    text = TEXT.replace("应急管理局", "财政局")
    same = replacements.of(_written(tmp_path / "a"), _package(text)).package
    assert same.descriptor["title"] == "攀枝花市财政局2020年度部门决算"
    directory = _written(tmp_path / "b", lambda found: found.update(title="自己的"))
    edited = replacements.of(directory, _package(text)).package
    assert edited.descriptor["title"] == "自己的"
    assert edited.department_name == "攀枝花市财政局"


def test_a_further_source_that_becomes_the_document_is_listed_once(tmp_path: Path) -> None:
    """The other ones stay behind it."""

    def edit(found: dict[str, Any]) -> None:
        found["sources"] = [{"path": f"source/{name}.txt"} for name in ("old", "accounts", "more")]

    found = replacements.of(_written(tmp_path, edit), _package())
    paths = [source["path"] for source in found.package.descriptor["sources"]]
    assert paths == ["source/accounts.txt", "source/more.txt"]


def test_a_damaged_file_is_mended_without_a_new_version(tmp_path: Path) -> None:
    """What was published, sealed by its checksum, is the same again."""
    directory = _written(tmp_path)
    path = directory / "data" / "income.csv"
    path.write_text(path.read_text("utf-8").replace("1383.5,", "1383.6,", 1), "utf-8")
    found = replacements.of(directory, _package())
    assert [(row.sign, row.cells) for row in found.changes.rows] == [
        ("~", (("amount_wanyuan", "1383.6", "1383.5"),))
    ]
    assert (found.version, found.package.descriptor["version"]) == ("", "1.0.0")


def test_a_file_that_was_edited_beside_its_rows_is_said(tmp_path: Path) -> None:
    """A column of somebody's own would go without a word: no row differs."""
    directory = _written(tmp_path)
    path = directory / "data" / "income.csv"
    path.write_text(path.read_text("utf-8").replace("\n", ",\n"), "utf-8")
    assert replacements.of(directory, _package()).changes.files == ("income",)


def test_a_table_that_is_gone_is_a_new_major_version(tmp_path: Path) -> None:
    """Programs that read it break."""
    new = replace(_package(), tables={"staffing": ()})
    found = replacements.of(_written(tmp_path), new)
    assert "income" in found.changes.gone
    assert "staffing" in found.changes.added
    assert found.version == "2.0.0"


def test_a_descriptor_that_cannot_be_read_is_kept_aside(tmp_path: Path) -> None:
    """What was edited in it is not known, so all of it stays."""
    directory = _written(tmp_path)
    (directory / "datapackage.json").write_text('{"title": "自己的"', "utf-8")
    found = replacements.of(directory, _package())
    packages.write(found.package, directory)
    assert found.lost.startswith("datapackage.json.")
    assert (directory / found.lost).read_text("utf-8") == '{"title": "自己的"'
    assert packages.load(directory).department_name == "攀枝花市应急管理局"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
_KEYS = st.sampled_from([*_described(), "resources", "licenses", "modified", "changes", "更多"])


@given(st.dictionaries(_KEYS, _JSON, max_size=6))
def test_whatever_the_descriptor_holds_nothing_of_people_is_lost(
    tmp_path_factory: pytest.TempPathFactory, edits: dict[str, Any]
) -> None:
    """Any value that is not the import's own stands in the new descriptor as it stood."""
    root = tmp_path_factory.mktemp("any")
    directory = _written(root, lambda found: found.update(edits))
    found = replacements.of(directory, _package(amount="7")).package
    told = json.loads(packages.files(found)["datapackage.json"])
    theirs = set(edits) - replacements.OWNED - {"sources", "department", *histories.KEYS}
    assert {key: told[key] for key in theirs} == {key: edits[key] for key in theirs}
