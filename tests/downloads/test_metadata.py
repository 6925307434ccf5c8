"""The Dataset of schema.org in the overview page."""

import json
from dataclasses import replace
from pathlib import Path

from example_edition import loaded
from hypothesis import given
from hypothesis import strategies as st

from publish.downloads import metadata


def test_a_year_is_described_for_search_engines(tmp_path: Path) -> None:
    """Name, time, place, publisher, terms of use, and the first of the files."""
    package = loaded(tmp_path)
    found = metadata.dataset(package)
    files = found.pop("distribution")
    organization = {"@type": "GovernmentOrganization", "name": "消防队"}
    descriptor = package.descriptor
    assert found == {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": descriptor["title"],
        "description": descriptor["description"],
        "identifier": descriptor["id"],
        "version": "1.0.0",
        "dateModified": descriptor["created"][:10],
        "keywords": descriptor["keywords"],
        "inLanguage": "zh",
        "isAccessibleForFree": True,
        "temporalCoverage": "2020-01-01/2020-12-31",
        "spatialCoverage": {
            "@type": "AdministrativeArea",
            "name": descriptor["department"]["region_name"],
            "identifier": descriptor["department"]["region_code"],
        },
        "creator": organization,
        "publisher": organization,
        "isBasedOn": f"source/{package.source_name}",
        "usageInfo": {"@type": "CreativeWork", "text": descriptor["statementOfUse"]},
    }
    assert [file["contentUrl"] for file in files] == [
        resource["path"] for resource in descriptor["resources"]
    ]


def test_a_place_that_is_not_known_is_not_described(tmp_path: Path) -> None:
    """A package of a department whose region nobody said has no place at all."""
    package = loaded(tmp_path)
    department = {name: package.descriptor["department"][name] for name in ("slug", "name")}
    unplaced = replace(package, descriptor={**package.descriptor, "department": department})
    assert "spatialCoverage" not in metadata.dataset(unplaced)


def test_a_licence_goes_before_a_statement_of_use(tmp_path: Path) -> None:
    """Where the department granted a licence, its address is given."""
    package = loaded(tmp_path)
    licences = [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
    licensed = replace(package, descriptor={**package.descriptor, "licenses": licences})
    assert metadata.dataset(licensed)["license"] == licences[0]["path"]
    assert "usageInfo" not in metadata.dataset(licensed)


@given(st.text())
def test_no_text_ends_the_script(text: str) -> None:
    """Whatever a title holds, the script is plain ASCII without < > &, and says the same."""
    made = metadata.written({"name": f"</script>{text}"})
    assert made.isascii()
    assert not set("<>&\n") & set(made)
    assert json.loads(made) == {"name": f"</script>{text}"}


def test_only_the_overview_describes_the_year(tmp_path: Path) -> None:
    """Every page has the picture of its year; one page is the dataset's own."""
    package = loaded(tmp_path)
    assert list(metadata.front(package, "income")) == ["image", "edition"]
    assert metadata.front(package, "income")["image"] == "fire-brigade/2020/card.png"
    assert list(metadata.front(package, "index")) == ["image", "edition", "dataset"]
