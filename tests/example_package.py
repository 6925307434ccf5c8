"""A small made-up disclosure and the package made of it by values, for tests of what follows.

`example` writes a package that is right in every respect; a test then breaks it with `edit_csv`,
`edit_descriptor` or by hand. `seal` gives the files the sizes and checksums that they have.
"""

import csv
import io
import json
import string
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from publish import checks, documents, packages, tables
from publish.documents import document_rows
from publish.packages import DESCRIPTOR, Package
from publish.reconciliation import finding_reports
from publish.tables import Row, Value

DEPARTMENT, YEAR = "fire-brigade", 2020
LINES = (
    "第二部分 2020年度部门决算情况说明",
    "一、收入支出决算总体情况说明",
    "2020年度收入总计1,383.50万元、支出总计1019.5万元。与上年相比，收入总计增加16.77万元。",
    "本年收入合计1383.5万元，其中：一般公共预算财政拨款收入1383.5万元，占100%；事业收入0万元，占0%。",
    "1.一般公共服务（类）人力资源事务（款）其他人力资源事务支出（项）: 支出决算为10.2万元。",
    "2.社会保障和就业（类）行政事业单位养老支出（款）行政单位离退休（项）: 支出决算为541800元。",
    "人员经费112.88万元，主要包括：基本工资55.75万元、奖金。",
    "“三公”经费支出决算为 3 ． 60万元，比2019年减少８.06万元，下降27.%。",
    "",
    "国内公务接待28批次，116人次。",
)
DOCUMENT = "\r\n".join(LINES)


Cells = tuple[Value, ...]


def _rows(columns: str, *rows: Cells) -> tuple[Row, ...]:
    """Return rows of the named columns; the last two values are the provenance."""
    names = (*columns.split(), *tables.PROVENANCE)
    return tuple(dict(zip(names, values, strict=True)) for values in rows)


def _key_figures() -> tuple[Row, ...]:
    return _rows(
        "key scope statement label amount_wanyuan base_year change_wanyuan change_direction",
        (
            *("total_income", "all", 1, "收入总计", Decimal("1383.50")),
            *(2019, Decimal("16.77"), "increase"),
            *("L3;L3", "2020年度收入总计1,383.50万元\t与上年相比，收入总计增加16.77万元"),
        ),
        (
            *("total_expenditure", "all", 1, "支出总计", Decimal("1019.5"), None, None, None),
            *("L3", "支出总计1019.5万元"),
        ),
    )


def _income() -> tuple[Row, ...]:
    budget = "一般公共预算财政拨款收入"
    quote = "一般公共预算财政拨款收入1383.5万元，占100%"
    return _rows(
        "key statement label amount_wanyuan share_pct",
        ("total", 1, "本年收入合计", Decimal("1383.5"), None, "L4", "本年收入合计1383.5万元"),
        ("general_public_budget", 1, budget, Decimal("1383.5"), Decimal(100), "L4", quote),
        ("institutional", 1, "事业收入", Decimal(0), Decimal(0), "L4", "事业收入0万元，占0%"),
    )


def _functions() -> tuple[Row, ...]:
    return _rows(
        "fund level label statement code class_name group_name item_name amount_wanyuan"
        " unit_as_published",
        (
            *("general_public_budget", "item", "其他人力资源事务支出", 1, "2011099"),
            *("一般公共服务", "人力资源事务", "其他人力资源事务支出", Decimal("10.2"), None),
            *("L5", LINES[4]),
        ),
        (
            *("general_public_budget", "item", "行政单位离退休", 1, "2080501"),
            *("社会保障和就业", "行政事业单位养老支出", "行政单位离退休", Decimal("54.18"), "元"),
            *("L6", LINES[5]),
        ),
        (
            *("general_public_budget", "class", "社会保障和就业", 1, None),
            *("社会保障和就业", None, None, None, None, "L6", "社会保障和就业（类）"),
        ),
    )


def _accounts() -> tuple[Row, ...]:
    return _rows(
        "group level label statement code amount_wanyuan",
        ("personnel", "group", "人员经费", 1, None, Decimal("112.88"), "L7", "人员经费112.88万元"),
        (
            "personnel",
            "account",
            "基本工资",
            1,
            "30101",
            Decimal("55.75"),
            "L7",
            "基本工资55.75万元",
        ),
        ("personnel", "account", "奖金", 1, "30103", None, "L7", "奖金"),
    )


def _three_public() -> tuple[Row, ...]:
    return _rows(
        "key statement label final_wanyuan base_year change_wanyuan change_pct change_direction",
        (
            *("total", 1, "“三公”经费", Decimal("3.60"), 2019, Decimal("-8.06"), Decimal(-27)),
            *("decrease", "L8", LINES[7]),
        ),
    )


def _travel() -> tuple[Row, ...]:
    quote = "国内公务接待28批次，116人次"
    return _rows(
        "key statement label count unit",
        ("domestic_receptions", 1, "国内公务接待", Decimal(28), "批次", "L10", quote),
        ("domestic_reception_persons", 1, "国内公务接待", Decimal(116), "人次", "L10", quote),
    )


def _outline() -> tuple[Row, ...]:
    return _rows(
        "position level number_as_printed title",
        (1, "part", "第二部分", "2020年度部门决算情况说明", "L1", LINES[0]),
        (2, "section", "一、", "收入支出决算总体情况说明", "L2", LINES[1]),
    )


def _functional_codes() -> tuple[Row, ...]:
    return _rows(
        "code level name parent evidence",
        ("201", "class", "一般公共服务支出", None, "two-sources", "L5", "一般公共服务（类）"),
        ("20110", "group", "人力资源事务", "201", "two-sources", "L5", "人力资源事务（款）"),
        (
            "2011099",
            "item",
            "其他人力资源事务支出",
            "20110",
            "one-source",
            "L5",
            "其他人力资源事务支出",
        ),
        ("208", "class", "社会保障和就业支出", None, "two-sources", "L6", "社会保障和就业（类）"),
        (
            "20805",
            "group",
            "行政事业单位养老支出",
            "208",
            "two-sources",
            "L6",
            "行政事业单位养老支出",
        ),
        ("2080501", "item", "行政单位离退休", "20805", "two-sources", "L6", "行政单位离退休（项）"),
    )


def _economic_codes() -> tuple[Row, ...]:
    return _rows(
        "code level name parent evidence",
        ("30101", "group", "基本工资", "301", "two-sources", "L7", "基本工资"),
        ("30103", "group", "奖金", "301", "two-sources", "L7", "奖金"),
    )


def descriptor() -> dict[str, Any]:
    """Return the descriptor of the example without its resources."""
    content = DOCUMENT.encode()
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"{DEPARTMENT}-final-accounts",
        "id": f"{DEPARTMENT}/{YEAR}",
        "title": "消防队2020年度部门决算",
        "description": "消防队2020年度部门决算的全部数据，取自其公开文件；" * 2
        + "每行附有原文位置和原文字句。",
        "version": "1.0.0",
        "created": "2026-11-23T00:00:00Z",
        "keywords": ["部门决算", "消防"],
        "contributors": [{"title": "消防队", "roles": ["publisher", "contact"]}],
        "statementOfUse": "政府依法公开的信息，注明来源后可以自由使用。",
        "sources": [
            {
                "title": "消防队2020年度部门决算",
                "path": "source/accounts.txt",
                "hash": packages.sha256(content),
                "bytes": len(content),
            }
        ],
        "department": {
            "slug": DEPARTMENT,
            "name": "消防队",
            "region_code": "510400",
            "region_name": "四川省攀枝花市",
            "level": "市级",
        },
        "fiscalYear": YEAR,
        "currency": "CNY",
        "unit": "万元",
        "notDisclosed": [{"table": "T1", "title": "收入支出决算总表", "reason": "文件中没有。"}],
    }


def package() -> Package:
    """Return the example as a value."""
    contents = {
        "key-figures": _key_figures(),
        "income": _income(),
        "expenditure-by-function": _functions(),
        "basic-expenditure": _accounts(),
        "three-public": _three_public(),
        "official-travel": _travel(),
        "outline": _outline(),
        "functional-classification": _functional_codes(),
        "economic-classification": _economic_codes(),
        "document": document_rows.rows(documents.read(DOCUMENT.encode()), {}),
    }
    return Package(descriptor(), contents, "accounts.txt", DOCUMENT.encode())


def example(root: Path) -> Path:
    """Write the example below `root`, with what the checks find in it, and return its folder."""
    directory = root / DEPARTMENT / str(YEAR)
    packages.write(finding_reports.with_findings(package()), directory)
    return directory


def edit_descriptor(directory: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Let `edit` change the descriptor in place."""
    path = directory / DESCRIPTOR
    found = json.loads(path.read_text("utf-8"))
    edit(found)
    path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")


def seal(directory: Path) -> None:
    """Give every file that the descriptor names the size and checksum that it has."""

    def refresh(found: dict[str, Any]) -> None:
        for named in (*found["resources"], *found["sources"]):
            content = (directory / named["path"]).read_bytes()
            named.update(bytes=len(content), hash=packages.sha256(content))

    edit_descriptor(directory, refresh)


def set_source(directory: Path, content: bytes) -> None:
    """Let the package carry another document, as it is read, and seal its files."""
    (directory / "source" / "accounts.txt").write_bytes(content)
    rows = document_rows.rows(documents.read(content), {})
    table = tables.load()[document_rows.TABLE]
    (directory / "data" / "document.csv").write_bytes(packages.table_csv(table, rows))
    seal(directory)


def set_cell(directory: Path, table: str, at: tuple[int, str], text: str) -> None:
    """Write `text` into a cell of a table, named by its row and column, and seal the file."""
    path = directory / "data" / f"{table}.csv"
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    row, column = at
    rows[row - 1][rows[0].index(column)] = text
    content = io.StringIO(newline="")
    csv.writer(content, lineterminator="\n").writerows(rows)
    path.write_bytes(content.getvalue().encode())
    seal(directory)


def cell(table: str, row: int, column: str) -> str:
    """Return the place of a cell as a problem names it."""
    names = [field.name for field in tables.load()[table].fields]
    return f"data/{table}.csv!{string.ascii_uppercase[names.index(column)]}{row} ({column})"


def edit_csv(directory: Path, table: str, old: str, new: str) -> None:
    """Replace the first `old` in the file of a table with `new`, and seal it."""
    path = directory / "data" / f"{table}.csv"
    content = path.read_bytes()
    assert old.encode() in content, f"the example has no {old} in {table}"
    path.write_bytes(content.replace(old.encode(), new.encode(), 1))
    seal(directory)


def broken(directory: Path) -> list[tuple[str, str, str, str]]:
    """Return kind, place, found and expected of everything that the checks find."""
    return [
        (found.kind.value, found.place.text(), found.found, found.expected)
        for found in checks.check(directory).problems
    ]
