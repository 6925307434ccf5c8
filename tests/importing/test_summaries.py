"""What a clerk reads after an import about the region of the department."""

from pathlib import Path

import pytest
from example_documents import document

from publish import importing
from publish.importing import summaries

UNKNOWN = (
    "The region of the department is not known here; add region_code, region_name and level to"
    " `department` in datapackage.json if you know them."
)
NO_LEVEL = (
    "The department is in 成都市, but which level it belongs to is not known here; add level"
    " (province, prefecture, county or township) to `department` in datapackage.json, and correct"
    " region_code and region_name if you know more."
)


def told(name: str) -> list[str]:
    """Return what the summary says of the region of a department."""
    text = document("totals", f"{name}2020年收入总计50万元。")
    result = importing.read(text.encode(), "document.txt", "bureau", 2020)
    assert result.package.descriptor["department"]["name"] == name
    lines = summaries.import_lines(result, Path("place"))
    return [line for line in lines if "`department`" in line]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("攀枝花市财政局", []),
        ("广西财政厅", []),
        ("鼓楼区财政局", [UNKNOWN]),
        ("某某市财政局", [UNKNOWN]),
        (
            "成都市高新区财政局",
            [NO_LEVEL],
        ),
    ],
)
def test_the_summary_says_what_is_not_known_of_the_region(name: str, expected: list[str]) -> None:
    """Nothing where all is known; what to add where a name says less."""
    assert told(name) == expected
