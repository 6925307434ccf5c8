"""A small package damaged in one of many ways, and the claim that holds of any package whatever.

`mutated(directory, chance)` damages the package in a folder and says how. `hold(directory)` raises
AssertionError where a check ends in anything but our own errors, and where a package that passes
the check then stops the build. The package lies in <root>/datapackages/<department>/<year>.
"""

import json
import os
import shutil
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from example_package import example

from publish import packages
from publish.errors import PublishError
from publish.packages import contents
from publish.reconciliation import acknowledgements, admission, finding_reports
from publish.website import build
from publish.website.build import Project

ROOT = Path(__file__).parent.parent
ANSWERS = """[[acknowledgement]]
id = "totals-balance-5da07d6c"
note = "已核实"
by = "财务科"
seen = "0123456789abcdef"
"""

SOME = 0.2  # of what is done now and then
_DEEP = 100_000
# What stands in place of a value of the descriptor, as JSON: other types, edges, attacks.
JUNK = (
    "null", "true", "0", "-1", "1.5", "1e999", "NaN", "9" * 30, "9" * 5000, '""', '" "', "[]", "{}",
    "[[]]", "[null]", '["x"]', '{"x": 1}', '[{"path": ["x"]}]', r'"\u0000"', r'"\ud800"',
    r'"\u202e"',
    '"../../etc/passwd"', '"/dev/zero"', '"javascript:alert(1)"', '"data/income.csv"', '"checks"',
    '"1960-01-01T00:00:00Z"', '"2999-12-31T23:59:59Z"', '"2026-11-23"', '"source/a#b?c%20.txt"',
    '"' + "长" * 5000 + '"', "[" * _DEEP + "]" * _DEEP, '{"a":' * 200 + "1" + "}" * 200, '"<b>"',
)  # fmt: skip
CELLS = (
    "", " ", "0", "-0", "-1", "1e5", "NaN", "Infinity", "１２", "1,234", "9" * 16, "9" * 5000,
    "0." + "3" * 30, "\0", "\x07", "\ufeff", "\u202e", "=1+1", "L0", "L1", "L99999", "L1;L1", "x",
    "长" * 140_000, '"', "\t", "L3\tL3", "万元", "元", "(", "missing", "total", "<b>", "2020", "\n",
)  # fmt: skip
NAMES = (
    "notes.txt", "README.md", ".DS_Store", "data/old.csv", "data/._income.csv", "source/draft.md",
    "source/a b.txt", "source/deep/er/x.txt", "draft/2021/x.docx", "acknowledgements.toml",
    "corrections.csv", "SHA256SUMS", "index.md", "data/income-excel.csv", "Datapackage.json",
)  # fmt: skip


OTHER_NAMES = (
    "a#b.txt",
    "a?b",
    "a%20b",
    "README.md",
    "a b.txt",
    "x.html",
    "文.txt",
    "a/b",
    "\udcff",
)


def prepared(root: Path) -> Path:
    """Write a project with the small package below `root`, and return the package."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("pages", "assets"):
        (root / "site" / name).mkdir(parents=True)
    directory = example(root / "datapackages")
    (directory / acknowledgements.FILE).write_text(ANSWERS, "utf-8")
    return directory


def _files(directory: Path) -> list[Path]:
    found = contents.entries(directory)
    return sorted(directory / entry.path for entry in found if entry.sort is contents.Sort.FILE)


def _text(path: Path) -> str:
    """Return a text of the package; it may be a pipe or a link by now. Raises OSError."""
    if path.is_symlink() or not path.is_file():
        raise FileNotFoundError(path)
    return path.read_text("utf-8")


def _write(path: Path, text: str) -> None:
    """Write a text of the package, and never through a link. Raises OSError."""
    if path.is_symlink() or path.parent.is_symlink() or (path.exists() and not path.is_file()):
        raise FileNotFoundError(path)
    path.write_text(text, "utf-8")


def _places(found: object, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the way to every value of a JSON document."""
    inside: list[tuple[Any, Any]] = []
    if isinstance(found, dict):
        inside = list(found.items())
    elif isinstance(found, list):
        inside = list(enumerate(found))
    return [way, *(one for name, each in inside for one in _places(each, (*way, name)))]


def _at(found: Any, way: tuple[str | int, ...]) -> Any:  # noqa: ANN401  what JSON holds
    for part in way:
        found = found[part]
    return found


def _properties(found: Any, chance: Random) -> tuple[str | int, ...]:  # noqa: ANN401  what JSON holds
    """Return the way to a value: one of the schemas, which are long, no oftener than another."""
    ways = [way for way in _places(found) if way]
    outside = [way for way in ways if "schema" not in way]
    return chance.choice(outside if chance.random() < 0.9 else ways)


def _value(directory: Path, chance: Random) -> str:
    """Replace a value of the descriptor."""
    path = directory / "datapackage.json"
    found = json.loads(_text(path))
    way, junk, mark = _properties(found, chance), chance.choice(JUNK), "…place…"
    _at(found, way[:-1])[way[-1]] = mark
    text = json.dumps(found, ensure_ascii=False, indent=1)
    _write(path, text.replace(f'"{mark}"', junk))
    return f"{way} = {junk[:40]}"


def _removed(directory: Path, chance: Random) -> str:
    """Remove a property of the descriptor or an item of a list, or put it in twice."""
    path = directory / "datapackage.json"
    found = json.loads(_text(path))
    way = _properties(found, chance)
    above = _at(found, way[:-1])
    is_double = isinstance(above, list) and chance.random() < 0.5
    if is_double:
        above.append(above[way[-1]])  # type: ignore[index]
    else:
        del above[way[-1]]
    _write(path, json.dumps(found, ensure_ascii=False))
    return f"{'doubled' if is_double else 'removed'} {way}"


def _twice(directory: Path, chance: Random) -> str:
    """Give a property of the descriptor a second time, with another value."""
    path = directory / "datapackage.json"
    name = chance.choice(sorted(json.loads(_text(path))))
    text = _text(path).rstrip().removesuffix("}")
    _write(path, f'{text}, "{name}": {chance.choice(JUNK[:14])}}}')
    return f"twice {name}"


def _table(directory: Path, chance: Random) -> Path:
    tables = [path for path in _files(directory) if path.parent.name == "data"]
    return chance.choice(tables)


def _cell(directory: Path, chance: Random) -> str:
    """Replace a cell of a table."""
    path = _table(directory, chance)
    lines = _text(path).split("\n")
    row = chance.randrange(len(lines))
    cells = lines[row].split(",")
    column, text = chance.randrange(len(cells)), chance.choice(CELLS)
    cells[column] = text
    lines[row] = ",".join(cells)
    _write(path, "\n".join(lines))
    return f"{path.name}, line {row + 1}, part {column + 1} = {text[:20]!r}"


def _rows(directory: Path, chance: Random) -> str:
    """Cut, double, swap or stretch the rows of a table."""
    path = _table(directory, chance)
    lines = _text(path).splitlines()
    row = chance.randrange(len(lines))
    how = chance.choice(("cut", "double", "blank", "commas", "first", "only", "swap"))
    changed = {
        "cut": [*lines[:row], *lines[row + 1 :]],
        "double": [*lines, lines[row]],
        "blank": [*lines[:row], "", *lines[row:]],
        "commas": [*lines[:row], "," * 100_000, *lines[row:]],
        "first": lines[: row + 1],
        "only": [lines[0]],
        "swap": [lines[0], *reversed(lines[1:])],
    }[how]
    _write(path, "\n".join(changed) + "\n")
    return f"{path.name}: {how} at line {row + 1}"


def _bytes(directory: Path, chance: Random) -> str:
    """Flip, cut or insert bytes of a file."""
    path = chance.choice(_files(directory))
    content = bytearray(path.read_bytes())
    at = chance.randrange(len(content) + 1)
    how = chance.choice(("flip", "cut", "insert", "gbk", "mark", "empty"))
    if how == "flip" and at < len(content):
        content[at] ^= 1 << chance.randrange(8)
    elif how == "insert":
        content[at:at] = chance.randbytes(chance.choice((1, 2, 100)))
    elif how == "gbk":
        content[:] = content.decode("utf-8", "replace").encode("gb18030", "replace")
    elif how == "mark":
        content[:0] = chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\0"))
    else:
        del content[at if how == "cut" else 0 :]
    path.write_bytes(bytes(content))
    return f"{path.name}: {how} at {at}"


def _put(path: Path, how: str, chance: Random) -> None:
    """Let something else stand at a path."""
    if path.is_symlink():
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if how == "folder":
        path.mkdir()
    elif how == "pipe":
        os.mkfifo(path)
    elif how == "link":
        path.symlink_to(chance.choice(("/dev/zero", "/dev/null", path.name, "income.csv", "..")))
    elif how == "file":
        path.write_bytes(chance.choice((b"", b"x", "数据\n".encode(), b"\xff\xfe\0", b"[[[[")))


def _replaced(directory: Path, chance: Random) -> str:
    """Replace, remove or rename a file or a folder, also that of the package."""
    path = chance.choice([*_files(directory), directory / "data", directory / "source"])
    how = chance.choice(("folder", "pipe", "link", "file", "gone", "capital", "name"))
    if how == "capital":
        path.rename(path.with_name(path.name.upper()))
    elif how == "name":
        path.rename(path.with_name(chance.choice(OTHER_NAMES)))
    else:
        _put(path, how, chance)
    return f"{path.name}: {how}"


def _added(directory: Path, chance: Random) -> str:
    """Put something into the package that nobody asked for."""
    name, how = chance.choice(NAMES), chance.choice(("file", "file", "folder", "pipe", "link"))
    _put(directory / name, how, chance)
    return f"added {how} {name}"


def _renamed_document(directory: Path, chance: Random) -> str:
    """Give the document another name, in the descriptor and on the disk alike."""
    name = chance.choice(OTHER_NAMES[:-1])
    descriptor = directory / "datapackage.json"
    found = json.loads(_text(descriptor))
    old, new = directory / found["sources"][0]["path"], directory / "source" / name
    new.parent.mkdir(exist_ok=True)
    old.rename(new)
    found["sources"][0]["path"] = f"source/{name}"
    _write(descriptor, json.dumps(found, ensure_ascii=False))
    return f"document called {name}"


def _answered(directory: Path, chance: Random) -> str:
    """Damage the answers of staff."""
    text = chance.choice(
        (
            "[", "acknowledgement = 1", 'acknowledgement = ["x"]', "[acknowledgement.x]", "\0",
            "[[acknowledgement]]", "a = " + "[" * _DEEP, "a = " + "9" * 5000, "a = 1979-99-99",
            ANSWERS.replace('"已核实"', "1"), ANSWERS.replace("已核实", "\\u0000\\u202e"),
            ANSWERS * 2, "x" * 200_000, "acknowledgement = {}",
        )
    )  # fmt: skip
    _write(directory / acknowledgements.FILE, text)
    return f"answers: {text[:30]!r}"


MUTATIONS: tuple[Callable[[Path, Random], str], ...] = (
    _value, _value, _value, _removed, _twice, _cell, _cell, _cell, _rows, _bytes, _replaced, _added,
    _renamed_document, _answered,
)  # fmt: skip


def _reseal(directory: Path) -> None:
    """Give every file that the descriptor names the size and checksum that it has."""
    path = directory / packages.DESCRIPTOR
    found = json.loads(_text(path))
    for named in (*found["resources"], *found["sources"]):
        content = contents.read(directory, named["path"])
        named.update(bytes=len(content), hash=packages.sha256(content))
    _write(path, json.dumps(found, ensure_ascii=False))


def _sealed(directory: Path, chance: Random) -> str:
    """Seal a package again, so that what is behind the checksums is reached; write its findings."""
    if chance.random() < SOME:
        return "left unsealed"
    try:
        _reseal(directory)
        finding_reports.save(directory)
    except Exception:  # noqa: BLE001  damaged beyond sealing: that is what it is for
        return "not to be sealed"
    return "sealed"


def mutated(directory: Path, chance: Random) -> str:
    """Damage the package in `directory` one to three times, and say how."""
    told = []
    for _time in range(chance.choice((1, 1, 2, 3))):
        mutation = chance.choice(MUTATIONS)
        try:
            told.append(mutation(directory, chance))
        except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
            told.append(f"{mutation.__name__} not possible: {type(error).__name__}")
    return "; ".join((*told, _sealed(directory, chance)))


def hold(directory: Path) -> bool:
    """Return whether a package passes; raise AssertionError where a claim does not hold."""
    try:
        checked = admission.check(directory)
        checked.text(), json.dumps(checked.json())
    except PublishError:
        return False
    except Exception as error:
        raise AssertionError(f"the check:\n{traceback.format_exc()}") from error
    if checked.problems:
        assert all(problem.found for problem in checked.problems)
        return False
    try:
        project = Project(directory.parent.parent.parent)
        build.documents(project, (directory,), lambda _told: None)
    except Exception as error:
        raise AssertionError(
            f"passed the check, not the build:\n{traceback.format_exc()}"
        ) from error
    return True
