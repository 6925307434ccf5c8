"""Pages and assets that people write for the website, by their path among the generated pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.errors import BuildError, Problem
from publish.messages import _
from publish.packages import trees

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_named(path: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in path)


def _problems(website: Path, found: Mapping[str, bytes]) -> Iterator[Problem]:
    for path, content in found.items():
        if not _is_named(path):
            said = _("a file name that is not UTF-8")
            yield Problem(str(website / path), said, "", _("rename the file"))
        if path.endswith(".md") and not _is_text(content):
            said = _("a file that is not UTF-8")
            yield Problem(str(website / path), said, _("a page in UTF-8"), _("save it in UTF-8"))


def files(website: Path) -> dict[str, bytes]:
    """Return the files of `site/` that go into the website. Raises BuildError."""
    folders = {"pages": "", "assets": "assets/"}
    found = {folder: trees.read(website / folder) for folder in folders}
    problems = [
        problem
        for folder, inside in found.items()
        for problem in _problems(website / folder, inside)
    ]
    if problems:
        raise BuildError(_("The website was not built: what you wrote cannot be read."), problems)
    return {
        folders[folder] + path: content
        for folder, inside in found.items()
        for path, content in inside.items()
    }
