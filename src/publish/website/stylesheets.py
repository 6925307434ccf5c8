"""All style sheets of the pages in one file: a page is shown when one answer is there, not seven.

The files that were joined stay where they were, for pages that are no page of the theme.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from publish.packages import whole_files

if TYPE_CHECKING:
    from pathlib import Path

HOME = "index.html"

# <link rel="stylesheet" href="../../assets/css/site.css">
_LINK = re.compile(r'(?<![ \t])[ \t]*<link rel="stylesheet" href="([^"]+)">\s*?\n?')
# An address that is relative to its file: url(../images/a.svg), not url("data:…") or url(#id)
_RELATIVE = re.compile(r"""url\(\s*["']?(?!["']?(?:data:|https?:|/|#))|@import""")


def _head(page: str) -> str:
    return page.partition("</head>")[0]


def _joined(site: Path, styles: list[str]) -> str:
    """Write the style sheets into one file, named by its content; return its path."""
    content = "\n".join((site / style).read_text("utf-8") for style in styles)
    stamp = hashlib.sha256(content.encode()).hexdigest()[:8]
    name = f"assets/stylesheets/site.{stamp}.min.css"
    whole_files.write(site / name, content.encode(), lasts=False)
    return name


def linked(page: str, styles: list[str], joined: str) -> str:
    """Return a page with the one style sheet instead of these; a page with others as it is."""
    head = _head(page)
    hrefs = _LINK.findall(head)
    base = hrefs[0].removesuffix(styles[0]) if hrefs else ""
    if hrefs != [f"{base}{style}" for style in styles]:
        return page
    at = head.index('<link rel="stylesheet"')
    link = f'<link rel="stylesheet" href="{base}{joined}">\n'
    return head[:at] + link + _LINK.sub("", head[at:]) + page[len(head) :]


def join(site: Path) -> None:
    """Join the style sheets of the home page wherever a page has the same ones.

    Nothing is joined when one of them leads to files beside it.
    """
    styles = _LINK.findall(_head((site / HOME).read_text("utf-8"))) if _has_home(site) else []
    are_local = all((site / style).is_file() for style in styles)
    if len(styles) <= 1 or not are_local or any(_leads_away(site / style) for style in styles):
        return
    name = _joined(site, styles)
    for path in sorted(site.rglob("*.html")):
        page = path.read_text("utf-8", errors="surrogateescape")
        changed = linked(page, styles, name)
        if changed != page:
            whole_files.write(path, changed.encode(errors="surrogateescape"), lasts=False)


def _has_home(site: Path) -> bool:
    return (site / HOME).is_file()


def _leads_away(style: Path) -> bool:
    return bool(_RELATIVE.search(style.read_text("utf-8")))
