"""Templates (`templates/*.j2`) filled with values; the one module that knows Jinja.

Every value that a template prints passes the escape of `markup`: no template can forget it.
"""

from __future__ import annotations

import io
import json
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from publish import texts
from publish.errors import BuildError, Problem
from publish.messages import _
from publish.packages import whole_files
from publish.texts import markup, numerals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.bccache import Bucket

TEMPLATES = Path(__file__).with_name("templates")


class _Compiled(jinja2.BytecodeCache):
    """Templates as Jinja compiled them; it knows those that are damaged or of another version."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.cache"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what is kept of a template."""
        with suppress(OSError):
            bucket.load_bytecode(io.BytesIO(self._path(bucket).read_bytes()))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja made of a template."""
        whole_files.write(self._path(bucket), bucket.bytecode_to_string())


@cache
def environment(folder: Path = TEMPLATES) -> jinja2.Environment:
    """Return the templates in `folder`; what they print is escaped, what is missing is an error."""
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        finalize=markup.text,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["grouped"] = numerals.grouped
    found.filters["unbroken"] = markup.unbroken
    found.globals["say"] = texts.say
    return found


def remember(folder: Path) -> None:
    """Keep the compiled templates in `folder`, so that the next build need not compile them.

    Raises OSError where the folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    environment().bytecode_cache = _Compiled(folder)


def fragment(templates: jinja2.Environment, name: str, values: Mapping[str, object]) -> str:
    """Return what the template makes of the values. Raises BuildError when it is wrong."""
    try:
        return templates.get_template(name).render(values)
    except jinja2.TemplateError as error:
        place = f"{getattr(error, 'name', None) or name}: {getattr(error, 'lineno', '')}"
        problem = Problem(place, str(error), _("a template that the page's values can fill"))
        raise BuildError(_("A template of the website is wrong."), [problem]) from error


def page(templates: jinja2.Environment, name: str, values: Mapping[str, Any]) -> bytes:
    """Return the page that the template makes of the values, with its title, description and kind.

    The kind is the name of the template: pages of one kind differ in their values alone. A value
    `boost` says how much more (or less) than 1 the page counts in search results; `meta` are texts
    for the head of the page, trusted as they stand.
    Raises BuildError when the template is wrong.
    """
    body = fragment(templates, name, values)
    # Titles stand in the theme's own pages without an escape, so they are escaped here.
    head = {key: str(markup.text(values[key])) for key in ("title", "description")}
    hidden = values.get("hide", ["navigation", "toc"])
    front = f"---\ntitle: {_quoted(head['title'])}\ndescription: {_quoted(head['description'])}\n"
    kind = f"kind: {name.partition('.')[0]}\n"
    rank = f"search:\n  boost: {values['boost']}\n" if "boost" in values else ""
    meta = "".join(f"{key}: {_quoted(text)}\n" for key, text in values.get("meta", {}).items())
    return f"{front}{kind}hide: {json.dumps(hidden)}\n{rank}{meta}---\n\n{body}".encode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
