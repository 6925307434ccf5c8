"""The example package as the pages see it."""

from pathlib import Path

from example_package import example

from publish import downloads, packages, reconciliation, tables
from publish.charts import Chart
from publish.packages import Package, trees
from publish.pages import finding_marks, originals
from publish.pages.links import OriginalDocument
from publish.pages.years import Edition
from publish.tables import Row, Value


def loaded(root: Path) -> Package:
    """Return the example as it is read from its files, with every column."""
    return packages.load(example(root))


def draw(chart: Chart) -> str:
    """Return a mark that tells which chart stands here."""
    return f'<svg class="chart">{len(chart.bars)}</svg>'


def edition(root: Path, years: tuple[int, ...] = (2020,)) -> Edition:
    """Return the example with its document, its files and a draughtsman that only counts bars."""
    directory = example(root)
    package = packages.load(directory)
    files = downloads.files(package, trees.read(directory))
    outcome = reconciliation.run(package)
    document = OriginalDocument(
        originals.read(package.document), marks=finding_marks.of(outcome.findings)
    )
    return Edition(
        package=finding_marks.addressed(package),
        document=document,
        offers=downloads.offered(package, files),
        years=years,
        draw=draw,
        outcome=outcome,
    )


def rows(table: str, *found: dict[str, Value]) -> tuple[Row, ...]:
    """Return rows of a table; columns that are not given are not stated."""
    names = [field.name for field in tables.load()[table].fields]
    return tuple({**dict.fromkeys(names), "statement": 1, **row} for row in found)
