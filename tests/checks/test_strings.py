"""Every text of a descriptor, wherever it stands."""

from pathlib import Path

import pytest
from example_package import broken, edit_descriptor, example

WEB = "an address that begins with https://, http:// or mailto:"
PRINTABLE = "a text without control characters"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "licence.txt",
        "https://example.org/<b>",
        "",
    ],
)
def test_an_address_that_is_none_of_the_web_is_the_only_problem(
    tmp_path: Path, address: str
) -> None:
    """A reader would click on it, or a program would follow it."""
    directory = example(tmp_path)
    edit_descriptor(directory, lambda found: found.update(homepage=address))
    (problem,) = broken(directory)
    assert (problem[1], problem[3]) == ("datapackage.json (homepage)", WEB)


def test_the_addresses_of_licences_and_contributors_are_looked_at(tmp_path: Path) -> None:
    """Wherever the standard has one; each is named."""
    directory = example(tmp_path)
    edit_descriptor(
        directory,
        lambda found: (
            found.update(licenses=[{"name": "x", "path": "javascript:alert(1)"}]),
            found["contributors"][0].update(path="javascript:alert(2)"),
        ),
    )
    assert [found[1] for found in broken(directory)] == [
        "datapackage.json (contributors.0.path)",
        "datapackage.json (licenses.0.path)",
    ]


def test_addresses_of_the_web_are_accepted(tmp_path: Path) -> None:
    """A licence, a home page and an office's mail."""
    directory = example(tmp_path)
    edit_descriptor(
        directory,
        lambda found: found.update(
            homepage="http://www.example.gov.cn/公开?id=1",
            licenses=[{"name": "CC-BY-4.0", "path": "https://example.org/by/4.0/"}],
            url="mailto:office@example.gov.cn",
        ),
    )
    assert broken(directory) == []


@pytest.mark.parametrize("text", ["\0", "部门\x1b[2J决算", "a\rb", "a\x7f"])
def test_control_characters_are_found_in_every_depth(tmp_path: Path, text: str) -> None:
    """A title, a keyword, the title of a table."""
    directory = example(tmp_path)
    edit_descriptor(
        directory,
        lambda found: (
            found.update(title=f"标题{text}"),
            found["keywords"].append(f"词{text}"),
            found["resources"][0].update(title=f"表{text}"),
        ),
    )
    assert [(found[1], found[3]) for found in broken(directory)] == [
        (f"datapackage.json ({name})", PRINTABLE)
        for name in ("title", "keywords.2", "resources.0.title")
    ]
