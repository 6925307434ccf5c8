"""What was found out about a document last is kept: its import, its checks and its summary ask."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Given = TypeVar("Given")
Found = TypeVar("Found")


def last(function: Callable[[Given], Found]) -> Callable[[Given], Found]:
    """Return a function that keeps its last result, for the very same object.

    An equal object that comes from elsewhere is read again, so that who measures two readings
    measures two.
    """
    kept: list[tuple[Given, Found]] = []

    @wraps(function)
    def keeping(given: Given) -> Found:
        if not kept or kept[0][0] is not given:
            kept[:] = [(given, function(given))]
        return kept[0][1]

    return keeping
