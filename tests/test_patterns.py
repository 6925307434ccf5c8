"""Regular expressions take no more than their share of time, whatever the text."""

import json
import random
import re
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import patterns
import pytest

ROOT = Path(__file__).parent.parent
# CPU seconds that a linear pattern does not take for a short text; a quadratic one does.
QUICK = 0.0015
# What is slow is measured with texts so many times as long, where a clock can tell.
LONGER = 2
# All texts for all patterns take minutes: a run tries as many as these CPU seconds allow.
BUDGET = 12
# Four times the text takes four times the time, and sixteen times where the pattern is quadratic.
STEEP = 8.0
ANCHORED = frozenset({"match", "fullmatch"})

pytestmark = pytest.mark.slow


@cache
def _all() -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """Every pattern with its place and the methods it is asked with; none known: all of them."""
    command = (sys.executable, str(ROOT / "tests" / "patterns.py"))
    told = subprocess.run(command, capture_output=True, check=True, text=True, cwd=ROOT).stdout
    return tuple(
        (re.compile(pattern, flags), place, frozenset(uses))
        for pattern, flags, place, uses in json.loads(told)
    )


def _seconds(form: re.Pattern[str], text: str, uses: frozenset[str]) -> float:
    """The CPU seconds that a pattern takes for a text."""
    start = time.process_time()
    if not uses <= ANCHORED or not uses:
        for _found in form.finditer(text):
            pass
    if "match" in uses:
        form.match(text)
    if "fullmatch" in uses:
        form.fullmatch(text)
    return time.process_time() - start


def _best(form: re.Pattern[str], text: str, uses: frozenset[str]) -> float:
    """The least of several measurements: whatever else the machine does only adds to it."""
    return min(_seconds(form, text, uses) for _ in range(4))


def _tries(form: re.Pattern[str]) -> list[tuple[str, int]]:
    """The texts that are hard for a pattern, in any order, and what stands around them."""
    pieces = dict.fromkeys(patterns.texts(form))
    known = [(piece, index) for piece in pieces for index in range(patterns.ENDS)]
    random.SystemRandom().shuffle(known)
    return known


def _steep(form: re.Pattern[str], uses: frozenset[str], hard: tuple[str, int]) -> str:
    """What makes a pattern slow for a text; nothing where nothing does."""
    piece, index = hard
    text = patterns.hard(form, piece, patterns.LENGTH, index)
    if _seconds(form, text, uses) < QUICK or _best(form, text, uses) < QUICK:
        return ""
    lengths = (LONGER * patterns.LENGTH, 4 * LONGER * patterns.LENGTH)
    first, last = (
        _best(form, patterns.hard(form, piece, length, index), uses) for length in lengths
    )
    return f"{piece!r}, {index}: {first:.3f} s, {last:.3f} s" if last > STEEP * first else ""


def test_no_pattern_is_steeper_than_its_text() -> None:
    """Four times the text never takes much more than four times the time."""
    assert len(_all()) > 400
    slow, start, rounds = [], time.process_time(), 0
    todo = [(form, place, uses, _tries(form)) for form, place, uses in _all()]
    while time.process_time() - start < BUDGET and any(tries for *_pattern, tries in todo):
        rounds += 1
        for form, place, uses, tries in todo:
            why = _steep(form, uses, tries.pop()) if tries else ""
            if why:
                slow.append(f"{place}  {form.pattern[:60]}  {why}")
                tries.clear()
    assert slow == [], "\n".join(slow)
    assert rounds > 1


@pytest.mark.parametrize("pattern", [r"\d+x", r"(?:a|b)*c", r"\s*\d\s*$"])
def test_a_careless_pattern_is_found(pattern: str) -> None:
    """The measurement finds what it looks for."""
    form = re.compile(pattern)
    assert any(_steep(form, frozenset(), hard) for hard in _tries(form))


def test_the_hard_texts_are_the_same_in_every_run() -> None:
    """A failure can be looked at again."""
    form = re.compile(r"[为是:]{0,4}(?P<amount>\d+)")
    assert list(patterns.texts(form)) == list(patterns.texts(form))
    assert patterns.hard(form, "1", 50, 1) == patterns.hard(form, "1", 50, 1)
