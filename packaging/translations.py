"""Keep resources/translations/ in step with the texts of the interface.

``python packaging/translations.py`` takes up new texts and compiles; with ``--check`` it changes
nothing and lists what is out of step. English needs a file for its plurals: "1 card", "2 cards".
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCES = (*sorted((ROOT / "evidence_board/ui").rglob("*.py")), ROOT / "evidence_board/app.py")
ENGLISH = "evidence-board_en.ts"
# A function of canvas/faces.py, short for the call that lupdate knows.
SHORT, LONG = re.compile(r"(?<![\w.])(?<!def )tr\("), 'QCoreApplication.translate("Board", '
AGREEING = {
    "%n row(s) of this file cannot be read and are left out.": (
        "%n row of this file cannot be read and is left out.",
        "%n rows of this file cannot be read and are left out.",
    ),
    "%n likelihood(s) have no one word on this scale.": (
        "%n likelihood has no one word on this scale.",
        "%n likelihoods have no one word on this scale.",
    ),
    "Ranges stay; %n likelihood(s) get the new word.": (
        "Ranges stay; %n likelihood gets the new word.",
        "Ranges stay; %n likelihoods get the new word.",
    ),
    "Kept and marked; it counts. %n claim(s) have to be looked at again.": (
        "Kept and marked; it counts. %n claim has to be looked at again.",
        "Kept and marked; it counts. %n claims have to be looked at again.",
    ),
    "%n hold(s) an issue back": ("%n holds an issue back", "%n hold an issue back"),
    "%n ask(s) for one; left open, it is listed as an issue.": (
        "%n asks for one; left open, it is listed as an issue.",
        "%n ask for one; left open, they are listed as issues.",
    ),
}
"""Sentences whose verbs change with the number, for one and for several."""
HEADER = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def tool(name: str, *arguments: str | Path) -> str:
    """Run a translation tool of PySide6 and return what it said."""
    command = [str(Path(sys.executable).parent / f"pyside6-{name}"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def look_up(*arguments: str | Path) -> None:
    """Run lupdate over the sources, with what is short in them written out."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder, path.relative_to(ROOT)) for path in SOURCES]
        for path, copy in zip(SOURCES, copies, strict=True):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(SHORT.sub(LONG, path.read_text(encoding="utf-8")), encoding="utf-8")
        tool("lupdate", *copies, *arguments)


def take_up(catalogue: Path) -> None:
    """Bring the texts of the source into ``catalogue``, and drop those that are gone."""
    only = ("-pluralonly",) if catalogue.name == ENGLISH else ()
    options = ("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en", *only)
    look_up(*options, "-ts", catalogue)
    if catalogue.name == ENGLISH:
        fill_plurals(catalogue)


def fill_plurals(catalogue: Path) -> None:
    """Give "%n card(s)" its two English forms, and "%n selected" its one."""
    tree = ElementTree.parse(catalogue)
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is None:
            continue
        translation.attrib.clear()
        usual = tuple(source.replace("(s)", ending) for ending in ("", "s"))
        for form, words in zip(translation, AGREEING.get(source, usual), strict=True):
            form.text = words
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    catalogue.write_text(f"{HEADER}{text}\n", encoding="utf-8")


def compile_into(folder: Path, catalogue: Path) -> Path:
    """Return the compiled form of ``catalogue``, in ``folder``."""
    compiled = folder / f"{catalogue.stem}.qm"
    tool("lrelease", "-silent", catalogue, "-qm", compiled)
    return compiled


def update() -> None:
    """Bring all catalogues and their compiled forms up to the source."""
    FOLDER.mkdir(exist_ok=True)
    for catalogue in {FOLDER / ENGLISH, *FOLDER.glob("*.ts")}:
        take_up(catalogue)
        compile_into(FOLDER, catalogue)


def findings() -> Iterator[str]:
    """Yield a sentence for each thing that is out of step."""
    with tempfile.TemporaryDirectory() as folder:
        yield from without_context(Path(folder, "all.ts"))
        for kept in sorted(FOLDER.glob("*.ts")):
            fresh = Path(shutil.copy(kept, folder))
            take_up(fresh)
            yield from differences(kept, fresh)


def without_context(catalogue: Path) -> Iterator[str]:
    """Yield the texts that no translation reaches: ``tr`` outside a class, or of something else."""
    look_up("-silent", "-ts", catalogue)
    for context in ElementTree.parse(catalogue).iter("context"):
        if not context.findtext("name", "")[:1].isupper():
            for message in context.iter("message"):
                place = message.find("location")
                where = "" if place is None else Path(place.attrib["filename"]).name
                text = message.findtext("source")
                yield f"{where}: '{text}' stands under no class: use translate with a context"


def differences(kept: Path, fresh: Path) -> Iterator[str]:
    """Yield what ``kept`` lacks beside ``fresh`` or leaves open, and a stale compilation."""
    if kept.read_text(encoding="utf-8") != fresh.read_text(encoding="utf-8"):
        yield f"{kept.name} does not hold the texts of the source; run packaging/translations.py"
    for message in ElementTree.parse(fresh).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") == "unfinished":
            yield f"{kept.name}: '{message.findtext('source')}' is not translated"
    compiled = kept.with_suffix(".qm")
    if (
        not compiled.exists()
        or compiled.read_bytes() != compile_into(fresh.parent, kept).read_bytes()
    ):
        yield f"{compiled.name} is not what {kept.name} says; run packaging/translations.py"


def main() -> int:
    """Update, or with ``--check`` tell what an update would do."""
    if sys.argv[1:] != ["--check"]:
        update()
        return 0
    found = list(findings())
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
