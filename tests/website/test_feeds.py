"""The feed of what was published, and robots.txt."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from example_package import package

from publish.packages import Package
from publish.website import feeds
from publish.website.generator import SiteIdentity

HERE = SiteIdentity("部门决算公开", "")
THERE = SiteIdentity("部门决算公开", "https://www.example.gov.cn/juesuan/")
ATOM = f"{{{feeds.NAMESPACE}}}"


def published(year: int, created: str, name: str = "消防队") -> Package:
    """Return the example as the package of another year, published on a day."""
    made = package()
    department = {**made.descriptor["department"], "name": name}
    changed = {"fiscalYear": year, "created": created, "department": department}
    return replace(made, descriptor={**made.descriptor, **changed})


def texts(feed: bytes, name: str) -> list[str]:
    """Return the texts of the elements of this name, in order."""
    return [element.text or "" for element in ET.fromstring(feed).iter(f"{ATOM}{name}")]  # noqa: S314  our own


def links(feed: bytes) -> list[str]:
    """Return the addresses that the feed leads to, in order."""
    return [str(link.get("href")) for link in ET.fromstring(feed).iter(f"{ATOM}link")]  # noqa: S314  our own


def test_what_was_published_last_comes_first() -> None:
    """Titles, days and the words of each entry: version, day, and what the year was."""
    years = [published(2020, "2021-09-01T00:00:00Z"), published(2019, "2022-03-04T08:00:00+08:00")]
    found = feeds.feed(HERE, years)
    assert texts(found, "title") == [
        "部门决算公开：新公布和更正的决算",
        "消防队2019年决算",
        "消防队2020年决算",
    ]
    assert texts(found, "updated") == [
        "2022-03-04T00:00:00Z",
        "2022-03-04T00:00:00Z",
        "2021-09-01T00:00:00Z",
    ]
    assert [text.partition("公布。")[0] for text in texts(found, "summary")] == [
        "第 1.0.0 版，2022-03-04 ",
        "第 1.0.0 版，2021-09-01 ",
    ]
    assert "1,384" in texts(found, "summary")[0]


def test_a_corrected_year_is_an_update_of_the_same_entry() -> None:
    """The id of an entry does not change with its version, its day or the website's address."""
    one = feeds.feed(HERE, [published(2020, "2021-09-01T00:00:00Z")])
    other = feeds.feed(THERE, [published(2020, "2022-09-01T00:00:00Z")])
    assert texts(one, "id")[1] == texts(other, "id")[1]
    assert texts(one, "id")[0] != texts(one, "id")[1]


@pytest.mark.parametrize(("identity", "base"), [(HERE, ""), (THERE, THERE.address)])
def test_links_are_absolute_where_the_address_is_known(identity: SiteIdentity, base: str) -> None:
    """The feed itself, the home page, the overview of the year."""
    found = feeds.feed(identity, [published(2020, "2021-09-01")])
    pages = ["feed.xml", "index.html", "fire-brigade/2020/index.html"]
    assert links(found) == [f"{base}{page}" for page in pages]


def test_a_hostile_name_is_text() -> None:
    """Syntax is escaped, what could steer a reader is shown, and what XML cannot hold replaced."""
    name = "<b>&\x00\x0b]]>\u202e\x1b\uffff"
    found = feeds.feed(HERE, [published(2020, "2021-09-01", name)])
    assert texts(found, "name") == ["<b>&\\x00\\x0b]]>‹U+202E›\\x1b\ufffd"]


def test_robots_may_read_everything_and_find_the_sitemap_where_there_is_one() -> None:
    """A sitemap needs absolute addresses."""
    assert feeds.robots(HERE) == b"User-agent: *\nAllow: /\n"
    assert feeds.robots(THERE) == (
        b"User-agent: *\nAllow: /\nSitemap: https://www.example.gov.cn/juesuan/sitemap.xml\n"
    )
