"""Who imports whom: the arrows of the design, read from the sources."""

import ast
import builtins
from collections.abc import Iterator
from pathlib import Path

import publish

SOURCES = Path(publish.__file__).parent

# The part of the program that each module belongs to; a sub-package counts as one.
LEAVES = {
    "tables", "figures", "messages", "errors", "swaps", "contents", "addresses", "documents",
    "numerals", "readers", "units", "rooms", "installations", "entries", "terminal",
    "passages", "outline", "wraps", "paragraphs",
}  # fmt: skip
READING = {
    "phrases", "readings", "comparisons", "statements", "drafts", "sections",
    "codes", "importing", "descriptors", "coverage", "grids", "targets", "projects",
    "successions",
}  # fmt: skip
PUBLISHING = {
    "pages", "charts", "downloads", "attachments", "sentences", "markup", "originals", "generator",
    "build", "serve", "trees", "progress", "texts", "themes", "policies", "headers", "vocabularies",
    "feeds", "metadata", "stylesheets", "inert", "ways", "watches", "written",
}  # fmt: skip
ENDS = {"cli", "__main__"}

# What a module may raise beside our errors, and who takes it: its own functions, or a caller that
# its docstring warns. Everything else that escapes is a fault of the program.
RAISED = {
    "charts/values.py Chart.__post_init__ ValueError",
    "checks/descriptors.py _once ValueError",
    "checks/descriptors.py _parsed RecursionError",
    "documents.py _decode ValueError",
    "installations.py _make OSError",
    "pages/topics.py Plan.page KeyError",
    "pages/topics.py Plan.unit KeyError",
    "readers/docx.py lines ValueError",
    "readers/elements.py lines ValueError",
    "reconciliation/acknowledgements.py _read TypeError",
    "reconciliation/causes.py _Claims.claim TypeError",
    "rooms.py put OSError",
    "serve.py _stop KeyboardInterrupt",
    "tables.py Table.field KeyError",
    "texts/__init__.py pattern KeyError",
    "texts/__init__.py section KeyError",
}

# One library, one module (its path below the sources).
OWNERS = {
    "frictionless": {"checks/schemas.py"},
    "altair": {"charts/drawings.py"},
    "vl_convert": {"charts/drawings.py"},
    "mkdocs": {"generator.py"},
    "jieba": {"vocabularies.py"},
    "watchdog": {"watches.py"},
    "jinja2": {"pages/rendering.py"},
}


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def _all() -> dict[str, set[str]]:
    """The imports of every module, by its path below the sources."""
    return {
        str(path.relative_to(SOURCES)): _imports(path) for path in sorted(SOURCES.rglob("*.py"))
    }


def _part(path: str) -> str:
    return path.split("/", maxsplit=1)[0].removesuffix(".py")


def _own(imports: set[str]) -> set[str]:
    return {name.split(".")[1] for name in imports if name.startswith("publish.")}


def test_each_library_has_one_owner() -> None:
    """No other module sees a library or its errors."""
    found = {
        library: {
            path
            for path, imports in _all().items()
            if any(name.split(".")[0] == library for name in imports)
        }
        for library in OWNERS
    }
    assert found == OWNERS


def _named(path: Path) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield every function of a module with its name, that of its class in front."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        front = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        if isinstance(node, ast.ClassDef | ast.Module):
            for inside in node.body:
                if isinstance(inside, ast.FunctionDef):
                    yield front + inside.name, inside


def _exception(raised: ast.expr | None) -> str:
    """Return what is raised: the name of the class, or of the function that makes it."""
    called = raised.func if isinstance(raised, ast.Call) else raised
    return ast.unparse(called) if called else ""


def _built_in(name: str) -> bool:
    found = getattr(builtins, name, None)
    return isinstance(found, type) and issubclass(found, BaseException)


def test_modules_raise_our_errors_alone() -> None:
    """A built-in exception is raised in a few places only, each by name."""
    found = {
        f"{path.relative_to(SOURCES)} {name} {_exception(node.exc)}"
        for path in SOURCES.rglob("*.py")
        for name, function in _named(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Raise) and _built_in(_exception(node.exc))
    }
    assert found == RAISED


def _told(tree: ast.Module, name: str, function: ast.FunctionDef) -> str:
    """Return what the docstrings of a function and of its class say."""
    owner = name.partition(".")[0]
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == owner]
    return "\n".join(ast.get_docstring(node) or "" for node in (*classes, function))


def test_a_public_function_says_which_built_in_exception_it_raises() -> None:
    """Who calls it reads so in its docstring, or in that of its class."""
    silent = [
        f"{path.name} {name}"
        for path in SOURCES.rglob("*.py")
        for name, function in _named(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Raise) and not name.startswith("_")
        for raised in [_exception(node.exc)]
        if _built_in(raised)
        and raised not in _told(ast.parse(path.read_text("utf-8")), name, function)
    ]
    assert silent == []


def test_one_module_prints() -> None:
    """What could steer a terminal passes one function on its way there."""
    printing = {"print", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write"}
    found = {
        str(path.relative_to(SOURCES))
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in printing
    }
    assert found == {"terminal.py"}


def test_nothing_but_the_command_line_imports_the_command_line() -> None:
    """The command line is the last one to know."""
    assert {path for path, imports in _all().items() if "cli" in _own(imports)} == {"__main__.py"}


def test_the_importer_knows_nothing_of_the_website() -> None:
    """A document becomes a package without pages, charts or the generator."""
    for path, imports in _all().items():
        if _part(path) in READING:
            assert not _own(imports) & (PUBLISHING | ENDS | {"checks"}), path


def test_the_website_never_imports_a_document() -> None:
    """Pages are a function of packages; the build never reads a document anew."""
    for path, imports in _all().items():
        if _part(path) in PUBLISHING:
            assert not _own(imports) & {"importing", "statements", "phrases", "sections"}, path


def test_checks_know_packages_and_tables_only() -> None:
    """What is checked is what is published, not how it was read."""
    for path, imports in _all().items():
        if _part(path) == "checks":
            assert _own(imports) <= {"checks", "packages", "codes", "__version__"} | LEAVES, path


def test_reconciliation_knows_packages_and_the_document_only() -> None:
    """Whether figures agree is judged on what is published, not on how it was read."""
    known = {"reconciliation", "packages", "codes", "differences", "histories"} | LEAVES
    for path, imports in _all().items():
        if _part(path) == "reconciliation":
            assert _own(imports) <= known, path


def test_leaves_import_no_part_above_them() -> None:
    """Tables, figures and errors stand at the bottom."""
    for path, imports in _all().items():
        if _part(path) in LEAVES:
            assert _own(imports) <= LEAVES, path


WRITES = {"write_bytes", "write_text", "touch", "copyfile", "copy", "copy2", "copytree", "move"}
"""Ways to write a file; `open` for writing and renames are looked at by themselves."""


def _calls(path: Path) -> set[str]:
    """The ways in which a module writes files or moves them."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        modes = [argument for argument in node.args if isinstance(argument, ast.Constant)]
        is_write = name == "open" and any(set(str(mode.value)) & set("wax+") for mode in modes)
        if name in WRITES or is_write:
            found.add(name)
    return found


def test_one_function_writes_every_file() -> None:
    """Whatever is written is put in place whole: `rooms` alone opens a file for writing."""
    found = {str(path.relative_to(SOURCES)): _calls(path) for path in SOURCES.rglob("*.py")}
    writers = {path: calls for path, calls in found.items() if calls}
    assert writers == {
        "helps.py": {"write_text"},  # of the formatter of click
        "rooms.py": {"open"},
        "vocabularies.py": {"copy2"},  # into a room, where the library works on it
    }
