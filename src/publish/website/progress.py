"""How far long work has come: a bar on a terminal, plain lines everywhere else."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from publish.messages.terminal import say
from publish.messages.terminal import shown as visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _line(doing: str) -> None:
    say(doing, err=True)


def _shown_step(doing: str | None) -> str | None:
    return doing and visible(doing)


@contextmanager
def shown(steps: int) -> Iterator[Callable[[str], None]]:
    """Give a function to call at the beginning of each of the steps, with what it does."""
    if not sys.stderr.isatty():
        yield _line
        return
    with click.progressbar(
        length=steps, file=sys.stderr, item_show_func=_shown_step, show_eta=False
    ) as bar:

        def advance(doing: str) -> None:
            bar.update(1, doing)

        yield advance
