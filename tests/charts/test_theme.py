"""The theme: its colours stand out from the page, light or dark, and from each other.

Measured as WCAG 2.2 and, for colour-blind readers, as Machado, Oliveira and Fernandes (2009) do.
"""

from itertools import combinations

import pytest

from publish.charts import theme

PAGES = {"#ffffff": "#1c2530", "#10161e": "#e6ebf1"}
"""The grounds of the website, light and dark, and the colour of text on each."""

BARS = ("bar", "earlier", "negative")
SIGHTS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What a reader sees of linear red, green and blue."""

Colour = tuple[float, float, float]


def linear(colour: str) -> Colour:
    """The linear light of `#rrggbb`."""
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return red, green, blue


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb` as WCAG defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def over(ink: str, page: str, share: float) -> str:
    """The colour of ink of this opacity on a page."""
    mixed = (
        round(int(ink[n : n + 2], 16) * share + int(page[n : n + 2], 16) * (1 - share))
        for n in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def seen(colour: str, sight: str) -> Colour:
    """The place of a colour in CIE L*a*b*, as it is seen."""
    red, green, blue = (
        min(1, max(0, sum(share * part for share, part in zip(row, linear(colour), strict=True))))
        for row in SIGHTS[sight]
    )
    x, y, z = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    one, two, three = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * two - 16, 500 * (one - two), 200 * (two - three)


def distance(one: str, other: str, sight: str) -> float:
    """How far two colours are apart; from about 2 on they can be told apart side by side."""
    pairs = zip(seen(one, sight), seen(other, sight), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.mark.parametrize("role", BARS)
@pytest.mark.parametrize(("page", "ink"), PAGES.items())
def test_bars_stand_out_from_the_page_and_from_the_strip_below(
    role: str, page: str, ink: str
) -> None:
    """WCAG 1.4.11: at least 3:1, on a light and on a dark page."""
    colour = str(theme.STRIPS[role][0])
    strip = over(ink, page, float(theme.STRIPS["whole"][1]))
    assert min(contrast(colour, page), contrast(colour, strip)) >= 3


@pytest.mark.parametrize(("page", "ink"), PAGES.items())
@pytest.mark.parametrize("role", theme.LABELS)
def test_every_label_can_be_read(role: str, page: str, ink: str) -> None:
    """WCAG 1.4.3: at least 4.5:1, in the text colours of the website."""
    assert contrast(over(ink, page, theme.LABELS[role][1]), page) >= 4.5


def test_posters_and_cards_can_be_read() -> None:
    """4.5:1 for their text, 3:1 for the bars of a card, also the quiet ones."""
    styles = (theme.POSTER_OVER, theme.POSTER_SOURCE, theme.CARD_LABEL, theme.CARD_CHANGE)
    for style in styles[:2]:
        ink = over(theme.PAPER_INK, theme.PAPER, style.opacity)
        assert contrast(ink, theme.PAPER) >= 4.5
    for style in styles[2:]:
        ink = over(theme.CARD_INK, theme.CARD_GROUND, style.opacity)
        assert contrast(ink, theme.CARD_GROUND) >= 4.5
    for bar in (theme.CARD_BAR, theme.CARD_EARLIER):
        assert contrast(bar, theme.CARD_GROUND) >= 3


@pytest.mark.parametrize("sight", SIGHTS)
def test_bars_are_told_apart_by_every_reader(sight: str) -> None:
    """Any two colours are at least 30 apart, whichever kind of cone a reader lacks."""
    colours = [str(theme.STRIPS[role][0]) for role in BARS]
    assert min(distance(a, b, sight) for a, b in combinations(colours, 2)) >= 30
