"""The theme: a style sheet without gaps, the palette, and bars as high as designed."""

import gc
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenuBar,
    QStyle,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from evidence_board.paths import resource
from evidence_board.ui.style import repolish, style_sheet
from evidence_board.ui.theme import SchemeChoice, apply_theme, current_theme, icon
from evidence_board.ui.tokens import Scheme, load_tokens

# The platform of tests without a display says so of each window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.mark.parametrize("scheme", ["light", "dark", "highContrast"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_style_sheet_names_only_what_is_there(scheme: Scheme, scale: float) -> None:
    sheet = style_sheet(load_tokens(scheme), scale)
    assert "$" not in sheet
    for drawing in re.findall(r"url\(([^)]+)\)", sheet):
        assert Path(drawing).is_file()


def test_lengths_in_the_style_sheet_grow_with_the_scale() -> None:
    assert "font-size: 24px" in style_sheet(load_tokens("light"), 1.0)
    assert "font-size: 48px" in style_sheet(load_tokens("light"), 2.0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_small_drawings_have_the_colors_of_the_tokens(scheme: Scheme) -> None:
    tokens = load_tokens(scheme)
    allowed = {tokens.color("text.secondary"), tokens.color("text.onAccent")}
    for drawing in resource("theme", scheme).glob("*.svg"):
        colors = set(re.findall(r"#[0-9A-F]{6}", drawing.read_text(encoding="utf-8")))
        assert colors
        assert colors <= allowed, drawing.name


@pytest.mark.parametrize("choice", ["light", "dark", "highContrast", "system"])
def test_the_palette_is_that_of_the_tokens(application: QApplication, choice: SchemeChoice) -> None:
    theme = apply_theme(application, choice)
    assert current_theme() is theme
    window = application.palette().window().color().name().upper()
    assert window == theme.tokens.color("surface.window").upper()


@pytest.mark.parametrize(
    ("choice", "followed"), [("system", "dark"), ("light", "light"), ("dark", "dark")]
)
def test_only_a_theme_left_to_the_system_follows_it(
    application: QApplication, choice: SchemeChoice, followed: str
) -> None:
    theme = apply_theme(application, choice)
    # The platform of tests without a display has no scheme of its own to change.
    application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens.scheme == followed


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_bars_have_the_heights_of_the_design(
    application: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme = apply_theme(application, "light", scale)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.menuBar().addMenu("File").addAction("New")
    tools = window.addToolBar("Tools")
    tools.addAction(icon("scale"), "Claim")
    rail = _rail(window)
    window.statusBar().showMessage("Saved")
    window.show()
    # Its letters, of 12.5 pixels, are whole pixels high, so the bar may miss by one of them.
    assert window.menuBar().height() == pytest.approx(theme.length("size.menuBar"), abs=1)
    assert tools.height() == theme.length("size.toolBar")
    assert rail.width() == theme.length("size.rail")
    assert window.statusBar().height() == theme.length("size.statusBar")


def _rail(window: QMainWindow) -> QToolBar:
    rail = QToolBar()
    rail.setMovable(False)
    rail.setProperty("role", "rail")
    repolish(rail)
    rail.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    shown = rail.addAction(icon("book-open", size=19), "Reader")
    rail.widgetForAction(shown).setProperty("role", "rail")
    window.addToolBar(Qt.ToolBarArea.LeftToolBarArea, rail)
    return rail


def test_the_items_of_the_menu_bar_are_seen_beside_a_marking(
    application: QApplication, qtbot: QtBot
) -> None:
    apply_theme(application, "light")
    bar = QMenuBar()
    qtbot.addWidget(bar)
    file = bar.addMenu("File").menuAction()
    bar.resize(400, bar.sizeHint().height())
    bar.show()
    assert bar.rect().contains(bar.actionGeometry(file))
    more = bar.findChild(QToolButton, "qt_menubar_ext_button")
    assert more is None or not more.isVisible()


@pytest.mark.parametrize(("scale", "side"), [(1.0, 16), (1.5, 24), (2.0, 32)])
def test_icons_of_menus_and_fields_grow_with_the_interface(
    application: QApplication, scale: float, side: int
) -> None:
    apply_theme(application, "light", scale)
    assert application.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize) == side


def test_the_scale_can_be_changed_while_a_window_is_open(
    application: QApplication, qtbot: QtBot
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    rail = _rail(window)
    window.show()
    for scale in (2.0, 1.0, 1.25, 2.0, 1.5, 1.0):
        theme = apply_theme(application, "dark", scale)
        gc.collect()  # a style that Python let go of too early would crash here
        qtbot.waitUntil(partial(_has_width, rail, theme.length("size.rail")))


def _has_width(widget: QWidget, width: int) -> bool:
    """Say whether ``widget`` is that wide; paddings are whole pixels, so one more is right."""
    return abs(widget.width() - width) <= 1


def test_importing_the_theme_loads_no_heavy_library() -> None:
    heavy = ("numpy", "sqlmodel", "sqlalchemy", "pydantic", "typst")
    program = (
        "import sys, evidence_board.ui.theme;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout.strip() == "[]", ran.stderr
