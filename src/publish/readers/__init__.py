"""Documents that are no plain text: a module for each format, each gives (locator, text)."""
