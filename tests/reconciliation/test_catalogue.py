"""The catalogue of checks: its help is about any department, and its examples are invented."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import example_reference
import pytest

import publish
from publish.documents import passages
from publish.reconciliation import catalogue

SOURCES = Path(publish.__file__).parent
NUMBER = re.compile(r"\d+(?:\.\d+)?")
# A figure that tells a document: 4383.87, 302; not 12, and not the 100 of every 100%.
TELLING = re.compile(r"\d{3,}(?:\.\d+)?|\d+\.\d{2,}")
WHOLE = {"100"}


def example_of(check: str) -> str:
    """Return the example in the help of a check."""
    return catalogue.checks()[check].example


def _adds_up(*said: Decimal) -> bool:
    """The whole, its parts, and their sum: it is another one than the whole."""
    whole, *parts, total = said
    return sum(parts) == total != whole


def _of_the_list(whole: Decimal, *said: Decimal) -> bool:
    """The whole, three items, their sum, what it lacks, and the item that mends it."""
    *items, total, lack, wrong, right = said
    return sum(items) == total == whole - lack and wrong in items and right == wrong + lack


def _short(whole: Decimal, *said: Decimal) -> bool:
    *parts, total, lack = said
    return sum(parts) == total == whole - lack


def _net(original: Decimal, depreciation: Decimal, net: Decimal, printed: Decimal) -> bool:
    return original - depreciation == net != printed


def _both_sides(income: Decimal, spent: Decimal, *said: Decimal) -> bool:
    opening, closing, side = said
    return income != spent and income + opening == side == spent + closing


def _used(opening: Decimal, arranged: Decimal, *said: Decimal) -> bool:
    *uses, come, gone = said
    return opening + arranged == come != gone == sum(uses)


def _listed(*said: Decimal) -> bool:
    *shares, total = said
    return sum(shares) == total != 100


def _percent(part: Decimal, whole: Decimal, right: Decimal, printed: Decimal) -> bool:
    return part / whole * 100 == right != printed


def _grown(now: Decimal, change: Decimal, right: Decimal, printed: Decimal) -> bool:
    return change / (now - change) * 100 == right != printed


def _year_before(now: Decimal, change: Decimal, before: Decimal, drawn: Decimal) -> bool:
    return now - change == before != drawn


ARITHMETIC: dict[str, Callable[..., bool]] = {
    **dict.fromkeys(
        [
            "income-equals-its-sources",
            "expenditure-equals-its-kinds",
            "basic-and-project-make-up-the-amount",
            "basic-equals-personnel-and-public",
            "three-public-equals-its-parts",
            "receptions-add-up",
            "vehicles-add-up",
            "procurement-equals-its-kinds",
            "units-add-up",
            "funds-add-up-to-the-appropriation",
            "appropriations-add-up",
            "project-lines-add-up",
            "project-money-adds-up-by-source",
            "income-by-function-adds-up",
            "totals-include-the-carry-over",
        ],
        _adds_up,
    ),
    "parents-equal-children": _of_the_list,
    "groups-equal-their-accounts": _short,
    "assets-add-up": _net,
    "totals-balance": _both_sides,
    "appropriations-balance": _used,
    "fund-accounts-balance": _used,
    "share-is-part-of-whole": _percent,
    "shares-make-up-the-whole": _listed,
    "completion-is-final-of-budget": lambda budget, final, *said: _percent(final, budget, *said),
    "execution-rate-is-paid-of-planned": lambda planned, paid, *said: _percent(
        paid, planned, *said
    ),
    "change-rate-is-change-of-last-year": _grown,
    "charts-show-last-year": _year_before,
    "completion-fits-its-parts": lambda whole, part, others: part < whole == others,
    "same-quantity-has-one-value": lambda one, other, right: one != other == right,
    "part-is-within-whole": lambda whole, part: part > whole,
    "announced-counts-match-lists": lambda said, found: said != found,
    "phases-are-nested": lambda goals, evaluated: evaluated > goals,
    "counts-fit-amounts": lambda count, amount: count == 0 < amount,
    "results-meet-targets": lambda target, actual: actual < target,
    "weights-and-scores-add-up": lambda weight, score: score > weight,
    "reports-state-the-targets-of-the-form": lambda form, report: form != report,
    "contracts-are-within-their-money": lambda money, contract: contract > money,
    "nothing-has-no-completion": lambda final, printed: final == 0 < printed,
    "nothing-has-no-change-rate": lambda now, printed: now > 0 and printed > 0,
}
# Figures that no other figure of the example confirms or denies.
ALONE = {
    "direction-fits-the-figures",
    "amounts-are-in-one-unit",
    "amounts-have-a-unit",
    "percentages-have-a-sign",
    "percentages-keep-their-decimals",
    "headings-are-numbered-in-order",
}


@pytest.mark.parametrize("check", ARITHMETIC)
def test_an_example_shows_what_its_check_finds(check: str) -> None:
    """The figures of an example agree or contradict each other just as it says."""
    numbers = [Decimal(number) for number in NUMBER.findall(example_of(check))]
    assert ARITHMETIC[check](*numbers)


def test_the_example_of_rounding_is_within_rounding() -> None:
    """Three figures with one decimal are off by 0.15 at most."""
    numbers = NUMBER.findall(example_of("basic-equals-personnel-and-public"))
    whole, *_parts, total = (Decimal(number) for number in numbers)
    assert abs(whole - total) < Decimal("0.15")


def test_every_example_with_figures_is_verified() -> None:
    """A new example needs its arithmetic here."""
    with_figures = {check for check in catalogue.checks() if NUMBER.search(example_of(check))}
    assert with_figures == set(ARITHMETIC) | ALONE


def _docstrings(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            yield id(body[0].value)


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, str):
        yield value


def _texts(path: Path) -> Iterator[str]:
    """Return the texts of a file that reach somebody: not its comments and docstrings."""
    content = path.read_text("utf-8")
    if path.suffix == ".toml":
        yield from _strings(tomllib.loads(content))
    elif path.suffix == ".py":
        tree = ast.parse(content)
        aside = set(_docstrings(tree))
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and id(node) not in aside
            if is_text and isinstance(node.value, str):
                yield node.value
    else:
        yield content


def shipped() -> Iterator[tuple[str, str]]:
    """Every text that every publisher gets, with its file; the code lists are data."""
    for path in sorted(SOURCES.rglob("*")):
        if path.suffix in {".toml", ".py", ".j2", ".js", ".po", ".txt"}:
            for text in _texts(path):
                yield str(path.relative_to(SOURCES)), text


def _figures_of_the_reference() -> set[str]:
    text = "\n".join(passages.clean(line).text for line in example_reference.lines())
    return set(NUMBER.findall(text.replace(",", ""))) - WHOLE


def test_no_help_carries_a_figure_of_the_reference_document() -> None:
    """The help of a check is for every department: its figures are invented."""
    known = _figures_of_the_reference()
    assert "4383.87" in known
    found = {
        (check.id, figure)
        for check in catalogue.checks().values()
        for figure in TELLING.findall(f"{check.when}{check.example}{check.remedy}")
        if figure in known
    }
    assert found == set()


def test_no_text_carries_an_amount_of_the_reference_document() -> None:
    """Nor does anything else that is shipped: texts, templates, messages, scripts."""
    known = {figure for figure in _figures_of_the_reference() if "." in figure}
    found = {
        (path, figure)
        for path, text in shipped()
        for figure in re.findall(r"\d+\.\d+", text)
        if figure in known and TELLING.fullmatch(figure)
    }
    assert found == set()


def test_no_text_names_what_is_of_the_reference_document() -> None:
    """No name of its place, its department, its projects and its firms is shipped."""
    package = example_reference.imported().package
    department = package.descriptor["department"]
    names = {department["slug"], department["name"], "攀枝花", "panzhihua", "仁和", "米易", "盐边"}
    names |= {str(row["name"]) for row in package.rows("projects")}
    names |= {"防震减灾", "地震监测", "应急管理局", "安全生产", "消防救援", "万宇长丰"}
    found = {(path, name) for path, text in shipped() for name in names if name in text}
    assert found == set()
