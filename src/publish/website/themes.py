"""Files that the theme adds to a finished website: made light, searchable, readable from a disk.

The theme fetches its whole search index on every page. Here the index is put aside, and a script
in front of the theme's own worker (search.js) fetches it when somebody searches. What only a
developer or another language needs is dropped: source maps, and the stemmers of the theme's search.
The paths are those of Material for MkDocs 9.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publish.packages import whole_files
from publish.website import stylesheets

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent
SCRIPTS = "assets/javascripts"
WORKERS = f"{SCRIPTS}/workers"
OFFLINE_WORKER = f"{WORKERS}/offline.js"
"""Stands in for web workers, which a browser refuses to a page that was opened from a disk."""
INDEX = "search/search_index.json"
OFFLINE_INDEX = "search/search_index.js"
DOCUMENTS = "search/documents.json"
"""Every section of the website with its words: what is fetched when somebody searches."""

_MAP_COMMENT = re.compile(rb"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*\Z")
"""Ends a script or a style: `//# sourceMappingURL=bundle.a5f9d56c.min.js.map`."""

# What the worker loads for a language beside the stemmer itself.
_SEGMENTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}


def _drop_maps(site: Path) -> None:
    for path in sorted(site.glob("assets/**/*.map")):
        path.unlink()
        made = path.with_suffix("")
        if made.is_file():
            whole_files.write(made, _MAP_COMMENT.sub(b"\n", made.read_bytes()), lasts=False)


def _wanted(languages: Iterable[str]) -> set[str]:
    """Return the files that the search of these languages loads, by their place in `lunr/`."""
    known = set(languages)
    stemmers = {f"min/lunr.{language}.min.js" for language in known}
    segmenters = {file for language, file in _SEGMENTERS.items() if language in known}
    return {"min/lunr.stemmer.support.min.js", "min/lunr.multi.min.js", *stemmers, *segmenters}


def _drop_languages(site: Path, languages: Iterable[str]) -> None:
    folder, wanted = site / SCRIPTS / "lunr", _wanted(languages)
    for path in sorted(folder.rglob("*.js")):
        if path.relative_to(folder).as_posix() not in wanted:
            path.unlink()


def _written(value: Any) -> bytes:  # noqa: ANN401  whatever the theme's index holds
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _telling(documents: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the sections that say something of their own.

    A heading inside of what is kept out of the index leaves a section with the title of its page.
    """
    titles: dict[str, str] = {}
    found = []
    for section in documents:
        page = section["location"].partition("#")[0]
        has_title = titles.setdefault(page, section["title"]) != section["title"]
        if section["text"] or has_title or section["location"] == page:
            found.append(section)
    return found


def _put_index_aside(site: Path, index: dict[str, Any], *, is_offline: bool) -> None:
    """Leave the settings of the index where the theme looks for it, and put its words elsewhere.

    A page that was opened from a disk can load a script only: there the index is whole in one,
    which the theme asks for when the search is opened.
    """
    if is_offline:
        whole_files.write(site / OFFLINE_INDEX, b"var __index = " + _written(index), lasts=False)
    whole_files.write(site / DOCUMENTS, _written(index["docs"]), lasts=False)
    whole_files.write(site / INDEX, _written({**index, "docs": []}), lasts=False)


def _put_script_in_front(site: Path) -> None:
    front = (HERE / "search.js").read_bytes()
    for path in sorted((site / WORKERS).glob("search.*.js")):
        whole_files.write(path, front + path.read_bytes(), lasts=False)


def finish(site: Path, *, is_offline: bool = False) -> None:
    """Make the theme's files light; a website without the theme's search keeps its scripts."""
    _drop_maps(site)
    stylesheets.join(site)
    if not (site / INDEX).is_file():
        return
    index = json.loads((site / INDEX).read_bytes())
    index["docs"] = _telling(index["docs"])
    _drop_languages(site, index["config"]["lang"])
    _put_index_aside(site, index, is_offline=is_offline)
    _put_script_in_front(site)
    if is_offline:
        whole_files.write(site / OFFLINE_WORKER, (HERE / "worker.js").read_bytes(), lasts=False)
