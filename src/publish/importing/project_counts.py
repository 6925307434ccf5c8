"""How many projects had goals, monitoring and evaluation; `project_counts.toml` has the forms."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish.documents import figures
from publish.importing.drafts import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.documents.passages import Passage
    from publish.documents.units import Units
    from publish.tables import Row

TABLE = "performance-counts"
NUMERALS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2}
# 8, 两
_COUNT = rf"(?P<count>{figures.NUMBER}|[{''.join(NUMERALS)}])"
# 120.5万元
_MONEY = rf"(?P<amount>{figures.NUMBER})(?P<unit>{figures.UNIT})"


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(
        (key, re.compile(form.replace("{N}", _COUNT).replace("{M}", _MONEY)))
        for key, forms in declared.items()
        for form in forms
    )


def read(passage: Passage, units: Units) -> Iterator[Draft]:
    """Yield the counts that a passage states."""
    own = units.listed(passage.text)
    for key, form in _forms():
        for at in form.finditer(passage.text):
            printed = at["count"]
            count = Decimal(NUMERALS.get(printed) or figures.value(printed))
            values: Row = {"key": key, "count": count, "unit": "个"}
            if at.groupdict().get("amount"):
                amount, unit = own.money(figures.value(at["amount"]), at["unit"])
                values |= {"amount_wanyuan": amount, "unit_as_published": unit}
            values["label"] = passage.printed(*at.span())
            yield Draft(TABLE, values, (Span(passage, *at.span()),))
