"""Answers of staff to findings: `acknowledgements.toml` beside the descriptor of a package.

An answer holds for a finding as it was; when the figures change it is stale, and said to be.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tomllib
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publish.errors import PackageError, Problem, unwritten
from publish.messages import _
from publish.packages import contents, whole_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.reconciliation.results import Finding

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


def _block(one: Acknowledgement) -> str:
    return "\n".join(
        ["[[acknowledgement]]", *(f"{name} = {_quoted(getattr(one, name))}" for name in _FIELDS)]
    )


def text(acknowledgements: Iterable[Acknowledgement]) -> str:
    """Return the file of answers, sorted by the id of the finding."""
    blocks = [_block(one) for one in sorted(acknowledgements, key=lambda one: one.id)]
    return "\n\n".join([_HEAD, *blocks]).replace("\n\n\n", "\n\n") + "\n"


def _replaced(block: str, new: Acknowledgement) -> str:
    """Return the lines of a block with the new answer; comments and other lines stay."""
    told = {name: f"{name} = {_quoted(getattr(new, name))}" for name in _FIELDS}
    lines = [(line.partition("=")[0].strip(), line) for line in block.split("\n")]
    return "\n".join(told.get(name, line) for name, line in lines)


def _continued(before: str, new: Acknowledgement) -> str:
    """Return a file that people edited with the new answer in it; all that they wrote stays."""
    # `[[acknowledgement]]`
    head, *blocks = re.split(r"(?m)^(?=\[\[acknowledgement\]\])", before)
    for number, block in enumerate(blocks):
        with suppress(tomllib.TOMLDecodeError):
            if tomllib.loads(block)["acknowledgement"][0].get("id") == new.id:
                blocks[number] = _replaced(block, new)
                return head + "".join(blocks)
    return f"{before.rstrip()}\n\n{_block(new)}\n"


def _declared(written: str) -> dict[str, Any]:
    """Return what a file says: each answer by its id, and what else there is."""
    found = tomllib.loads(written)
    answers = found.get("acknowledgement", ())
    return {**found, "acknowledgement": {one["id"]: one for one in answers}}


def _with(directory: Path, new: Acknowledgement) -> str:
    """Return the file of answers with the new one. Raises PackageError where it cannot be."""
    path, known = directory / FILE, load(directory)
    before = path.read_bytes().decode() if path.exists() else ""
    if before in {"", text(known)}:
        return text([*(one for one in known if one.id != new.id), new])
    wanted = _declared(before)
    answers = wanted["acknowledgement"]
    answers[new.id] = {**answers.get(new.id, {}), **asdict(new)}
    continued = _continued(before, new)
    with suppress(tomllib.TOMLDecodeError):
        if _declared(continued) == wanted:
            return continued
    raise PackageError(
        _("The answer could not be written."),
        [
            Problem(
                str(path),
                _("edited by hand, in a form that the command cannot continue"),
                _("answers as publish acknowledge writes them"),
                _("write the answer into the file by hand"),
            )
        ],
    )


def answers(findings: Iterable[Finding], acknowledgements: Iterable[Acknowledgement]) -> Answers:
    """Return which answers hold and which are stale."""
    seen = {finding.id: fingerprint(finding) for finding in findings}
    known = tuple(acknowledgements)
    current = {one.id: one for one in known if seen.get(one.id) == one.seen}
    return Answers(current, tuple(one for one in known if one.id not in current))


def _must_be_text(option: str, words: str) -> None:
    """Raise PackageError where the words hold bytes that are no text: a terminal hands them on."""
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise PackageError(
            _("The answer is not text; nothing was written."),
            [
                Problem(
                    option,
                    ascii(words),
                    _("text in UTF-8"),
                    _("set the terminal to UTF-8 and type the words again"),
                )
            ],
        ) from error


def acknowledge(directory: Path, finding: Finding, note: str, by: str) -> Acknowledgement:
    """Write the answer to a finding into the package, in the place of an older one.

    Raises PackageError when it is no text, and when the file cannot be written; the file is then
    as it was.
    """
    _must_be_text("--note", note)
    _must_be_text("--by", by)
    new = Acknowledgement(finding.id, note, by, fingerprint(finding))
    path = directory / FILE
    try:
        directory.stat()  # an answer makes no package
        whole_files.write(
            path, _with(directory, new).encode(), Path(os.path.realpath(directory)).parent
        )
    except OSError as error:
        raise PackageError(
            _("The answer could not be written; the answers that are there stay as they are."),
            [unwritten(str(path), error)],
        ) from error
    return new
