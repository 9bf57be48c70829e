"""The translations: taking up the texts of the interface, and compiling what was translated.

As a program, ``python -m tests.ui.translations``: brings ``resources/translations`` up to date.
English needs its plural forms only; everything else is the source text itself.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "resources" / "translations"
ENGLISH = "evidence-board_en"
_PLURAL = re.compile(r"\((e?s)\)")


def tool(name: str) -> str:
    """Return one of Qt's translation tools, as the wheel of Qt for Python brings it."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def sources() -> list[str]:
    """Return the modules with texts that people see."""
    modules = (ROOT / "evidence_board" / "ui").rglob("*.py")
    return [str(path) for path in sorted((*modules, ROOT / "evidence_board" / "app.py"))]


def take_up(target: Path, *options: str) -> None:
    """Write the texts of the interface to a .ts file; translations that it holds are kept."""
    languages = ("-source-language", "en", "-target-language", "en")
    command = (tool("lupdate"), *sources(), "-ts", str(target), *languages, *options)
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def take_up_plurals(target: Path) -> None:
    """Write the texts that count something, and give the English forms where they are regular."""
    take_up(target, "-pluralonly", "-no-obsolete", "-locations", "none")
    document = ET.parse(target)
    for message in document.iter("message"):
        source = message.findtext("source") or ""
        one, many = _PLURAL.sub("", source), _PLURAL.sub(r"\1", source)
        translation = message.find("translation")
        assert translation is not None
        if translation.get("type") == "unfinished":
            translation.attrib.pop("type")
            for form, words in zip(translation.iter("numerusform"), (one, many), strict=True):
                form.text = words
    ET.indent(document, "    ")
    document.write(target, encoding="utf-8", xml_declaration=True)


def compile_to(source: Path, target: Path) -> None:
    """Compile a .ts file to the .qm file that the program loads."""
    command = (tool("lrelease"), str(source), "-qm", str(target))
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Bring the English plural forms up to date."""
    FOLDER.mkdir(exist_ok=True)
    take_up_plurals(FOLDER / f"{ENGLISH}.ts")
    compile_to(FOLDER / f"{ENGLISH}.ts", FOLDER / f"{ENGLISH}.qm")


if __name__ == "__main__":
    main()
