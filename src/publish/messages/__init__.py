"""What the command line says, in Chinese or English.

The English text is the key; the Chinese stands in `locale/zh/LC_MESSAGES/publish.po`.
The language is that of the locale (`zh*` is Chinese, all others English) until `use` is called.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"
LANGUAGES = ("zh", "en")


def from_environment() -> str:
    """Return `zh` or `en` as the locale variables ask, in the order that gettext itself uses."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("publish", CATALOGUES, [language], fallback=True)


_language = from_environment()
_current = _catalogue(_language)


def use(language: str) -> None:
    """Speak `language` (`zh` or `en`) from now on."""
    global _current, _language
    _current, _language = _catalogue(language), language


def language() -> str:
    """Return the language that is spoken: `zh` or `en`."""
    return _language


def _(text: str) -> str:
    """Return `text` in the language of the user."""
    return _current.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the text that fits `count`, in the language of the user."""
    return _current.ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802  the name that gettext's tools know
    """Return `text` unchanged: it is translated when it is said."""
    return text
