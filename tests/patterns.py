"""Every regular expression of the package, and texts that would make a careless one slow.

`python tests/patterns.py` prints all patterns that the package compiles: those of its modules,
those that its functions make of TOML files, and those that reading a document needs. It must be a
process of its own: what is compiled when a module is imported is compiled once.
"""

import importlib
import json
import pkgutil
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 2_000
# What documents are full of where they are broken.
GENERIC = (
    " ", "\t", "\n", "1", "1,", "1.", ".1", "0", "预", "预算", "(", "()", ")", "、", ",", ";",
    "。", ":", "-", "·", "…", "一", "|", "|-", "--|", "\\|", "<", "<!--", "<!---->", "<br",
    "[bookmark:", "“", "”", "《", "'", '"', "/", "行政人员1人、", "项目1万元,", "占1%", "其中:",
    "二是", "图1", "(项)", "2020年", "PAGEREF ", "TOC \\o ", "L1;", "http://", "局2020年",
    "增加1、", "指标1:", "各", "a", "A", "#", "&", "*", "_", "`", "{{", "%", "年", "\u3000",
)  # fmt: skip


def _examples(items: list[Any]) -> list[str]:
    """Return letters that a class of letters takes."""
    found = []
    is_negated = bool(items) and items[0][0] is codes.NEGATE
    for operator, argument in items:
        if operator is codes.LITERAL:
            found.append(chr(argument))
        elif operator is codes.RANGE:
            found.append(chr(argument[0]))
        elif operator is codes.CATEGORY:
            digit = argument in {codes.CATEGORY_DIGIT, codes.CATEGORY_NOT_SPACE}
            space = argument is codes.CATEGORY_SPACE
            found.append("7" if digit else " " if space else "预")
    if is_negated:
        return [letter for letter in "预1 a(,\t" if letter not in found][:3]
    return found[:4]


def _walk(tree: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  what the parser gives has no type
    for operator, argument in tree:
        yield operator, argument
        parts = argument if isinstance(argument, tuple | list) else (argument,)
        for part in parts:
            if isinstance(part, parser.SubPattern):
                yield from _walk(part)
            elif isinstance(part, list):
                for each in part:
                    if isinstance(each, parser.SubPattern):
                        yield from _walk(each)


def _sample(tree: Any, random: Random) -> str:  # noqa: ANN401  as above
    """Return a text that a pattern more or less takes."""
    told = ""
    for operator, argument in tree:
        if operator is codes.LITERAL:
            told += chr(argument)
        elif operator is codes.NOT_LITERAL or operator is codes.ANY:
            told += "预"
        elif operator is codes.IN:
            told += random.choice(_examples(argument) or ["预"])
        elif operator is codes.BRANCH:
            told += _sample(random.choice(argument[1]), random)
        elif operator in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            least, most, part = argument
            times = max(least, min(most, random.choice((1, 1, 2))))
            told += "".join(_sample(part, random) for _ in range(times))
        elif operator is codes.SUBPATTERN:
            told += _sample(argument[-1], random)
        elif operator is codes.ATOMIC_GROUP:
            told += _sample(argument, random)
    return told


def _random(form: re.Pattern[str]) -> Random:
    return Random(repr(form.pattern))  # noqa: S311  no secret; a lone surrogate seeds nothing


def texts(form: re.Pattern[str]) -> Iterator[str]:
    """Yield what is repeated to make a text that is hard for a pattern."""
    random = _random(form)
    tree = parser.parse(form.pattern, form.flags)
    yield from GENERIC
    letters: dict[str, None] = {}
    for operator, argument in _walk(tree):
        if operator is codes.LITERAL:
            letters[chr(argument)] = None
        elif operator is codes.IN:
            letters.update(dict.fromkeys(_examples(argument)))
    known = list(letters)
    random.shuffle(known)
    yield from known[:12]
    for _ in range(10):
        sample = _sample(tree, random)
        if sample:
            yield sample
            yield sample[: random.randint(1, len(sample))]
            yield sample[random.randrange(len(sample)) :]
            if known:
                yield sample[:2] + random.choice(known)


# Before an odd end, alone or behind a beginning of what the pattern takes.
ENDS = 2


def hard(form: re.Pattern[str], piece: str, length: int, index: int) -> str:
    """Return a text of a length made of a piece; `index` says what stands around it."""
    many = (piece * (length // len(piece) + 1))[:length]
    beginning = _beginning(form) if index else ""
    return f"{beginning}{many}\0"


@cache
def _beginning(form: re.Pattern[str]) -> str:
    return _sample(parser.parse(form.pattern, form.flags), _random(form))[:-1]


def _uses(module: Any, name: str) -> set[str]:  # noqa: ANN401  a module has every attribute
    """Return the methods with which the source of a module asks a pattern."""
    source = Path(module.__file__).read_text("utf-8")
    return set(re.findall(rf"(?<![A-Za-z_]){name}\.(\w+)\(", source))


def _asked() -> dict[tuple[str, int], set[str]]:
    """Return how each pattern that has a name in its module alone is asked."""
    found: dict[tuple[str, int], set[str]] = {}
    for module in [each for name, each in sys.modules.items() if name.startswith("publish.")]:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and name.startswith("_"):
                found.setdefault((value.pattern, value.flags), set()).update(_uses(module, name))
    return found


def _record() -> list[tuple[str, int, str, list[str]]]:
    """Return pattern, flags, place and use of all that the package compiles."""
    import publish  # noqa: PLC0415  before it is imported, somebody must be listening

    ours = str(Path(publish.__file__).parent)
    found: dict[tuple[str, int], str] = {}
    compiled = re._compile  # type: ignore[attr-defined]  # noqa: SLF001  each function of `re` asks it

    def listening(pattern: Any, flags: Any) -> Any:  # noqa: ANN401  it takes whatever `re` takes
        made = compiled(pattern, flags)
        frame = sys._getframe(2)  # noqa: SLF001  who asked for it
        while frame.f_back and "/re/" in frame.f_code.co_filename:
            frame = frame.f_back
        file = frame.f_code.co_filename
        if file.startswith(ours) and isinstance(made.pattern, str):
            found.setdefault(
                (made.pattern, made.flags), f"{file[len(ours) + 1 :]}:{frame.f_lineno}"
            )
        return made

    re._compile = listening  # type: ignore[attr-defined]  # noqa: SLF001  as above
    for module in pkgutil.walk_packages(publish.__path__, "publish."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _work()
    asked = _asked()
    return [
        (pattern, flags, place, sorted(asked.get((pattern, flags), ())))
        for (pattern, flags), place in found.items()
    ]


def _work() -> None:
    """Read, check and show the reference document, so that every function makes its patterns."""
    import fuzzing  # noqa: PLC0415  it imports the package
    import mutated_documents  # noqa: PLC0415  as above

    with tempfile.TemporaryDirectory() as room:
        fuzzing.read_document(mutated_documents.REFERENCE.read_bytes(), Path(room))


if __name__ == "__main__":
    print(json.dumps(_record()))  # noqa: T201  what the test asks for
