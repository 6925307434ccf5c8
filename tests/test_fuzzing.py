"""Mutated documents: refused with a message, or a package that passes its own check."""

import secrets
from pathlib import Path

import example_documents
import fuzzing
import pytest

pytestmark = pytest.mark.slow

# CPU seconds; `make fuzz` runs as long as it is told.
BUDGET = 5


def test_a_short_run_finds_nothing() -> None:
    """No error but ours, nothing over its time and memory.

    `make fuzz` also tells of imports that fail their own check: about one in two hundred damaged
    documents still is one.
    """
    seed = secrets.randbelow(10**9)
    counts = fuzzing.run(seed, BUDGET, most=10_000)
    told = [
        f"{faults[0].case}\n{faults[0].told}"
        for kind, faults in counts.faults.items()
        if not kind.startswith("check:")
    ]
    assert counts.imported > 0, f"seed {seed}"
    assert told == [], "\n".join(told)


def test_a_case_is_the_same_again() -> None:
    """The seed and the number of a case give its bytes, whatever ran before."""
    case = fuzzing.Case(7, 3)
    one, other = (fuzzing.mutated_documents.mutated(case.random()) for _ in range(2))
    assert one == other


TOTALS = "2020年度收入总计{}万元，支出总计{}万元。"


@pytest.mark.parametrize(
    "text",
    [
        TOTALS.format("1" * 30, "5"),
        TOTALS.format("9" * 4_000, "9" * 4_000),
        TOTALS.format("0." + "3" * 40, "0.3"),
        TOTALS.format("00", "007.5"),
        TOTALS.format("٣٤", "3٣4"),
        TOTALS.format("12.5.7", "5"),
        TOTALS.format("1,234,567,890,123,456,789.55", "5"),
        TOTALS.format("5", "5") + "\n二十五、其他情况说明\n二十七、其他情况说明",
        TOTALS.format("5", "5") + "\n一二、其他情况说明\n十十、其他情况说明",
        TOTALS.format("5", "5") + f"\n第{'9' * 4_500}部分 附表\n第99部分 附表",
        TOTALS.format("5", "5") + "\n列1\t甲\t乙\t1E400\t5.0E-2\t3",
        TOTALS.format("5", "5") + f"\n管理{'9' * 4_500}个事业单位即甲、乙",
    ],
)
@pytest.mark.parametrize("year", [2020, 1999])
def test_accidents_that_once_stopped_an_import(text: str, year: int, tmp_path: Path) -> None:
    """Numbers and numerals that are none stop nothing, and the package passes its check."""
    content = example_documents.document("totals", text).encode()
    assert fuzzing.read_document(content, tmp_path, year) == ()
