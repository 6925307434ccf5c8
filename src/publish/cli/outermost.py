"""The outermost command: a run ends with an exit code and a message, whatever happens below it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from publish import faults
from publish.cli.helps import TranslatedGroup

if TYPE_CHECKING:
    from collections.abc import Callable


def _silence() -> None:
    """Let the interpreter not complain at its end about an output that takes no more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        except (AttributeError, ValueError):  # it was closed before we began
            continue


def run(command: Callable[[], object]) -> int:
    """Run a command and return its exit code, whatever happens."""
    try:
        found = command()
        return found if isinstance(found, int) else 0
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  this is the last one to know
        return faults.tell(error)
    finally:
        _silence()


class Program(TranslatedGroup):
    """The group of all commands, which ends with a message whatever happens below it."""

    def main(self, *given: Any, standalone_mode: bool = True, **named: Any) -> Any:  # noqa: ANN401  as click has it
        """Run a command; both `publish` and `python -m publish` come here."""

        def command() -> object:
            named["standalone_mode"] = False
            return super(Program, self).main(*given, **named)

        if not standalone_mode:
            return command()
        return sys.exit(run(command))
