"""The catalogue of the website's texts: what it gives, and that the website uses all of it."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

import publish
from publish import texts
from publish.texts import markup

SOURCES = Path(publish.__file__).parent
SITE = Path(__file__).parent.parent / "site"
CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d]")
# `source.html` is an address, not a text of source.toml.
ADDRESSES = (".html", ".md", ".j2", ".toml", ".csv", ".json", ".css", ".js", ".txt", ".xml", ".png")

# Words that are matched in documents and in the names of columns, never printed.
MATCHED = {
    ("evaluation_reports", "_WORD"),
    ("finding_marks", "_END"),
    ("formulas", "_UNITS"),
    ("glossaries", "_LEVEL"),
    ("originals", "_CLAUSE"),
    ("originals", "_SENTENCE"),
    ("profiles", "_ABOUT"),
    ("project_money", "_BUDGETED"),
    ("reader_tables", "_NO_UNIT"),
    ("term_notes", "_QUOTES"),
}


def test_a_text_is_filled_and_escaped() -> None:
    """Words and values are text on a page; what is Markup already stays as it is."""
    said = texts.say("sentences.absent.unit", department="<b>*甲*", year=Markup("<i>2020</i>"))
    assert said == "&#60;b&#62;&#42;甲&#42;<i>2020</i>年的文件没有公布这一部分。"


def test_a_text_without_a_page_is_plain() -> None:
    """Titles and messages are escaped later, where they are used."""
    said = texts.plain("sentences.absent.unit", department="<b>", year=2020)
    assert said == "<b>2020年的文件没有公布这一部分。"


@pytest.mark.parametrize("name", ["sentences.no.text", "sentences.absent", "none"])
def test_a_text_that_is_not_there_is_an_error(name: str) -> None:
    """A wrong name never gives an empty text."""
    with pytest.raises(KeyError):
        texts.pattern(name)


@given(st.text())
def test_a_value_is_never_syntax(value: str) -> None:
    """Whatever a document writes, it is escaped as everywhere else."""
    said = texts.say("sentences.part.all", label=value)
    assert said == f"全部是{markup.text(value)}"


def test_every_text_can_be_filled() -> None:
    """No pattern has a brace that is not a place, or a place without a plain name."""

    def walk(found: object) -> None:
        if isinstance(found, str):
            for _, place, _, conversion in string.Formatter().parse(found):
                assert place is None or (place.isidentifier() and not conversion), found
        elif isinstance(found, dict):
            for one in found.values():
                walk(one)
        else:
            pytest.fail(f"not a text: {found!r}")

    walk(texts._catalogue())  # noqa: SLF001  the whole catalogue, as it stands


def _texts(found: object, name: str = "") -> Iterator[str]:
    """Yield the name of every text."""
    if isinstance(found, dict):
        for key, one in found.items():
            yield from _texts(one, f"{name}.{key}" if name else key)
    else:
        yield name


CATALOGUE = frozenset(_texts(texts._catalogue()))  # noqa: SLF001  the whole catalogue, as it stands
FILES = "|".join(sorted({name.partition(".")[0] for name in CATALOGUE}))
NAME = re.compile(rf"(?:{FILES})\.[\w.*-]+")


def _pattern(node: ast.expr) -> str:
    """Return a string of a program, `*` for what is computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_pattern, node.values))
    return "*"


def _called_by_programs() -> Iterator[str]:
    """Yield what stands for a text in a module; of `fill` both halves of the name."""
    for path in sorted(SOURCES.rglob("*.py")):
        nodes = tuple(ast.walk(ast.parse(path.read_text("utf-8"))))
        pieces = {
            id(one) for node in nodes if isinstance(node, ast.JoinedStr) for one in node.values
        }
        for node in nodes:
            if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in pieces:
                yield _pattern(node)
            elif isinstance(node, ast.Call) and len(node.args) > 1:
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if called == "fill":
                    yield f"sentences.{_pattern(node.args[0])}.{_pattern(node.args[1])}"


def _called_by_templates() -> Iterator[str]:
    """Yield the strings in the expressions of templates; one that ends in a dot is a beginning."""
    templates = jinja2.Environment(autoescape=True)
    for path in sorted((SOURCES / "pages" / "templates").iterdir()):
        for _, kind, value in templates.lex(path.read_text("utf-8")):
            if kind == "string":
                said = str(value)[1:-1]
                yield f"{said}*" if said.endswith(".") else said


def _called() -> frozenset[str]:
    """Return the names of texts that the website calls."""
    found = (*_called_by_programs(), *_called_by_templates())
    return frozenset(
        name for name in found if NAME.fullmatch(name) and not name.endswith(ADDRESSES)
    )


def _meant(called: str) -> frozenset[str]:
    """Return the texts that a call may give: this one, those below it, those that fit."""
    fits = re.compile(re.escape(called).replace(r"\*", ".+") + r"(?:\..+)?")
    return frozenset(name for name in CATALOGUE if fits.fullmatch(name))


def test_every_text_that_is_called_exists() -> None:
    """Templates and modules call no name that the catalogue does not have."""
    assert [name for name in sorted(_called()) if not _meant(name)] == []


def test_every_text_is_called() -> None:
    """No text is left behind; those of scripts and of the theme have tests of their own."""
    used = frozenset().union(*map(_meant, _called()))
    rest = {name for name in CATALOGUE - used if not name.startswith(("script.", "site."))}
    assert sorted(rest) == []


def test_every_text_of_a_script_is_used_by_one() -> None:
    """Scripts read their words by name."""
    scripts = "".join(path.read_text("utf-8") for path in sorted(SITE.glob("assets/js/*.js")))
    words = [name for name in sorted(CATALOGUE) if name.startswith("script.")]
    assert [name for name in words if f".{name.rpartition('.')[2]}" not in scripts] == []


def _strings(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the strings of a module and the constant that each belongs to; no documentation."""
    for statement in ast.parse(path.read_text("utf-8")).body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement
        documentation = {
            id(node.value) for node in ast.walk(statement) if isinstance(node, ast.Expr)
        }
        for node in ast.walk(statement):
            if isinstance(node, ast.Constant) and id(node) not in documentation:
                yield getattr(target, "id", ""), str(node.value)


def test_no_module_of_the_pages_holds_a_text() -> None:
    """Chinese stands in the catalogue, but for what is matched in documents."""
    paths = [*sorted((SOURCES / "pages").glob("*.py")), SOURCES / "downloads" / "__init__.py"]
    found = {
        (path.stem, name) for path in paths for name, said in _strings(path) if CHINESE.search(said)
    }
    assert found == MATCHED


def _without_comments(path: Path) -> str:
    comments = r"\{#.*?#\}|<!--.*?-->|/\*.*?\*/|^\s*//.*?$"
    return re.sub(comments, "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def test_no_template_and_no_script_holds_a_text() -> None:
    """Neither pages nor the theme nor a script brings words of its own."""
    paths = [
        *(SOURCES / "pages" / "templates").iterdir(),
        *SITE.glob("assets/js/*.js"),
        *(path for path in (SITE / "overrides").rglob("*") if path.is_file()),
    ]
    found = {path.name for path in paths if CHINESE.search(_without_comments(path))}
    assert found == set()
