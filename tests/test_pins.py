"""The pinned lists are complete: nothing that the two commands install is ever resolved."""

import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from packaging.markers import Environment, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
SITE, DEV = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
# A pin, then its hashes in lines of their own: `colorama==0.4.6 ; sys_platform == 'win32'`
PIN = re.compile(r"^(?P<pin>[A-Za-z0-9][^\\\n]*==[^\\\n]*?) *\\$", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")
SYSTEMS = (
    ("linux", "Linux", "x86_64"),
    ("linux", "Linux", "aarch64"),
    ("darwin", "Darwin", "arm64"),
    ("darwin", "Darwin", "x86_64"),
)
TARGETS = tuple(product(("3.11", "3.12", "3.13"), SYSTEMS))


def pins(text: str) -> dict[str, list[Requirement]]:
    """Return what a list pins, by name; a name may stand twice, for different systems."""
    found: dict[str, list[Requirement]] = {}
    for at in PIN.finditer(text):
        requirement = Requirement(at["pin"])
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def environment(python: str, system: tuple[str, str, str], extra: str) -> Environment:
    """Return what the markers of a requirement are asked about."""
    target = default_environment()
    target["python_version"], target["python_full_version"] = python, f"{python}.9"
    target["sys_platform"], target["platform_system"], target["platform_machine"] = system
    target["extra"] = extra
    return target


def holds(requirement: Requirement, target: Environment) -> bool:
    """Tell whether a requirement is meant for a target."""
    return requirement.marker is None or requirement.marker.evaluate(dict(target))


def group(project: dict[str, dict[str, list[object]]], name: str) -> Iterator[Requirement]:
    """Yield what a dependency group asks for, with the groups that it includes."""
    for entry in project["dependency-groups"][name]:
        if isinstance(entry, dict):
            yield from group(project, entry["include-group"])
        else:
            yield Requirement(str(entry))


def asked(name: str) -> tuple[Requirement, ...]:
    """Return what the project asks for and a dependency group of it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    own = project["project"]["dependencies"]
    return (*map(Requirement, own), *group(project, name))


def metadata(name: str) -> tuple[Requirement, ...]:
    """Return what an installed package asks for; nothing of one that is for other systems."""
    try:
        return tuple(map(Requirement, importlib.metadata.requires(name) or ()))
    except importlib.metadata.PackageNotFoundError:
        return ()


def missing(
    roots: tuple[Requirement, ...],
    pinned: dict[str, list[Requirement]],
    python: str,
    system: tuple[str, str, str],
) -> list[str]:
    """Return what is asked for, at any depth, and not pinned in a version that fits."""
    todo, seen, found = list(roots), set(), []
    while todo:
        requirement = todo.pop()
        name = canonicalize_name(requirement.name)
        if str(requirement) in seen:
            continue
        seen.add(str(requirement))
        here = environment(python, system, "")
        fitting = [pin for pin in pinned.get(name, ()) if holds(pin, here)]
        versions = [specifier.version for pin in fitting for specifier in pin.specifier]
        if not any(
            requirement.specifier.contains(version, prereleases=True) for version in versions
        ):
            found.append(f"{requirement} (pinned: {', '.join(versions) or 'not at all'})")
        for needed in metadata(name):
            extras = ["", *requirement.extras]
            if any(holds(needed, environment(python, system, extra)) for extra in extras):
                todo.append(needed)
    return sorted(found)


@pytest.mark.parametrize(("path", "name"), [(SITE, "build"), (DEV, "dev")], ids=["site", "dev"])
@pytest.mark.parametrize(("python", "system"), TARGETS)
def test_a_list_names_all_that_is_needed(
    path: Path, name: str, python: str, system: tuple[str, str, str]
) -> None:
    """Every package that another asks for is pinned, for every Python and system."""
    assert missing(asked(name), pins(path.read_text("utf-8")), python, system) == []


@pytest.mark.parametrize("name", ["coverage", "jieba", "setuptools", "markdown"])
def test_a_pin_that_is_gone_is_noticed(name: str) -> None:
    """Without the pin of a package that something needs, the list is not complete."""
    pinned = pins(DEV.read_text("utf-8"))
    del pinned[name]
    found = missing(asked("dev"), pinned, *TARGETS[0])
    assert found
    assert all(line.startswith(name) for line in map(str.lower, found))


def test_the_longer_list_includes_the_shorter() -> None:
    """What the website needs is pinned to the same releases for the tests."""
    site, dev = (pins(path.read_text("utf-8")) for path in (SITE, DEV))
    assert {name: dev.get(name) for name in site} == site


def test_what_is_installed_is_what_is_pinned() -> None:
    """The metadata read here are those of the pinned releases."""
    here = default_environment()
    wrong = []
    for name, pinned in pins(DEV.read_text("utf-8")).items():
        for pin in pinned:
            if holds(pin, here):
                version = importlib.metadata.version(name)
                wrong += [] if pin.specifier.contains(version) else [f"{pin}: {version}"]
    assert wrong == []


@pytest.mark.parametrize("path", [SITE, DEV], ids=["site", "dev"])
def test_every_pin_has_its_hashes(path: Path) -> None:
    """Each file that is installed is checked, and no list names a host."""
    text = path.read_text("utf-8")
    blocks = PIN.split(text)[2::2]
    assert len(blocks) == sum(map(len, pins(text).values()))
    assert all(HASH.search(block) for block in blocks)
    assert "://" not in text
    assert "index-url" not in text


def test_the_site_needs_no_test_tool() -> None:
    """A broken test tool never stops a clerk: the shorter list has none of them."""
    tools = {"pytest", "coverage", "hypothesis", "mypy", "playwright", "ruff", "uv", "zensical"}
    assert tools & set(pins(SITE.read_text("utf-8"))) == set()


def test_no_step_of_the_set_up_resolves() -> None:
    """Every pip of the two commands takes a list as it is."""
    text = (ROOT / "Makefile").read_text("utf-8")
    installs = [line for line in text.splitlines() if re.search(r"(pip|PIP\)).* install", line)]
    ours = [line for line in installs if "OLDEST" not in line]
    assert len(ours) >= 2
    assert all("--no-deps" in line for line in ours)
