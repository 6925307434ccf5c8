"""The files beside the pages."""

import io
import zipfile
from pathlib import Path

import pytest
from example_package import example

from publish import downloads, packages
from publish.errors import BuildError
from publish.packages import contents, trees

TABLES = (
    "basic-expenditure",
    "document",
    "economic-classification",
    "expenditure-by-function",
    "findings",
    "functional-classification",
    "income",
    "key-figures",
    "official-travel",
    "outline",
    "three-public",
)


def test_the_package_lies_there_byte_for_byte_with_what_is_made_of_it(tmp_path: Path) -> None:
    """The package as it is, each table for Excel, one archive of all, and the checksums."""
    content = contents.published(example(tmp_path))
    found = downloads.files(packages.load(tmp_path / "fire-brigade" / "2020"), content)
    assert sorted(found) == sorted(
        [
            "SHA256SUMS",
            "datapackage.json",
            "fire-brigade-2020.zip",
            "source/accounts.txt",
            *(f"data/{name}{kind}.csv" for name in TABLES for kind in ("", "-excel")),
        ]
    )
    assert {path: found[path] for path in content} == content
    with zipfile.ZipFile(io.BytesIO(found["fire-brigade-2020.zip"])) as archive:
        assert archive.read("fire-brigade-2020/data/income.csv") == content["data/income.csv"]


def test_every_file_is_offered_where_it_lies(tmp_path: Path) -> None:
    """Offers name files that exist, with their sizes."""
    directory = example(tmp_path)
    package = packages.load(directory)
    found = downloads.files(package, contents.published(directory))
    offers = downloads.offered(package, found)
    assert sorted(offers) == sorted([*TABLES, "all", "source"])
    assert {str(each.href) for made in offers.values() for each in made} <= set(found)


def test_long_tables_have_every_department_and_year(tmp_path: Path) -> None:
    """A table that no package has, and the document, are no files; the others have their titles."""
    package = packages.load(example(tmp_path))
    long = downloads.long_tables([package])
    assert sorted(long) == [f"data/{name}.csv" for name in TABLES if name != "document"]
    assert (
        long["data/income.csv"]
        .splitlines()[1]
        .startswith("fire-brigade,消防队,2020,total".encode())
    )
    assert [offer.kind for offer in downloads.long_offers(long)][:2] == [
        "主要决算数据",
        "收入决算",
    ]


def test_two_originals_of_one_name_are_refused(tmp_path: Path) -> None:
    """None of them takes the place of the other without a word."""
    content = contents.published(example(tmp_path))
    both = {"source/a.html": b"<p>", "source/a-html.txt": b""}
    with pytest.raises(BuildError, match="fire-brigade/2020/source"):
        downloads.files(packages.load(tmp_path / "fire-brigade" / "2020"), content | both)


def test_no_file_is_laid_over_another(tmp_path: Path) -> None:
    """What a person wrote for the same place is a message, not a loss."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "income.csv").write_bytes(b"mine")
    with pytest.raises(BuildError, match=r"data/income\.csv"):
        downloads.lay({"data/income.csv": b"1"}, tmp_path)
    assert trees.read(tmp_path) == {"data/income.csv": b"mine"}
