"""A document printed in 元 instead of 万元: the same amounts with other digits and other words."""

import re
from decimal import Decimal

# 2491.62万元, 1845.66 万元
_AMOUNT = re.compile(r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<blank> ?)万元")
# 支出决算数为2491.62，完成预算的98%: an amount without a unit; 14.31元: a slip.
_BARE = re.compile(r"(?P<number>\d+\.\d\d)(?=，[完实])|(?P<slip>\d+\.\d+)(?=元)")
# 预算执行情况(万元): the heading of a table.
_HEADING = re.compile(
    r"(?<=[(（])万元(?=[)）])|(?<=^单位：)万元|(?<=^金额单位：)万元", re.MULTILINE
)
# 图1：…（单位：万元）, and the data of charts: cells of one line, whole or with a tail.
_CAPTION = re.compile(r"(?<=（单位：)万元(?=）)")
_POINT = re.compile(r"(?<=\t)\d+(?:\.\d+)?(?=\t|$)")
_CELLS = 8


def _times(number: str) -> str:
    return format(Decimal(number.replace(",", "")) * 10_000, ".0f")


def in_yuan(text: str) -> str:
    """Return a text with every amount in 元 that it prints in 万元, or means in 万元."""
    text = _BARE.sub(lambda at: _times(at["number"] or at["slip"]), text)
    text = _AMOUNT.sub(lambda at: f"{_times(at['number'])}{at['blank']}元", text)
    return _HEADING.sub("元", text)


def charts_in_yuan(text: str) -> str:
    """Return a text with the charts in 元, too: their captions and their data."""
    lines = _CAPTION.sub("元", text).split("\n")
    return "\n".join(
        _POINT.sub(lambda at: _times(at[0]), line) if line.count("\t") > _CELLS else line
        for line in lines
    )
