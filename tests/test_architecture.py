"""Who imports whom: the arrows of the design, read from the sources."""

import ast
import builtins
import re
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import chapter_map
import pytest

import publish

SOURCES = Path(publish.__file__).parent

# The chapters, each standing on those before it.
CHAPTERS = (
    *("messages", "errors", "faults", "tables", "documents", "codes", "packages", "importing"),
    *("checks", "texts", "reconciliation", "downloads", "charts", "pages", "website", "cli"),
)
MOST_ENTRIES = 20

# What a module may raise beside our errors, and who takes it: its own functions, or a caller that
# its docstring warns. Everything else that escapes is a fault of the program.
RAISED = {
    "charts/values.py Chart.__post_init__ ValueError",
    "checks/descriptor_files.py _once ValueError",
    "checks/descriptor_files.py _parsed RecursionError",
    "documents/__init__.py _decode ValueError",
    "packages/installations.py _make OSError",
    "pages/topics.py Plan.page KeyError",
    "pages/topics.py Plan.unit KeyError",
    "documents/word.py blocks ValueError",
    "documents/elements.py blocks ValueError",
    "reconciliation/acknowledgements.py _read TypeError",
    "reconciliation/causes.py _Claims.claim TypeError",
    "packages/whole_files.py put OSError",
    "website/serve.py _stop KeyboardInterrupt",
    "tables.py TableSchema.field KeyError",
    "texts/__init__.py pattern KeyError",
    "texts/__init__.py section KeyError",
}

# One library, one module (its path below the sources).
OWNERS = {
    "frictionless": {"checks/schemas.py"},
    "altair": {"charts/drawings.py"},
    "vl_convert": {"charts/drawings.py"},
    "mkdocs": {"website/generator.py"},
    "jieba": {"website/vocabularies.py"},
    "watchdog": {"website/watching.py"},
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
    assert found == {"messages/terminal.py"}


def _chapter(path: str) -> str:
    return path.split("/", maxsplit=1)[0].removesuffix(".py")


def test_no_chapter_knows_one_above_it() -> None:
    """What stands below can be read, tested and moved without what stands on it."""
    upwards = {
        f"{path} imports {name}"
        for path, imports in _all().items()
        if _chapter(path) in CHAPTERS
        for name in imports
        for above in [name.removeprefix("publish.").split(".")[0]]
        if name.startswith("publish.")
        and above in CHAPTERS
        and CHAPTERS.index(above) > CHAPTERS.index(_chapter(path))
    }
    assert upwards == set()


def test_every_chapter_is_in_the_list() -> None:
    """The top level is a table of contents that fits a page."""
    entries = {path.name.removesuffix(".py") for path in SOURCES.iterdir()} - {"__pycache__"}
    assert entries - set(CHAPTERS) == {"__init__", "__main__", "tables.toml"}
    assert len(entries) <= MOST_ENTRIES


def _modules(path: Path) -> set[str]:
    """The modules of ours that a module imports when it is loaded, by their dotted names."""
    tree = ast.parse(path.read_text("utf-8"))
    later = {
        inside
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        for inside in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node not in later:
            for name in node.names:
                is_module = _is_module(f"{node.module}.{name.name}")
                found.add(f"{node.module}.{name.name}" if is_module else node.module)
    return {name for name in found if name.startswith("publish.")}


def _is_module(name: str) -> bool:
    path = SOURCES.parent / name.replace(".", "/")
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def test_no_module_comes_back_to_itself() -> None:
    """Modules import each other in one direction, also inside of a chapter."""
    known = {
        ".".join(path.relative_to(SOURCES.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): (_modules(path))
        for path in SOURCES.rglob("*.py")
    }
    TopologicalSorter(known).prepare()


def test_no_two_files_and_no_two_classes_have_one_name() -> None:
    """Who is told a name finds one place."""
    paths = [path for path in SOURCES.rglob("*.py") if path.name != "__init__.py"]
    files = Counter(path.name for path in paths)
    classes = Counter(
        node.name
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in (files + classes).items() if count > 1] == []


# The modules of `importing` that read no sentences, tables or marks by themselves.
NO_GRAMMARS = {
    *("__init__", "descriptors", "drafts", "form_columns", "narrative", "project_ids"),
    *("summaries",),
}
# Those of `documents` that do; the others open files.
GRAMMARS = ("figures", "grids", "outline", "paragraphs", "passages", "units", "wraps")


def _tested_by_properties() -> list[str]:
    """Every rule of reconciliation and every grammar, by its path below the sources."""
    rules = [
        path
        for path in (SOURCES / "reconciliation" / "rules").glob("*.py")
        if path.stem != "__init__"
    ]
    grammars = [
        path for path in (SOURCES / "importing").glob("*.py") if path.stem not in NO_GRAMMARS
    ]
    documents = [SOURCES / "documents" / f"{name}.py" for name in GRAMMARS]
    return [str(path.relative_to(SOURCES)) for path in sorted((*rules, *grammars, *documents))]


def _has_property(path: Path) -> bool:
    """Tell whether a file has a test whose examples hypothesis gives."""
    return any(
        isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and any(
            isinstance(by, ast.Call) and ast.unparse(by.func) == "given"
            for by in node.decorator_list
        )
        for node in ast.parse(path.read_text("utf-8")).body
    )


@pytest.mark.parametrize("module", _tested_by_properties())
def test_each_rule_and_each_grammar_has_a_property_test_of_its_own(module: str) -> None:
    """Its file of tests stands where the module stands, and goes beyond chosen examples."""
    path = Path(module)
    tests = Path(__file__).parent / path.parent / f"test_{path.name}"
    assert (SOURCES / path).exists()
    assert tests.exists()
    assert _has_property(tests)


def test_the_website_never_imports_a_document() -> None:
    """Pages are a function of packages; the build never reads a document anew."""
    for path, imports in _all().items():
        if _chapter(path) in {"downloads", "charts", "pages", "website"}:
            assert not any(name.startswith("publish.importing") for name in imports), path


def test_checks_know_packages_and_tables_only() -> None:
    """What is checked is what is published, not how it was read."""
    for path, imports in _all().items():
        if _chapter(path) in {"checks", "reconciliation"}:
            assert not any(name.startswith("publish.importing") for name in imports), path


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
    """Whatever is written is put in place whole: `whole_files` alone opens a file for writing."""
    found = {str(path.relative_to(SOURCES)): _calls(path) for path in SOURCES.rglob("*.py")}
    writers = {path: calls for path, calls in found.items() if calls}
    assert writers == {
        "cli/helps.py": {"write_text"},  # of the formatter of click
        "packages/whole_files.py": {"open"},
        "website/vocabularies.py": {"copy2"},  # into a room, where the library works on it
    }


def test_the_map_of_the_guide_is_that_of_the_modules() -> None:
    """Who adds or renames a module finds it there: `make map` writes it anew."""
    guide = chapter_map.GUIDE.read_text("utf-8")
    assert guide == chapter_map.written(guide, CHAPTERS)


def test_places_are_parsed_in_one_module() -> None:
    """A locator has one grammar: no other module takes one apart with a pattern of its own."""
    pattern = re.compile(r"""r?f?["']L\(\[?(?:\\d|\[?[01]-9)""")
    found = {
        str(path.relative_to(SOURCES))
        for path in SOURCES.rglob("*.py")
        if pattern.search(path.read_text("utf-8"))
    }
    assert found <= {"documents/places.py"}
