"""Writers of small documents for the tests of the rules, and what reconciliation says of them.

The file of each rule has a case for each of its checks: a function named as the check, which writes
a document in which the claim holds, or, with `broken`, one with the one slip that the check finds.
"""

import inspect
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeAlias

from consistent_packages import Writer
from hypothesis import strategies as st

from publish import reconciliation
from publish.packages import Package
from publish.reconciliation import Result, Status

D = Decimal

BUDGET = "general_public_budget"
APPROVED = tomllib.loads(
    Path(__file__).with_name("reconciliation_findings.toml").read_text("utf-8")
)
EMPTY = Package({"fiscalYear": 2020}, MappingProxyType({}), "", b"")
# Amounts of 1000万元 and more, in hundredths: their rounding moves no percentage by 0.01.
LARGE = st.integers(min_value=100_000, max_value=9_999_999)
# Amounts in hundredths of 万元, and by how many hundredths a printed one is another.
CENTS = st.integers(min_value=1_001, max_value=9_999_999)
STEPS = st.integers(min_value=-4, max_value=4) | st.integers(min_value=-500, max_value=500)


class Case(Protocol):
    """A function that writes a case."""

    def __call__(self, writer: Writer, *, broken: bool) -> None:
        """Write the case, with its slip or without."""


Allowed: TypeAlias = Callable[[Writer], None]


def of(names: Mapping[str, object]) -> dict[str, Case]:
    """Return the cases of a module by the id of their check."""
    return {name.replace("_", "-"): found for name, found in _with(names, ["writer", "broken"])}


def allowed(names: Mapping[str, object]) -> dict[str, Allowed]:
    """Return the writers of a module of what scope, phase or form explains, by their names."""
    return dict(_with(names, ["writer"]))


def _with(
    names: Mapping[str, object], parameters: list[str]
) -> list[tuple[str, Callable[..., None]]]:
    return [
        (name, found)
        for name, found in names.items()
        if inspect.isfunction(found)
        and found.__module__ == names["__name__"]
        and list(inspect.signature(found).parameters) == parameters
    ]


def _package(write: Case, *, broken: bool) -> Package:
    writer = Writer()
    write(writer, broken=broken)
    return writer.package()


def assert_passes(check: str, write: Case) -> None:
    """Assert that the check passes, and that no check finds anything."""
    outcome = reconciliation.run(_package(write, broken=False))
    assert outcome.findings == ()
    assert Status.PASSED in {result.status for result in outcome.results if result.check == check}


def assert_found(check: str, write: Case) -> None:
    """Assert that the approved finding is the only one, and stands where it says."""
    package = _package(write, broken=True)
    lines = package.source.decode().split("\n")
    findings = reconciliation.run(package).findings
    found = [
        {
            "check": finding.check,
            "severity": str(finding.severity),
            "certainty": str(finding.certainty),
            "message": finding.text.zh,
            "message_en": finding.text.en,
            "closes_with": finding.closes_with,
        }
        for finding in findings
    ]
    assert found == [{"check": check, **APPROVED[check]}]
    places = findings[0].places
    assert places
    assert all(place.quote in lines[int(place.locator[1:]) - 1] for place in places)


def assert_nothing_found(write: Allowed) -> None:
    """Assert that no check finds anything."""
    writer = Writer()
    write(writer)
    assert reconciliation.run(writer.package()).findings == ()


def contradicted(writer: Writer) -> list[str]:
    """Return the checks of all findings but the notes of rounding, in which every claim passed."""
    return [
        finding.check
        for finding in reconciliation.run(writer.package()).findings
        if any(result.status is not Status.PASSED for result in finding.results)
    ]


def said(package: Package, check: str) -> list[tuple[str, str]]:
    """Return status and words of the results of a check."""
    return list(
        map(_told, (one for one in reconciliation.run(package).results if one.check == check))
    )


def _told(result: Result) -> tuple[str, str]:
    return str(result.status), result.text.en


def keyed(writer: Writer, table: str, column: str, **cells: str) -> None:
    """Write a row of a table for each key."""
    for key, value in cells.items():
        writer.add(table, f"{key}数", key=key, **{column: D(value)})


def key_figure(writer: Writer, key: str, scope: str, amount: str, **more: object) -> None:
    """Write a key figure."""
    writer.add("key-figures", f"{key}数", key=key, scope=scope, amount_wanyuan=D(amount), **more)  # type: ignore[arg-type]


def function_class(writer: Writer, name: str, amount: str, **items: str) -> None:
    """Write a class of expenditure by function, and its items."""
    writer.add(
        "expenditure-by-function", name, fund=BUDGET, level="class", class_name=name,
        amount_wanyuan=D(amount),
    )  # fmt: skip
    for item, value in items.items():
        writer.add(
            "expenditure-by-function", item, fund=BUDGET, level="item", class_name=name,
            group_name=f"{name}事务", item_name=item, amount_wanyuan=D(value),
        )  # fmt: skip


def appropriation(writer: Writer, *cells: tuple[str, str, str]) -> None:
    """Write one sentence about what became of an appropriation."""
    words = "，".join(f"{label}{amount}万元" for _stage, label, amount in cells) + "。"
    place = len(writer.lines) + 1
    for stage, label, amount in cells:
        writer.add(
            "budget-execution", label, kind="专项资金", stage=stage, amount_wanyuan=D(amount)
        )
        writer.lines.pop()
        writer.rows["budget-execution"][-1].update(source_locator=f"L{place}", source_quote=words)
    writer.say(words)


def parents_equal_children(writer: Writer, *, broken: bool) -> None:
    """Write a total and two classes; broken, an item lost the first of its two ones."""
    key_figure(writer, "appropriation_expenditure", BUDGET, "1200.09")
    function_class(
        writer, "教育支出", "1190.09", 小学="161.64" if broken else "1161.64", 中学="28.45"
    )
    function_class(writer, "科学支出", "10.00", 研究="10.00")


def share_is_part_of_whole(writer: Writer, *, broken: bool) -> None:
    """Write 中小企业 with their share of all procurement."""
    keyed(writer, "procurement", "amount_wanyuan", total="2491.62")
    writer.add(
        "procurement", "中小企业", key="sme", amount_wanyuan=D("14.31"),
        share_pct=D("0.04" if broken else "0.57"), share_of="政府采购支出总额",
    )  # fmt: skip


def part_is_within_whole(writer: Writer, *, broken: bool) -> None:
    """Write 中小 and 小微."""
    small = "34.02" if broken else "3.40"
    keyed(writer, "procurement", "amount_wanyuan", sme="10.00", small_micro=small)
