"""Why something could not be compared, said the same way everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.reconciliation.explanations import say

if TYPE_CHECKING:
    from publish.reconciliation.results import Text

NO_WHOLE = say("no-whole")
NO_PARTS = say("no-parts")
NOT_IN_PACKAGE = say("not-in-package")
NO_BUDGET = say("no-budget")
NO_BASE = say("no-base")
NO_TEXT = say("no-text")
NOT_COMPLETE = say("not-complete")
NO_CARRY_OVER = say("no-carry-over")
NO_CAPTION = say("no-caption")
IN_WORDS = say("in-words")
SCOPE = say("scope")


def unstated(names: tuple[str, ...]) -> Text:
    """Return that parts are named without an amount: not stated is not zero."""
    return say("unstated", count=len(names), names="、".join(names))
