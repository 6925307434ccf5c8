"""What staff answer to findings: `acknowledgements.toml` beside the descriptor of a package.

An answer holds for a finding as it was; when the figures change it is stale, and said to be.
"""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import contents
from publish.errors import PackageError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from publish.reconciliation.values import Finding

FILE = "acknowledgements.toml"
_FIELDS = ("id", "note", "by", "seen")
_DIGITS = 16
_HEAD = "# Answers to findings, written by publish acknowledge. seen: the figures it was said of.\n"


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """An answer to a finding: what is said, by whom, and the figures that it was said of."""

    id: str
    note: str
    by: str
    seen: str


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by the id of their finding, and those whose finding is gone or has changed."""

    current: dict[str, Acknowledgement]
    stale: tuple[Acknowledgement, ...]


def fingerprint(finding: Finding) -> str:
    """Return what a finding was about: its figures and the words of its places."""
    cells = [
        f"{figure.table}|{figure.row_key}|{figure.column}|{figure.value}"
        for figure in finding.figures
    ]
    words = sorted(place.quote for place in finding.places)
    told = "\n".join((finding.check, *sorted(cells), *words))
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]


def _read(found: dict[str, object]) -> Acknowledgement:
    texts = [found[name] for name in _FIELDS]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(_("{names} are not all texts").format(names=", ".join(_FIELDS)))
    return Acknowledgement(*map(str, texts))


def _unreadable(path: Path, found: str) -> PackageError:
    expected = _("a TOML file as publish acknowledge writes it")
    return PackageError(
        _("The answers to findings cannot be read."), [Problem(str(path), found, expected)]
    )


def load(directory: Path) -> tuple[Acknowledgement, ...]:
    """Return the answers in a package; none where the file is not there.

    Raises PackageError when the file cannot be read.
    """
    path = directory / FILE
    if not os.path.lexists(path):
        return ()
    try:
        declared = tomllib.loads(contents.read(directory, FILE).decode("utf-8"))
        return tuple(_read(found) for found in declared.get("acknowledgement", ()))
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    except RecursionError as error:
        raise _unreadable(path, _("brackets within brackets without end")) from error
    except (ValueError, KeyError, TypeError) as error:
        raise _unreadable(path, str(error)) from error


def _quoted(words: str) -> str:
    """Return a basic string of TOML: that of JSON, the one more control mark escaped."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def text(acknowledgements: Iterable[Acknowledgement]) -> str:
    """Return the file of answers, sorted by the id of the finding."""
    blocks = [
        "\n".join(
            ["[[acknowledgement]]"]
            + [f"{name} = {_quoted(getattr(one, name))}" for name in _FIELDS]
        )
        for one in sorted(acknowledgements, key=lambda one: one.id)
    ]
    return "\n\n".join([_HEAD, *blocks]).replace("\n\n\n", "\n\n") + "\n"


def answers(findings: Iterable[Finding], acknowledgements: Iterable[Acknowledgement]) -> Answers:
    """Return which answers hold and which are stale."""
    seen = {finding.id: fingerprint(finding) for finding in findings}
    known = tuple(acknowledgements)
    current = {one.id: one for one in known if seen.get(one.id) == one.seen}
    return Answers(current, tuple(one for one in known if one.id not in current))


def acknowledge(directory: Path, finding: Finding, note: str, by: str) -> Acknowledgement:
    """Write the answer to a finding into the package, in the place of an older one.

    Raises PackageError when the file cannot be written.
    """
    new = Acknowledgement(finding.id, note, by, fingerprint(finding))
    others = [one for one in load(directory) if one.id != finding.id]
    try:
        (directory / FILE).write_text(text([*others, new]), "utf-8")
    except OSError as error:
        raise PackageError(
            _("The answer could not be written."),
            [Problem(str(directory / FILE), error.strerror or str(error))],
        ) from error
    return new
