"""Paths inside a package: refused before anything is read when they lead out of it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from publish.messages import _

# A scheme (http:, file:) or a Windows drive (C:).
# `file:///etc`, `C:\accounts`
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def refusal(path: str) -> str:
    """Return why a descriptor may not name `path`; empty when it may."""
    parts = path.split("/")
    if _SCHEME.match(path):
        return _("an address outside of the package")
    if path.startswith("/") or "\\" in path:
        return _("an absolute path or one with backslashes")
    if ".." in parts:
        return _("a path that leads out of the package")
    if any(part.startswith(".") for part in parts):
        return _("a hidden file or folder")
    if "\0" in path or path != str(PurePosixPath(path)):
        return _("a path that is not in its plain form")
    return ""


def expected(folder: str) -> str:
    """Return in words what a path of the descriptor must be."""
    return _("a file of the package below {folder}/").format(folder=folder)


def reason(path: str, folder: str) -> str:
    """Return why the file at `path` may not be read as one of `folder`; empty when it may."""
    refused = refusal(path)
    if refused:
        return refused
    if not path.startswith(f"{folder}/"):
        return _("a file outside of {folder}/").format(folder=folder)
    return ""
