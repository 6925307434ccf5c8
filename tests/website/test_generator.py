"""The one function that runs the website generator."""

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from example_site import whole

from publish.errors import BuildError
from publish.website import build, generator

pytestmark = pytest.mark.slow

SET = generator.Settings(timestamp=0)
SETTINGS = "site_name: 决算\ntheme:\n  name: material\n  font: false\n"


def project(root: Path, page: str, settings: str = SETTINGS) -> tuple[Path, Path, Path]:
    """Return configuration, docs and site of a website of one page."""
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text(page, "utf-8")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    return root / "mkdocs.yml", root / "docs", root / "site"


def test_pages_become_a_website(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The page is there, and the generator, its theme and its dictionary say nothing."""
    configuration, docs, site = project(tmp_path, "# 收入\n")
    generator.run(configuration, docs, site, SET)
    assert "收入" in (site / "index.html").read_text("utf-8")
    assert capfd.readouterr() == ("", "")


def test_equal_inputs_give_equal_files(tmp_path: Path) -> None:
    """Two runs with one date give the same bytes, the compressed sitemap included."""
    configuration, docs, site = project(
        tmp_path, "# 收入\n", SETTINGS + "site_url: https://example.org/\n"
    )
    made = []
    for _ in range(2):
        generator.run(configuration, docs, site, generator.Settings(timestamp=1_600_000_000))
        made.append({path: path.read_bytes() for path in site.rglob("*") if path.is_file()})
    assert made[0] == made[1]
    assert "2020-09-13" in (site / "sitemap.xml").read_text("utf-8")


def test_every_warning_is_an_error_and_all_are_told(tmp_path: Path) -> None:
    """Two links that lead nowhere are two problems, each with the page it stands on."""
    configuration, docs, site = project(tmp_path, "# 收入\n\n[甲](a.csv) [乙](b.csv)\n")
    with pytest.raises(BuildError) as caught:
        generator.run(configuration, docs, site, SET)
    found = [problem.found for problem in caught.value.problems]
    assert [("a.csv" in text, "b.csv" in text, "index.md" in text) for text in found] == [
        (True, False, True),
        (False, True, True),
    ]


@pytest.mark.parametrize(
    "settings",
    ["site_name: [", "theme: material\n", SETTINGS + "plugins: [nothing-of-this-name]\n"],
    ids=["no YAML", "a missing setting", "an unknown plugin"],
)
def test_wrong_settings_are_a_clear_error(tmp_path: Path, settings: str) -> None:
    """A mistake in mkdocs.yml is told with its file, and is no traceback."""
    configuration, docs, site = project(tmp_path, "# 收入\n", settings)
    with pytest.raises(BuildError, match=r"mkdocs\.yml|website generator"):
        generator.run(configuration, docs, site, SET)


@pytest.mark.parametrize(
    "settings",
    [b"- a\n", b"5\n", b"", b"abc\n", "site_name: 决算\n".encode("gbk"), b"a: " + b"[" * 3000],
    ids=["a list", "a number", "nothing", "a word", "GBK", "deep"],
)
def test_settings_that_are_none_are_a_clear_error(tmp_path: Path, settings: bytes) -> None:
    """Whatever stands in mkdocs.yml, the message names it and what belongs there."""
    configuration, docs, site = project(tmp_path, "# 收入\n")
    configuration.write_bytes(settings)
    assert generator.identity(configuration) == generator.SiteIdentity("", "")
    with pytest.raises(BuildError) as caught:
        generator.run(configuration, docs, site, SET)
    (problem,) = caught.value.problems
    assert (problem.place, problem.expected) == (
        str(configuration),
        "names with their values, as site_name: 决算",
    )


@pytest.mark.parametrize(
    ("template", "place", "found"),
    [
        ("\n{% if %}", "over/main.html: 2", "TemplateSyntaxError"),
        ("{{ a.b.c }}", "over/main.html: 1", "'a' is undefined"),
        ("{{ 1 / 0 }}", "over/main.html: 1", "ZeroDivisionError"),
        ("{% extends 'nope.html' %}", "over/main.html: 1", "nope.html"),
    ],
)
def test_a_slip_in_a_template_is_told_with_its_place(
    tmp_path: Path, template: str, place: str, found: str
) -> None:
    """A template is a program: it fails in any way, and the message leads to the line."""
    written = project(tmp_path, "# 收入\n", SETTINGS + "  custom_dir: over\n")
    (tmp_path / "over").mkdir()
    (tmp_path / "over" / "main.html").write_text(template, "utf-8")
    with pytest.raises(BuildError) as caught:
        generator.run(*written, SET)
    assert caught.value.problems[-1].place == place
    assert found in caught.value.problems[-1].found


@pytest.mark.parametrize("slip", ["hide: 7", "template: nope.html", "search: 5"])
def test_a_slip_in_a_page_is_told_with_the_page(tmp_path: Path, slip: str) -> None:
    """What stands in front of a page is read by a program, too."""
    written = project(tmp_path, f"---\n{slip}\n---\n# 收入\n")
    with pytest.raises(BuildError, match=r"index\.md"):
        generator.run(*written, SET)


@pytest.mark.parametrize(
    ("seconds", "day"),
    [(-315619200, "1970-01-01"), (2**32 - 1, "2106-02-07"), (2**40, "2106-02-07")],
)
def test_a_date_that_the_sitemap_cannot_hold_is_the_nearest(
    tmp_path: Path, seconds: int, day: str
) -> None:
    """A package of 1960, or of the next century, is no obstacle."""
    written = project(tmp_path, "# 收入\n", SETTINGS + "site_url: https://example.org/\n")
    generator.run(*written, generator.Settings(timestamp=seconds))
    assert day in (tmp_path / "site" / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("asked", ["yesterday", "-1", "4294967296", "", "１", "9" * 5000])
def test_a_date_from_the_environment_must_be_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    """What was asked for is not changed in silence."""
    monkeypatch.setenv(generator.TIMESTAMP, asked)
    with pytest.raises(BuildError, match="SOURCE_DATE_EPOCH"):
        generator.run(*project(tmp_path, "# 收入\n"), SET)


def test_missing_settings_are_a_clear_error(tmp_path: Path) -> None:
    """Outside of a project the message names the file that is missing."""
    with pytest.raises(BuildError, match=r"mkdocs\.yml"):
        generator.run(tmp_path / "mkdocs.yml", tmp_path, tmp_path / "site", SET)


def test_another_generator_builds_the_same_pages(tmp_path: Path) -> None:
    """Zensical reads the same settings and the same tree: the seam holds, page by page."""
    project = whole(tmp_path)
    build.run(project)
    pages = {path: said(project.site / path) for path in html_files(project.site)}
    shutil.rmtree(project.site)
    subprocess.run(
        [sys.executable, "-m", "zensical", "build", "-f", str(project.configuration)],
        cwd=project.root,
        check=True,
        capture_output=True,
    )
    assert {path: said(project.site / path) for path in html_files(project.site)} == pages
    assert "攀枝花市应急管理局" in pages["index.html"]


def html_files(site: Path) -> list[str]:
    """Return the pages of a website that stand for something a person or the toolkit wrote."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path for path in found if path != "404.html")


def said(page: Path) -> str:
    """Return the words of a page, without the elements that the theme puts around them."""
    article = page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
    words = re.sub(r"<[^>]*>", "", "<article" + article)
    return " ".join(html.unescape(words).split())


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("site_name: 决算\n", ""),
        ("site_name: 决算\nsite_url: ''\n", ""),
        ("site_name: 决算\nsite_url: https://example.gov.cn/a\n", "https://example.gov.cn/a/"),
        ('site_name: 决算\nsite_url: !ENV [SITE_ADDRESS, ""]\n', "https://example.gov.cn/b/"),
    ],
)
def test_the_settings_say_where_the_website_will_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, address: str
) -> None:
    """With a slash at the end, from the file or from the environment; no address is none."""
    monkeypatch.setenv("SITE_ADDRESS", "https://example.gov.cn/b/")
    (tmp_path / "mkdocs.yml").write_text(written, "utf-8")
    assert generator.identity(tmp_path / "mkdocs.yml") == generator.SiteIdentity("决算", address)


@pytest.mark.parametrize("written", ["site_name: [", "\xff", None])
def test_settings_that_cannot_be_read_say_nothing(tmp_path: Path, written: str | None) -> None:
    """What is wrong with them is told by the run of the generator."""
    if written is not None:
        (tmp_path / "mkdocs.yml").write_bytes(written.encode("latin-1"))
    assert generator.identity(tmp_path / "mkdocs.yml") == generator.SiteIdentity("", "")
