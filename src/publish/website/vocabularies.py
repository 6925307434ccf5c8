"""The words that the website's search does not cut: of public finance, and of the packages.

The library owned here is jieba, by which the generator cuts Chinese into words. It keeps one
dictionary for the whole process; after a build it is as before, so that equal packages give an
equal index whatever was built in between.
"""

from __future__ import annotations

import logging
import re
import shutil
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publish.packages import whole_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.packages import Package

LENGTHS = range(2, 7)
"""A longer name is found by its words; kept whole it would hide them: 公务用车购置及运行维护费."""

NAMES = frozenset({"label", "name", "term", "category"})
"""The columns whose cells are names: of accounts, projects, terms, and of what is counted."""

UNPACKED = "jieba.cache"

# 公务用车, 决算
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


@cache
def fiscal() -> frozenset[str]:
    """Return the words of public finance that fiscal-terms.txt lists."""
    lines = Path(__file__).with_name("fiscal-terms.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _names(package: Package) -> Iterator[str]:
    for rows in package.tables.values():
        for row in rows:
            yield from (str(row[column]) for column in NAMES & row.keys() if row[column])


def words(published: Iterable[Package]) -> tuple[str, ...]:
    """Return the words to keep whole, sorted: names in the packages and words of public finance."""
    named = {
        word
        for package in published
        for name in _names(package)
        for word in _CHINESE.findall(name)
        if len(word) in LENGTHS
    }
    return tuple(sorted(named | fiscal()))


def _initialize(segmenter: Any, folder: Path) -> None:  # noqa: ANN401  jieba tells no types
    """Let jieba unpack its dictionary, or take the one unpacked before that lies in `folder`."""
    if segmenter.initialized:
        return
    kept = folder / UNPACKED
    with whole_files.opened(folder) as room:
        made = room / UNPACKED
        if kept.is_file():
            shutil.copy2(kept, made)
        before = made.stat().st_mtime_ns if kept.is_file() else None
        segmenter.tmp_dir = str(room)
        segmenter.initialize()
        if made.is_file() and made.stat().st_mtime_ns != before:
            whole_files.write(kept, made.read_bytes())


@contextmanager
def taught(words: Iterable[str], folder: Path) -> Iterator[None]:
    """Let the generator keep these words whole; its dictionary is unpacked into `folder`, once."""
    import jieba  # type: ignore[import-untyped] # noqa: PLC0415  slow, and only a build needs it

    jieba.setLogLevel(logging.WARNING)
    segmenter = jieba.dt
    _initialize(segmenter, folder)
    added = tuple(sorted(words))
    touched = {word[: end + 1] for word in added for end in range(len(word))}
    total, before = segmenter.total, {part: segmenter.FREQ.get(part) for part in touched}
    try:
        for word in added:
            segmenter.add_word(word)
        yield
    finally:
        segmenter.total = total
        for part, frequency in before.items():
            if frequency is None:
                segmenter.FREQ.pop(part, None)
            else:
                segmenter.FREQ[part] = frequency
