"""The time that a document takes grows with its length, not with its square."""

import time
from dataclasses import replace
from pathlib import Path

import long_documents
import pytest

from publish import importing
from publish.importing import summaries
from publish.reconciliation import finding_reports

pytestmark = pytest.mark.slow


def _seconds(times: int) -> float:
    """The CPU seconds of an import with its findings and its summary."""
    content = long_documents.document(times).encode()
    start = time.process_time()
    found = importing.read(content, "document.txt", "bureau", 2020)
    whole = replace(found, package=finding_reports.with_findings(found.package))
    summaries.import_lines(whole, Path("package"))
    return time.process_time() - start


def test_four_times_the_text_takes_four_times_the_time() -> None:
    """With room for a busy machine, and at a length where what is quadratic weighs."""
    _seconds(1)  # whatever is read once
    assert min(_seconds(16) for _ in range(2)) < 5 * min(_seconds(4) for _ in range(2))
