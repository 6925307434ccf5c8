"""The headers for web servers, in the words of each of them."""

from pathlib import Path

import pytest

from publish.website import headers, policies

BUNDLE = "assets/javascripts/bundle.a5f9d56c.min.js"
SCRIPT = b"one()"
POLICY = f"{policies.policy([SCRIPT])}; frame-ancestors 'self'"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A website with a file that has its content in its name, and two that have not."""
    for name in (
        BUNDLE,
        "assets/js/tables.js",
        "assets/javascripts/workers/search.a7633da7.min.js",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    headers.write(tmp_path, [SCRIPT])
    return tmp_path


def test_every_file_is_sent_with_the_policy_and_the_other_headers(site: Path) -> None:
    """Every header of an ordinary page, whole."""
    assert headers.sent(site, "/fire-brigade/2020/index.html") == {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": "no-cache",
    }


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("/fire-brigade/2020/source/page.html", "Content-Security-Policy", headers.SOURCE),
        (f"/{BUNDLE}", "Cache-Control", headers.FOREVER),
        ("/assets/js/tables.js", "Cache-Control", "no-cache"),
        ("/assets/javascripts/workers/search.a7633da7.min.js", "Cache-Control", "no-cache"),
    ],
)
def test_some_files_are_sent_otherwise(site: Path, path: str, name: str, value: str) -> None:
    """Nothing runs in a document; what never changes under its name is kept."""
    assert headers.sent(site, path)[name] == value


def test_a_website_without_the_list_is_sent_without_headers(tmp_path: Path) -> None:
    """`publish serve` also serves what another tool has built."""
    assert headers.sent(tmp_path, "/index.html") == {}


def test_a_later_rule_takes_a_header_over() -> None:
    """Servers of that format join headers of two rules; `!` takes the earlier one away."""
    rule = headers.HeaderRule("/a", (("X-One", "2"),))
    all_ = headers.HeaderRule("/*", (("X-One", "1"),))
    assert headers.listing([all_, rule]) == "/*\n  X-One: 1\n/a\n  ! X-One\n  X-One: 2\n"


def test_apache_is_told_the_same(site: Path) -> None:
    """The text for Apache, but for the policy, which is long."""
    found = (site / ".htaccess").read_text("utf-8")
    assert f'  Header always set Content-Security-Policy "{POLICY}"\n' in found
    assert (
        '  <If "%{REQUEST_URI} =~ m#/assets/javascripts/bundle\\.a5f9d56c\\.min\\.js$#">\n'
        '  Header always set Cache-Control "public, max-age=31536000, immutable"\n'
        "  </If>\n</IfModule>\n" in found
    )


def test_nginx_repeats_the_common_headers_in_each_location() -> None:
    """A location that adds a header drops those of the server."""
    rule = headers.HeaderRule("/*/source/*", (("X-Two", "2"),))
    all_ = headers.HeaderRule("/*", (("X-One", "1"),))
    assert headers.nginx([all_, rule]).splitlines()[5:] == [
        'add_header X-One "1" always;',
        "location ~ /.*/source/.*$ {",
        '  add_header X-One "1" always;',
        '  add_header X-Two "2" always;',
        "}",
    ]
