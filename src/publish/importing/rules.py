"""Which figure a label states; `labels.toml` is the list, section by section."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from publish.documents import passages

# A list mark, 其中 or 包括, the year, 本年.
_PREFIX = re.compile(
    rf"(?:{passages.POINT}|\([一二三四五六七八九十\d]+\)、?|[①-⑳]|[一二三四五六七八九十]+、)*"
    r"(?:其中[:,]?|包括[:,]?|含)?(?:截至)?(?:\d{4}年(?:度)?)?(?:\d{1,2}月(?:\d{1,2}日|底))?[,:]?"
    r"(?:本年度?(?=[^收支]))?"
)
# The department before a year: 某某局2020年度
_OWNER = re.compile(
    r"[^,;:\d]{0,30}?(?:局|委|办|厅|院|部|会|处|站|校|队|中心|部门|单位)(?=\d{4}年)"
)
EITHER = "+"


@dataclass(frozen=True, slots=True)
class LabelRule:
    """A figure and the words of its label; `keys` are several where one figure stands for both."""

    table: str
    keys: tuple[str, ...]
    scope: str
    words: re.Pattern[str]
    sentence: re.Pattern[str]
    unit: re.Pattern[str] | None

    def fits(self, label: str, sentence: str, unit: str | None) -> bool:
        """Tell whether the rule fits; `unit` is None for money and for a label alone."""
        if (unit is None) != (self.unit is None):
            return False
        counted = self.unit is None or self.unit.fullmatch(unit or "")
        return bool(counted and self.words.search(label) and self.sentence.search(sentence))


def label(text: str) -> str:
    """Return a label for comparing: no list mark, no department and year, no quotes."""
    rest = text[prefix(text) :]
    owner = _OWNER.match(rest)
    rest = rest[owner.end() :] if owner else rest
    return passages.bare(rest[prefix(rest) :])


def prefix(text: str) -> int:
    """Return how many characters in front of a label are list mark, 其中 or year."""
    found = _PREFIX.match(text)
    return found.end() if found else 0


@cache
def load() -> dict[str, tuple[LabelRule, ...]]:
    """Return the rules of each section by its key, in the order in which they are tried."""
    declared = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))
    return {
        section: tuple(
            LabelRule(
                rule["table"],
                tuple(rule["key"].split(EITHER)),
                rule.get("scope", ""),
                re.compile(rule.get("words", "")),
                re.compile(rule.get("sentence", "")),
                re.compile(rule["unit"]) if "unit" in rule else None,
            )
            for rule in rules
        )
        for section, rules in declared.items()
    }


def find(section: str, text: str, sentence: str, unit: str | None) -> LabelRule | None:
    """Return the first rule of a section that fits a label, or None."""
    bare = label(text)
    return next((rule for rule in load().get(section, ()) if rule.fits(bare, sentence, unit)), None)
