"""The map of CONTRIBUTING: every module by its chapter, with the first line of its docstring.

Run as a program it writes the map anew:

    python tests/chapter_map.py
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "publish"
GUIDE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- map: make map -->\n", "<!-- end of the map -->\n"


def _first_line(path: Path) -> str:
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return said.splitlines()[0].replace("|", "\\|") if said else ""


def _name(path: Path) -> str:
    name = path.relative_to(SOURCES).as_posix()
    return name.removesuffix("__init__.py") if "/" in name else name


def map_of(order: tuple[str, ...]) -> str:
    """Return the tables of the map: the modules of each chapter, the chapters from the ground."""
    lines: list[str] = []
    for chapter in order:
        folder = SOURCES / chapter
        paths = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
        first, *others = sorted(paths, key=lambda path: path.name != "__init__.py")
        lines += [f"**`{_name(first)}`** {_first_line(first)}", ""]
        if others:
            lines += ["| module | what it is |", "|---|---|"]
            lines += [f"| `{_name(path)}` | {_first_line(path)} |" for path in sorted(others)]
            lines.append("")
    return "\n".join(lines)


def written(guide: str, order: tuple[str, ...]) -> str:
    """Return the guide with the map of today between its marks."""
    before, _mark, rest = guide.partition(BEGIN)
    _old, _mark, after = rest.partition(END)
    return f"{before}{BEGIN}\n{map_of(order)}\n{END}{after}"


if __name__ == "__main__":
    from test_architecture import CHAPTERS

    GUIDE.write_text(written(GUIDE.read_text("utf-8"), CHAPTERS), "utf-8")
