"""What LibreOffice makes of a document states what the document states.

Two pages and Word documents that it made are kept beside the tests and always read; where the
program is on the machine, it converts the reference document, too.
"""

import shutil
import subprocess
from pathlib import Path

import pytest
from example_reference import SOURCE
from example_transformations import changed, read, rows

KEPT = Path(__file__).parents[1] / "libreoffice"
FORMATS = ("html", "docx")
# Beyond it the program hangs: a conversion takes two seconds.
_PATIENCE = 60


@pytest.mark.parametrize("name", ["form", "disclosure"])
@pytest.mark.parametrize("kind", FORMATS)
def test_what_it_made_of_a_document_states_the_same(name: str, kind: str) -> None:
    """A page and a Word document that LibreOffice wrote give the rows of the text."""
    text = read((KEPT / f"{name}.txt").read_bytes())
    found = read((KEPT / f"{name}.{kind}").read_bytes())
    assert "key-figures" in rows(text)
    assert (rows(found), changed(text, found)) == (rows(text), [])


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference document as the LibreOffice of this machine converts it, in a folder."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed: only what it made before is read")
    folder = tmp_path_factory.mktemp("libreoffice")
    source = folder / "reference.txt"
    source.write_bytes(SOURCE.read_bytes())
    for kind in FORMATS:
        subprocess.run(
            [
                *(program, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
                *("--headless", "--convert-to", kind, "--outdir", str(folder), str(source)),
            ],
            check=True,
            capture_output=True,
            timeout=_PATIENCE,
        )
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("kind", FORMATS)
def test_what_it_makes_of_the_reference_document_states_the_same(
    kind: str, converted: Path
) -> None:
    """The reference document, converted here and now, gives the rows of the text."""
    text, found = read(SOURCE.read_bytes()), read((converted / f"reference.{kind}").read_bytes())
    assert (rows(found), changed(text, found)) == (rows(text), [])
