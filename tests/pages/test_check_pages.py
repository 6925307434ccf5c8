"""The help pages of the checks."""

from dataclasses import replace
from pathlib import Path

from example_edition import edition
from example_findings import SUMS, finding

from publish import pages
from publish.pages import check_pages
from publish.pages.links import Crumb
from publish.reconciliation import Outcome, catalogue


def test_every_check_has_a_page(tmp_path: Path) -> None:
    """One for each id of the catalogue, and the list of all."""
    found = dict(pages.help_pages([edition(tmp_path)]))
    assert sorted(found) == sorted(f"checks/{name}.md" for name in ("index", *catalogue.checks()))


def test_the_page_tells_where_the_check_found_something(tmp_path: Path) -> None:
    """It leads to the findings of all departments and years."""
    found = replace(edition(tmp_path), outcome=Outcome((), (finding(),), 0, ()))
    values = check_pages.guide_page(catalogue.checks()[SUMS], [found])
    assert values["occurrences"] == (
        Crumb(
            "消防队2020年",
            f"../fire-brigade/2020/quality.html#f-{finding().id}",
            "支出合计5.00万元，而1.25 + 2.75 = 4.00。",
        ),
    )
    assert (values["family"], values["severity"]) == ("合计与分级", "错误")


def test_the_list_has_every_check_once() -> None:
    """By family, in the order of the catalogue."""
    families = check_pages.index_page()["families"]
    listed = [step.path.removesuffix(".html") for family in families for step in family.checks]
    assert sorted(listed) == sorted(catalogue.checks())
    assert [family.title for family in families] == list(catalogue.families().values())
