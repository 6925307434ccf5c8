"""The time that a document takes grows with its length, not with its square."""

import time

import long_documents
import pytest

from publish import importing
from publish.reconciliation import finding_reports

pytestmark = pytest.mark.slow


def _seconds(times: int) -> float:
    """The CPU seconds of an import with its findings."""
    content = long_documents.document(times).encode()
    start = time.process_time()
    found = importing.read(content, "document.txt", "bureau", 2020)
    finding_reports.with_findings(found.package)
    return time.process_time() - start


def test_four_times_the_text_takes_four_times_the_time() -> None:
    """With room for a busy machine; where something is quadratic it takes sixteen times."""
    _seconds(1)  # whatever is read once
    assert min(_seconds(4) for _ in range(2)) < 9 * min(_seconds(1) for _ in range(2))
