"""Running all checks on a package, and how much of its figures they cover."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.reconciliation import catalogue, reasons
from publish.reconciliation.books import Book
from publish.reconciliation.claims import Balance, Blend, Ratio, Same
from publish.reconciliation.findings import findings
from publish.reconciliation.judging import inapplicable, unchecked
from publish.reconciliation.results import Result, Status
from publish.reconciliation.rules import (
    appropriations,
    balances,
    completions,
    counts,
    economic_accounts,
    functional_accounts,
    goals,
    growth,
    naming,
    numbering,
    parts,
    payments,
    printed_charts,
    printed_units,
    repetitions,
    self_evaluations,
    shares,
    sums,
    table_identities,
    wording,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from publish.packages import Package
    from publish.reconciliation.catalogue import Check
    from publish.reconciliation.results import Figure, Finding

    Function: TypeAlias = Callable[[Book], Iterator[Result]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks found in a package.

    `uncovered` are the figures that no identity would miss if they were changed.
    """

    results: tuple[Result, ...]
    findings: tuple[Finding, ...]
    figures: int
    uncovered: tuple[Figure, ...]

    @property
    def covered(self) -> int:
        """How many figures stand in at least one identity."""
        return self.figures - len(self.uncovered)

    def counts(self, family: str = "") -> Counter[Status]:
        """Return how many results have each status, of a family or of all."""
        checks = catalogue.checks()
        return Counter(
            result.status
            for result in self.results
            if not family or checks[result.check].family == family
        )


CHECKS: tuple[Function, ...] = (
    sums.income_equals_its_sources,
    sums.expenditure_equals_its_kinds,
    functional_accounts.parents_equal_children,
    functional_accounts.basic_and_project_make_up_the_amount,
    economic_accounts.basic_equals_personnel_and_public,
    economic_accounts.groups_equal_their_accounts,
    sums.three_public_equals_its_parts,
    sums.receptions_add_up,
    sums.vehicles_add_up,
    sums.procurement_equals_its_kinds,
    sums.assets_add_up,
    sums.units_add_up,
    balances.funds_add_up_to_the_appropriation,
    appropriations.appropriations_add_up,
    payments.project_lines_add_up,
    payments.project_money_adds_up_by_source,
    table_identities.income_by_function_adds_up,
    balances.totals_balance,
    balances.totals_include_the_carry_over,
    appropriations.appropriations_balance,
    table_identities.fund_accounts_balance,
    shares.share_is_part_of_whole,
    shares.shares_make_up_the_whole,
    completions.completion_is_final_of_budget,
    completions.completion_fits_its_parts,
    completions.execution_rate_is_paid_of_planned,
    completions.nothing_has_no_completion,
    growth.change_rate_is_change_of_last_year,
    growth.nothing_has_no_change_rate,
    growth.comparison_is_with_last_year,
    growth.direction_fits_the_figures,
    repetitions.charts_show_last_year,
    repetitions.same_quantity_has_one_value,
    printed_charts.charts_have_data_of_their_own,
    parts.part_is_within_whole,
    printed_units.amounts_are_in_one_unit,
    printed_units.amounts_have_a_unit,
    printed_units.percentages_have_a_sign,
    printed_units.percentages_keep_their_decimals,
    counts.announced_counts_match_lists,
    counts.phases_are_nested,
    counts.counts_fit_amounts,
    goals.results_meet_targets,
    goals.nothing_is_due_after_the_deadline,
    goals.a_state_is_told_one_way,
    goals.weights_and_scores_add_up,
    self_evaluations.reports_state_the_targets_of_the_form,
    self_evaluations.contracts_are_within_their_money,
    naming.a_list_names_a_thing_once,
    naming.reports_have_one_title,
    naming.accounts_have_their_official_names,
    wording.no_template_text_is_left,
    wording.sentences_are_whole,
    numbering.headings_are_numbered_in_order,
    numbering.headings_name_the_fiscal_year,
)


def _held(result: Result) -> Iterator[Figure]:
    """Yield the figures whose change a result would not let pass."""
    if result.claim is None or result.status is Status.UNCHECKED or not result.is_binding:
        return
    if isinstance(result.claim, Balance | Same):
        yield from result.claim.figures
    elif isinstance(result.claim, Ratio):
        yield result.claim.percent
    elif isinstance(result.claim, Blend):
        yield result.claim.rate


def _silent(check: Check, book: Book) -> Result:
    """Return the result of a check that yielded none: passed where it searched the text in vain."""
    if check.searches and book.lines:
        return Result(check.id, Status.PASSED, check.claim.zh)
    if check.searches:
        return unchecked(check.id, check.claim.zh, reasons.NO_TEXT)
    return inapplicable(check.id, check.claim.zh, reasons.NOT_IN_PACKAGE)


def results_of(function: Function, book: Book) -> tuple[Result, ...]:
    """Return the results of a check; one at least, for silence is no success."""
    check = catalogue.checks()[function.__name__.replace("_", "-")]
    return tuple(function(book)) or (_silent(check, book),)


def run(package: Package) -> Outcome:
    """Return what all checks find in a package. An error in a check is an error here."""
    book = Book(package)
    results = tuple(result for check in CHECKS for result in results_of(check, book))
    held = {figure for result in results for figure in _held(result)}
    figures = tuple(book.figures())
    uncovered = tuple(figure for figure in figures if figure not in held)
    return Outcome(results, findings(results), len(figures), uncovered)
