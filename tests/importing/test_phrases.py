"""The phrases in which figures are stated, one by one and generated."""

from decimal import Decimal
from itertools import pairwise

import pytest
from example_amounts import Printed, counts, numbers, percents
from hypothesis import given
from hypothesis import strategies as st

from publish.importing import phrases
from publish.importing.phrases import Phrase

UNITS = st.sampled_from(["万元", "元", "亿元"])


def said(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Return kind, values and what else a phrase says: label, or base, whole, budget, reason."""
    return [
        (phrase.kind, tuple(map(str, phrase.values)), phrase.of or phrase.label)
        for phrase in phrases.phrases(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本年收入合计4383.87万元", [("amount", ("4383.87",), "本年收入合计")]),
        ("收入合计为1,234.5元,", [("amount", ("1234.5",), "收入合计")]),
        ("支出决算数为2491.62,", [("amount", ("2491.62",), "支出决算数")]),
        ("国内公务接待支出0.39万(含外宾", [("amount", ("0.39",), "国内公务接待支出")]),
        ("支出为-5万元", [("amount", ("-5",), "支出")]),
        ("第3项", [("count", ("3",), "第")]),
        ("2020年收入", []),
        ("共12个月", [("count", ("12",), "")]),
        ("收、支总计各是1.50,2.50万元", [("amounts", ("1.50", "2.50"), "收、支总计")]),
        (
            "基本支出和项目支出分别为1万元、2.5万元",
            [("amounts", ("1", "2.5"), "基本支出和项目支出")],
        ),
    ],
)
def test_amounts(text: str, expected: list[object]) -> None:
    """An amount has a unit or a verb; a bare number, a year and a list number are none."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初预算为90万元", [("budget", ("90",), "年初预算")]),
        ("全年预算数90万元", [("budget", ("90",), "全年预算")]),
        ("“三公”经费支出预算为5万元", [("budget", ("5",), "预算")]),
        ("政府性基金预算50万元", [("amount", ("50",), "政府性基金预算")]),
        ("一般公共预算850万元", [("amount", ("850",), "一般公共预算")]),
        ("2019年决算数为120万元", [("prior", ("120",), "2019")]),
        ("上年支出决算数120万元", [("prior", ("120",), "上年支出决算数")]),
        ("完成预算97.75%", [("completion", ("97.75",), "预算")]),
        ("完成年初预算的98%", [("completion", ("98",), "年初预算")]),
        ("完成全年预算5万元的90%", [("completion", ("90", "5"), "全年预算")]),
        ("占年初预算的97%", [("completion", ("97",), "年初预算")]),
        ("预算执行率为98%", [("completion", ("98",), "预算")]),
        ("完成预算100万元", [("budget", ("100",), "预算")]),
    ],
)
def test_budgets(text: str, expected: list[object]) -> None:
    """Budgets and their phases, completions with and without the budget inside, prior accounts."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占88%", [("share", ("88",), "")]),
        ("占比88%", [("share", ("88",), "")]),
        ("占本年支出合计的83%", [("share", ("83",), "本年支出合计")]),
        ("占总收入的比重为83.5%", [("share", ("83.5",), "总收入")]),
        ("占地10万元", [("amount", ("10",), "占地")]),
    ],
)
def test_shares(text: str, expected: list[object]) -> None:
    """A share may name its whole."""
    assert said(text) == expected


def changed(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Return kind, values and direction of the changes of a text."""
    return [
        (phrase.kind, tuple(map(str, phrase.values)), phrase.direction)
        for phrase in phrases.phrases(text)
        if phrase.kind in {"change", "growth", "unchanged"}
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增加8.06万元", [("change", ("8.06",), "increase")]),
        ("减少了8.06万元", [("change", ("8.06",), "decrease")]),
        ("减少8.06,下降", [("change", ("8.06",), "decrease")]),
        ("各增加1.5万元、2万元", [("change", ("1.5", "2"), "increase")]),
        ("各减少10.10,9.20万元", [("change", ("10.10", "9.20"), "decrease")]),
        ("增加-8万元", [("change", ("8",), "decrease")]),
        ("减少-8万元", []),
        ("增加(减少)8万元", [("change", ("8",), "")]),
        ("增长28%", [("growth", ("28",), "increase")]),
        ("下降27.%", [("growth", ("27",), "decrease")]),
        ("增长13.95。", [("growth", ("13.95",), "increase")]),
        ("各增长135%、55%", [("growth", ("135", "55"), "increase")]),
        ("下降(增长)27.78%", [("growth", ("27.78",), "")]),
        ("增长1,234.5%", [("growth", ("1234.5",), "increase")]),
        ("增加546.3(万元", []),
        ("增加546.3;", [("change", ("546.3",), "increase")]),
        ("增长5个百分点", []),
        ("增长2倍", []),
        ("增长--(基数为0,不可比)", []),
        ("与2018年基本持平", [("unchanged", (), "unchanged")]),
        ("(如持平作持平表述)", []),
    ],
)
def test_changes(text: str, expected: list[object]) -> None:
    """Words give the sign; several values belong to several figures; an open direction stays open.

    减少-8 may mean either, 2倍 and 百分点 are no percent, -- is no number.
    """
    assert changed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("与2019年相比", ["2019年"]),
        ("与2019年度决算数相比", ["2019年度"]),
        ("比2019年增加", ["2019年"]),
        ("较上年决算数减少", ["上年"]),
        ("比上年支出数减少", ["上年"]),
        ("与上一年度持平", ["上一年度"]),
        ("与上年对比", ["上年"]),
        ("同比增长", ["同比"]),
        ("与2020年度预算相比", ["2020年度预算"]),
        ("比年初预算数减少", ["年初预算数"]),
        ("2018年和2019年收入", []),
        ("比例为", []),
    ],
)
def test_bases(text: str, expected: list[str]) -> None:
    """A base is a year, the year before, or the budget; 和2019年 alone compares nothing."""
    assert [phrase.of for phrase in phrases.phrases(text) if phrase.kind == "compare"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主要原因是人员增加。其中", ["人员增加"]),
        ("主要变动原因:人员增加,项目增加。", ["人员增加,项目增加"]),
        ("决算数小于预算数的主要原因是:按进度支付。", ["按进度支付"]),
        ("公务接待费支出减少的主要原因是厉行节约。", ["厉行节约"]),
        ("主要原因:一是人员增加;二是项目增加5万元。", ["一是人员增加;二是项目增加5万元"]),
        ("主要原因是人员增加;公务接待费5万元。", ["人员增加"]),
        ("主要原因是人员增加;项目增加。", ["人员增加;项目增加"]),
        ("主要原因是人员增加;公务接待费与上年持平。", ["人员增加"]),
        ("下降20%,主要是接待减少。", ["接待减少"]),
        ("3万元,主要是用于接待。", []),
        ("其他用车5辆,主要是执法用车。", []),
    ],
)
def test_reasons(text: str, expected: list[str]) -> None:
    """A reason ends with its sentence; behind a semicolon it goes on where nothing is stated."""
    kinds = {"reason", "because"}
    assert [phrase.of for phrase in phrases.phrases(text) if phrase.kind in kinds] == expected


@pytest.mark.parametrize(
    "text",
    [
        "决算数大于预算数5万元",
        "决算数同预算数基本持平",
        "决算数等于预算数",
        "与年初预算持平",
        "单价50万元以上",
        "单位价值100万元(含)以上",
    ],
)
def test_words_that_state_no_figure(text: str) -> None:
    """Accounts against the budget and thresholds of equipment give no phrase."""
    assert phrases.phrases(text) == ()


@pytest.mark.parametrize(
    "text",
    ["单价为3元/平方米", "标准提高3元/平方米", "补助为1,300元/人", "占3元/平方米", "租金12万元/年"],
)
def test_so_much_for_each_is_no_figure(text: str) -> None:
    """Neither an amount nor, without its unit, a percentage."""
    assert [phrase.kind for phrase in phrases.phrases(text) if phrase.values] == []


def test_labels_begin_behind_the_mark_before() -> None:
    """A label reaches back to the last mark of punctuation, an open bracket or the last phrase."""
    text = "其中:货物支出1万元、工程支出2万元(含道路3万元),因公出国(境)费4万元"
    labels = [phrase.label for phrase in phrases.phrases(text)]
    assert labels == ["货物支出", "工程支出", "含道路", "因公出国(境)费"]


def test_names_are_no_phrases() -> None:
    """Within a name (205类) no phrase begins, and no label reaches back over one."""
    text = "教育支出(205类)普通教育(02款)高中教育(04项)支出100.5万元"
    name = range(text.index("支出100"))
    assert phrases.phrases(text, [name]) == (
        Phrase(
            "amount", name.stop + 2, len(text), (Decimal("100.5"),), ("万元",), "支出", name.stop
        ),
    )


@given(numbers(), UNITS, percents())
def test_generated_amount_and_share(amount: Printed, unit: str, share: Printed) -> None:
    """Any printed amount with any unit and any share are read exactly."""
    found = phrases.phrases(f"其他收入{amount.text}{unit},占{share.text}%。")
    assert [(phrase.kind, phrase.values) for phrase in found] == [
        ("amount", (amount.value,)),
        ("share", (share.value,)),
    ]
    assert found[0].units == (unit,)


@given(numbers(), percents(), st.sampled_from(["年初", "全年", "调整", ""]))
def test_generated_completion(budget: Printed, rate: Printed, phase: str) -> None:
    """A completion is read with the budget inside and without."""
    plain = phrases.phrases(f"完成{phase}预算{rate.text}%。")
    inside = phrases.phrases(f"完成{phase}预算{budget.text}万元的{rate.text}%。")
    assert [(phrase.of, phrase.values) for phrase in (*plain, *inside)] == [
        (f"{phase}预算", (rate.value,)),
        (f"{phase}预算", (rate.value, budget.value)),
    ]


@given(
    st.sampled_from([("增加", "increase"), ("减少", "decrease"), ("下降", "decrease")]),
    st.lists(numbers(), min_size=1, max_size=2),
    st.lists(percents(), min_size=1, max_size=2),
)
def test_generated_changes(
    verb: tuple[str, str], amounts: list[Printed], rates: list[Printed]
) -> None:
    """One or two changes in money and percent are read with their direction."""
    word, direction = verb
    money = "、".join(f"{amount.text}万元" for amount in amounts)
    percent = "、".join(f"{rate.text}%" for rate in rates)
    assert changed(f"各{word}{money},各{word}{percent}。") == [
        ("change", tuple(str(amount.value) for amount in amounts), direction),
        ("growth", tuple(str(rate.value) for rate in rates), direction),
    ]


@given(counts(), st.sampled_from(["批次", "人次", "辆", "台(套)", "个", "人", "次"]))
def test_generated_counts(count: Printed, unit: str) -> None:
    """A count has one of the units of counting."""
    found = phrases.phrases(f"公务用车{count.text}{unit}。")
    assert [(phrase.kind, phrase.values, phrase.units) for phrase in found] == [
        ("count", (count.value,), (unit,))
    ]


@given(st.text(alphabet="0123456789,.%-−万元亿各增加减少占完成预算为、和辆年比上"))
def test_any_text_is_read_once(text: str) -> None:
    """Phrases stand in their order and do not overlap; what comes after them is read, too."""
    found = phrases.phrases(f"{text}。增加1万元，增长2%。")
    assert len(found) > 1
    assert all(one.end <= other.start for one, other in pairwise(found))
