"""A package whose every text tries to become a part of the page.

Single letters of the committed package become an attack wherever they stand: in the document, in
its quotes, in every table and in the descriptor alike. What quotes the document still does, so the
package is right in every respect but the one.
"""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from example_package import seal

from publish.reconciliation import finding_reports

FLAG = "window.hostile"
LONG = 3_000

# A letter, and what it becomes. The letters are so frequent that nearly every text has one of
# them; the first of them stands in the name of the department.
ATTACKS = {
    "局": "局<script>window.hostile='script'</script>",
    "全": "全\u202e",  # from here on, right to left
    "项": "项<img src=x onerror=window.hostile='image'>",
    "费": "费[费](javascript:window.hostile='link')",
    "出": "出</td></table></figure></article><h1>出</h1>",
    "目": "目</script></style></textarea></title><svg onload=window.hostile='drawing'>",
    "指": '=指" onfocus="window.hostile=\'attribute\'" autofocus="',
    "人": "人**人** _人_ `人` {{ 人 }} {% raw %} ~~人~~ $人$ | 人 |",
    "急": "急<!-- <iframe src='//hostile.invalid/'></iframe>",
    "务": "务&lt;b&gt;&#60;i&#62;<b>务",
    "心": "心{: onclick=window.hostile='list' .md-top } [^x] ![心](//hostile.invalid/x.png)",
    "员": "员<a href='javascript:window.hostile=1'>员</a><form action='//hostile.invalid/'>",
    **{letter: f"{letter}<s>" for letter in "个套定成收生算资"},
}
# Names, duties, reasons, indicators and reports: one word without an end.
ENDLESS = {"防震": "防震" + "W" * LONG}
# Codes have the names that the classification gives them, and no others.
_EXACT = re.compile(r"(?:functional|economic)-classification\.csv")
_LETTERS = re.compile("|".join([*ENDLESS, *ATTACKS]))


def attacked(text: str) -> str:
    """Return the text with an attack behind every letter that has one."""
    return _LETTERS.sub(lambda found: (ENDLESS | ATTACKS)[found[0]], text)


def _table(path: Path) -> None:
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"))))
    spared = rows[0].index("name") if _EXACT.fullmatch(path.name) else None
    made = [
        [cell if at == spared else attacked(cell) for at, cell in enumerate(row)]
        for row in rows[1:]
    ]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([rows[0], *made])
    path.write_text(written.getvalue(), "utf-8")


def _texts(value: Any) -> Any:  # noqa: ANN401 - what JSON holds
    """Return a value of the descriptor with every text in it attacked."""
    if isinstance(value, dict):
        return {name: _texts(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return attacked(value) if isinstance(value, str) else value


def _descriptor(path: Path) -> None:
    found = json.loads(path.read_text("utf-8"))
    resources = [
        each | {name: attacked(each[name]) for name in ("title", "description")}
        for each in found["resources"]
    ]
    made = _texts(found) | {"unit": found["unit"], "resources": resources}
    path.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", "utf-8")


def spoil(directory: Path) -> None:
    """Make every text of a package an attack."""
    for path in sorted((directory / "source").iterdir()):
        path.write_bytes(attacked(path.read_bytes().decode("utf-8")).encode())
    for path in sorted((directory / "data").glob("*.csv")):
        _table(path)
    _descriptor(directory / "datapackage.json")
    seal(directory)
    finding_reports.save(
        directory
    )  # what is found in the attacked figures, with their attacked words
