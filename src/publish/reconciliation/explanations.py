"""What results and findings say: `explanations.toml` filled in, in Chinese and English."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish.reconciliation.claims import AtMost, Balance, Blend, Ratio, Same
from publish.reconciliation.results import Text
from publish.reconciliation.tolerances import decimals, shown

if TYPE_CHECKING:
    from publish.reconciliation.claims import Claim
    from publish.reconciliation.results import Figure

_MOST_TERMS = 40


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def plain(value: Decimal) -> str:
    """Return a number in digits; one that was computed without a tail of zeros."""
    return format(value, "f")


def say(name: str, /, **values: object) -> Text:
    """Return a phrase with its values; the name must stand in `explanations.toml`."""
    phrase = _phrases()[name]
    filled = {
        key: plain(value) if isinstance(value, Decimal) else value for key, value in values.items()
    }
    return Text(phrase["zh"].format(**filled), phrase["en"].format(**filled))


def cell(figure: Figure) -> str:
    """Return a figure as a reader knows it: 收入总计4383.87万元."""
    return f"{figure.name}{plain(figure.value)}{figure.unit}"


def terms(figures: tuple[Figure, ...]) -> str:
    """Return the printed digits of an addition; zeros add nothing."""
    told = [plain(figure.value) for figure in figures if figure.value] or ["0"]
    more = [f"… ({len(told)})"] if len(told) > _MOST_TERMS else []
    return " + ".join(told[:_MOST_TERMS] + more)


def _side(figures: tuple[Figure, ...], constant: Decimal) -> str:
    """Return one side of a balance: a figure by its name, several as a sum with its result."""
    if not figures:
        return plain(constant)
    if len(figures) == 1 and not constant:
        return cell(figures[0])
    total = sum((figure.value for figure in figures), constant)
    rest = f" + {plain(constant)}" if constant else ""
    return f"{terms(figures)}{rest} = {plain(total)}"


def sides(claim: Balance) -> tuple[str, str]:
    """Return the two sides of a balance in words."""
    return _side(claim.left, Decimal(0)), _side(claim.right, claim.constant)


def quotient(claim: Ratio) -> str:
    """Return the division behind a percentage: 14.31 ÷ 2491.62."""
    less = f" − {terms(claim.less)}" if claim.less else ""
    base = f"{terms(claim.whole)}{less}"
    return f"{terms(claim.part)} ÷ {f'({base})' if less else base}"


def values(claim: Same) -> str:
    """Return each value of a quantity with the places that print it: 45（L164、L1046）."""
    places: dict[str, list[str]] = {}
    for figure in claim.figures:
        told = places.setdefault(f"{plain(figure.value)}{figure.unit}", [])
        told += [place.locator for place in figure.places if place.locator not in told]
    return "；".join(f"{value}（{'、'.join(locators)}）" for value, locators in places.items())


def _percent(claim: Ratio | Blend) -> Decimal:
    return shown(claim.recomputed, max(decimals(claim.published), 2))


def claimed(claim: Claim) -> Text:
    """Return what a failed claim says: both sides, the difference and what rounding allows."""
    if isinstance(claim, Balance):
        left, right = sides(claim)
        unit = claim.left[0].unit
        phrase = "balance" if claim.tolerance else "balance-exact"
        return say(
            phrase if claim.right else "balance-constant", left=left, right=right,
            difference=abs(claim.difference), unit=unit, tolerance=claim.tolerance,
        )  # fmt: skip
    if isinstance(claim, AtMost):
        part, whole = ("、".join(map(cell, figures)) for figures in (claim.part, claim.whole))
        unit = claim.part[0].unit
        return say("at-most", part=part, whole=whole, difference=claim.difference, unit=unit)
    if isinstance(claim, Same):
        return say("same", values=f"{claim.figures[0].name}：{values(claim)}")
    if isinstance(claim, Blend):
        amount, rate = min(claim.parts, key=lambda part: part[1].value)
        return say(
            "blend", name=claim.rate.name, published=claim.published, recomputed=_percent(claim),
            least=amount.name, rate=rate.value,
        )  # fmt: skip
    is_cut = claim.is_possible and claim.is_cut
    return say(
        "ratio-cut" if is_cut else "ratio",
        name=claim.percent.name,
        published=claim.published,
        formula=quotient(claim),
        recomputed=_percent(claim) if claim.is_possible else "—",
    )
