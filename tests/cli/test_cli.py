"""The command line: what it writes, what it says, and that bad input loses nothing."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import example_package
import example_site
import pytest
from click.testing import CliRunner, Result
from full_disks import full

from publish import cli, messages, packages
from publish.errors import PackageError
from publish.packages import histories
from publish.reconciliation import finding_reports

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "datapackages" / "panzhihua-emergency-management" / "2020"
DOCUMENT = REFERENCE / "source" / "panzhihua-emergency-management-2020.txt"
WHO = ("--department", "panzhihua-emergency-management", "--year", "2020")
PLACE = Path("datapackages") / "panzhihua-emergency-management" / "2020"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command runs in an empty folder."""
    monkeypatch.chdir(tmp_path)


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def _files(directory: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


def _without_history(files: dict[str, bytes]) -> dict[str, object]:
    """Return the files; of the descriptor its values without those that tell its history."""
    descriptor = json.loads(files["datapackage.json"])
    for name in ("created", *histories.KEYS):
        descriptor.pop(name, None)
    return {**files, "datapackage.json": list(descriptor.items())}


def test_importing_the_document_anew_reproduces_the_package() -> None:
    """The package of the repository is what the importer writes, but for what it has lived."""
    result = _run("import", DOCUMENT, *WHO)
    assert result.exit_code == 0, result.output
    assert _without_history(_files(PLACE)) == _without_history(_files(REFERENCE))


def test_importing_into_the_package_changes_no_byte() -> None:
    """A reading that finds the same is no new version, and no file is touched."""
    shutil.copytree(REFERENCE, PLACE)
    before = PLACE.stat().st_ino
    result = _run("import", DOCUMENT, *WHO, "--force")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[0] == "Rows that change: 0"
    assert _files(PLACE) == _files(REFERENCE)
    assert PLACE.stat().st_ino == before


def _edit() -> tuple[dict[str, object], dict[str, bytes]]:
    """Edit and add what a clerk might; return the descriptor and the files that are theirs."""

    def edit(found: dict[str, Any]) -> None:
        found["title"] = "2020年决算"
        found["licenses"] = [{"name": "CC-BY-4.0"}]
        found["department"] |= {"name": "市应急局", "region_name": "四川省攀枝花市"}
        found["contributors"].append({"title": "财务科", "roles": ["contact"]})
        found["version"], found["created"] = "2.3.4", "2021-09-01T00:00:00Z"
        found["homepage"] = "https://example.gov.cn"
        second = (PLACE / "source" / "second.txt").read_bytes()
        seal = {"bytes": len(second), "hash": packages.sha256(second)}
        found["sources"].append({"title": "更正", "path": "source/second.txt", **seal})

    theirs = {"source/second.txt", "notes/plan.txt", ".gitattributes", "acknowledgements.toml"}
    for name in theirs:
        (PLACE / name).parent.mkdir(exist_ok=True)
        (PLACE / name).write_text(f"# {name}\n", "utf-8")
    example_package.edit_descriptor(PLACE, edit)
    descriptor = json.loads((PLACE / "datapackage.json").read_bytes())
    return descriptor, {name: (PLACE / name).read_bytes() for name in theirs}


def test_force_keeps_what_people_added_and_edited() -> None:
    """Sources, folders, hidden files, and every word in the descriptor; it says what it kept."""
    shutil.copytree(REFERENCE, PLACE)
    descriptor, theirs = _edit()
    changed = Path(DOCUMENT.name)
    changed.write_bytes(DOCUMENT.read_bytes().replace(b"3852.43", b"3852.44"))
    result = _run("import", changed, *WHO, "--force")
    assert result.exit_code == 0, result.output
    assert "Kept as it stands in datapackage.json: title, " in result.output
    assert "~ datapackage.json: sources.0.hash: sha256:" in result.output
    assert "The package becomes version 2." in result.output
    new = json.loads((PLACE / "datapackage.json").read_bytes())
    assert new["modified"] == histories.EDITION
    assert (new["created"], len(new["changes"])) == ("2021-09-01T00:00:00Z", 1)
    same = descriptor.keys() - {"resources", "sources", "version"}
    assert {name: new[name] for name in same} == {name: descriptor[name] for name in same}
    assert new["sources"][1:] == descriptor["sources"][1:]
    assert theirs.items() <= _files(PLACE).items()
    assert _files(PLACE).keys() == _files(REFERENCE).keys() | theirs.keys()


def test_writing_the_findings_changes_nothing_else() -> None:
    """The table, its size and checksum, and the history of the package; no word of people."""
    shutil.copytree(REFERENCE, PLACE)
    descriptor, _theirs = _edit()
    table = PLACE / "data" / "findings.csv"
    whole = table.read_bytes()
    table.write_bytes(b"".join(whole.splitlines(keepends=True)[:3]))
    example_package.seal(PLACE)
    before = _files(PLACE)
    finding_reports.save(PLACE)
    after = _files(PLACE)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == {
        *("data/findings.csv", "datapackage.json"),
    }
    assert after["data/findings.csv"] == whole
    new = json.loads(after["datapackage.json"])
    assert (new["version"], new["modified"]) == ("2.4.0", histories.EDITION)
    assert new["changes"][0]["tables"] == ["findings"]
    assert {**new, **dict.fromkeys(histories.KEYS)} == {
        **descriptor,
        **dict.fromkeys(histories.KEYS),
    }


def test_a_file_of_the_name_of_the_document_is_not_overwritten() -> None:
    """Somebody laid it there; the command refuses with its name and writes nothing."""
    _run("import", DOCUMENT, *WHO)
    other = PLACE / "source" / "corrected.txt"
    other.write_text("a draft", "utf-8")
    before = _files(PLACE)
    copy = Path("corrected.txt")
    copy.write_bytes(DOCUMENT.read_bytes())
    result = _run("import", copy, *WHO, "--force")
    assert result.exit_code == 1
    assert f"  {PLACE / 'source' / 'corrected.txt'}\n" in result.output
    assert _files(PLACE) == before


def test_an_import_ends_with_a_summary_for_a_clerk() -> None:
    """Tables and rows, sections, doubts and the next step, in this order."""
    lines = _run("import", DOCUMENT, *WHO).output.splitlines()
    assert lines[0].startswith("攀枝花市应急管理局, 2020: 27 tables, ")
    assert lines[1] == "      8  key-figures  主要决算数据"
    assert lines[-3:] == [
        "Every figure of the document ended in a row.",
        f"Written to {PLACE}",
        "Next: compare the rows with the document, then run: publish check; publish build",
    ]


def test_what_is_imported_passes_the_check_whoever_published_it() -> None:
    """A department of a region that is not known here, and a heading that is a numeral alone."""
    text = DOCUMENT.read_text("utf-8").replace("攀枝花市", "某某市")
    document = Path("accounts.txt")
    document.write_text(text.replace("第二部分 2020", "第二部分\n2020"), "utf-8")
    imported = _run("import", document, "--department", "some-bureau", "--year", "2020")
    assert imported.exit_code == 0, imported.output
    assert "The region of the department is not known here" in imported.output
    checked = _run("check")
    assert checked.exit_code == 0, checked.output
    assert checked.output.splitlines()[0].endswith(", 0 problems")
    assert "None" not in checked.output


def test_an_import_speaks_chinese() -> None:
    """`--lang zh` and a Chinese locale give the same Chinese summary."""
    lines = _run("--lang", "zh", "import", DOCUMENT, *WHO).output.splitlines()
    assert lines[-3:] == [
        "文件中的每一个数都已归入数据。",
        f"已写入 {PLACE}",
        "下一步：把数据与文件核对，然后运行：publish check；publish build",
    ]


def test_an_existing_package_is_not_overwritten_without_force() -> None:
    """The command shows what would change, fails, and leaves every byte."""
    _run("import", DOCUMENT, *WHO)
    path = PLACE / "data" / "income.csv"
    path.write_text(path.read_text("utf-8").replace("3852.43", "3852.44"), "utf-8")
    before = _files(PLACE)
    result = _run("import", DOCUMENT, *WHO)
    assert result.exit_code == 1
    assert "~ income: general_public_budget 1\n    amount_wanyuan: 3852.44 → 3852.43\n" in (
        result.output
    )
    assert "The package is there already; nothing was written." in result.output
    assert _files(PLACE) == before
    assert _run("import", DOCUMENT, *WHO, "--force").exit_code == 0
    assert _files(PLACE) == _files(REFERENCE)


def test_force_repairs_a_package_that_cannot_be_read() -> None:
    """A damaged package is no obstacle: it is said, and replaced."""
    _run("import", DOCUMENT, *WHO)
    (PLACE / "datapackage.json").write_text("{", "utf-8")
    result = _run("import", DOCUMENT, *WHO, "--force")
    assert result.exit_code == 0
    assert "The package that is there cannot be read" in result.output
    found = _files(PLACE)
    (aside,) = found.keys() - _files(REFERENCE).keys()
    assert f"It is kept as {aside}; look in it for what was edited." in result.output
    assert found.pop(aside) == b"{"
    assert _without_history(found) == _without_history(_files(REFERENCE))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_document_in_another_encoding_is_read_right(encoding: str) -> None:
    """The tables are the same, the source is kept as published, and the check passes."""
    copy = Path("document.txt")
    copy.write_bytes(DOCUMENT.read_text("utf-8").encode(encoding))
    assert _run("import", copy, *WHO).exit_code == 0
    assert _files(PLACE / "data") == _files(REFERENCE / "data")
    assert (PLACE / "source" / "document.txt").read_bytes() == copy.read_bytes()
    assert _run("check").exit_code == 0


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b" \n\n", "an empty file"),
        (bytes(range(256)) * 40, "a binary file"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "a binary file"),
        ("今天天气很好。\n".encode(), "none of them"),
    ],
)
def test_what_is_no_disclosure_is_refused(content: bytes, found: str) -> None:
    """Empty, binary, or some other text: said with place, found, expected, remedy."""
    Path("document.txt").write_bytes(content)
    result = _run("import", "document.txt", *WHO)
    assert result.exit_code == 1
    assert f"found: {found}" in result.output
    assert "expected: " in result.output
    assert "what to do: " in result.output
    assert not Path("datapackages").exists()


def test_a_document_that_is_not_there_is_said() -> None:
    """The message names the file."""
    result = _run("import", "nowhere.txt", *WHO)
    assert (result.exit_code, "nowhere.txt" in result.output) == (1, True)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--department", "../etc"),
        ("--department", "Fire Brigade"),
        ("--department", "消防"),
        ("--department", "-a"),
        ("--department", "a" * 81),
        ("--department", "assets"),
        ("--year", "20"),
        ("--year", "２０２０"),
        ("--year", "1066"),
        ("--year", "2020/.."),
    ],
)
def test_department_and_year_must_be_names_of_folders(option: str, value: str) -> None:
    """A path or a name in another script is refused before anything is read."""
    who = dict(zip(WHO[::2], WHO[1::2], strict=True)) | {option: value}
    result = _run("import", DOCUMENT, *(part for pair in who.items() for part in pair))
    assert result.exit_code == 1
    assert f"  {option}\n    found: {value!r}" in result.output
    assert not Path("datapackages").exists()


def test_a_folder_that_cannot_be_written_is_said() -> None:
    """Also root cannot write here; the message says where and what to do."""
    Path("datapackages").symlink_to("/sys/kernel")
    result = _run("import", DOCUMENT, *WHO)
    assert result.exit_code == 1
    assert "The package could not be written; the old one is untouched." in result.output
    assert "what to do: free space or change the permissions" in result.output


def _start(*arguments: object, limit: int | None = None) -> subprocess.Popen[bytes]:
    """Start the command as a process of its own; `limit` is the largest file it may write."""

    def _full_disk() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [sys.executable, "-m", "publish", *map(str, arguments)],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_full_disk,  # noqa: PLW1509  nothing else runs in this process then
    )


def test_a_full_disk_leaves_the_old_package() -> None:
    """Where no more can be written, the package that was there stands whole."""
    _run("import", DOCUMENT, *WHO)
    before = _files(PLACE)
    changed = Path(DOCUMENT.name)
    changed.write_bytes(DOCUMENT.read_bytes().replace(b"3852.43", b"3852.44"))
    with _start("import", changed, *WHO, "--force", limit=4096) as process:
        _out, error = process.communicate()
    assert process.returncode == 1
    assert b"The package could not be written; the old one is untouched." in error
    assert f"  {PLACE}/".encode() in error
    assert _files(PLACE) == before
    assert [path.name for path in PLACE.parent.iterdir()] == ["2020"]


def test_a_full_disk_leaves_the_findings() -> None:
    """The message names the file that could not be written, and every file is as it was."""
    shutil.copytree(REFERENCE, PLACE)
    table = PLACE / "data" / "findings.csv"
    table.write_bytes(b"".join(table.read_bytes().splitlines(keepends=True)[:3]))
    before = _files(PLACE)
    with full(4096), pytest.raises(PackageError, match=f"{table}\n    found: File too large"):
        finding_reports.save(PLACE)
    assert _files(PLACE) == before
    assert [path.name for path in PLACE.parent.iterdir()] == ["2020"]


def test_a_full_disk_leaves_the_answers() -> None:
    """The answer that was there stays, and the message names the file."""
    shutil.copytree(REFERENCE, PLACE)
    report = json.loads(_run("check", "--json").output)
    id_ = report["reconciliation"][str(PLACE)]["findings"][0]["id"]
    _run("acknowledge", id_, "--note", "已核实", "--by", "财务科")
    before = _files(PLACE)
    with _start("acknowledge", id_, "--note", "长" * 9999, "--by", "x", limit=4096) as process:
        _out, error = process.communicate()
    assert process.returncode == 1
    assert f"{PLACE}/acknowledgements.toml\n    found: File too large".encode() in error
    assert _files(PLACE) == before
    assert [path.name for path in PLACE.parent.iterdir()] == ["2020"]


@pytest.mark.parametrize("option", ["--note", "--by"])
def test_bytes_that_are_no_text_are_no_answer(option: str) -> None:
    """What a terminal hands on is said, not a traceback; nothing is written."""
    shutil.copytree(REFERENCE, PLACE)
    report = json.loads(_run("check", "--json").output)
    id_ = report["reconciliation"][str(PLACE)]["findings"][0]["id"]
    words = {"--note": "已核实", "--by": "财务科", option: b"\xff".decode(errors="surrogateescape")}
    result = _run("acknowledge", id_, *(part for pair in words.items() for part in pair))
    assert result.exit_code == 1
    assert f"  {option}\n    found: '\\udcff'\n    expected: text in UTF-8\n" in result.output
    assert _files(PLACE) == _files(REFERENCE)


def test_coverage_lists_every_number_and_writes_nothing() -> None:
    """Each number of the document has a row or a reason."""
    result = _run("import", DOCUMENT, *WHO, "--coverage")
    lines = result.output.splitlines()
    assert lines[-1] == f"{len(lines) - 1} numbers, 0 not covered"
    assert any(line.startswith("   L38     4383.87  key-figures:1  …") for line in lines)
    assert not Path("datapackages").exists()


def test_coverage_of_a_committed_package_is_the_same() -> None:
    """A package can be asked later; the list is that of the import."""
    imported = _run("import", DOCUMENT, *WHO, "--coverage")
    assert _run("coverage", REFERENCE).output == imported.output


def test_check_passes_a_good_package_and_fails_a_damaged_one(tmp_path: Path) -> None:
    """The exit code tells, and the last line counts."""
    directory = example_package.example(tmp_path)
    assert _run("check", directory).exit_code == 0
    (directory / "data" / "income.csv").write_bytes(b"key\n")
    result = _run("check", directory)
    assert result.exit_code == 1
    assert "income.csv" in result.output


def test_check_reports_for_machines(tmp_path: Path) -> None:
    """`--json` is one JSON document with the totals."""
    result = _run("check", example_package.example(tmp_path), "--json")
    assert json.loads(result.output)["totals"]["problems"] == 0


def test_findings_do_not_fail_a_check_unless_it_is_strict() -> None:
    """The document is public and stays as it is; --strict is for those who want none open."""
    assert _run("check", REFERENCE).exit_code == 0
    assert _run("check", REFERENCE, "--strict").exit_code == 1


def test_writing_the_findings_of_the_committed_package_changes_no_byte() -> None:
    """`check --write` and the import write the same findings."""
    shutil.copytree(REFERENCE, PLACE)
    assert _run("check", "--write").exit_code == 0
    assert _files(PLACE) == _files(REFERENCE)


def test_findings_that_differ_fail_a_check_until_they_are_written(tmp_path: Path) -> None:
    """The remedy that the message names works, and nothing else is needed."""
    directory = example_package.example(tmp_path)
    path = directory / "data" / "findings.csv"
    path.write_bytes(b"")
    example_package.seal(directory)
    failed = _run("check", directory)
    assert failed.exit_code == 1
    assert "what to do: run: publish check --write" in failed.output
    assert _run("check", directory, "--write").exit_code == 0
    assert _run("check", directory).exit_code == 0
    assert path.read_bytes() != b""


def test_nothing_is_written_while_something_else_is_wrong(tmp_path: Path) -> None:
    """Findings of damaged rows would be nonsense."""
    directory = example_package.example(tmp_path)
    (directory / "data" / "findings.csv").write_bytes(b"")
    example_package.set_cell(directory, "income", (2, "statement"), "x")
    before = _files(directory)
    assert _run("check", directory, "--write").exit_code == 1
    assert _files(directory) == before


def test_a_year_without_a_descriptor_fails_the_check() -> None:
    """Also where other years are good."""
    example_package.example(Path("datapackages"))
    lost = Path("datapackages") / "fire-brigade" / "2019"
    (lost / "data").mkdir(parents=True)
    result = _run("check")
    assert result.exit_code == 1
    assert f"  {lost}\n      found: a folder without datapackage.json\n" in result.output


@pytest.mark.parametrize("name", ["a#b.txt", "a?b.txt", "50%.txt", ".accounts.txt"])
def test_a_document_whose_name_is_no_address_is_refused(name: str) -> None:
    """Before anything is written; the remedy is another name."""
    Path(name).write_bytes(DOCUMENT.read_bytes())
    result = _run("import", name, *WHO)
    assert result.exit_code == 1
    assert "what to do: rename the document" in result.output
    assert not Path("datapackages").exists()


def test_findings_can_be_chosen_by_family_and_severity() -> None:
    """A clerk sees one family at a time, or only what weighs."""
    lines = _run("check", REFERENCE, "--family", "units", "--severity", "error").output.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "] == [
        "units:",
        "error",
        "error",
    ]
    unknown = _run("check", REFERENCE, "--family", "nonsense")
    assert (unknown.exit_code, "one of: sums, " in unknown.output) == (1, True)


@pytest.mark.slow
def test_an_answer_to_a_finding_is_kept_and_shown() -> None:
    """The answer stands in the package, survives an import, and opens a strict check."""
    _run("import", DOCUMENT, *WHO)
    report = json.loads(_run("check", "--json", "--severity", "error").output)
    findings = report["reconciliation"][str(PLACE)]["findings"]
    for finding in findings:
        answered = _run("acknowledge", finding["id"], "--note", "已核实", "--by", "规划财务科")
        assert answered.exit_code == 0, answered.output
    assert _run("check", "--strict").exit_code == 0
    assert "answered by 规划财务科: 已核实" in _run("check").output
    _run("import", DOCUMENT, *WHO, "--force")
    assert _run("check", "--strict").exit_code == 0


def test_an_answer_whose_finding_changed_is_stale() -> None:
    """An answer holds for the figures that it was said of."""
    _run("import", DOCUMENT, *WHO)
    report = json.loads(_run("check", "--json", "--family", "parts").output)
    finding = report["reconciliation"][str(PLACE)]["findings"][0]
    _run("acknowledge", finding["id"], "--note", "已核实", "--by", "规划财务科")
    changed = Path("changed.txt")
    text = DOCUMENT.read_text("utf-8")
    changed.write_text(
        text.replace("授予中小企业合同金额0万元", "授予中小企业合同金额1万元"), "utf-8"
    )
    _run("import", changed, *WHO, "--force")
    assert f"Stale answer: {finding['id']}" in _run("check").output


def test_an_answer_to_nothing_is_refused() -> None:
    """The message says how to find the ids."""
    _run("import", DOCUMENT, *WHO)
    result = _run("acknowledge", "no-such-finding", "--note", "x", "--by", "y")
    assert result.exit_code == 1
    assert "run publish check to see the findings" in result.output


@pytest.mark.slow
@pytest.mark.parametrize(("options", "is_offline"), [((), False), (("--offline",), True)])
def test_a_build_for_a_disk_is_asked_for(options: tuple[str, ...], *, is_offline: bool) -> None:
    """Only then the search has an index that a page from a disk can load."""
    project = example_site.bare(Path.cwd())
    example_package.example(project.packages)
    result = _run("build", *options)
    assert result.exit_code == 0, result.output
    assert (project.site / "search" / "search_index.js").exists() is is_offline


def test_every_command_and_option_has_help_in_both_languages() -> None:
    """Nobody meets a command that does not say what it does."""
    for command in cli.main.commands.values():
        assert command.help
        for option in command.params:
            assert getattr(option, "help", "") or option.param_type_name == "argument"
        english = _run(command.name, "--help").output
        messages.use("zh")
        chinese = _run(command.name, "--help").output
        messages.use("en")
        assert english != chinese


def test_help_is_quick_because_nothing_is_imported() -> None:
    """`publish --help` loads neither the checker nor the charts nor the generator."""
    code = (
        "import sys; from publish import cli\n"
        "heavy = {'frictionless', 'altair', 'mkdocs', 'jinja2', 'vl_convert'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert found.stdout.decode().strip() == "[]"
