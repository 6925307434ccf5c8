"""What a package says about itself."""

import pytest

from publish import descriptors, documents, packages
from publish.descriptors import Identity


def described(name: str, text: str = "收入总计10万元。") -> dict[str, object]:
    """Return the descriptor of a document of a department."""
    content = text.encode()
    return descriptors.descriptor(
        Identity("bureau", name, 2020), "document.txt", content, documents.read(content)
    )


def test_the_descriptor() -> None:
    """Name without the year, the year in `fiscalYear` and `id`, source with size and checksum."""
    found = described("攀枝花市应急管理局")
    assert list(found) == [
        *("$schema", "name", "id", "title", "description", "version", "created", "keywords"),
        *("contributors", "statementOfUse", "sources", "department", "fiscalYear", "currency"),
        *("unit", "notDisclosed"),
    ]
    assert (found["name"], found["id"], found["fiscalYear"], found["title"]) == (
        *("bureau-final-accounts", "bureau/2020", 2020),
        "攀枝花市应急管理局2020年度部门决算",
    )
    assert found["sources"] == [
        {
            "title": "攀枝花市应急管理局2020年度部门决算（公开文件原文）",
            "path": "source/document.txt",
            "bytes": len("收入总计10万元。".encode()),
            "hash": packages.sha256("收入总计10万元。".encode()),
        }
    ]
    assert len(str(found["description"])) >= 50


@pytest.mark.parametrize(
    ("name", "region"),
    [
        (
            "攀枝花市应急管理局",
            {"region_code": "510400", "region_name": "攀枝花市", "level": "prefecture"},
        ),
        (
            "攀枝花市东区财政局",
            {"region_code": "510402", "region_name": "攀枝花市东区", "level": "county"},
        ),
        (
            "四川省财政厅",
            {"region_code": "510000", "region_name": "四川省", "level": "province"},
        ),
        ("某某局", {}),
    ],
)
def test_a_region_is_named_with_evidence_only(name: str, region: dict[str, str]) -> None:
    """The division whose code is known is named; any other stays empty."""
    assert described(name)["department"] == {"slug": "bureau", "name": name, **region}


def test_a_department_without_a_name_has_its_slug() -> None:
    """A document that does not name its department is known by the slug."""
    assert described("")["title"] == "bureau2020年度部门决算"


def missing(text: str) -> dict[str, str]:
    """Return the reason of each official table that a document does not contain."""
    lines = documents.read(text.encode())
    return {found["table"]: found["reason"] for found in descriptors.not_disclosed(lines)}


ABSENT = "文件中没有这张表，也没有列出它的标题。"
LISTED = "文件只列出表名，没有表的内容。"
EMPTY = "文件只列出表名，并注明此表无数据。"


def test_official_tables_are_missing_with_a_reason() -> None:
    """Absent, listed without contents, and listed as without data stay apart."""
    text = (
        "六、一般公共预算财政拨款支出决算表\n"
        "十、一般公共预算财政拨款“三公”经费支出决算表\n"
        "十三、国有资本经营预算财政拨款收入支出决算表（此表无数据）\n"
    )
    assert missing(text) == {
        **dict.fromkeys(["T1", "T2", "T3", "T4"], ABSENT),
        "T5": LISTED,
        "T6": ABSENT,
        "T7": LISTED,
        "T8": ABSENT,
        "T9": EMPTY,
    }


def test_a_table_with_its_rows_is_disclosed() -> None:
    """A printed table is not missing; one that says that it has no data is."""
    text = (
        "收入支出决算总表\n本年收入合计 9746.50\n收入决算表\n合计 9746.50\n"
        "政府性基金预算财政拨款收入支出决算表\n说明：本年度没有收入和支出，故本表无数据。\n"
    )
    assert missing(text) == {
        **dict.fromkeys(["T3", "T4", "T5", "T6", "T7"], ABSENT),
        "T8": EMPTY,
        "T9": ABSENT,
    }
