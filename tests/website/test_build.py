"""The pipeline: packages become a website, or the last good one stays."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from example_package import edit_csv, example, seal
from example_site import bare, whole
from full_disks import full

from publish.errors import BuildError, PublishError
from publish.packages import trees
from publish.website import build
from publish.website.build import Built, Project

pytestmark = pytest.mark.slow

FILE = "fire-brigade/2020"


@pytest.fixture
def project(tmp_path: Path, drawn: Path) -> Project:
    """A project with the small example as its only package; its charts are drawn already."""
    made = bare(tmp_path)
    example(made.packages)
    shutil.copytree(drawn, made.cache)
    return made


def test_packages_become_a_website(project: Project) -> None:
    """The pages, the package itself and what people wrote are all on the website."""
    built = build.run(project)
    found = trees.read(project.site)
    shown = [path for path in found if path.endswith(".html") and path != "404.html"]
    assert built == Built(1, len(shown), project.site)
    for path in ("index.html", "about.html", f"{FILE}/income.html", "checks/index.html"):
        assert path in shown
    for path in ("404.html", "assets/css/site.css", "feed.xml", "robots.txt", "_headers"):
        assert path in found
    package = {
        f"{FILE}/{path}": content for path, content in trees.read(project.packages / FILE).items()
    }
    assert {path: found[path] for path in package} == package


def test_with_an_address_machines_are_told_whole_addresses(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sitemap, canonical link, picture, feed, robots; the page 404 works from any depth."""
    base = "https://www.example.gov.cn/juesuan/"
    monkeypatch.setenv("PUBLISH_SITE_URL", base)
    build.run(project)
    found = {
        path: content.decode("utf-8", "replace")
        for path, content in trees.read(project.site).items()
    }
    year = found[f"{FILE}/index.html"]
    assert f"<loc>{base}{FILE}/income.html</loc>" in found["sitemap.xml"]
    assert f'<link rel="canonical" href="{base}{FILE}/index.html">' in year
    assert f'<meta property="og:image" content="{base}{FILE}/card.png">' in year
    assert f'href="{base}{FILE}/index.html"' in found["feed.xml"]
    assert f"Sitemap: {base}sitemap.xml" in found["robots.txt"]
    assert 'href="/juesuan/assets/stylesheets/site.' in found["404.html"]


def test_without_an_address_a_page_finds_its_files_by_relative_ones(project: Project) -> None:
    """The website works in any folder of any server, but for the page 404."""
    build.run(project)
    year = (project.site / FILE / "index.html").read_text("utf-8")
    assert '<meta property="og:image" content="card.png">' in year
    assert 'type="application/atom+xml"' in year
    assert 'href="../../feed.xml"' in year
    assert "Sitemap" not in (project.site / "robots.txt").read_text("utf-8")


def test_the_end_says_what_was_made_and_how_to_look_at_it(project: Project) -> None:
    """Packages, pages, the file to open and the command to run."""
    assert Built(1, 13, Path("build/site")).text() == (
        "Built from 1 package: 13 pages.\n"
        "Open build/site/index.html in a browser, or run: publish serve"
    )
    assert "2 packages" in Built(2, 1, project.site).text()


def test_the_same_packages_give_the_same_bytes(tmp_path: Path) -> None:
    """Two projects in different folders, cold and warm, have equal pages and equal websites."""
    one, other = whole(tmp_path / "one"), whole(tmp_path / "other")
    for each in (one, other, one):
        build.run(each)
    assert trees.read(one.docs) == trees.read(other.docs)
    assert trees.read(one.site) == trees.read(other.site)


def test_a_warm_build_writes_no_page_anew(project: Project) -> None:
    """Pages that did not change keep their time, and what is no longer wanted is gone."""
    build.run(project)
    before = {path: path.stat().st_mtime_ns for path in project.docs.rglob("*.md")}
    (project.docs / "stale.md").write_text("old", "utf-8")
    build.run(project)
    assert {path: path.stat().st_mtime_ns for path in project.docs.rglob("*.md")} == before


def test_a_warm_build_imports_neither_the_charts_library_nor_the_checking_engine(
    project: Project,
) -> None:
    """What is cached is not made again, so the slow libraries are not even loaded."""
    shutil.rmtree(project.cache)
    program = (
        "import sys; from pathlib import Path; from publish.website import build;"
        "build.run(build.Project(Path(sys.argv[1])));"
        "print(sorted({'altair', 'vl_convert', 'frictionless'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(project.root)]
    loaded = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)
    ]
    assert loaded == ["['altair', 'frictionless', 'vl_convert']\n", "[]\n"]


def standing(project: Project) -> dict[str, bytes]:
    """Return the website of a good build."""
    build.run(project)
    return trees.read(project.site)


def test_damaged_packages_stop_the_build_with_all_problems(project: Project) -> None:
    """Two damages in one run are two problems, and the last good website stands whole."""
    good = standing(project)
    directory = project.packages / FILE
    edit_csv(directory, "income", "1383.5", "12x")
    edit_csv(directory, "three-public", "3.60", "3.6O")
    with pytest.raises(BuildError) as caught:
        build.run(project)
    found = {problem.found for problem in caught.value.problems}
    assert {"12x", "3.6O"} <= found
    assert trees.read(project.site) == good


def test_a_descriptor_that_is_no_json_stops_the_build(project: Project) -> None:
    """The message names the package."""
    good = standing(project)
    (project.packages / FILE / "datapackage.json").write_text("{", "utf-8")
    with pytest.raises(BuildError, match="fire-brigade"):
        build.run(project)
    assert trees.read(project.site) == good


def test_without_packages_there_is_nothing_to_build(tmp_path: Path) -> None:
    """An empty project is told what to do first."""
    with pytest.raises(BuildError, match="publish import"):
        build.run(bare(tmp_path))


def test_a_warning_of_the_generator_stops_the_build(project: Project) -> None:
    """A link in a written page that leads nowhere is told, and the website stays."""
    good = standing(project)
    about = project.website / "pages" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n[x](nowhere.md)\n", "utf-8")
    with pytest.raises(BuildError, match=r"nowhere\.md"):
        build.run(project)
    assert trees.read(project.site) == good
    assert [path.name for path in project.site.parent.iterdir() if path.name.startswith(".")] == []


def test_a_full_disk_leaves_the_last_good_website(project: Project) -> None:
    """No space is a clear message that names the file, and every file stays whole."""
    good, pages = standing(project), trees.read(project.docs)
    about = project.website / "pages" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n新的一行。" * 9999, "utf-8")
    with full(99_999), pytest.raises(BuildError, match=r"docs/about\.md\n +found: File too large"):
        build.run(project)
    assert trees.read(project.site) == good
    assert trees.read(project.docs) == pages


def test_a_build_removes_what_a_killed_one_left(project: Project) -> None:
    """A website that was never finished does not stay on the disk."""
    left = project.site.parent / ".new-abcd_123" / "site"
    left.mkdir(parents=True)
    (left / "index.html").write_bytes(b"half")
    build.run(project)
    assert [path.name for path in project.site.parent.iterdir() if path.name.startswith(".")] == []


def test_a_full_disk_during_the_generator_names_what_was_to_be_written(project: Project) -> None:
    """A real limit on the size of files: neither a file that was only read nor a hidden one."""
    good = standing(project)
    about = project.website / "pages" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n新的一行。\n", "utf-8")
    largest = max(path.stat().st_size for path in project.docs.rglob("*") if path.is_file())
    program = (
        "import resource, sys; from pathlib import Path; from publish.website import build;"
        "limit = int(sys.argv[2]); resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit));"
        "build.run(build.Project(Path(sys.argv[1])))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(project.root), str(largest + 1)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Generating the website" in ended.stderr
    assert "The website could not be written" in ended.stderr
    assert re.search(
        rf"  {re.escape(str(project.site.parent))}\S*\n    found: File too large", ended.stderr
    )
    assert trees.read(project.site) == good
    assert [path.name for path in project.site.parent.iterdir() if path.name.startswith(".")] == []


def test_a_file_that_cannot_be_read_is_told_as_such(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not the disk that is full."""
    read = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self.name == "about.md":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(BuildError) as caught:
        build.run(project)
    (problem,) = caught.value.problems
    assert (problem.place, problem.expected) == (
        str(project.website / "pages" / "about.md"),
        "a file that can be read",
    )


def test_an_output_folder_that_is_a_file_is_a_clear_message(project: Project) -> None:
    """Where nothing can be written, the message names the place."""
    shutil.rmtree(project.root / "build")
    (project.root / "build").write_text("in the way", "utf-8")
    with pytest.raises(PublishError, match=str(project.root / "build")):
        build.run(project)


def test_a_written_page_goes_before_a_made_one(project: Project) -> None:
    """A department that wants a home page of its own writes it."""
    (project.website / "pages" / "index.md").write_text(
        "---\ntitle: 自己的\n---\n\n# 自己的首页\n", "utf-8"
    )
    build.run(project)
    assert "自己的首页" in (project.site / "index.html").read_text("utf-8")


def test_a_hostile_package_is_only_text(project: Project) -> None:
    """A name that is a program in the browser is shown as the words it is made of."""
    path = project.packages / FILE / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["department"]["name"] = "<script>alert('*1*')</script> | [x](y) `z` {{ q }} # _a_"
    path.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", "utf-8")
    build.run(project)
    for page in project.site.rglob("*.html"):
        content = page.read_text("utf-8")
        assert "<script>alert" not in content
        assert "<em>1</em>" not in content
        assert 'href="y"' not in content


def test_what_nobody_named_is_not_on_the_website(project: Project) -> None:
    """A draft beside the document, a page of notes: neither stops the build nor is published."""
    directory = project.packages / FILE
    for path in ("README.md", "source/draft.md", "drafts/a.txt", ".DS_Store"):
        (directory / path).parent.mkdir(exist_ok=True)
        (directory / path).write_text("a secret of the office", "utf-8")
    build.run(project)
    found = trees.read(project.site)
    assert [path for path, content in found.items() if b"a secret of the office" in content] == []
    assert f"{FILE}/source/accounts.txt" in found


def test_a_link_in_a_package_stops_the_build(project: Project) -> None:
    """What it leads to would stand on the website and in the archive."""
    secret = project.root / "secret.txt"
    secret.write_text("secret", "utf-8")
    (project.packages / FILE / "notes.txt").symlink_to(secret)
    with pytest.raises(BuildError, match=r"notes\.txt"):
        build.run(project)


def test_a_year_without_a_descriptor_stops_the_build(project: Project) -> None:
    """It would vanish from the website without a word."""
    shutil.copytree(project.packages / FILE, project.packages / "fire-brigade" / "2019")
    (project.packages / "fire-brigade" / "2019" / "datapackage.json").unlink()
    with pytest.raises(BuildError, match=r"2019\n.*a folder without datapackage\.json"):
        build.run(project)


def test_findings_that_are_not_those_of_today_stop_the_build(project: Project) -> None:
    """The page would show other findings than the download has."""
    path = project.packages / FILE / "data" / "findings.csv"
    path.write_bytes(b"\n".join(path.read_bytes().split(b"\n")[:2]) + b"\n")
    seal(project.packages / FILE)
    with pytest.raises(BuildError, match="publish check --write"):
        build.run(project)
