"""What a search engine reads of a department and year: a Dataset of schema.org, in JSON-LD.

It stands in the overview page, so relative addresses begin in the folder of the package.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from publish import texts
from publish.downloads import safe_names
from publish.texts import markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publish.packages import Package

# What could end the script, or begin a comment in it, is written as JSON's own escape.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}

CARD = "card.png"
"""The picture of a website or of a department and year in a message."""


def _organization(package: Package) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "name": package.department_name}


def _place(department: Mapping[str, Any]) -> dict[str, Any]:
    """Return where the department is; nothing where its package does not say it."""
    if "region_name" not in department:
        return {}
    known = {"name": "region_name", "identifier": "region_code"}
    said = {name: department[key] for name, key in known.items() if key in department}
    return {"spatialCoverage": {"@type": "AdministrativeArea", **said}}


def _download(resource: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": resource["title"],
        "encodingFormat": resource["mediatype"],
        "contentUrl": resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "sha256": str(resource["hash"]).removeprefix("sha256:"),
    }


def _use(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """Return the licence, or what the package says where the department granted none."""
    addresses = [licence["path"] for licence in descriptor.get("licenses", ()) if "path" in licence]
    if addresses:
        return {"license": addresses[0]}
    told = descriptor.get("statementOfUse")
    return {"usageInfo": {"@type": "CreativeWork", "text": told}} if told else {}


def _original(package: Package) -> str:
    return safe_names.path(f"{safe_names.FOLDER}/{package.source_name}", package.source)


def dataset(package: Package) -> dict[str, Any]:
    """Return the description of a package as a Dataset of schema.org."""
    descriptor, year = package.descriptor, package.fiscal_year
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": descriptor["title"],
        "description": descriptor["description"],
        "identifier": descriptor["id"],
        "version": descriptor["version"],
        "dateModified": package.modified[:10],
        "keywords": list(descriptor.get("keywords", ())),
        "inLanguage": texts.LANGUAGE,
        "isAccessibleForFree": True,
        "temporalCoverage": f"{year}-01-01/{year}-12-31",
        **_place(descriptor["department"]),
        "creator": _organization(package),
        "publisher": _organization(package),
        "isBasedOn": str(markup.file_address(_original(package))),
        "distribution": [_download(resource) for resource in descriptor["resources"]],
        **_use(descriptor),
    }


def written(data: Mapping[str, Any]) -> str:
    """Return data as it stands in a page: plain ASCII in which nothing ends the script."""
    return json.dumps(data).translate(_ESCAPES)


def _edition(package: Package) -> str:
    """Return which data a page is made of, for the end of a page on paper."""
    values = {"department": package.department_name, "year": package.fiscal_year}
    version, date = package.descriptor["version"], package.modified[:10]
    return str(texts.say("site.footer.edition", **values, version=version, date=date))


def front(package: Package, name: str) -> dict[str, str]:
    """Return what the head of a page of a year says beside its title; `name` as in `index.md`."""
    found = {"image": f"{package.address}/{CARD}", "edition": _edition(package)}
    return {**found, "dataset": written(dataset(package))} if name == "index" else found
