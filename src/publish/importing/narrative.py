"""The parts of a document beside its accounts: duties, terms, work, results, chart data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.importing import chart_data, lists, performance, work_figures

if TYPE_CHECKING:
    from publish.documents.outline import Section
    from publish.documents.printed import Line
    from publish.documents.units import Units
    from publish.importing.drafts import Draft
    from publish.importing.forms import Form


def read(
    lines: tuple[Line, ...],
    sections: dict[str, Section],
    units: Units,
    read_forms: tuple[Form, ...],
) -> tuple[Draft, ...]:
    """Return the rows of every such part that the document has; `units` are its own."""
    found = list(performance.read(lines, sections.get("performance"), units, read_forms))
    for key, reader in (
        ("duties", lists.duties),
        ("glossary", lists.terms),
        ("work", work_figures.read),
    ):
        if key in sections:
            found += reader(sections[key])
    found += chart_data.read(lines)
    return tuple(found)
