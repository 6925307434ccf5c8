"""Terms of the glossary explained where they occur: a button in the text, a note that it opens.

The note is a popover of HTML: it opens by click, touch, Enter and blank, and closes by Escape,
without a script. Marked are the site's own words: sentences, readings, captions of tables,
headings; each term once per section, and never inside a link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.texts import markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.pages.glossaries import Term

# `## 三本账`
_SECTION = re.compile(r"(?m)^(?=## )")
# `## 三本账 { #funds }`, `<p class="lead">…</p>`, `<caption id="x">…</caption>`
_REGION = re.compile(
    r'(?m)(?P<open>^#{2,3} |<p class="(?:lead|reading)">|<caption\b[^>]*>)'
    r"(?P<text>.*?)(?P<close></p>|</caption>|$)"
)
# Links keep their text, and a tag is no text.
# `<a href="x.html">决算</a>`, `<span>`
_KEPT = re.compile(r"(<a\b(?:(?!<a\b).)*?</a>|<[^<>]*>)")
_QUOTES = "“”‘’"
# A word of Chinese: a term of digits or marks would be found inside of numeric references.
# 决算
_WORD = re.compile(r"[\u4e00-\u9fff]{2}")
_LONGEST = 20


def _pattern(term: Term) -> str:
    """Return the pattern of a term, with its quotation marks or without: “三公”经费, 三公经费."""
    return "".join(
        f"[{_QUOTES}]?" if letter in _QUOTES else re.escape(str(markup.text(letter)))
        for letter in term.name
    )


@dataclass(slots=True)
class _Marker:
    """Marks terms in a page; `used` are the places of those it needed, `seen` of one section.

    The number of a group of `finder` is the place of its term.
    """

    terms: tuple[Term, ...]
    finder: re.Pattern[str]
    used: set[int] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)

    def section(self, text: str) -> str:
        """Return a section of the page with the first of each of its terms marked."""
        self.seen.clear()
        return _REGION.sub(self._region, text)

    def _region(self, match: re.Match[str]) -> str:
        parts = _KEPT.split(match["text"])
        marked = (
            part if _KEPT.fullmatch(part) else self.finder.sub(self._term, part) for part in parts
        )
        return match["open"] + "".join(marked) + match["close"]

    def _term(self, match: re.Match[str]) -> str:
        at = (match.lastindex or 1) - 1
        if at in self.seen:
            return match[0]
        self.seen.add(at)
        self.used.add(at)
        note = self.terms[at].note
        return f'<button type="button" class="term" popovertarget="{note}">{match[0]}</button>'


def explained(page: str, known: Iterable[Term]) -> tuple[str, tuple[Term, ...]]:
    """Return the page with a button at each of its terms, and the terms that need a note."""
    words = (term for term in known if _WORD.search(term.name) and len(term.name) <= _LONGEST)
    terms = tuple(sorted(words, key=lambda term: -len(term.name)))
    if not terms:
        return page, ()
    marker = _Marker(terms, re.compile("|".join(f"({_pattern(term)})" for term in terms)))
    made = "".join(map(marker.section, _SECTION.split(page)))
    return made, tuple(terms[at] for at in sorted(marker.used))
