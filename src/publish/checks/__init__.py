"""Checks of data packages: structure, schemas, keys, checksums, code lists and provenance.

`directories(named, root)` says which packages to check, `check(directory)` checks one and returns
a `Checked`, and `ProblemReport(checked)` is what `publish check` prints. A `PackageProblem` has a
`ProblemPlace`. `verdicts` are what a build remembers. frictionless is imported with the first
package that is really checked; `reconciliation.admission` asks more of a package that is sound.
"""

from publish.checks.problem_reports import Checked, ProblemReport
from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace
from publish.checks.structures import check, directories

__all__ = [
    "Checked",
    "PackageProblem",
    "PlaceKind",
    "ProblemPlace",
    "ProblemReport",
    "check",
    "directories",
]
