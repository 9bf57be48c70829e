"""Collect the licence texts of all that a bundle holds: wheels, fonts, icons, Python, libraries."""

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
WITHOUT_TEXT = {"graphlay": ROOT / "LICENSE"}
"""Wheels that carry no licence text, and where it stands: graphlay is taken under Apache-2.0."""
LICENCE_NAMES = ("licen", "copying", "copyright", "notice", "ofl")


def is_licence(path: Path) -> bool:
    """Return whether a file's name says that it holds a licence."""
    return path.name.lower().startswith(LICENCE_NAMES)


def shipped(name: str, seen: dict[str, Distribution] | None = None) -> dict[str, Distribution]:
    """Return the installed distributions that ``name`` needs at run time, itself included."""
    seen = {} if seen is None else seen
    found = distribution(name)
    key = found.metadata["Name"].lower().replace("_", "-")
    if key in seen:
        return seen
    seen[key] = found
    for text in found.requires or ():
        needed = Requirement(text)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            shipped(needed.name, seen)
    return seen


def of_wheels() -> Iterator[tuple[str, Path]]:
    """Yield each shipped distribution's name with each of its licence files."""
    for name, found in shipped("evidence-board").items():
        for file in found.files or ():
            path = Path(str(found.locate_file(file)))
            of_licences = is_licence(path) or ".dist-info/licenses/" in Path(str(file)).as_posix()
            if ".dist-info" in str(file) and of_licences and path.is_file():
                yield name, path
        if name in WITHOUT_TEXT:
            yield name, WITHOUT_TEXT[name]
        if name.startswith(("pyside6", "shiboken6")):  # its wheels carry no text
            yield from (
                (name, text) for text in sorted((ROOT / "packaging/licences").glob("*.txt"))
            )


def of_resources() -> Iterator[tuple[str, Path]]:
    """Yield the licences of fonts and icons, which lie beside them."""
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.is_file() and is_licence(path):
            yield path.parent.name, path


def of_python() -> Iterator[tuple[str, Path]]:
    """Yield the licence of the interpreter, wherever its distributor put it."""
    version = "python{}.{}".format(*sys.version_info[:2])
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path("/usr/share/doc", version, "copyright"),
        Path("/usr/share/doc", f"lib{version}-stdlib", "copyright"),
    )
    yield "python", next(place for place in places if place.is_file())


def of_libraries(listed: Path) -> Iterator[tuple[str, Path]]:
    """Yield the copyright files of the Debian packages that the bundled libraries come from."""
    for library in json.loads(listed.read_text()):
        for spelling in (library, str(Path(library).resolve()), library.removeprefix("/usr")):
            done = subprocess.run(
                ["dpkg-query", "--search", spelling], capture_output=True, text=True, check=False
            )
            if done.returncode == 0:
                package = done.stdout.partition(":")[0]
                yield package, Path("/usr/share/doc", package, "copyright")
                break


def collect(listed: Path, target: Path) -> list[str]:
    """Copy all texts to ``target/PART/``; return the parts. Fail if a wheel has none."""
    parts: dict[str, set[Path]] = {}
    for part, path in (*of_wheels(), *of_resources(), *of_python(), *of_libraries(listed)):
        parts.setdefault(part, set()).add(path)
    without = set(shipped("evidence-board")) - set(parts) - {"evidence-board"}
    if without:
        raise LookupError(f"No licence text found for {', '.join(sorted(without))}")
    for part, paths in parts.items():
        (target / part).mkdir(parents=True, exist_ok=True)
        for path in paths:
            shutil.copyfile(path, target / part / path.name)
    shutil.copyfile(ROOT / "LICENSE", target / "LICENSE")
    return sorted(parts)
