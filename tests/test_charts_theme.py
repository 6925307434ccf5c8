"""The theme: its colours can be told apart from the page, light or dark."""

import pytest

from publish.charts import theme


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb` as WCAG defines it."""
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("role", ["bar", "earlier", "negative"])
@pytest.mark.parametrize("page", ["#ffffff", "#1e2129"])
def test_bars_stand_out_from_a_light_and_a_dark_page(role: str, page: str) -> None:
    """WCAG 1.4.11: at least 3:1."""
    assert contrast(str(theme.STRIPS[role][0]), page) >= 3


@pytest.mark.parametrize(("ink", "page"), [("#212121", "#ffffff"), ("#bfc1c9", "#1e2129")])
def test_quiet_text_can_be_read_on_a_light_and_a_dark_page(ink: str, page: str) -> None:
    """WCAG 1.4.3: at least 4.5:1, in the text colours of the website."""
    share = theme.LABELS["muted"][1]
    mixed = [
        round(int(ink[n : n + 2], 16) * share + int(page[n : n + 2], 16) * (1 - share))
        for n in (1, 3, 5)
    ]
    assert contrast("#" + "".join(f"{part:02x}" for part in mixed), page) >= 4.5
