"""The headline figures of a year as cards, in the order of the plan of the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.pages import names, topics
from publish.texts import markup, sentences

if TYPE_CHECKING:
    from markupsafe import Markup

    from publish.packages import Package
    from publish.pages.finding_marks import Mark
    from publish.pages.links import Link, Linked, OriginalDocument
    from publish.pages.topics import TopicCard
    from publish.tables import Row


@dataclass(frozen=True, slots=True)
class HeadlineCard:
    """A headline figure: its title, the page that tells more, its digits, its place, its change.

    `direction` is increase, decrease, unchanged or none; `change` says what is stated beside it.
    """

    title: str
    href: Markup
    text: str
    link: Link
    marks: tuple[Mark, ...]
    direction: str
    change: tuple[str | Linked, ...]


def _card(document: OriginalDocument, card: TopicCard, row: Row) -> HeadlineCard:
    column = names.main_column(row)
    figure = sentences.figure(row, column, "")
    words = sentences.change(row, column) or sentences.completion(row) or sentences.share(row)
    said = sentences.opening(words) + sentences.fill("join", "end") if words else (card.note,)
    return HeadlineCard(
        title=card.label or str(row["label"]),
        href=markup.address(f"{document.base}{card.topic}.html"),
        text=figure.text,
        link=document.link(row, figure.digits),
        marks=document.marked(row, column),
        direction=sentences.direction(row) or "none",
        change=document.linked(said),
    )


def cards(package: Package, document: OriginalDocument) -> tuple[HeadlineCard, ...]:
    """Return the headline figures that the document has, in the order of the plan."""
    found = ((card, card.row(package)) for card in topics.load().cards)
    return tuple(_card(document, card, row) for card, row in found if row is not None)
