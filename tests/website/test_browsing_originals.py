"""Documents as published on a website, in a real browser, from a server and from a disk."""

import hashlib
import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import example_originals
import pytest
from example_package import DOCUMENT
from example_site import bare
from playwright.sync_api import BrowserContext

from publish.packages import trees
from publish.website import build
from publish.website.build import Project

MARKDOWN = "\r\n---\ntitle: taken over\n---\n# 头\n[x](javascript:alert(1)) <b id=live>b</b>\n"
TEXT, PAGE = DOCUMENT.encode(), example_originals.PAGE.encode()
LIVE = ("accounts.html", "accounts.svg", "accounts", "accounts.xhtml")
NAMES = (
    "2020年度（部门）决算.txt",
    "决 算  公开.txt",
    "a'b&amp;c;d=e+f.txt",
    "[x](y)___`z`.txt",
    "{{ x }}{ .y }.txt",
)
DOCUMENTS = {
    "accounts.md": TEXT + MARKDOWN.encode(),
    "决算.html": PAGE,
    **dict.fromkeys(LIVE, PAGE),
    **{name: TEXT + f"\r\nnumber {number} of all".encode() for number, name in enumerate(NAMES)},
}
YEARS = {name: f"d{number}/2020" for number, name in enumerate(DOCUMENTS)}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A website, for a server and for a disk, of a department for each of the documents."""
    made = Project(bare(tmp_path_factory.mktemp("originals")).root, is_offline=True)
    for name, content in DOCUMENTS.items():
        department = YEARS[name].partition("/")[0]
        example_originals.example(made.packages, name, content, department)
    build.run(made)
    return made


@pytest.fixture(scope="module")
def homes(project: Project, site_server: Callable[[Path], str]) -> tuple[str, str]:
    """The addresses of the website, on a server and on the disk."""
    return site_server(project.site), project.site.as_uri()


def test_a_document_in_markdown_stays_a_file(project: Project) -> None:
    """No page is made of it; it lies on the website byte for byte, and no search leads to it."""
    year = YEARS["accounts.md"]
    assert trees.read(project.site / year / "source") == {
        "accounts-md.txt": DOCUMENTS["accounts.md"]
    }
    found = json.loads((project.site / "search/documents.json").read_bytes())
    assert not [each for each in found if each["location"].startswith(f"{year}/source/")]


def test_nothing_of_a_package_is_given_to_the_generator(project: Project) -> None:
    """It gets pages and what the toolkit drew."""
    given = {Path(path).suffix for path in trees.read(project.docs) if path.startswith("d")}
    assert given == {".md", ".svg", ".png"}


def test_the_checksums_verify_the_files_as_they_lie(project: Project) -> None:
    """SHA256SUMS names the files of the website; the archive is the package, names and all."""
    for year in YEARS.values():
        command = ["sha256sum", "-c", "--quiet", "SHA256SUMS"]
        subprocess.run(command, cwd=project.site / year, check=True)
    folder = project.site / YEARS["决算.html"]
    sums = (folder / "SHA256SUMS").read_text("utf-8")
    assert f"{hashlib.sha256(PAGE).hexdigest()}  source/决算-html.txt\n" in sums
    archive = next(folder.glob("*.zip"))
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as opened:
        assert opened.read(f"{archive.stem}/source/决算.html") == PAGE


@pytest.mark.parametrize("name", LIVE)
def test_a_script_in_an_original_does_not_run(
    name: str, window: BrowserContext, homes: tuple[str, str]
) -> None:
    """Opened by its link the original is text, from a server and from a disk."""
    page = window.new_page()
    for home in homes:
        page.goto(f"{home}/{YEARS[name]}/source.html")
        assert "以纯文本文件提供" in page.locator("p.lead").inner_text()
        link = page.locator('a.download[href^="source/"]')
        page.goto(str(link.evaluate("link => link.href")))
        assert page.title() != "original ran"
        assert page.locator("body").inner_text().startswith("<!DOCTYPE html><html><head><script>")
    page.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_document_of_any_name_is_found(
    name: str, window: BrowserContext, homes: tuple[str, str]
) -> None:
    """Its links lead to it, from a server and from a disk."""
    page = window.new_page()
    for home in homes:
        for shown in ("source.html", "downloads.html"):
            page.goto(f"{home}/{YEARS[name]}/{shown}")
            link = page.locator('a.download[href^="source/"]')
            page.goto(str(link.evaluate("link => link.href")))
            said = page.locator("body").inner_text()
            assert said.endswith(f"number {NAMES.index(name)} of all")
    page.close()
