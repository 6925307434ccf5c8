"""A project in a folder of its own, with the website's files and the committed packages."""

import shutil
from pathlib import Path

from publish.website.build import Project

HERE = Path(__file__).parent.parent
DEPARTMENT, YEAR = "panzhihua-emergency-management", 2020


def bare(root: Path) -> Project:
    """Return a project with everything but packages."""
    shutil.copytree(HERE / "site", root / "site")
    shutil.copy(HERE / "mkdocs.yml", root)
    return Project(root)


def whole(root: Path) -> Project:
    """Return a project with the committed packages."""
    project = bare(root)
    shutil.copytree(HERE / "datapackages", project.packages)
    return project
