"""The report of the checks, for people and for machines."""

import json

from publish.checks.problem_reports import Checked, ProblemReport
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace

CELL = PackageProblem(
    PlaceKind.NUMBER,
    ProblemPlace("data/income.csv", 7, "D", "amount_wanyuan"),
    "12a",
    expected="a plain decimal, as 1234.5",
    remedy="write the digits as the document prints them, the unit aside",
)
FOLDER = PackageProblem(PlaceKind.PACKAGE, ProblemPlace(), "no such folder")
GOOD = Checked("datapackages/fire/2020", 2, 24, (), ("notes.txt",))
BAD = Checked("datapackages/fire/2021", 1, 1, (CELL,))
ABSENT = Checked("datapackages/fire/2022", 0, 0, (FOLDER,))


def test_the_report_for_people_groups_by_package_and_counts_at_the_end() -> None:
    """Each package has its line and its problems; the last line counts everything."""
    assert ProblemReport((GOOD, BAD, ABSENT)).text() == (
        "datapackages/fire/2020: 2 tables, 24 rows, 0 problems\n"
        "  not published, as datapackage.json does not name it: notes.txt\n"
        "datapackages/fire/2021: 1 table, 1 row, 1 problem\n"
        "  datapackages/fire/2021/data/income.csv!D7 (amount_wanyuan)\n"
        "      found: 12a\n"
        "      expected: a plain decimal, as 1234.5\n"
        "      what to do: write the digits as the document prints them, the unit aside\n"
        "datapackages/fire/2022: 0 tables, 0 rows, 1 problem\n"
        "  datapackages/fire/2022\n"
        "      found: no such folder\n"
        "\n"
        "Checked 3 packages: 3 tables, 25 rows, 2 problems"
    )


def test_the_report_for_machines_has_packages_and_totals() -> None:
    """The keys are part of the interface; Chinese stays readable."""
    assert json.loads(ProblemReport((GOOD, BAD)).json()) == {
        "packages": [
            {
                "path": "datapackages/fire/2020",
                "tables": 2,
                "rows": 24,
                "problems": [],
                "unpublished": ["notes.txt"],
            },
            {
                "path": "datapackages/fire/2021",
                "tables": 1,
                "rows": 1,
                "problems": [CELL.json("datapackages/fire/2021")],
                "unpublished": [],
            },
        ],
        "totals": {"packages": 2, "tables": 3, "rows": 25, "problems": 1},
    }
