"""The catalogue of checks: `checks.toml` as values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from publish.reconciliation.results import Certainty, Severity, Text


@dataclass(frozen=True, slots=True)
class Check:
    """What a check claims, how heavy its failure is, where the claim comes from, and its help.

    A check that `searches` the whole document has passed where it finds nothing.
    The help (when it occurs, an example, what staff can do) is in Chinese, for the website.
    """

    id: str
    family: str
    severity: Severity
    certainty: Certainty
    claim: Text
    source: str
    when: str
    example: str
    remedy: str
    searches: bool


@cache
def _declared() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("checks.toml").read_text("utf-8"))


@cache
def families() -> dict[str, str]:
    """Return the Chinese names of the families by key, in the order of the report."""
    return dict(_declared()["families"])


@cache
def checks() -> dict[str, Check]:
    """Return every check by its id, in the order of the catalogue."""
    return {
        id_: Check(
            id_,
            found["family"],
            Severity(found["severity"]),
            Certainty(found.get("certainty", Certainty.PROVEN)),
            Text(found["zh"], found["en"]),
            found["source"],
            found["when"],
            found["example"],
            found["remedy"],
            found.get("searches", False),
        )
        for id_, found in _declared()["checks"].items()
    }
