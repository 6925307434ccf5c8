"""The files beside the pages: the package as it is, tables for Excel, one archive, checksums.

A package lies at its address as it lies in `datapackages/`, byte for byte, so that programs read
it from the web: <department>/<year>/datapackage.json.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import downloads, tables, texts
from publish.pages.offers import offer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publish.packages import Package
    from publish.pages.offers import Offer

EVERYTHING = "all"
CHECKSUMS = "SHA256SUMS"


def _archive(package: Package) -> str:
    return f"{package.department}-{package.fiscal_year}.zip"


def _called(kind: str) -> str:
    return texts.plain(f"downloads.kinds.{kind}")


def files(package: Package, content: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files beside the pages of a year by their path; `content` is the package's own."""
    known = tables.load()
    excel = {
        f"data/{name}-excel.csv": downloads.excel_csv(known[name], package.tables[name])
        for name in package.tables
    }
    folder = f"{package.department}-{package.fiscal_year}"
    found = {**content, **excel}
    found[_archive(package)] = downloads.archive(found, folder)
    return {**found, CHECKSUMS: downloads.checksums(found)}


def offers(package: Package, found: Mapping[str, bytes]) -> dict[str, tuple[Offer, ...]]:
    """Return what the pages offer of these files: by table, `source` and `all`."""
    kinds = (("csv", ""), ("excel", "-excel"))
    by_table = {
        name: tuple(
            offer(_called(kind), path, found[path])
            for kind, flavour in kinds
            for path in (f"data/{name}{flavour}.csv",)
        )
        for name in package.tables
    }
    source = f"source/{package.source_name}"
    whole = (
        ("all", _archive(package)),
        ("descriptor", "datapackage.json"),
        ("checksums", CHECKSUMS),
        ("source", source),
    )
    return {
        **by_table,
        "source": (offer(_called("source"), source, found[source]),),
        EVERYTHING: tuple(offer(_called(kind), path, found[path]) for kind, path in whole),
    }


def long_tables(published: Sequence[Package]) -> dict[str, bytes]:
    """Return each table over all departments and years, by its path."""
    return {
        f"data/{name}.csv": downloads.long_csv(table, published)
        for name, table in tables.load().items()
        if any(package.rows(name) for package in published)
    }


def long_offers(found: Mapping[str, bytes]) -> tuple[Offer, ...]:
    """Return what the home page offers of these files."""
    known = tables.load()
    return tuple(
        offer(known[name].title, f"data/{name}.csv", found[f"data/{name}.csv"])
        for name in known
        if f"data/{name}.csv" in found
    )
