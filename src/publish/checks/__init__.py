"""Checks of data packages: structure, schemas, keys, checksums, code lists and provenance.

`directories(named, root)` says which packages to check, `check(directory)` checks one and returns
a `Checked`, `Report(checked)` is what `publish check` prints, and `structure(directory, cache)`
is the same for a build, which remembers what has passed. A `PackageProblem` has a `Kind` and a
`Place`. frictionless is imported with the first package that is really checked.
"""

from publish.checks.problems import Kind, PackageProblem, Place
from publish.checks.reports import Checked, Report
from publish.checks.structures import check, directories, structure

__all__ = [
    "Checked",
    "Kind",
    "PackageProblem",
    "Place",
    "Report",
    "check",
    "directories",
    "structure",
]
