"""Every text that people see can be translated, and English counts things rightly."""

import ast
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from tests.ui.translations import ENGLISH, FOLDER, compile_to, sources, take_up, take_up_plurals

SHOWN_BY = {
    "QAction",
    "QCheckBox",
    "QLabel",
    "QPushButton",
    "addAction",
    "addMenu",
    "addTab",
    "label",
    "link_button",
    "section",
    "setAccessibleDescription",
    "setAccessibleName",
    "setInformativeText",
    "setPlaceholderText",
    "setStatusTip",
    "setText",
    "setTitle",
    "setToolTip",
    "setWindowTitle",
    "show_line",
    "show_message",
    "tell",
    "tip",
}
"""Calls whose first or second argument is a text on the screen."""


def untranslated(path: str) -> Iterator[str]:
    """Yield each fixed text with a letter in it that is shown as it stands."""
    for node in ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        if name not in SHOWN_BY:
            continue
        texts = node.args[1:2] if name == "tip" else node.args[:1]
        for text in texts:
            fixed = isinstance(text, ast.Constant) and isinstance(text.value, str)
            if fixed and any(letter.isalpha() for letter in str(text.value)):  # type: ignore[attr-defined]  # a constant
                yield f"{path}:{node.lineno} {text.value!r}"  # type: ignore[attr-defined]  # as above


def test_no_text_is_shown_without_a_way_to_translate_it() -> None:
    assert [text for path in sources() for text in untranslated(path)] == []


@pytest.fixture(scope="module")
def taken_up(tmp_path_factory: pytest.TempPathFactory) -> ET.ElementTree:
    target = tmp_path_factory.mktemp("translations") / "all.ts"
    take_up(target)
    return ET.parse(target)


def test_the_texts_are_found_by_the_translation_tools(taken_up: ET.ElementTree) -> None:
    texts = {message.findtext("source") for message in taken_up.iter("message")}
    assert {"New project", "&File", "Not judged", "Kind", "Nothing was new"} <= texts


def test_each_text_stands_in_a_context_that_is_asked_for_at_run_time(
    taken_up: ET.ElementTree,
) -> None:
    """A text taken up under the name of a variable, as of ``page.tr``, would never be found."""
    names = [context.findtext("name") or "" for context in taken_up.iter("context")]
    assert [name for name in names if name and not name[0].isupper()] == []


def test_english_has_a_form_for_one_and_for_many_of_everything_counted(tmp_path: Path) -> None:
    held = tmp_path / f"{ENGLISH}.ts"
    shutil.copy(FOLDER / held.name, held)
    take_up_plurals(held)
    assert held.read_bytes() == (FOLDER / held.name).read_bytes(), (
        "run python -m tests.ui.translations"
    )


def test_the_compiled_english_forms_are_those_of_their_source(tmp_path: Path) -> None:
    compile_to(FOLDER / f"{ENGLISH}.ts", tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == (FOLDER / f"{ENGLISH}.qm").read_bytes()


def test_one_source_and_two_sources_are_told_apart(qapp: QCoreApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"{ENGLISH}.qm"))
    told = [translator.translate("BoardPage", "%n source(s)", "", number) for number in (1, 2)]
    assert told == ["%n source", "%n sources"]
