"""Text in charts: estimated widths and the breaks of lines."""

from hypothesis import given
from hypothesis import strategies as st

from publish.charts import lettering


def test_lines_break_evenly_and_not_inside_numbers_or_before_closing_marks() -> None:
    """Lines are as even as they can be; 2020, ） and 、 stay where they belong."""
    assert lettering.wrapped("公务用车购置及运行维护费", 100, 3) == ("公务用车购置", "及运行维护费")
    assert lettering.wrapped("因公出国（境）费、其他", 70, 3) == ("因公出国（境）", "费、其他")
    assert lettering.wrapped("年度2020年", 30, 3) == ("年度", "2020", "年")
    assert lettering.wrapped("一二三四五", 30, 1) == ("一二…",)
    assert lettering.wrapped("", 30, 1) == ("",)


@given(st.text(), st.integers(30, 400), st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_unless_they_say_so(
    text: str, limit: int, most: int
) -> None:
    """No line is longer than allowed; without an ellipsis at the end all signs are there."""
    shown = lettering.printable(text)
    lines = lettering.wrapped(shown, limit, most)
    assert len(lines) <= most
    assert all(lettering.tenths(line) <= limit for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(shown.split())
