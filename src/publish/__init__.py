"""publish: yearly disclosure documents of government departments as open data and a website."""

__version__ = "0.1.0"
