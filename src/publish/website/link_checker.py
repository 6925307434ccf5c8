"""Whether every way of a finished website leads somewhere: links, pictures, styles, scripts.

The generator checks the links that are Markdown, among the files that it is given. Those to the
files of packages it cannot know, and those in HTML it does not look at.
"""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from publish.errors import BuildError, Problem
from publish.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# <a class="download" href="data/income.csv" download="">, <img alt='a > b' src="card.png">
_ELEMENT = re.compile(r"""<(?:a|link|script|img|source|object)\s(?:[^<>"']|"[^"]*+"|'[^']*+')*+>""")
# href="data/income.csv", alt='a > b'
_ATTRIBUTE = re.compile(r"""\s([a-z-]+)=(?:"([^"]*+)"|'([^']*+)')""")
_WAYS = frozenset({"href", "src", "data"})


def _addresses(page: str) -> Iterator[str]:
    """Yield the addresses of a page that stay in the website, without what follows the path."""
    for element in _ELEMENT.findall(page):
        for name, one, other in _ATTRIBUTE.findall(element):
            address = urlsplit(html.unescape(one or other))
            is_inside = not address.scheme and not address.netloc
            if name in _WAYS and is_inside and not address.path.startswith("/"):
                yield address.path


def _leads(folder: str, address: str, known: frozenset[str]) -> bool:
    """Tell whether an address leads to one of these paths, from a page in this folder."""
    target = posixpath.normpath(posixpath.join(folder, unquote(address)))
    return not address or target in known or posixpath.normpath(f"{target}/index.html") in known


def _problems(path: str, page: str, known: frozenset[str]) -> Iterator[Problem]:
    folder = posixpath.dirname(path)
    for address in sorted(set(_addresses(page))):
        if not _leads(folder, address, known):
            yield Problem(
                path,
                _("a way to {address}, where nothing is").format(address=address),
                _("the address of a file of the website"),
                _("look for it in the pages and settings that you wrote; else report it"),
            )


def check(site: Path) -> None:
    """Follow every relative way of every page. Raises BuildError with all that lead nowhere."""
    files = (path for path in site.rglob("*") if path.is_file())
    known = frozenset(path.relative_to(site).as_posix() for path in files)
    problems = [
        problem
        for path in sorted(known)
        if path.endswith(".html")
        for problem in _problems(path, (site / path).read_text("utf-8", "replace"), known)
    ]
    if problems:
        raise BuildError(_("The website was not built: ways in it lead nowhere."), problems)
