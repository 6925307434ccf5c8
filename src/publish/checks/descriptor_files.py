"""The descriptor of a package, datapackage.json, before it is trusted.

A property is named with its path: `department.slug`, `resources.income.path`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from publish.checks.problems import PackageProblem, PlaceKind, ProblemPlace
from publish.messages import _
from publish.packages import contents
from publish.packages.contents import DESCRIPTOR

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = 80  # characters of a wrong value that a message repeats
DEEPEST = 32  # objects and lists within each other; the data model has eight

Descriptor: TypeAlias = Mapping[str, object]
"""An object of datapackage.json: nothing is known of its values."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object none of whose names stands twice: readers would differ in which counts."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(_("the property {name} twice").format(name=shown(twice)))
    return found


def _is_deep(found: object) -> bool:
    layer = [found] if isinstance(found, dict | list) else []
    for _depth in range(DEEPEST):
        values = [each.values() if isinstance(each, dict) else each for each in layer]
        layer = [one for each in values for one in each if isinstance(one, dict | list)]
    return bool(layer)


def _parsed(content: bytes) -> object:
    """Return the value of a JSON text that every reader reads alike. Raises ValueError."""
    found = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    # A lone \ud800 is no text, NaN and what 1e999 becomes are no numbers.
    json.dumps(found, ensure_ascii=False, allow_nan=False).encode("utf-8")
    if _is_deep(found):
        raise RecursionError
    return found


def read(directory: Path) -> Descriptor | PackageProblem:
    """Return the descriptor of a package, or why there is none."""
    try:
        found = _parsed(contents.read(directory, DESCRIPTOR))
    except UnicodeDecodeError as error:
        return _unreadable(_("byte {number} is not UTF-8").format(number=error.start + 1))
    except json.JSONDecodeError as error:
        return _unreadable(
            _("line {line}, column {column}: {message}").format(
                line=error.lineno, column=error.colno, message=error.msg
            )
        )
    except RecursionError:
        return _unreadable(_("brackets within brackets without end"))
    except ValueError as error:  # a number of too many digits, half of a pair of surrogates
        return _unreadable(str(error))
    except OSError as error:
        return _unreadable(str(error.strerror))
    return found if isinstance(found, dict) else _unreadable(shown(found))


def _unreadable(found: str) -> PackageProblem:
    return PackageProblem(
        PlaceKind.DESCRIPTOR,
        ProblemPlace(DESCRIPTOR),
        found,
        expected=_("one JSON object in UTF-8 without a byte order mark"),
        remedy=_("restore it from version control, or run publish import again with --force"),
    )


def shown(found: object) -> str:
    """Return a value of the descriptor for a message: as JSON, not too long."""
    if found is None:
        return _("nothing")
    is_bare = isinstance(found, str) and found.strip()
    text = str(found) if is_bare else json.dumps(found, ensure_ascii=False)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def value(descriptor: Descriptor, name: str) -> object:
    """Return a property by its path; None when it is not there."""
    found: object = descriptor
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def problem(name: str, found: object, expected: str) -> PackageProblem:
    """Return the problem of a property of the descriptor."""
    return PackageProblem(
        PlaceKind.DESCRIPTOR,
        ProblemPlace(DESCRIPTOR, field=name),
        shown(found),
        expected=expected,
        remedy=_("correct the property in datapackage.json"),
    )
