"""The small example with another document: under a name, and with bytes, that a test chooses."""

import hashlib
from dataclasses import replace
from pathlib import Path

from example_package import DEPARTMENT, DOCUMENT, LINES, YEAR, descriptor, package

from publish import documents, packages
from publish.documents import document_rows
from publish.reconciliation import finding_reports

PAGE = (
    "<!DOCTYPE html><html><head><script>document.title = 'original ran'</script></head><body>"
    + "".join(f"<p>{line or '—'}</p>" for line in LINES)
    + "</body></html>"
)
"""The document as a web page with a script in it."""


def example(
    root: Path, name: str, content: bytes = DOCUMENT.encode(), department: str = DEPARTMENT
) -> Path:
    """Write the example of a department with this document below `root` and return its folder."""
    said = descriptor()
    said |= {"name": f"{department}-final-accounts", "id": f"{department}/{YEAR}"}
    said["department"]["slug"] = department
    checksum = "sha256:" + hashlib.sha256(content).hexdigest()
    said["sources"][0] |= {"path": f"source/{name}", "hash": checksum, "bytes": len(content)}
    tables = {**package().tables, "document": document_rows.rows(documents.read(content), {})}
    made = replace(package(), descriptor=said, source_name=name, source=content, tables=tables)
    directory = root / made.address
    packages.write(finding_reports.with_findings(made), directory)
    return directory
