"""The page of the department."""

from example_performance import contents, package, year

from publish.pages import profiles


def test_the_page_has_staff_work_and_duties() -> None:
    """The figures of one clause stand together, with the word that makes one a rough figure."""
    values = profiles.profile_page(year())
    assert [part.id for part in values["units"]] == ["staffing"]
    assert [(duty.text, duty.link.anchor) for duty in values["duties"]] == [("负责安全。", "L26s1")]
    (theme,) = values["themes"]
    (work,) = theme.works
    assert (theme.title, theme.id, theme.origin) == ("强化监管", "work-1", "source.md#L27s1")
    assert work.text == "检查企业432家次，排查隐患600余项"
    shown = [(count.figure.text, count.unit, count.figure.link.anchor) for count in work.counts]
    assert shown == [("432", "家次", "L27s1"), ("600", "余项", "L27s1")]


def test_a_figure_without_a_number_is_its_clause_alone() -> None:
    """A rough figure without the word has none."""
    one, two = contents()["work-figures"]
    rows = ({**one, "value": None}, {**two, "text": "排查600项"})
    values = profiles.profile_page(year(package(work_figures=rows)))
    (theme,) = values["themes"]
    assert [[count.unit for count in work.counts] for work in theme.works] == [[], ["项"]]


def test_what_is_not_there_is_left_out() -> None:
    """A department may state its duties and nothing else."""
    values = profiles.profile_page(year(package(staffing=(), work_figures=())))
    assert (values["units"], values["themes"], len(values["duties"])) == ((), (), 1)
    assert values["description"] == "消防队的职责、机构、人员和工作。"
