"""Numbers as these documents print them, with what they mean, for generated sentences."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed and its exact value with the digits as printed."""

    text: str
    value: Decimal

    @property
    def cell(self) -> str:
        """The value as a cell of a table."""
        return format(self.value, "f")


@st.composite
def numbers(draw: st.DrawFn, largest: int = 99_999_999, decimals: int = 2) -> Printed:
    """Return a number from 0 with up to `decimals` decimals, with or without separators."""
    whole = draw(st.integers(0, largest))
    places = draw(st.integers(0, decimals))
    fraction = "".join(
        draw(st.lists(st.sampled_from("0123456789"), min_size=places, max_size=places))
    )
    tail = f".{fraction}" if fraction else ""
    text = f"{whole:,}" if draw(st.booleans()) else str(whole)
    return Printed(text + tail, Decimal(f"{whole}{tail}"))


def percents() -> st.SearchStrategy[Printed]:
    """Return a rate from 0 to 9999 percent; large ones have separators."""
    return numbers(largest=9999)


def counts() -> st.SearchStrategy[Printed]:
    """Return a whole number without separators."""
    return st.integers(0, 99_999).map(lambda count: Printed(str(count), Decimal(count)))


YEARS = st.integers(2012, 2030)
# A reason of words only: it must not state anything by itself.
REASONS = st.lists(
    st.sampled_from(["机构合并", "人员变动", "厉行节约", "项目按合同进度支付", "职能职责转变"]),
    min_size=1,
    max_size=3,
    unique=True,
).map("，".join)
