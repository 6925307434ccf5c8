"""A document says what it says at every width: the checks find nothing that the width has made."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from types import MappingProxyType

import pytest
from consistent_packages import Amounts, Writer, amounts, package_of
from example_formats import word
from example_reference import SOURCE
from example_transformations import changed, read, transformed, width, wrapped
from hypothesis import given, settings
from hypothesis import strategies as st

from publish import documents, reconciliation
from publish.documents import printed
from publish.packages import Package
from publish.reconciliation import Outcome, Severity, finding_rows

WIDTHS = st.integers(25, 60)
MEASURES = st.sampled_from([len, width])
DRESSES = ("crlf", "full-width digits", "blank lines between lines", "page", "word")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_NARROW = {wide: narrow for narrow, wide in _FULL_WIDTH.items()}
# Each of them reads the document twice, which takes a second.
_FEW = settings(max_examples=3, deadline=None)

Claim = tuple[str, tuple[tuple[str, str, str], ...]]


@cache
def reference() -> str:
    """The reference document."""
    return SOURCE.read_bytes().decode()


@cache
def outcome(content: bytes) -> Outcome:
    """What the checks find in a document."""
    return reconciliation.run(read(content).package)


def claims(found: Outcome, *severities: Severity) -> set[Claim]:
    """What the findings of these weights are about: the check and its figures."""
    return {
        (one.check, tuple((at.table, at.column, str(at.value)) for at in one.figures))
        for one in found.findings
        if one.severity in severities
    }


def unheld(found: Outcome, lines: list[str]) -> list[str]:
    """The places of findings, as they are stored, that do not quote their line."""
    known = [finding_rows.row(finding) for finding in found.findings]
    return [
        f"{row['id']} {locator}: {quote}"
        for row in known
        for locator, quote in zip(
            str(row["source_locator"]).split(";"),
            str(row["source_quote"]).split("\t"),
            strict=True,
        )
        if not quote or quote not in lines[int(locator.removeprefix("L")) - 1]
    ]


def _same(text: str, content: bytes) -> None:
    """See that a document is accused of the same errors and warnings as another one."""
    both = Severity.ERROR, Severity.WARNING
    before, after = outcome(text.encode()), outcome(content)
    assert claims(after, *both) - claims(before, *both) == set()
    assert claims(before, Severity.ERROR) - claims(after, Severity.ERROR) == set()


@given(WIDTHS, MEASURES)
@_FEW
def test_wrapped_the_reference_document_is_accused_of_the_same(
    most: int, measure: Callable[[str], int]
) -> None:
    """Cut at any width, by letters or by columns: no other error or warning, no error less."""
    content = wrapped(reference(), most, measure)
    _same(reference(), content.encode())
    assert unheld(outcome(content.encode()), content.split("\n")) == []


@given(WIDTHS, MEASURES)
@_FEW
def test_with_full_width_digits_it_is_accused_of_the_same(
    most: int, measure: Callable[[str], int]
) -> None:
    """A digit as wide as a Chinese letter is a digit, on either side of a cut."""
    _same(reference(), wrapped(reference().translate(_FULL_WIDTH), most, measure).encode())


@pytest.mark.parametrize("dress", DRESSES)
def test_in_every_dress_it_is_accused_of_the_same(dress: str) -> None:
    """Ends of lines, digits, blank lines, a page and a Word document: no other finding."""
    _same(reference(), transformed(reference())[dress])


@pytest.mark.parametrize("dress", [dress for dress in DRESSES if dress != "full-width digits"])
@given(WIDTHS, MEASURES)
@settings(max_examples=1, deadline=None)
def test_wrapped_in_every_dress_it_is_accused_of_the_same(
    dress: str, most: int, measure: Callable[[str], int]
) -> None:
    """A text that was wrapped before it got its other ends of lines, or became a page."""
    _same(reference(), transformed(wrapped(reference(), most, measure))[dress])


def _paragraphs(text: str) -> bytes:
    return word(list(text.split("\n")))


def _saved(text: str) -> str:
    """A text that became a Word document, and a text again."""
    return "\n".join(line.text for line in printed.lines(documents.read(_paragraphs(text))))


# What is done to the text before it is wrapped, and what to the wrapped text.
ORDERS: dict[str, tuple[Callable[[str], str], Callable[[str], bytes]]] = {
    "wide digits, wrapped": (lambda text: text.translate(_FULL_WIDTH), str.encode),
    "wrapped, wide digits": (str, lambda text: text.translate(_FULL_WIDTH).encode()),
    "Word, wrapped": (_saved, str.encode),
    "wrapped, Word": (str, _paragraphs),
    "wide digits, wrapped, Word": (lambda text: text.translate(_FULL_WIDTH), _paragraphs),
    "wide digits, wrapped, narrow digits": (
        lambda text: text.translate(_FULL_WIDTH),
        lambda text: text.translate(_NARROW).encode(),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("most", [30, 44])
@pytest.mark.parametrize("measure", [len, width])
def test_wrapped_before_or_behind_a_change_it_says_the_same(
    order: str, most: int, measure: Callable[[str], int]
) -> None:
    """Whatever was done first: the same amounts, or listed; no error or warning by the order."""
    first, last = ORDERS[order]
    content = last(wrapped(first(reference()), most, measure))
    assert changed(read(reference().encode()), read(content)) == []
    _same(reference(), content)


def _wrapped(package: Package, most: int, measure: Callable[[str], int]) -> Package:
    """A package whose document was wrapped: every row quotes the printed lines of its sentence."""
    lines = package.source.decode().split("\n")
    parts = [wrapped(line, most, measure).split("\n") for line in lines]
    first = [1 + sum(map(len, parts[:at])) for at in range(len(parts))]
    known = {}
    for name, table in package.tables.items():
        moved = []
        for row in table:
            at = int(str(row["source_locator"]).removeprefix("L")) - 1
            locators = ";".join(f"L{first[at] + more}" for more in range(len(parts[at])))
            quote = "\t".join(parts[at])
            moved.append({**row, "source_locator": locators, "source_quote": quote})
        known[name] = tuple(moved)
    source = "\n".join(line for part in parts for line in part).encode()
    return replace(package, tables=MappingProxyType(known), source=source)


@given(amounts, WIDTHS, MEASURES)
@settings(max_examples=20)
def test_where_everything_agrees_a_width_accuses_of_nothing(
    drawn: Amounts, most: int, measure: Callable[[str], int]
) -> None:
    """A consistent document is consistent at every width."""
    found = reconciliation.run(_wrapped(package_of(drawn), most, measure))
    assert [one for one in found.findings if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize(("sign", "expected"), [("%", []), ("", ["percentages-have-a-sign"])])
def test_a_sign_on_the_next_line_is_a_sign(sign: str, expected: list[str]) -> None:
    """完成预算98 | % is whole; without the sign anywhere it is found."""
    said = "车辆购置支出决算为21.57万元，比去年的费用少一些，完成预算98"
    writer = Writer()
    writer.say("为了加强管理。" * 20)
    writer.add("three-public", "车辆购置", key="vehicles", completion_pct=Decimal(98))
    writer.lines[-1] = f"{said}{sign}。"
    package = _wrapped(writer.package(), len(said), len)
    assert b"98\n%" in package.source or not sign
    found = reconciliation.run(package).findings
    assert [one.check for one in found if one.check.startswith("percent")] == expected
