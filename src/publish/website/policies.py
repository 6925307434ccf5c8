"""The Content-Security-Policy of each page: nothing runs but the site's own files and the theme.

The theme writes a few scripts into its pages. They are allowed by their hashes, and the hashes are
those of a page that holds no text of any document. A page with any other script in it stops the
build: what came through an escape is never allowed.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from publish.errors import BuildError, Problem
from publish.messages import _
from publish.packages import whole_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PLAIN_PAGE = "404.html"
"""A page of the theme in which nothing of a document stands."""

RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""What a page may load and do. The theme's style sheets hold their icons as `data:` pictures."""

# A page that was opened from a disk has no origin; not every browser takes 'self' for its folder.
_OFFLINE = ("script-src", "style-src", "img-src", "font-src", "form-action")

_CHARSET = b'<meta charset="utf-8">'
# <script>…</script>, <script id="__config" type="application/json">…</script>
_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\b", re.DOTALL | re.IGNORECASE)
# `<script src="search.js">`
_OPENING = re.compile(rb"<script\b", re.IGNORECASE)
# A script with a file of its own: `<script src="search.js">`
_FILE = re.compile(rb"\ssrc=")
# Data, which no browser runs: `<script type="application/ld+json">`
_DATA = re.compile(rb'\stype="?application/(?:ld\+)?json"?')
# The one value in the theme's scripts that differs between pages: new URL("../..",location)
_BASE = re.compile(rb'new URL\("[^"<>]*",location\)')


def digest(script: bytes) -> str:
    """Return a script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


def policy(scripts: Iterable[bytes] = (), *, is_offline: bool = False) -> str:
    """Return the policy of a page with these scripts in it."""
    rules = {
        name: f"{value} file:" if is_offline and name in _OFFLINE else value
        for name, value in RULES.items()
    }
    rules["script-src"] = " ".join([rules["script-src"], *sorted(set(map(digest, scripts)))])
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _run(page: bytes) -> Iterator[bytes]:
    """Yield the scripts in a page that a browser would run, as far as the page is well-formed."""
    for attributes, script in _SCRIPT.findall(page):
        if not _FILE.search(attributes) and not _DATA.search(attributes):
            yield script


def _without_base(script: bytes) -> bytes:
    return _BASE.sub(b"", script, count=1)


def _foreign(name: str) -> BuildError:
    problem = Problem(
        name,
        _("a script that is not the theme's"),
        _("pages whose texts are text"),
        _("look for <script in the page, and escape the text that it comes from"),
    )
    return BuildError(_("The website was not built: a page would run a foreign script."), [problem])


def _checked(name: str, page: bytes, known: frozenset[bytes]) -> frozenset[bytes]:
    """Return the scripts of a page; raises BuildError when one of them is not known."""
    found = frozenset(_run(page))
    is_whole = len(_SCRIPT.findall(page)) == len(_OPENING.findall(page))
    if not is_whole or not {_without_base(script) for script in found} <= known:
        raise _foreign(name)
    return found


def _with_policy(page: bytes, text: str) -> bytes:
    """Return the page with its policy, before anything that the policy is about."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{text}">'.encode()
    return page.replace(_CHARSET, _CHARSET + meta, 1)


def enforce(site: Path, docs: Path, *, is_offline: bool = False) -> frozenset[bytes]:
    """Write into every page of the website its policy, and return all scripts in pages.

    Pages that stand in `docs` as they are, such as a document as published, stay byte for byte.
    Raises BuildError when a page holds a script that is not the theme's.
    """
    plain = (site / PLAIN_PAGE).read_bytes()
    known = frozenset(map(_without_base, _run(plain)))
    everywhere: set[bytes] = set()
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site)
        if (docs / name).exists():
            continue
        page = path.read_bytes()
        found = _checked(name.as_posix(), page, known)
        guarded = _with_policy(page, policy(found, is_offline=is_offline))
        whole_files.write(path, guarded, lasts=False)
        everywhere |= found
    return frozenset(everywhere)
