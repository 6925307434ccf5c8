"""The Content-Security-Policy: what the theme runs is allowed, and nothing else."""

import base64
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.errors import BuildError
from publish.texts import markup
from publish.website import policies

SCOPE = '__md_scope=new URL("{base}",location)'
SWITCH = 'var palette=__md_get("__palette")'
PAGE = (
    '<html><head><meta charset="utf-8"><script>{scope}</script></head><body>{body}'
    '<script id="__config" type="application/json">{{"base": "."}}</script>'
    f'<script>{SWITCH}</script><script src="bundle.js"></script></body></html>'
)


def page(base: str, body: str = "") -> str:
    """Return a page of the theme in a folder whose way to the first page is `base`."""
    return PAGE.format(scope=SCOPE.format(base=base), body=body)


def site(root: Path, **pages: str) -> tuple[Path, Path]:
    """Return a website of these pages beside the one that is not there, and its documents."""
    made, docs = root / "site", root / "docs"
    docs.mkdir()
    (made / "fire-brigade").mkdir(parents=True)
    (made / "404.html").write_text(page("/"), "utf-8")
    for name, text in pages.items():
        (made / "fire-brigade" / f"{name}.html").write_text(text, "utf-8")
    return made, docs


def hashed(script: str) -> str:
    """Return a script as a policy must name it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_nothing_is_allowed_but_files_of_the_site() -> None:
    """The policy of a page without scripts, whole."""
    assert policies.policy() == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'self'"
    )


def test_a_page_from_a_disk_may_load_its_neighbours() -> None:
    """There 'self' is not a folder for every browser; evaluating and inline stay forbidden."""
    policy = policies.policy([b"one()"], is_offline=True)
    assert f"script-src 'self' file: {hashed('one()')}; style-src 'self' file:;" in policy
    assert "unsafe" not in policy


def test_a_page_allows_exactly_its_own_scripts_before_anything_else(tmp_path: Path) -> None:
    """The hashes are of the scripts as they stand in that page; data and files need none."""
    made, docs = site(tmp_path, index=page(".."))
    scripts = policies.enforce(made, docs)
    text = (made / "fire-brigade" / "index.html").read_text("utf-8")
    wanted = sorted(hashed(script) for script in (SCOPE.format(base=".."), SWITCH))
    policy = f"script-src 'self' {' '.join(wanted)}; "
    assert text.index('<meta http-equiv="Content-Security-Policy"') < text.index("<script>")
    assert policy in text
    everywhere = [SCOPE.format(base="/"), SCOPE.format(base=".."), SWITCH]
    assert scripts == frozenset(script.encode() for script in everywhere)


@pytest.mark.parametrize(
    "body",
    [
        "<script>steal()</script>",
        "<SCRIPT >steal()</SCRIPT>",
        "<script/x>steal()</script>",
        "<script type=module>steal()</script>",
        "<script>steal()",
        "<svg><script>steal()</script></svg>",
        f"<script>{SWITCH};steal()</script>",
        '<script>__md_scope=new URL("",steal(),"",location)</script>',
    ],
)
def test_a_script_that_is_not_the_themes_stops_the_build(tmp_path: Path, body: str) -> None:
    """What came through an escape is never allowed by a hash; the message names the page."""
    made, docs = site(tmp_path, index=page("..", body))
    with pytest.raises(BuildError, match=r"fire-brigade/index\.html"):
        policies.enforce(made, docs)


def test_a_document_as_published_stays_byte_for_byte(tmp_path: Path) -> None:
    """A page that was copied is a file like any other: its checksum must hold."""
    made, docs = site(tmp_path, source="<html><script>1</script></html>")
    (docs / "fire-brigade").mkdir()
    (docs / "fire-brigade" / "source.html").touch()
    policies.enforce(made, docs)
    found = (made / "fire-brigade" / "source.html").read_text("utf-8")
    assert found == "<html><script>1</script></html>"


@given(st.text())
def test_an_escaped_text_is_never_a_script(text: str) -> None:
    """Whatever a document writes, the build goes on: it is text."""
    escaped = page("..", str(markup.text(f"<script>{text}</script>"))).encode()
    assert list(policies._run(escaped)) == [  # noqa: SLF001  the scanner alone, without files
        SCOPE.format(base="..").encode(),
        SWITCH.encode(),
    ]
