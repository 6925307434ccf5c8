"""Quantities: what a figure is about, so that places which state the same are found by it.

`quantities.toml` says which keys of which tables are one quantity; charts are read by the words
of their categories, projects by their id, lines of money by what they are for.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publish.reconciliation.books import is_figure
from publish.reconciliation.rules import appropriations, payments, printed_charts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure

STATEMENT = "statement"
# Where the wording leaves room for another scope.
LOOSE, OTHER = "appropriation", "other"


@cache
def declared() -> dict[str, Any]:
    """Return `quantities.toml`."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def of_key(entry: Entry, column: str) -> str:
    """Return the quantity that a keyed row states in a column, empty where none is declared."""
    keys = declared()["keys"].get(entry.table.name, {})
    name = keys.get(entry.text("key"), "") if keys.get("column") == column else ""
    return str(name).format(scope=entry.text("scope"))


def _of_total(entry: Entry, column: str) -> str:
    """Return the quantity that the row 合计 of an official table states in a column."""
    totals = declared()["totals"].get(entry.table.name, {})
    name = totals.get(column, "") if entry["level"] == "total" else ""
    return str(name).format(fund=entry.text("fund"))


def _own(entry: Entry, column: str) -> str:
    """Return the quantity by the key of its own table; a code is surer than a label."""
    names = [name for name in entry.table.primary_key if name != STATEMENT]
    if entry["code"]:
        names = [name if name != "label" else "code" for name in names]
    return "|".join([entry.table.name, *(entry.text(name) for name in names), column])


def _keyed(book: Book) -> Iterator[tuple[str, Figure]]:
    """Yield the figures of tables that count statements."""
    for name, table in book.known.items():
        if STATEMENT not in table.primary_key:
            continue
        columns = [column.name for column in table.fields if is_figure(column)]
        for entry in book.entries(name):
            for column in columns:
                figure = entry.figure(column)
                if figure:
                    named = of_key(entry, column) or _of_total(entry, column)
                    yield named or _own(entry, column), figure


def _projects(book: Book) -> Iterator[tuple[str, Figure]]:
    for table, columns in declared()["projects"].items():
        for project, entries in book.by(table, "project_id").items():
            if not project or len(entries) > 1:
                continue
            for column, phase in columns.items():
                figure = entries[0].figure(column)
                if figure:
                    yield f"project/{project}/{phase}", figure


def _lines(book: Book) -> Iterator[tuple[str, Figure]]:
    for (project, name), lines in payments.matched(book).items():
        for line in lines:
            for phase, figure in (
                ("planned", line.planned),
                ("paid", line.paid),
                ("rate", line.rate),
            ):
                if figure:
                    yield f"line/{project}/{name}/{phase}", figure


def _subject(entry: Entry, first: Entry) -> str:
    for text in (entry.text("label"), first.text("label"), entry.text("kind")):
        for subject, words in declared()["appropriations"]["subjects"].items():
            if re.search(words, text):
                return str(subject)
    return ""


def _appropriations(book: Book) -> Iterator[tuple[str, Figure]]:
    stages = declared()["appropriations"]["stages"]
    for entries in appropriations.sentences(book):
        kind = entries[0].text("kind")
        for entry in entries:
            figure = entry.figure("amount_wanyuan")
            subject = _subject(entry, entries[0])
            is_part = "追加" in kind and entry["stage"] != "added"
            is_whole = entry["stage"] in stages or subject == OTHER
            if figure and subject and is_whole and not is_part:
                yield f"{LOOSE}/{subject}/{entry['stage']}", figure


def _names(book: Book) -> dict[str, str]:
    """Return the quantities of rows whose name a chart may use, by the bare name."""
    found: dict[str, str] = {}
    for table in ("income", "expenditure", "three-public"):
        for entry in book.first(table):
            name = of_key(entry, declared()["keys"][table]["column"])
            own = name or _own(entry, "amount_wanyuan")
            for text in (entry.name, entry.table.keys.get(entry.text("key"), "")):
                found.setdefault(printed_charts.bare(text), own)
    for entry in book.first("expenditure-by-function"):
        if entry["level"] == "class" and entry["fund"] == "general_public_budget":
            own = _own(entry, "amount_wanyuan")
            found[printed_charts.bare(entry.name)] = own
            found.setdefault(printed_charts.bare(entry.text("class_name")), own)
    return found


def _points(book: Book) -> Iterator[tuple[str, Figure]]:
    """Yield the points of charts that show a figure of the year."""
    names, words = _names(book), declared()["charts"]
    for point in printed_charts.points(book):
        if point.year in {None, book.year}:
            quantity = (
                names.get(printed_charts.bare(point.category), "") if point.year is None else ""
            )
            quantity = quantity or printed_charts.quantity(point, words)
            if quantity:
                yield quantity, point.figure


def stated(book: Book) -> dict[str, tuple[Figure, ...]]:
    """Return every quantity with the figures that state it, each cell once."""
    found: dict[str, dict[Figure, None]] = {}
    for read in (_keyed, _projects, _lines, _appropriations, _points):
        for quantity, figure in read(book):
            found.setdefault(quantity, {})[figure] = None
    return {quantity: tuple(figures) for quantity, figures in found.items()}
