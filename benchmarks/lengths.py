"""How the time to import a document grows with its length.

The document is the disclosure of 2020 with its forms and reports again and again, with other
figures: see tests/long_documents.py, which `make bench` puts on the path.
"""

import resource
import time
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import long_documents

from publish import importing
from publish.importing import summaries
from publish.reconciliation import finding_reports

TIMES = (1, 10, 100)
# How much longer it may take for so many times the text.
AT_MOST = {10: 12, 100: 120}


@dataclass(frozen=True, slots=True)
class Cost:
    """What an import costs: CPU seconds, and the most memory in MiB."""

    seconds: float
    memory: float


def cost(times: int) -> Cost:
    """Return what the import of a document costs that is so many times as long."""
    content = long_documents.document(times).encode()
    start = time.process_time()
    found = importing.read(content, "document.txt", "bureau", 2020)
    whole = replace(found, package=finding_reports.with_findings(found.package))
    summaries.import_lines(whole, Path("package"))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(time.process_time() - start, used)


def costs() -> dict[int, Cost]:
    """Return the cost for each length, each in a process of its own that has read one before."""
    found = {}
    for times in TIMES:
        with get_context("spawn").Pool(1) as pool:
            pool.apply(cost, (1,))
            found[times] = pool.apply(cost, (times,))
    return found
