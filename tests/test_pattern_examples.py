"""Beside each regular expression stands a text that it finds.

The example is in a comment above the pattern or on its lines, or in the docstring below it or of
its function: `L38` between such marks, or bare where it is no English, as 4383.87万元. What stands
behind "not" is what it does not find.
"""

import ast
import importlib
import io
import re
import tokenize
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import publish

SOURCES = Path(publish.__file__).parent
ASKING = {"compile", "match", "fullmatch", "search", "sub", "split", "findall", "finditer"}
# `L38`
MARKED = re.compile(r"`([^`]+)`")
# What parts the examples of a comment: `, `, `; `, ` and `
BETWEEN = re.compile(r"[,;:] |\.\.\. | (?:and|or|but|of|as|for|is|are|to) | [:/] ")
# 2020, 项目, %: no word of English has a digit, a mark or a character of Chinese
NO_ENGLISH = re.compile(r"[^A-Za-z\s.,;:'()-]")
# `\t`, `\x1b`, `\u202e`
ESCAPED = re.compile(r"\\(?:t|x[0-9a-f]{2}|u[0-9a-f]{4})")
# `^(?!来访)`, `.{0,80}`, `[^)]`: more than a list of words in a TOML file
PACKED = re.compile(r'^[^#]*(?:\(\?<?[!=]|\.\{|\[\^).*"')
# not 3元
REFUSED = re.compile(r"\b(?:not|no|nor|never)\b")


@dataclass(frozen=True)
class _Pattern:
    """A call of `re` in a module, and the words that are written beside it."""

    module: str
    call: ast.Call
    beside: str

    @property
    def place(self) -> str:
        return f"{self.module}:{self.call.lineno} {ast.unparse(self.call)[:60]}"

    def compiled(self) -> re.Pattern[str] | re.Pattern[bytes] | None:
        """Return the pattern, None where a function makes it of what it is given."""
        names = vars(importlib.import_module(self.module))
        flags = [each for each in self.call.args[1:] if ast.unparse(each).startswith("re.")]
        made = ast.Call(ast.parse("re.compile", mode="eval").body, [self.call.args[0], *flags], [])
        try:
            found = eval(ast.unparse(made), names)  # noqa: S307  an expression of our own sources
        except NameError:
            return None
        return found if isinstance(found, re.Pattern) else None


def _examples(beside: str) -> Iterator[str]:
    """Yield the texts that the words beside a pattern show as examples of what it finds."""
    for line in beside.splitlines():
        yield from MARKED.findall(line)
        for piece in () if MARKED.search(line) else (line, *BETWEEN.split(line)):
            if NO_ENGLISH.search(piece) and not REFUSED.search(piece):
                yield piece.strip()


def _finds(form: re.Pattern[str] | re.Pattern[bytes], text: str) -> bool:
    """Tell whether a pattern finds something in a text, as printed or clean as patterns see it."""
    plain = ESCAPED.sub(lambda at: str(ast.literal_eval(f"'{at[0]}'")), text)
    if isinstance(form.pattern, bytes):
        return form.search(plain.encode()) is not None  # type: ignore[arg-type]
    forms = (plain, unicodedata.normalize("NFKC", plain).replace(" ", ""))
    return any(form.search(each) for each in forms)  # type: ignore[arg-type]


@cache
def _comments(path: Path) -> dict[int, str]:
    """Return the comments of a module by their lines."""
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline)
    return {
        token.start[0]: token.string.removeprefix("#").strip()
        for token in tokens
        if token.type == tokenize.COMMENT and not token.string.startswith("# noqa")
    }


def _above(path: Path, line: int) -> Iterator[str]:
    """Yield the comments that stand right above a line, the nearest first."""
    comments, alone = _comments(path), path.read_text("utf-8").splitlines()
    while line > 1 and line - 1 in comments and alone[line - 2].lstrip().startswith("#"):
        line -= 1
        yield comments[line]


def _text(node: ast.AST | None) -> str:
    """Return the text of a statement that is nothing but a text."""
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return str(ast.literal_eval(ast.unparse(node))) if node and is_text else ""


def _asks(node: ast.AST) -> bool:
    """Tell whether something is a call of `re` with a pattern that is written there."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value) == "re"
        and node.func.attr in ASKING
        and not isinstance(node.args[0], ast.Call | ast.Subscript)
        and not (isinstance(node.args[0], ast.Name) and node.args[0].id.islower())
    )


def _begins(statement: ast.stmt, call: ast.Call) -> Iterator[int]:
    """Yield the lines on which the outermost and the innermost statement around a call begin."""
    around = [each for each in ast.walk(statement) if isinstance(each, ast.stmt)]
    yield statement.lineno
    yield max(each.lineno for each in around if call in set(ast.walk(each)))


def _beside(path: Path, call: ast.Call, statement: ast.stmt) -> Iterator[str]:
    """Yield the words beside a call in a statement of a module."""
    around = (each for each in ast.walk(statement) if isinstance(each, ast.FunctionDef))
    yield from (ast.get_docstring(each) or "" for each in around if call in set(ast.walk(each)))
    lines = range(call.lineno, (call.end_lineno or call.lineno) + 1)
    yield from (_comments(path)[line] for line in lines if line in _comments(path))
    for line in dict.fromkeys((call.lineno, *_begins(statement, call))):
        yield from _above(path, line)


def _patterns(path: Path) -> Iterator[_Pattern]:
    """Yield every call of `re` in a module with what is written beside it."""
    body = ast.parse(path.read_text("utf-8")).body
    dotted = ".".join(path.relative_to(SOURCES.parent).with_suffix("").parts)
    for statement, following in zip(body, [*body[1:], None], strict=True):
        for call in ast.walk(statement):
            if isinstance(call, ast.Call) and _asks(call):
                told = [_text(following), *_beside(path, call, statement)]
                yield _Pattern(dotted.removesuffix(".__init__"), call, "\n".join(told))


def _all() -> list[_Pattern]:
    return [each for path in sorted(SOURCES.rglob("*.py")) for each in _patterns(path)]


def test_every_pattern_has_an_example() -> None:
    """Who reads a pattern reads beside it what it finds, and it does find that."""
    wrong = []
    for pattern in _all():
        examples, form = tuple(_examples(pattern.beside)), pattern.compiled()
        if not examples or (form and not any(_finds(form, each) for each in examples)):
            wrong.append(f"{pattern.place}  {examples}")
    assert wrong == [], "\n".join(wrong)


def _lines() -> Iterator[tuple[str, str, str]]:
    """Yield (place, the comments above, the value) of each line of a list that packs a lot."""
    for path in sorted(SOURCES.rglob("*.toml")):
        above: list[str] = []
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if PACKED.search(line) and not line.startswith("#"):
                yield f"{path.name}:{number}", "\n".join(above), line
            is_comment = line.lstrip().startswith("#")
            above = [*above, line.lstrip("# ")] if is_comment else []


def test_every_packed_line_of_a_list_has_an_example() -> None:
    """Lists of words are read without one; what skips or refuses something is shown."""
    wrong = []
    for place, above, line in _lines():
        forms = [ast.literal_eval(each) for each in re.findall(r'"(?:[^"\\]|\\.)*"', line)]  # "a|b"
        if not any(_finds(re.compile(form), each) for form in forms for each in _examples(above)):
            wrong.append(f"{place}  {line}")
    assert wrong == [], "\n".join(wrong)
    assert len(list(_lines())) > 30


def test_the_patterns_are_seen() -> None:
    """The test above speaks of the patterns that there are, and finds most of them out."""
    assert len(_all()) > 200
    assert sum(pattern.compiled() is not None for pattern in _all()) > 200


@pytest.mark.parametrize(
    ("beside", "examples"),
    [
        ("What a heading ends with.", []),
        ("the 2020 of accounts-2020", ["the 2020 of accounts-2020", "the 2020", "accounts-2020"]),
        ("14.31元; not 3元/平方米", ["14.31元"]),
        ("a name: `a-b`", ["a-b"]),
    ],
)
def test_examples_are_told_from_words(beside: str, examples: list[str]) -> None:
    """A comment that only describes is no example."""
    assert list(_examples(beside)) == examples
