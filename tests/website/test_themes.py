"""What becomes of the files that the theme brings."""

import json
from pathlib import Path

import pytest

from publish.packages import trees
from publish.website import themes

INDEX = {
    "config": {"lang": ["zh"], "separator": "x"},
    "docs": [{"location": "a.html", "title": "收入", "text": "“三公”"}],
}
FILES = {
    "assets/javascripts/bundle.0a1b2c3d.min.js": b"run()\n//# sourceMappingURL=bundle.min.js.map\n",
    "assets/javascripts/bundle.0a1b2c3d.min.js.map": b"{}",
    "assets/javascripts/lunr/tinyseg.js": b"",
    "assets/javascripts/lunr/wordcut.js": b"",
    "assets/javascripts/lunr/min/lunr.stemmer.support.min.js": b"",
    "assets/javascripts/lunr/min/lunr.zh.min.js": b"",
    "assets/javascripts/lunr/min/lunr.ja.min.js": b"",
    "assets/javascripts/workers/search.0a1b2c3d.min.js": b"theme()",
    "assets/stylesheets/main.0a1b2c3d.min.css": b"a{}\n/*# sourceMappingURL=main.css.map */\n",
    "assets/stylesheets/main.0a1b2c3d.min.css.map": b"{}",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A website as the theme leaves it."""
    trees.write({**FILES, themes.INDEX: json.dumps(INDEX).encode()}, tmp_path)
    return tmp_path


def test_what_only_a_developer_or_another_language_needs_is_dropped(site: Path) -> None:
    """Source maps with the lines that name them, and stemmers; nothing asks for them later."""
    themes.finish(site)
    found = trees.read(site)
    assert sorted(found) == [
        "assets/javascripts/bundle.0a1b2c3d.min.js",
        "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
        "assets/javascripts/lunr/min/lunr.zh.min.js",
        "assets/javascripts/workers/search.0a1b2c3d.min.js",
        "assets/stylesheets/main.0a1b2c3d.min.css",
        "search/documents.json",
        "search/search_index.json",
    ]
    assert found["assets/javascripts/bundle.0a1b2c3d.min.js"] == b"run()\n"
    assert found["assets/stylesheets/main.0a1b2c3d.min.css"] == b"a{}\n"


def test_another_language_keeps_what_its_search_loads(site: Path) -> None:
    """A website in Japanese keeps the segmenter that the theme's worker asks for."""
    index = {**INDEX, "config": {"lang": ["ja", "zh"], "separator": "x"}}
    (site / themes.INDEX).write_text(json.dumps(index), "utf-8")
    themes.finish(site)
    kept = {path.name for path in (site / "assets/javascripts/lunr").rglob("*.js")}
    assert kept == {
        "lunr.stemmer.support.min.js",
        "lunr.ja.min.js",
        "lunr.zh.min.js",
        "tinyseg.js",
    }


def test_the_index_waits_until_somebody_searches(site: Path) -> None:
    """The theme finds the settings alone; the words lie beside them, readable as they are."""
    themes.finish(site)
    assert json.loads((site / themes.INDEX).read_bytes()) == {**INDEX, "docs": []}
    documents = (site / themes.DOCUMENTS).read_text("utf-8")
    assert documents == '[{"location":"a.html","title":"收入","text":"“三公”"}]'


def test_a_section_that_says_nothing_is_left_out(site: Path) -> None:
    """A page stays by its title alone; a heading without words only if the title is its own."""
    sections = [
        {"location": "a.html", "title": "核对", "text": ""},
        {"location": "a.html#one", "title": "核对", "text": ""},
        {"location": "a.html#two", "title": "舍入", "text": ""},
        {"location": "a.html#three", "title": "核对", "text": "0.005"},
    ]
    (site / themes.INDEX).write_text(json.dumps({**INDEX, "docs": sections}), "utf-8")
    themes.finish(site)
    kept = [section["location"] for section in json.loads((site / themes.DOCUMENTS).read_bytes())]
    assert kept == ["a.html", "a.html#two", "a.html#three"]


def test_a_script_stands_in_front_of_the_themes_worker(site: Path) -> None:
    """Both are in one file, so that they run where scripts cannot wait for each other."""
    themes.finish(site)
    worker = (site / "assets/javascripts/workers/search.0a1b2c3d.min.js").read_text("utf-8")
    assert worker.startswith("// In front of the theme's search worker")
    assert worker.endswith("})();\ntheme()")


def test_an_offline_website_has_its_index_in_a_script(site: Path) -> None:
    """A page from a disk can load a script only."""
    themes.finish(site, is_offline=True)
    text = (site / themes.OFFLINE_INDEX).read_text("utf-8")
    assert json.loads(text.removeprefix("var __index = ")) == INDEX
    assert "IFrameWorker" in (site / themes.OFFLINE_WORKER).read_text("utf-8")


def test_a_website_without_search_is_left_as_it_is(tmp_path: Path) -> None:
    """Another theme, or none: nothing to do."""
    trees.write({"index.html": b"<p>"}, tmp_path)
    themes.finish(tmp_path)
    assert trees.read(tmp_path) == {"index.html": b"<p>"}
