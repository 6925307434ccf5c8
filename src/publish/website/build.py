"""The pipeline: packages become pages and downloads, these a website, and that is put in place.

Until the last moment the website of the last good build stands at build/site, whole.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from publish import charts, downloads, packages, pages, reconciliation, texts
from publish.downloads import metadata
from publish.errors import BuildError, Problem, unwritten
from publish.messages import _, ngettext
from publish.packages import contents, folders, trees, whole_files
from publish.pages import finding_marks, originals, previews, rendering
from publish.pages.links import OriginalDocument
from publish.pages.years import Edition
from publish.reconciliation import acknowledgements, admission
from publish.texts import markup
from publish.website import (
    feeds,
    generator,
    handwritten,
    headers,
    link_checker,
    policies,
    progress,
    vocabularies,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from publish.packages import Package

# Beside the two steps of each package: the indexes, the generator, and the swap.
COMMON_STEPS = 3
# Nothing more can be written, wherever it was tried.
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Project:
    """Where everything lies, below the folder of a project.

    `is_offline`: the website is also opened from a disk, search and all.
    """

    root: Path
    is_offline: bool = False

    @property
    def packages(self) -> Path:
        """The packages: the truth."""
        return self.root / "datapackages"

    @property
    def website(self) -> Path:
        """The folder of the pages and assets that people write for the website."""
        return self.root / "site"

    @property
    def configuration(self) -> Path:
        """The settings of the generator."""
        return self.root / "mkdocs.yml"

    @property
    def docs(self) -> Path:
        """The folder of the pages that the generator reads."""
        return self.root / "build" / "docs"

    @property
    def site(self) -> Path:
        """The finished website."""
        return self.root / "build" / "site"

    @property
    def cache(self) -> Path:
        """The folder of the cache."""
        return self.root / "build" / "cache"


@dataclass(frozen=True, slots=True)
class SiteContent:
    """What the website is made of: pages for the generator, and files that go beside them as is."""

    packages: tuple[Package, ...]
    pages: Mapping[str, bytes]
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: how many packages and pages, and where they stand."""

    packages: int
    pages: int
    site: Path

    def text(self) -> str:
        """Return the last message of a build: what was made, and how to look at it."""
        packages = ngettext("{count} package", "{count} packages", self.packages)
        pages = ngettext("{count} page", "{count} pages", self.pages)
        made = _("Built from {packages}: {pages}.").format(
            packages=packages.format(count=self.packages), pages=pages.format(count=self.pages)
        )
        look = _("Open {file} in a browser, or run: publish serve")
        return f"{made}\n{look.format(file=self.site / 'index.html')}"


def _touched(error: OSError, project: Project) -> Path:
    """Return the place of an error as the user knows it, never that of a temporary file."""
    built = project.site.parent
    for name in (error.filename2, error.filename):
        path = Path(name) if isinstance(name, str) else built
        is_reading = path.is_relative_to(project.root) and not path.is_relative_to(built)
        is_lasting = path.is_relative_to(built) and "/.new-" not in path.as_posix()
        if path != built and (is_lasting or (is_reading and error.errno not in FULL)):
            return path
    return built


@contextmanager
def _writing(project: Project) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        place = _touched(error, project)
        if place.is_relative_to(project.root) and not place.is_relative_to(project.site.parent):
            remedy = _("change the permissions, then run the command again")
            said = error.strerror or str(error)
            problem = Problem(str(place), said, _("a file that can be read"), remedy)
            raise BuildError(_("The website was not built."), [problem]) from error
        problems = [unwritten(str(place), error)]
        raise BuildError(_("The website could not be written."), problems) from error


def _checked(project: Project, step: Callable[[str], None]) -> tuple[Path, ...]:
    """Return the packages; raises BuildError with all problems of all that are damaged."""
    found = packages.find(project.packages)
    problems: list[Problem] = []
    for directory in found:
        step(_("Checking {place}").format(place=directory.relative_to(project.root)))
        problems += admission.problems(directory, project.cache)
    if not found:
        problem = Problem(
            str(project.packages),
            _("no package"),
            _("<department>/<year>/datapackage.json"),
            _("run: publish import"),
        )
        raise BuildError(_("There is nothing to build a website from."), [problem])
    if problems:
        raise BuildError(_("The website was not built: packages are damaged."), problems)
    return found


def _edition(
    project: Project, package: Package, content: Mapping[str, bytes], site: str
) -> Edition:
    """Return a package with all that its pages need; `site` is the address of the website."""
    tables = {
        int(directory.name): frozenset(path.stem for path in directory.glob("data/*.csv"))
        for directory in packages.find(project.packages)
        if directory.parent.name == package.department
    }
    outcome = reconciliation.run(package)
    answered = acknowledgements.load(project.packages / package.address)
    return Edition(
        package=finding_marks.addressed(package),
        document=OriginalDocument(
            originals.read(package.document), marks=finding_marks.of(outcome.findings)
        ),
        offers=downloads.offered(package, content),
        years=tuple(tables),
        tables=tables,
        draw=partial(charts.svg, cache=project.cache / "charts"),
        poster=partial(charts.poster, cache=project.cache / "charts"),
        outcome=outcome,
        answers=acknowledgements.answers(outcome.findings, answered),
        site=site,
    )


def documents(
    project: Project, directories: tuple[Path, ...], step: Callable[[str], None]
) -> SiteContent:
    """Return the packages, every file of build/docs and every file beside the pages, by path."""
    card = partial(charts.card, cache=project.cache / "charts")
    rendering.remember(project.cache / "templates")
    site = generator.identity(project.configuration).address
    editions: list[Edition] = []
    found: dict[str, bytes] = {}
    files: dict[str, bytes] = {}
    for directory in directories:
        package = packages.load(directory)
        step(_("Writing the pages of {place}").format(place=package.address))
        beside = downloads.files(package, contents.published(directory))
        edition = _edition(project, package, beside, site)
        files |= {f"{package.address}/{path}": content for path, content in beside.items()}
        found |= pages.year_pages(edition)
        found[f"{package.address}/{metadata.CARD}"] = card(previews.year_card(package))
        editions.append(edition)
    step(_("Writing the home page and the departments"))
    known = tuple(edition.package for edition in editions)
    long = downloads.long_tables(known)
    found |= dict(pages.index_pages(editions, downloads.long_offers(long)))
    found |= pages.help_pages(editions)
    found[metadata.CARD] = card(previews.site_card(known))
    return SiteContent(known, found | handwritten.files(project.website), files | long)


def _timestamp(known: tuple[Package, ...]) -> int:
    """Return the newest date of the packages in seconds: the date of the website."""
    dates = (datetime.fromisoformat(package.modified) for package in known)
    return int(max(date.replace(tzinfo=date.tzinfo or UTC) for date in dates).timestamp())


def _settings(project: Project, known: tuple[Package, ...]) -> generator.Settings:
    """Return the settings of the generator beside mkdocs.yml: words of the theme's templates."""
    return generator.Settings(
        timestamp=_timestamp(known),
        extra={
            "say": texts.say,
            "trusted": markup.trusted,
            "script_texts": dict(texts.section("script")),
        },
        colours=texts.section("site.palette"),
        is_offline=project.is_offline,
    )


def _deliver(project: Project, content: SiteContent, new: Path) -> None:
    """Build the website in `new` as a web server, a search engine and a feed reader want it."""
    known = content.packages
    with vocabularies.taught(vocabularies.words(known), project.cache):
        settings = _settings(project, known)
        generator.run(project.configuration, project.docs, new, settings)
    scripts = policies.enforce(new, project.docs, is_offline=project.is_offline)
    headers.write(new, scripts)
    feeds.write(new, generator.identity(project.configuration), known)
    downloads.lay(content.files, new)
    link_checker.check(new)


def _generate(project: Project, content: SiteContent, step: Callable[[str], None]) -> None:
    """Build the website beside the one that stands, then let it take its place."""
    step(_("Generating the website"))
    with whole_files.opened(project.site.parent) as room:
        new = room / project.site.name
        _deliver(project, content, new)
        step(_("Putting the website in place"))
        folders.put(new, project.site)


def run(project: Project) -> Built:
    """Build the website. Raises BuildError; the last good website then stands as it was."""
    count = len(packages.find(project.packages))
    with progress.shown(2 * count + COMMON_STEPS) as step, _writing(project):
        content = documents(project, _checked(project, step), step)
        trees.write(content.pages, project.docs)
        _generate(project, content, step)
    made = sum(path.endswith(".md") for path in content.pages)
    return Built(len(content.packages), made, project.site)
