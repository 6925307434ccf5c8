"""Files for machines about the whole website: a feed of what was published, and robots.txt.

The feed is Atom (RFC 4287). An entry is a department and year; its id never changes, so that a
corrected version is shown as an update. Links are relative where nobody said the website's address.
"""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from publish import texts
from publish.messages.terminal import shown
from publish.packages import whole_files
from publish.pages import openings
from publish.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from publish.packages import Package
    from publish.website.generator import SiteIdentity

FEED = "feed.xml"
ROBOTS = "robots.txt"
NAMESPACE = "http://www.w3.org/2005/Atom"

# What XML cannot hold beside the control characters, which are shown: `\uffff`
_UNKNOWN = re.compile("[\ufffe\uffff]")


def _id(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    found = ET.SubElement(parent, name, attributes)
    found.text = _UNKNOWN.sub("\ufffd", shown(text)) or None
    return found


def _updated(package: Package) -> str:
    """Return the day of this version, as Atom writes a time."""
    return f"{package.modified[:10]}T00:00:00Z"


def _add_entry(feed: ET.Element, package: Package, address: str) -> None:
    entry, updated = _add(feed, "entry"), _updated(package)
    name, year = package.department_name, package.fiscal_year
    told = sentences.text(openings.takeaway("index", package))
    version = package.descriptor["version"]
    summary = texts.plain("site.feed.summary", version=version, date=updated[:10], told=told)
    _add(entry, "id", _id(f"{package.address}/"))
    _add(entry, "title", texts.plain("site.feed.entry", department=name, year=year))
    _add(entry, "updated", updated)
    _add(_add(entry, "author"), "name", name)
    _add(entry, "link", href=f"{address}{package.address}/index.html")
    _add(entry, "summary", summary)


def feed(identity: SiteIdentity, known: Iterable[Package]) -> bytes:
    """Return the feed of all departments and years, what was published last first."""
    newest = sorted(known, key=lambda package: (_updated(package), package.address), reverse=True)
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": texts.LANGUAGE})
    _add(root, "id", _id(identity.address or identity.name))
    _add(root, "title", texts.plain("site.feed.title", site=identity.name))
    _add(root, "updated", _updated(newest[0]))
    _add(root, "link", rel="self", href=f"{identity.address}{FEED}")
    _add(root, "link", href=f"{identity.address}index.html")
    for package in newest:
        _add_entry(root, package, identity.address)
    ET.indent(root)
    text: str = ET.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def robots(identity: SiteIdentity) -> bytes:
    """Return robots.txt: everything may be read; the sitemap needs the address of the website."""
    lines = ["User-agent: *", "Allow: /"]
    if identity.address:
        lines.append(f"Sitemap: {identity.address}sitemap.xml")
    return ("\n".join(lines) + "\n").encode()


def write(site: Path, identity: SiteIdentity, known: Iterable[Package]) -> None:
    """Write the feed and robots.txt into the website."""
    whole_files.write(site / FEED, feed(identity, known), lasts=False)
    whole_files.write(site / ROBOTS, robots(identity), lasts=False)
