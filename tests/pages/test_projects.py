"""The projects of a year."""

from example_performance import PLAN, contents, package

from publish.pages import projects


def test_a_project_is_the_same_in_every_table() -> None:
    """Its form, its line in the evaluation and its money are found by its id."""
    known = contents()
    one, two = projects.load(package())
    assert (one.id, one.name, one.page, one.plan) == ("p01", "安全项目", "project-p01.html", PLAN)
    assert (one.evaluations, one.funds) == (known["self-evaluations"][:1], known["project-funds"])
    assert (two.id, two.name, two.plan) == ("p02", "人才经费", None)


def test_a_report_alone_makes_a_project() -> None:
    """It is called as its report is; what belongs to no project makes none."""
    made = package(projects=(), self_evaluations=(), project_funds=())
    (found,) = projects.load(made)
    assert (found.id, found.name, str(found.href)) == (
        "p01",
        "安全项目2020年绩效评价报告",
        "project-p01.html",
    )


def test_a_year_without_projects_has_none() -> None:
    """Accounts alone are a year, too."""
    empty = package(projects=(), self_evaluations=(), project_funds=(), evaluation_reports=())
    assert projects.load(empty) == ()
