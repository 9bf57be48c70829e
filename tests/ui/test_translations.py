"""Every text that people see can be translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parent.parent.parent / "evidence_board" / "ui"
MODULES = sorted((*UI.rglob("*.py"), UI.parent / "app.py"))

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
"""Calls whose first argument (of `tip` the second) is a text on the screen."""


def shown_as_it_stands(source: str) -> Iterator[str]:
    """Yield each fixed text with a letter in it that is shown without being translated."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = ast.unparse(call.func).rpartition(".")[2]
        place = 1 if name == "tip" else 0
        for text in call.args[place : place + 1] if name in SHOWN_BY else ():
            fixed = text.value if isinstance(text, ast.Constant) else None
            if isinstance(fixed, str) and any(letter.isalpha() for letter in fixed):
                yield f"line {text.lineno}: {fixed}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(UI.parent)))
def test_no_text_is_shown_without_a_way_to_translate_it(module: Path) -> None:
    assert list(shown_as_it_stands(module.read_text(encoding="utf-8"))) == []


def test_a_bare_text_would_be_found() -> None:
    assert list(shown_as_it_stands('button.setText("Save")')) == ["line 1: Save"]
