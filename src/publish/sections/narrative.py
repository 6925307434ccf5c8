"""The parts of a document beside its accounts: duties, terms, work, results, chart data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.sections import lists, performance, plots, works

if TYPE_CHECKING:
    from publish.documents import Line
    from publish.drafts import Draft
    from publish.outline import Section
    from publish.sections.forms import Form
    from publish.units import Units


def read(
    lines: tuple[Line, ...],
    sections: dict[str, Section],
    units: Units,
    read_forms: tuple[Form, ...],
) -> tuple[Draft, ...]:
    """Return the rows of every such part that the document has; `units` are its own."""
    found = list(performance.read(lines, sections.get("performance"), units, read_forms))
    for key, reader in (("duties", lists.duties), ("glossary", lists.terms), ("work", works.read)):
        if key in sections:
            found += reader(sections[key])
    found += plots.read(lines)
    return tuple(found)
