"""Findings made by hand, for tests of the pages that show them."""

from decimal import Decimal

from publish import documents
from publish.pages import originals
from publish.pages.links import OriginalDocument
from publish.reconciliation import (
    Certainty,
    Figure,
    FigurePlace,
    Finding,
    Result,
    Severity,
    Status,
    Text,
)
from publish.reconciliation.claims import Balance, Claim

LINES = ("支出合计5.00万元，占100%", "基本支出1.25万元", "项目支出2.75万元，4套", "其他支出0万元")
DOCUMENT = OriginalDocument(originals.read(documents.read("\n".join(LINES).encode())))
SUMS = "expenditure-equals-its-kinds"


def figure(line: int, value: str, name: str, *, column: str = "amount_wanyuan") -> Figure:
    """Return a number of the table expenditure that stands in a line, counted from 1."""
    return Figure(
        table="expenditure",
        index=line - 1,
        column=column,
        value=Decimal(value),
        half=Decimal("0.005"),
        unit="%" if column.endswith("_pct") else "万元",
        name=name,
        row_key=f"{line}",
        places=(FigurePlace(f"L{line}", LINES[line - 1]),),
    )


TOTAL = figure(1, "5.00", "支出合计")
SHARE = figure(1, "100", "支出合计（占比）", column="share_pct")
BASIC = figure(2, "1.25", "基本支出")
PROJECTS = figure(3, "2.75", "项目支出")
OTHERS = figure(4, "0", "其他支出")
SUM = Balance((TOTAL,), (BASIC, PROJECTS, OTHERS))


def result(claim: Claim | None = SUM, status: Status = Status.FAILED, subject: str = "") -> Result:
    """Return the result of a check of sums."""
    figures = claim.figures if claim else ()
    return Result(SUMS, status, subject or "支出合计", figures, claim=claim)


def finding(
    *results: Result, severity: Severity = Severity.ERROR, closes_with: str = "", text: str = ""
) -> Finding:
    """Return a finding of these results, else that the total is not its parts."""
    known = results or (result(),)
    claim = known[0].claim
    figures = tuple(dict.fromkeys(one for each in known for one in each.figures))
    return Finding(
        id="expenditure-equals-its-kinds-0a1b2c3d",
        check=SUMS,
        family="sums",
        severity=severity,
        certainty=Certainty.PROVEN,
        text=Text(text or "支出合计5.00万元，而1.25 + 2.75 = 4.00。别的也不合。", "They differ."),
        figures=figures,
        places=tuple(place for one in figures for place in one.places),
        published=claim.published if claim else None,
        recomputed=claim.recomputed if claim else None,
        difference=claim.difference if claim else None,
        tolerance=claim.tolerance if claim else None,
        closes_with=closes_with,
        results=known,
    )
