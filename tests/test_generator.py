"""The one function that runs the website generator."""

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from example_site import whole

from publish import build, generator
from publish.errors import BuildError

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
    assert generator.identity(tmp_path / "mkdocs.yml") == generator.Identity("决算", address)


@pytest.mark.parametrize("written", ["site_name: [", "\xff", None])
def test_settings_that_cannot_be_read_say_nothing(tmp_path: Path, written: str | None) -> None:
    """What is wrong with them is told by the run of the generator."""
    if written is not None:
        (tmp_path / "mkdocs.yml").write_bytes(written.encode("latin-1"))
    assert generator.identity(tmp_path / "mkdocs.yml") == generator.Identity("", "")
