"""The website generator behind one function: build/docs and mkdocs.yml become a website.

The library owned here is MkDocs with its theme Material; `themes` knows the files that the theme
brings. Nothing else knows either.
"""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publish import themes
from publish.errors import BuildError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

TIMESTAMP = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the toolkit adds to mkdocs.yml.

    `timestamp` (seconds) is the date that the sitemap gives, so that equal inputs give equal
    files; SOURCE_DATE_EPOCH in the environment goes before it. `extra` are values for the theme's
    templates, `colours` the names of the colour schemes' buttons, by scheme.
    """

    timestamp: int
    extra: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    colours: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    is_offline: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """What the website is called, and where it will stand; no address: nobody said."""

    name: str
    address: str


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


def _name_colours(palette: object, names: Mapping[str, str]) -> None:
    """Name the buttons that switch the colours; the theme has a list of them, or one colour."""
    for option in palette if isinstance(palette, list) else ():
        name = names.get(option.get("scheme", "system"))
        if name and isinstance(option.get("toggle"), dict):
            option["toggle"].setdefault("name", name)


def _load(configuration: Path, docs: Path, site: Path, settings: Settings) -> MkDocsConfig:
    # Slow to import, and only needed here.
    import mkdocs.config  # noqa: PLC0415  slow, and only a build needs it

    loaded = mkdocs.config.load_config(
        str(configuration), docs_dir=str(docs), site_dir=str(site), strict=True
    )
    # The theme has imported jieba by now, which says at length what it reads.
    logging.getLogger("jieba").setLevel(logging.WARNING)
    extra: dict[str, Any] = loaded["extra"]
    extra.update(settings.extra)
    if settings.is_offline:
        extra["polyfills"] = [*extra.get("polyfills", ()), themes.OFFLINE_WORKER]
    _name_colours(loaded.theme.get("palette"), settings.colours)
    return loaded


def identity(configuration: Path) -> Identity:
    """Return what the settings call the website; empty where they cannot be read: see `run`."""
    import mkdocs.exceptions  # noqa: PLC0415  slow, and only a build needs it
    import mkdocs.utils.yaml  # noqa: PLC0415  as above

    try:
        found = mkdocs.utils.yaml.yaml_load(configuration.read_text("utf-8"))
    except (OSError, ValueError, mkdocs.exceptions.MkDocsException):
        return Identity("", "")
    address = str(found.get("site_url") or "")
    return Identity(str(found.get("site_name", "")), f"{address.rstrip('/')}/" if address else "")


def run(configuration: Path, docs: Path, site: Path, settings: Settings) -> None:
    """Build the website from `docs` into `site`; every warning is an error. Raises BuildError."""
    if not configuration.is_file():
        problem = Problem(
            str(configuration),
            _("no such file"),
            _("the settings of the website"),
            _("run the command in the folder of the project, where mkdocs.yml is"),
        )
        raise BuildError(_("The website could not be generated."), [problem])
    with _environment(settings.timestamp), _listening() as problems:
        import mkdocs.commands.build  # noqa: PLC0415  slow, and only a build needs it
        import mkdocs.exceptions  # noqa: PLC0415  as above

        try:
            loaded = _load(configuration, docs, site, settings)
            loaded.plugins.on_startup(command="build", dirty=False)
            mkdocs.commands.build.build(loaded)
        except (mkdocs.exceptions.MkDocsException, SystemExit) as error:
            found = problems or [Problem(str(configuration), str(error))]
            raise BuildError(_("The website could not be generated."), found) from error
    themes.finish(site, is_offline=settings.is_offline)
