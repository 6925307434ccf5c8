"""What a package says about itself."""

import pytest

from publish import documents, packages
from publish.documents import printed
from publish.importing import descriptors
from publish.importing.descriptors import PackageIdentity


def described(name: str, text: str = "收入总计10万元。", year: int = 2020) -> dict[str, object]:
    """Return the descriptor of a document of a department."""
    content = text.encode()
    return descriptors.descriptor(
        PackageIdentity("bureau", name, year),
        "document.txt",
        content,
        printed.lines(documents.read(content)),
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


def region(name: str, year: int = 2020) -> tuple[str, ...]:
    """Return code, name and level of a region, as far as they are named."""
    department = described(name, year=year)["department"]
    assert isinstance(department, dict)
    return tuple(
        department[key] for key in ("region_code", "region_name", "level") if key in department
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("攀枝花市应急管理局", ("510400", "攀枝花市", "prefecture")),
        ("攀枝花市东区财政局", ("510402", "攀枝花市东区", "county")),
        ("攀枝花市市场监督管理局", ("510400", "攀枝花市", "prefecture")),
        ("攀枝花市城乡建设局", ("510400", "攀枝花市", "prefecture")),
        ("米易县应急管理局", ("510421", "攀枝花市米易县", "county")),
        ("四川省财政厅", ("510000", "四川省", "province")),
        ("上海市普陀区教育局", ("310107", "上海市普陀区", "county")),
        ("广西财政厅", ("450000", "广西壮族自治区", "province")),
        ("内蒙古呼伦贝尔市海拉尔区教育局", ("150702", "呼伦贝尔市海拉尔区", "county")),
        ("凉山州财政局", ("513400", "凉山彝族自治州", "prefecture")),
        ("仙桃市财政局", ("429004", "湖北省仙桃市", "county")),
    ],
)
def test_a_region_is_named_by_the_longest_name(name: str, expected: tuple[str, ...]) -> None:
    """The smallest division at the beginning of a name, wherever in China it is."""
    assert region(name) == expected


@pytest.mark.parametrize("name", ["某某局", "鼓楼区财政局", "东区财政局", "城关区教育局", ""])
def test_a_name_that_may_be_two_places_has_no_region(name: str) -> None:
    """What is not certain is left out."""
    assert region(name) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("四川省市中区财政局", ("510000", "四川省")),
        ("成都市高新区财政局", ("510100", "成都市")),
        ("米易县白马镇人民政府", ("510421", "攀枝花市米易县")),
    ],
)
def test_a_smaller_place_has_the_region_and_no_level(name: str, expected: tuple[str, ...]) -> None:
    """Two 市中区 of one province, a zone, a town: where it lies is certain, its level is not."""
    assert region(name) == expected


def test_a_region_is_that_of_the_year() -> None:
    """A code counts in the years of the lists that have it, and a little beside them."""
    assert region("襄樊市财政局", 2009) == ("420600", "襄樊市", "prefecture")
    assert region("襄阳市财政局", 2020) == ("420600", "襄阳市", "prefecture")
    assert region("襄樊市财政局", 2020) == ()
    assert region("巢湖市财政局", 2020) == ("340181", "合肥市巢湖市", "county")
    assert region("巢湖市财政局", 2010) == ()


def test_a_department_without_a_name_has_its_slug() -> None:
    """A document that does not name its department is known by the slug."""
    assert described("")["title"] == "bureau2020年度部门决算"


def missing(text: str) -> dict[str, str]:
    """Return the reason of each official table that a document does not contain."""
    lines = printed.lines(documents.read(text.encode()))
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
