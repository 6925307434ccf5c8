"""The website generator behind one function: build/docs and mkdocs.yml become a website.

The library owned here is MkDocs with its theme Material; `themes` knows the files that the theme
brings. Nothing else knows either.
"""

from __future__ import annotations

import logging
import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from traceback import walk_tb
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publish.errors import BuildError, Problem
from publish.messages import _
from publish.website import themes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

TIMESTAMP = "SOURCE_DATE_EPOCH"
TIMES = range(2**32)
"""What the compressed sitemap can hold, in seconds: from 1970 to February 2106."""


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
class SiteIdentity:
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
    """Give the generator its date, and stop the advertisement that the theme prints.

    A date of a package that the sitemap cannot hold is the nearest one there: everywhere else it
    stands as it is. Raises BuildError where the environment asks for such a one.
    """
    before = os.environ.get(TIMESTAMP)
    # seconds since 1970: 1606089600
    if before is not None and not (re.fullmatch("[0-9]{1,10}", before) and int(before) in TIMES):
        expected = _("a whole number of seconds since 1970, at most {most}")
        found = Problem(TIMESTAMP, repr(before), expected.format(most=TIMES[-1]))
        raise _ungenerated([found])
    os.environ["NO_MKDOCS_2_WARNING"] = "true"
    os.environ.setdefault(TIMESTAMP, str(min(max(timestamp, TIMES[0]), TIMES[-1])))
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


def _settings(configuration: Path) -> dict[str, Any]:
    """Return the settings as they stand in the file. Raises BuildError."""
    import mkdocs.utils.yaml  # noqa: PLC0415  slow, and only a build needs it

    expected, remedy = _("names with their values, as site_name: 决算"), ""
    try:
        found: object = mkdocs.utils.yaml.yaml_load(configuration.read_text("utf-8"))
    except FileNotFoundError:
        said, expected = _("no such file"), _("the settings of the website")
        remedy = _("run the command in the folder of the project, where mkdocs.yml is")
    except UnicodeDecodeError:
        said, remedy = _("a file that is not UTF-8"), _("save it in UTF-8")
    except Exception as error:  # noqa: BLE001  a parser says in many ways that it is no YAML
        said, remedy = str(error), _("mend it at this place")
    else:
        if isinstance(found, dict) and found:
            return found
        said = _("no settings, but {kind}").format(kind=type(found).__name__)
    raise _ungenerated([Problem(str(configuration), said, expected, remedy)])


def _ungenerated(problems: Iterable[Problem]) -> BuildError:
    return BuildError(_("The website could not be generated."), problems)


def identity(configuration: Path) -> SiteIdentity:
    """Return what the settings call the website; empty where they cannot be read: see `run`."""
    try:
        found = _settings(configuration)
    except BuildError:
        return SiteIdentity("", "")
    address = str(found.get("site_url") or "")
    return SiteIdentity(
        str(found.get("site_name", "")), f"{address.rstrip('/')}/" if address else ""
    )


def _slip(error: Exception, root: Path) -> Problem:
    """Return what the generator stumbled on, with the last place in a file of the project."""
    place = _("website generator")
    passed: list[tuple[object, object]] = [
        (frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)
    ]
    passed.append((getattr(error, "filename", None), getattr(error, "lineno", None)))
    for file, line in passed:
        if isinstance(file, str) and Path(file).is_relative_to(root):
            place = f"{Path(file).relative_to(root).as_posix()}: {line}"
    remedy = _("mend the page or template that is named; if you wrote none of them, report it")
    return Problem(place, f"{type(error).__name__}: {error}", "", remedy)


def run(configuration: Path, docs: Path, site: Path, settings: Settings) -> None:
    """Build the website from `docs` into `site`; every warning is an error.

    Raises BuildError, and OSError where a file cannot be read or written.
    """
    _settings(configuration)
    with _environment(settings.timestamp), _listening() as problems:
        import mkdocs.commands.build  # noqa: PLC0415  slow, and only a build needs it
        import mkdocs.exceptions  # noqa: PLC0415  as above

        try:
            loaded = _load(configuration, docs, site, settings)
            loaded.plugins.on_startup(command="build", dirty=False)
            mkdocs.commands.build.build(loaded)
        except (mkdocs.exceptions.MkDocsException, SystemExit) as error:
            raise _ungenerated(problems or [Problem(str(configuration), str(error))]) from error
        except Exception as error:
            # A template that is not there is an OSError, too, but none of the system's.
            if isinstance(error, OSError) and error.errno is not None:
                raise
            # Pages and templates are programs that people write: they fail in any way.
            raise _ungenerated([*problems, _slip(error, configuration.parent)]) from error
    themes.finish(site, is_offline=settings.is_offline)
