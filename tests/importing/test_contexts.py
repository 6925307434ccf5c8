"""Of which figure a phrase speaks that names none."""

from decimal import Decimal

import pytest
from example_amounts import Printed, numbers
from example_documents import imported, shown
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.documents.passages import clean
from publish.documents.printed import Line
from publish.documents.units import Units
from publish.importing.contexts import Reading, Setting, is_generic
from publish.importing.drafts import Draft, Span
from publish.importing.phrases import Phrase


def stated(section: str, text: str) -> list[str]:
    """Return the rows of the sentences of a section."""
    return shown(imported(section, text))


COMPARED = "base_year=2019 change_wanyuan=1 change_direction=increase change_against=year"
RECEPTION = "three-public key=reception label=公务接待费 final_wanyuan=3"
OVERSEAS = "three-public key=overseas label=因公出国（境）费 final_wanyuan=0"
TOTAL = "three-public key=total label=“三公”经费 final_wanyuan=3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "因公出国（境）费0万元，公务接待费3万元，比2019年增加1万元。",
            [OVERSEAS, f"{RECEPTION} {COMPARED}"],
        ),
        ("公务接待费3万元。与2019年相比，增加1万元。", [f"{RECEPTION} {COMPARED}"]),
        (
            "因公出国（境）费0万元，公务接待费3万元。与2019年相比，增加1万元。",
            [OVERSEAS, RECEPTION],
        ),
        (
            "“三公”经费3万元，其中：因公出国（境）费0万元；公务接待费3万元。比2019年增加1万元。",
            [f"{TOTAL} {COMPARED}", OVERSEAS, RECEPTION],
        ),
        ("“三公”经费3万元，其中公务接待费3万元，比2019年增加1万元。", [TOTAL, RECEPTION]),
        (
            "“三公”经费3万元（公务接待费3万元），比2019年增加1万元。",
            [f"{TOTAL} {COMPARED}", RECEPTION],
        ),
        (
            "公务接待费3万元。全年接待2批次。比2019年增加1万元。",
            [RECEPTION, "official-travel key=domestic_receptions label=全年接待 count=2 unit=批次"],
        ),
        ("公务接待费3万元，单位收入比2019年增加1万元。", [RECEPTION]),
    ],
    ids=[
        *("last figure", "one figure before", "two figures before", "head of a list"),
        *("apposition", "before a bracket", "counts between", "another subject"),
    ],
)
def test_whom_an_unnamed_change_is_about(text: str, expected: list[str]) -> None:
    """It is the figure before it; behind a full stop the one topic; where it is open, nobody."""
    assert sorted(stated("three_public", text)) == sorted(expected)


@pytest.mark.parametrize(
    "label", ["", "支出决算", "决算数", "支出", "金额", "合同金额", "共计支出"]
)
def test_labels_that_say_nothing(label: str) -> None:
    """Words such as 支出决算 name no figure."""
    assert is_generic(label)


@pytest.mark.parametrize("label", ["收入", "基本支出", "采购金额", "三公经费"])
def test_labels_that_name_a_figure(label: str) -> None:
    """Everything else names one."""
    assert not is_generic(label)


TEXT = "公务接待费3万元(含外宾1万元)。共4万元"


def reading() -> Reading:
    """Return a reading of TEXT with one draft."""
    found = Reading(clean(Line("L1", TEXT)), Setting("three_public", 2020, Units()))
    found.add(Draft("three-public", {"key": "reception"}, (Span(found.passage, 0, 8),)))
    return found


def test_what_is_filled_is_never_changed() -> None:
    """Attaching fills empty columns; the same value again only widens the words."""
    read = reading()
    read.attach([0], {"final_wanyuan": Decimal(3)}, 8)
    read.attach([0], {"final_wanyuan": Decimal(4), "reason": "甲"}, 8)
    assert read.drafts[0].values == {
        "key": "reception",
        "final_wanyuan": Decimal(3),
        "reason": "甲",
    }
    read.attach([0], {"final_wanyuan": Decimal(3)}, 16)
    assert read.drafts[0].spans[0].end == 16


def test_another_value_is_another_statement() -> None:
    """A value that contradicts the draft gets a draft of its own of the same row."""
    read = reading()
    read.attach([0], {"final_wanyuan": Decimal(3)}, 8)
    assert read.restate(0, {"final_wanyuan": Decimal(3)}, 20) == 0
    assert read.restate(0, {"final_wanyuan": Decimal(4)}, 20) == 1
    assert read.drafts[1].values["key"] == "reception"
    assert not read.drafts[1].has("final_wanyuan")


def test_sentences_end_at_full_stops() -> None:
    """The sentence up to a figure begins behind the full stop, closed brackets left out."""
    read = reading()
    assert read.sentence(Phrase("amount", 18, 21)) == "共"
    assert read.sentence(Phrase("reason", 16, 16)) == "公务接待费3万元"


def test_only_tables_with_the_column_are_spoken_of() -> None:
    """A table that has no base year is never compared."""
    read = reading()
    assert read.keeps(0, "base_year")
    assert not read.keeps(0, "quantity")


NAMES = {
    "因公出国（境）费": "overseas",
    "公务用车购置费": "vehicle_purchase",
    "公务用车运行维护费": "vehicle_operation",
    "公务接待费": "reception",
}


@given(
    st.lists(st.sampled_from(list(NAMES)), min_size=1, max_size=3, unique=True),
    numbers(largest=9999),
    st.sampled_from(["。与2019年相比，增加", "，比2019年增加"]),
)
@settings(max_examples=50)
def test_a_change_is_about_the_last_figure_or_the_only_one(
    names: list[str], change: Printed, then: str
) -> None:
    """In one sentence it is the last figure, behind a full stop the only one, else nobody."""
    told = "，".join(f"{name}{number}万元" for number, name in enumerate(names, 1))
    rows = stated("three_public", f"{told}{then}{change.text}万元。")
    changed = [
        row.split()[1].partition("=")[2] for row in rows if f" change_wanyuan={change.cell} " in row
    ]
    is_open = then.startswith("。") and len(names) > 1
    assert changed == ([] if is_open else [NAMES[names[-1]]])
    assert len(rows) == len(names)
