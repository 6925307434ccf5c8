"""The language of the command line."""

import string
from pathlib import Path

import pytest
from babel.messages import extract, mofile, pofile

from publish import messages
from publish.messages import _

SOURCES = Path(messages.__file__).parents[1]
CATALOGUE = messages.CATALOGUES / "zh" / "LC_MESSAGES" / "publish.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def _said() -> dict[str, str]:
    """Every text that the program says, with the module that says it."""
    found = {}
    for path in sorted(SOURCES.rglob("*.py")):
        with path.open("rb") as file:
            for _line, text, _comments, _context in extract.extract("python", file, KEYWORDS):
                found[text if isinstance(text, str) else text[0]] = path.name
    return found


def _catalogue() -> pofile.Catalog:
    with CATALOGUE.open("rb") as file:
        return pofile.read_po(file, locale="zh")


def _names(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_every_text_is_in_the_chinese_catalogue() -> None:
    """Nothing is said in English to a clerk who reads Chinese, and nothing is left over."""
    known = {message.id[0] if message.pluralizable else message.id for message in _catalogue()}
    assert known - {""} == set(_said())


def test_every_text_is_translated_with_the_same_placeholders() -> None:
    """A translation that forgets a placeholder would hide a place or a number."""
    for message in _catalogue():
        if not message.id:
            continue
        pairs = (
            [(message.id[-1], text) for text in message.string]
            if message.pluralizable
            else [(message.id, message.string)]
        )
        for english, chinese in pairs:
            assert chinese, english
            assert _names(chinese) == _names(english), english
        assert not message.fuzzy


def _strings(catalogue: pofile.Catalog) -> dict[str, tuple[str, ...]]:
    return {
        str(message.id if isinstance(message.id, str) else message.id[0]): (
            (message.string,) if isinstance(message.string, str) else tuple(message.string)
        )
        for message in catalogue
        if message.id
    }


def test_the_compiled_catalogue_is_that_of_the_texts() -> None:
    """publish.mo holds what publish.po says: `make messages` was run."""
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        assert _strings(mofile.read_mo(file)) == _strings(_catalogue())


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANGUAGE": "zh_TW:en", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chinese under every Chinese locale, else English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert messages.from_environment() == language


def test_the_language_can_be_changed() -> None:
    """`--lang` has the last word."""
    messages.use("zh")
    assert _("a binary file") == "一个二进制文件"
    messages.use("en")
    assert _("a binary file") == "a binary file"
