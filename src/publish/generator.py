"""The website generator behind one function: build/docs and mkdocs.yml become a website.

The library owned here is MkDocs with its theme Material. Nothing else knows it.
"""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from publish.errors import BuildError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIMESTAMP = "SOURCE_DATE_EPOCH"


class _Warnings(logging.Handler):
    """Keeps what the generator complains about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.problems.append(Problem(_("website generator"), record.getMessage()))


@contextmanager
def _environment(timestamp: int) -> Iterator[None]:
    """Give the generator its date, and stop the advertisement that the theme prints."""
    before = os.environ.get(TIMESTAMP)
    os.environ["NO_MKDOCS_2_WARNING"] = "true"
    os.environ.setdefault(TIMESTAMP, str(timestamp))
    try:
        yield
    finally:
        if before is None:
            del os.environ[TIMESTAMP]


@contextmanager
def _listening() -> Iterator[list[Problem]]:
    """Collect what the generator complains about."""
    warnings, log = _Warnings(), logging.getLogger("mkdocs")
    log.addHandler(warnings)
    try:
        yield warnings.problems
    finally:
        log.removeHandler(warnings)


def run(configuration: Path, docs: Path, site: Path, *, timestamp: int) -> None:
    """Build the website from `docs` into `site`; every warning is an error.

    `timestamp` (seconds) is the date that the sitemap gives, so that equal inputs give equal
    files; SOURCE_DATE_EPOCH in the environment goes before it. Raises BuildError.
    """
    if not configuration.is_file():
        problem = Problem(
            str(configuration),
            _("no such file"),
            _("the settings of the website"),
            _("run the command in the folder of the project, where mkdocs.yml is"),
        )
        raise BuildError(_("The website could not be generated."), [problem])
    with _environment(timestamp), _listening() as problems:
        # Slow to import, and only needed here.
        import mkdocs.commands.build  # noqa: PLC0415  slow, and only a build needs it
        import mkdocs.config  # noqa: PLC0415  as above
        import mkdocs.exceptions  # noqa: PLC0415  as above

        try:
            loaded = mkdocs.config.load_config(
                str(configuration), docs_dir=str(docs), site_dir=str(site), strict=True
            )
            # The theme has imported jieba by now, which says at length what it reads.
            logging.getLogger("jieba").setLevel(logging.WARNING)
            loaded.plugins.on_startup(command="build", dirty=False)
            mkdocs.commands.build.build(loaded)
        except (mkdocs.exceptions.MkDocsException, SystemExit) as error:
            found = problems or [Problem(str(configuration), str(error))]
            raise BuildError(_("The website could not be generated."), found) from error
