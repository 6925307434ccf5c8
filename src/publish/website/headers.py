"""What a web server should send with the files of the website, ready for the common servers.

One list of rules becomes `_headers` (Netlify, Cloudflare Pages, and our own `publish serve`),
`.htaccess` (Apache) and `headers/nginx.conf`. The pages carry their policy themselves, too; a
server adds what a page cannot say of itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from publish.packages import whole_files
from publish.website import policies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

RULES = "_headers"
APACHE = ".htaccess"
NGINX = "headers/nginx.conf"

SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Open data: programs in other websites may read every file.
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-cache",
}
FRAMES = "frame-ancestors 'self'"
# A document may be a web page itself: nothing in it runs, under whatever name it is sent.
SOURCE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
FOREVER = "public, max-age=31536000, immutable"

COMPRESSED = (
    "application/json",
    "application/javascript",
    "application/xml",
    "application/atom+xml",
    "image/svg+xml",
    "text/css",
    "text/csv",
    "text/html",
    "text/javascript",
    "text/plain",
)

# A name with its content in it: bundle.a5f9d56c.min.js
_STAMPED = re.compile(r"\.[0-9a-f]{8}\.min\.(?:js|css)\Z")


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """The headers of the files whose path fits: `/*` is all of them."""

    path: str
    headers: tuple[tuple[str, str], ...]


def _stamped(site: Path) -> Iterator[str]:
    """Yield the files that never change under their name.

    Not the search worker: a script of ours stands in front of it.
    """
    for path in sorted(site.glob("assets/*/*.*")):
        if _STAMPED.search(path.name):
            yield f"/{path.relative_to(site).as_posix()}"


def rules(site: Path, scripts: Iterable[bytes]) -> tuple[HeaderRule, ...]:
    """Return the rules of a website whose pages hold these scripts; a later one goes before."""
    policy = f"{policies.policy(scripts)}; {FRAMES}"
    everything = HeaderRule("/*", (("Content-Security-Policy", policy), *SAFETY.items()))
    source = HeaderRule("/*/source/*", (("Content-Security-Policy", SOURCE),))
    stamped = (HeaderRule(path, (("Cache-Control", FOREVER),)) for path in _stamped(site))
    return (everything, source, *stamped)


def listing(found: Iterable[HeaderRule]) -> str:
    """Return the rules as `_headers`; where two rules fit, the later one takes the header over."""
    lines: list[str] = []
    for rule in found:
        names = [name for name, _ in rule.headers] if rule.path != "/*" else []
        lines += [rule.path, *(f"  ! {name}" for name in names)]
        lines += [f"  {name}: {value}" for name, value in rule.headers]
    return "\n".join(lines) + "\n"


def _expression(path: str) -> str:
    """Return a path of a rule as a regular expression of Apache and nginx."""
    return re.escape(path).replace(r"\*", ".*") + "$"


def apache(found: Iterable[HeaderRule]) -> str:
    """Return the rules as `.htaccess`; what a server has no module for is left out."""
    lines = ["AddDefaultCharset utf-8", "AddType text/csv .csv", "<IfModule mod_headers.c>"]
    for rule in found:
        sent = [f'Header always set {name} "{value}"' for name, value in rule.headers]
        condition = f'<If "%{{REQUEST_URI}} =~ m#{_expression(rule.path)}#">'
        inside = sent if rule.path == "/*" else [condition, *sent, "</If>"]
        lines += [f"  {line}" for line in inside]
    compressed = f"  AddOutputFilterByType DEFLATE {' '.join(COMPRESSED)}"
    lines += ["</IfModule>", "<IfModule mod_deflate.c>", compressed, "</IfModule>"]
    return "\n".join(lines) + "\n"


def _sent(headers: dict[str, str]) -> list[str]:
    return [f'  add_header {name} "{value}" always;' for name, value in headers.items()]


def nginx(found: Iterable[HeaderRule]) -> str:
    """Return the rules as a part of a `server` block of nginx.

    A location of nginx that adds a header drops those of the server, so each one has them all.
    """
    first, *others = found
    common = dict(first.headers)
    compressed = " ".join(kind for kind in COMPRESSED if kind != "text/html")
    lines = [
        "charset utf-8;",
        "gzip on;",
        "gzip_vary on;",
        f"gzip_types {compressed};",
        "error_page 404 /404.html;",
    ]
    lines += [line.strip() for line in _sent(common)]
    for rule in others:
        lines += [f"location ~ {_expression(rule.path)} {{"]
        lines += [*_sent({**common, **dict(rule.headers)}), "}"]
    return "\n".join(lines) + "\n"


def write(site: Path, scripts: Iterable[bytes]) -> None:
    """Write the files for the servers into the website."""
    found = rules(site, scripts)
    for name, text in ((RULES, listing(found)), (APACHE, apache(found)), (NGINX, nginx(found))):
        whole_files.write(site / name, text.encode(), lasts=False)


def sent(site: Path, path: str) -> dict[str, str]:
    """Return the headers of a file as `_headers` of the website has them; none without that."""
    file = site / RULES
    found: dict[str, str] = {}
    fits = False
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if not line.startswith(" "):
            fits = fnmatchcase(path, line)
        elif fits and not line.startswith("  ! "):
            name, _, value = line.strip().partition(": ")
            found[name] = value
    return found
