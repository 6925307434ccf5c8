"""The files beside the pages: the package as it is, tables for Excel, one archive, checksums.

A package lies at its address as it lies in `datapackages/`, byte for byte, so that programs read
it from the web: <department>/<year>/datapackage.json. Only an original that a browser might run has
another name there. The generator never sees these files: it would make pages of some of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import tables, texts
from publish.downloads import csvs, safe_names
from publish.downloads.offers import offer
from publish.errors import BuildError, Problem
from publish.messages import _
from publish.packages import whole_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from publish.downloads.offers import Offer
    from publish.packages import Package

EVERYTHING = "all"
CHECKSUMS = "SHA256SUMS"


def _archive(package: Package) -> str:
    return f"{package.department}-{package.fiscal_year}.zip"


def _called(kind: str) -> str:
    return texts.plain(f"downloads.kinds.{kind}")


def _one_place(place: str) -> BuildError:
    problem = Problem(
        place,
        _("two files for one place of the website"),
        _("a name for each file"),
        _("rename one of them, in the descriptor, too"),
    )
    return BuildError(_("The website was not built: two files have one place."), [problem])


def files(package: Package, content: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files beside the pages of a year by their path; `content` is the package's own.

    Raises BuildError where two originals would have one name.
    """
    known = tables.load()
    excel = {
        f"data/{name}-excel.csv": csvs.excel_csv(known[name], package.tables[name])
        for name in package.tables
    }
    folder = f"{package.department}-{package.fiscal_year}"
    whole = {**content, **excel}
    found = {safe_names.path(path, data): data for path, data in whole.items()}
    if len(found) < len(whole):
        raise _one_place(f"{package.address}/{safe_names.FOLDER}")
    found[_archive(package)] = csvs.archive(whole, folder)
    return {**found, CHECKSUMS: csvs.checksums(found)}


def offered(package: Package, found: Mapping[str, bytes]) -> dict[str, tuple[Offer, ...]]:
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
    source = safe_names.path(f"{safe_names.FOLDER}/{package.source_name}", package.source)
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
    """Return each table over all departments and years, by its path; the documents are left out."""
    return {
        f"data/{name}.csv": csvs.long_csv(table, published)
        for name, table in tables.load().items()
        if table.has_provenance and any(package.rows(name) for package in published)
    }


def long_offers(found: Mapping[str, bytes]) -> tuple[Offer, ...]:
    """Return what the home page offers of these files."""
    known = tables.load()
    return tuple(
        offer(known[name].title, f"data/{name}.csv", found[f"data/{name}.csv"])
        for name in known
        if f"data/{name}.csv" in found
    )


def lay(files: Mapping[str, bytes], site: Path) -> None:
    """Lay the files into a finished website. Raises BuildError where another file stands there."""
    with whole_files.opened(site) as room:
        for path, content in files.items():
            if (site / path).exists():
                raise _one_place(path)
            whole_files.put(site / path, content, room, lasts=False)
