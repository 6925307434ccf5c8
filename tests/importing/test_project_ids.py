"""One project, one id, however the document writes its name."""

from publish.importing.drafts import Draft
from publish.importing.project_ids import Register, plain


def test_a_name_is_compared_without_what_stands_around_it() -> None:
    """项目, its number and code, an amount and the words on a report are no part of the name."""
    written = [
        "安全培训经费",
        "安全培训经费项目",
        "“安全培训经费”项目",
        "项目一：安全培训经费300.5万元。",
        "51000022T000000123456-安全培训经费",
        "安全培训经费项目2020年绩效评价报告",
        "关于安全培训经费2020年度项目支出绩效自评报告",
    ]
    assert {plain(name) for name in written} == {"安全培训经费"}


def test_other_names_stay_apart() -> None:
    """A word more inside the name is another project: the doubt is left to the checks."""
    names = ["安全生产专项经费", "安全生产专项资金", "2020年安全生产专项资金", "安全项目经费"]
    assert [plain(name) for name in names] == names


def test_a_report_on_no_project_has_no_name() -> None:
    """The title of a report may name no project at all."""
    assert plain("2020年项目支出绩效自评报告") == ""


def test_ids_count_in_the_order_of_the_document() -> None:
    """A new name gets the next id, a known one keeps its own."""
    register = Register()
    found = [register.identify(name) for name in ("防火经费", "设备购置", "防火经费项目")]
    assert found == ["p01", "p02", "p01"]
    assert (register.known("设备购置项目"), register.known("培训")) == ("p02", None)


def test_drafts_are_named() -> None:
    """Drafts with a name get the id of its project."""
    drafts = (Draft("projects", {"name": "防火经费"}), Draft("projects", {"name": "防火经费项目"}))
    found = [draft.values["project_id"] for draft in Register().named(drafts)]
    assert found == ["p01", "p01"]
