"""A disk on which nothing more can be written, for tests."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def full(limit: int) -> Iterator[None]:
    """Let no file grow beyond `limit` bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
