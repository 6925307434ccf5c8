"""The command `publish`: a table of contents, each command imports what it needs when it runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publish import __version__, messages
from publish.cli.helps import Option
from publish.cli.outermost import Program
from publish.errors import Problem, PublishError
from publish.messages import N_, _
from publish.messages.terminal import say, say_json
from publish.packages import addresses

if TYPE_CHECKING:
    from publish.checks import ProblemReport
    from publish.packages import Package

PACKAGES = Path("datapackages")


def _speak(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        messages.use(value)


def _slug(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if addresses.is_slug(value):
        return value
    raise PublishError(
        _("The department is not a slug."),
        [
            Problem(
                "--department",
                repr(value),
                addresses.slugs(),
                _("for example: --department fire-brigade"),
            )
        ],
    )


def _year(_context: click.Context, _option: click.Parameter, value: str) -> int:
    # 2020
    if re.fullmatch(r"[0-9]{4}", value) and int(value) in addresses.YEARS:
        return int(value)
    raise PublishError(
        _("The year is not a year."),
        [
            Problem(
                "--year", repr(value), _("a year from 1990 to 2100"), _("for example: --year 2020")
            )
        ],
    )


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_("Turn a department's yearly disclosure document into open data and a website."),
)
@click.version_option(__version__, prog_name="publish")
@click.option(
    "--lang",
    cls=Option,
    type=click.Choice(messages.LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=_speak,
    help=N_("Speak Chinese (zh) or English (en); default: the locale."),
)
def main() -> None:
    """Hold the commands."""


@main.command(
    "import",
    help=N_("Read DOCUMENT once and write the data package of a department and year."),
)
@click.argument("document", type=click.Path(path_type=Path))
@click.option(
    "--department", cls=Option, required=True, callback=_slug, help=N_("Slug of the department.")
)
@click.option(
    "--year", cls=Option, required=True, callback=_year, help=N_("Fiscal year of the document.")
)
@click.option("--force", cls=Option, is_flag=True, help=N_("Replace the package that is there."))
@click.option(
    "--coverage",
    cls=Option,
    is_flag=True,
    help=N_("List every number: its row, or why it is none; write nothing."),
)
def import_(  # noqa: PLR0913  one for each option
    document: Path, department: str, year: int, *, force: bool, coverage: bool
) -> None:
    """Import a document."""
    from dataclasses import replace

    from publish import documents, importing, packages
    from publish.importing import summaries
    from publish.packages import whole_files
    from publish.reconciliation import finding_reports

    content = documents.load(document)
    result = importing.read(content, document.name, department, year)
    result = replace(result, package=finding_reports.with_findings(result.package))
    if coverage:
        _say_coverage(result.package)
        return
    directory = PACKAGES / department / str(year)
    whole_files.tidy(directory.parent)
    if directory.exists():
        result = replace(result, package=_compare(directory, result.package, force=force))
    packages.write(result.package, directory)
    say("\n".join(summaries.import_lines(result, directory)))


def _compare(directory: Path, package: Package, *, force: bool) -> Package:
    """Show what would change, and return the package to write; without `force` refuse to go on."""
    from publish.importing import replacements, summaries

    found = replacements.of(directory, package)
    for line in summaries.succession_lines(found):
        say(line)
    if not force:
        raise PublishError(
            _("The package is there already; nothing was written."),
            [
                Problem(
                    str(directory),
                    _("a package"),
                    _("no package of this department and year"),
                    _("look at the changes above; to replace the package, add --force"),
                )
            ],
        )
    return found.package


def _say_coverage(package: Package) -> None:
    from publish.importing import coverage, summaries

    tokens = coverage.of(package)
    for line in summaries.coverage_lines(tokens):
        say(line)
    uncovered = sum(1 for token in tokens if not token.covered)
    say(
        _("{count} numbers, {uncovered} not covered").format(count=len(tokens), uncovered=uncovered)
    )


@main.command(help=N_("List every number of a package's document: its row, or why it is none."))
@click.argument("package", type=click.Path(path_type=Path))
def coverage(package: Path) -> None:
    """Show the coverage of a package."""
    from publish import packages

    _say_coverage(packages.load(package))


@main.command(
    help=N_("Check data packages: structure and provenance, then whether the figures agree."),
)
@click.argument("packages", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--json", "as_json", cls=Option, is_flag=True, help=N_("Print the report for machines.")
)
@click.option("--family", cls=Option, default="", help=N_("Only findings of this family."))
@click.option(
    "--severity",
    cls=Option,
    type=click.Choice(["error", "warning", "info"]),
    default="info",
    help=N_("Only findings of this severity or heavier ones."),
)
@click.option(
    "--strict", cls=Option, is_flag=True, help=N_("Fail on errors that nobody has answered.")
)
@click.option("--write", cls=Option, is_flag=True, help=N_("Write the findings into the packages."))
def check(packages: tuple[Path, ...], **options: Any) -> None:  # noqa: ANN401  one for each option
    """Check packages."""
    from publish import checks
    from publish.reconciliation import admission

    found = checks.directories(packages, PACKAGES)
    checked = tuple(map(admission.check, found))
    if options["write"] and admission.is_mendable(checked):
        checked = admission.written(found, checked)
    report = checks.ProblemReport(checked)
    if report.problems:
        if options["as_json"]:
            say_json(report.json())
        else:
            say(report.text())
        raise click.exceptions.Exit(1)
    _reconcile(found, report, options)


def _reconcile(found: tuple[Path, ...], report: ProblemReport, options: dict[str, Any]) -> None:
    """Say whether the figures of packages that are whole agree; write the findings if asked."""
    from publish.reconciliation import finding_reports

    choice = finding_reports.choice(options["family"], options["severity"], messages.language())
    reconciled = tuple(finding_reports.reconcile(directory) for directory in found)
    if options["as_json"]:
        say_json(report.json({one.path: one.json(choice) for one in reconciled}))
    else:
        say(report.text())
        for one in reconciled:
            say(one.text(choice))
    if options["strict"] and any(one.open_errors for one in reconciled):
        raise click.exceptions.Exit(1)


@main.command(help=N_("Answer the finding ID; the answer is published beside it."))
@click.argument("id_", metavar="ID")
@click.option("--note", cls=Option, required=True, help=N_("What the department says."))
@click.option("--by", "by", cls=Option, required=True, help=N_("Who says it: an office or a role."))
@click.option(
    "--package",
    cls=Option,
    type=click.Path(path_type=Path),
    help=N_("The package of the finding; default: the one that has it."),
)
def acknowledge(id_: str, note: str, by: str, package: Path | None) -> None:
    """Answer a finding."""
    from publish import checks
    from publish.reconciliation import acknowledgements, finding_reports

    named = (package,) if package else ()
    directory, finding = finding_reports.find(checks.directories(named, PACKAGES), id_)
    acknowledgements.acknowledge(directory, finding, note, by)
    say(
        _("The answer to {id} is in {file}.").format(id=id_, file=directory / acknowledgements.FILE)
    )


@main.command(help=N_("Build the website from all packages below datapackages/."))
@click.option(
    "--offline",
    cls=Option,
    is_flag=True,
    help=N_("Let the website be opened from a disk or a USB stick, search included."),
)
def build(*, offline: bool) -> None:
    """Build the website."""
    from publish.website import build

    say(build.run(build.Project(Path.cwd(), is_offline=offline)).text())


@main.command(help=N_("Build, serve on this machine, and build anew when something is saved."))
@click.option(
    "--port",
    cls=Option,
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help=N_("Port on 127.0.0.1; 0 takes a free one."),
)
def serve(port: int) -> None:
    """Serve the website."""
    from publish.website import build, serve

    serve.run(build.Project(Path.cwd()), port)
