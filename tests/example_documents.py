"""Small disclosures made of sentences, and their rows in a form that a person can compare."""

from publish import importing, packages
from publish.documents import outline
from publish.tables import Row

Tables = dict[str, tuple[Row, ...]]

# What the sentences of part two fill; all other tables come from other parts of a document.
ACCOUNTS = (
    "key-figures",
    "income",
    "expenditure",
    "expenditure-by-function",
    "basic-expenditure",
    "three-public",
    "official-travel",
    "receptions",
    "procurement",
    "state-assets",
)
# Sections that say nothing make a document of the kind recognisable.
_SILENT = ("totals", "income", "fiscal_totals", "three_public")
_NUMERALS = "一二三四五六七八九十"


def document(section: str, text: str) -> str:
    """Return a disclosure whose section `section` consists of `text`."""
    titles = {kind.key: kind.title for kind in outline.kinds()}
    keys = [section, *(key for key in _SILENT if key != section)]
    lines = ["第二部分 部门决算情况说明"]
    for numeral, key in zip(_NUMERALS, keys, strict=False):
        lines += [f"{numeral}、{titles[key]}说明", *([text] if key == section else [])]
    return "\n".join(lines) + "\n"


def imported(section: str, text: str, year: int = 2020) -> Tables:
    """Return the tables of accounts that a section states."""
    content = document(section, text).encode()
    found = importing.read(content, "document.txt", "bureau", year).package.tables
    return {name: found[name] for name in ACCOUNTS if name in found}


def shown(tables: Tables) -> list[str]:
    """Return the rows as lines `table column=value …`, empty columns and provenance left out."""
    silent = {"source_locator", "source_quote"}
    return [
        " ".join(
            [
                name,
                *(
                    f"{column}={packages.cell(value)}"
                    for column, value in row.items()
                    if value is not None
                    and column not in silent
                    and (column, value) != ("statement", 1)
                ),
            ]
        )
        for name, rows in tables.items()
        for row in rows
    ]


def values(tables: Tables) -> Tables:
    """Return the tables without their provenance, and without the document."""
    return {
        name: tuple(
            {column: row[column] for column in row if not column.startswith("source_")}
            for row in rows
        )
        for name, rows in tables.items()
        if name != "document"
    }
