"""The reference disclosure many times as long: its reports again and again, with other figures.

The sections of part two stand once, as in any disclosure; what real ones grow by is what the parts
behind them hold, the evaluation reports and their forms.
"""

import re

from mutated_documents import REFERENCE

# What is printed with decimals is money; it is another in each repetition.
_MONEY = re.compile(r"(?<![\d.])(\d{1,5})(\.\d{1,2})(?=万元)")
# 项目绩效目标完成情况表 … up to the part with the glossary; 附件2 … up to part five
_FORMS = re.compile(r"(?s)\t项目绩效目标完成情况表\n.*?(?=\n2\.部门绩效评价结果)")
_REPORTS = re.compile(r"(?s)安全生产专项经费项目\n2020年绩效评价报告\n.*?(?=\n第五部分)")


def _changed(text: str, times: int) -> str:
    return _MONEY.sub(lambda at: f"{int(at[1]) + times}{at[2]}", text)


def document(times: int) -> str:
    """Return a disclosure so many times as long as the one of 2020."""
    text = REFERENCE.read_text("utf-8-sig")
    forms, reports = _FORMS.search(text), _REPORTS.search(text)
    assert forms
    assert reports
    repeated = len(forms[0]) + len(reports[0])
    copies = 1 + round((times - 1) * len(text) / repeated)
    return "".join(
        (
            text[: forms.start()],
            "\n".join(_changed(forms[0], at) for at in range(copies)),
            text[forms.end() : reports.start()],
            "\n".join(_changed(reports[0], at) for at in range(copies)),
            text[reports.end() :],
        )
    )
