"""The theme: fonts that are ours, a style sheet without gaps, icons and rings that follow."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontDatabase, QFontInfo, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from evidence_board.paths import resource
from evidence_board.ui.focus import FocusRing
from evidence_board.ui.fonts import pixels
from evidence_board.ui.icons import tinted_pixmap
from evidence_board.ui.style import repolish, style_sheet
from evidence_board.ui.theme import (
    SchemeChoice,
    apply_theme,
    current_theme,
    icon,
    load_fonts,
    load_other_fonts,
    set_icon,
    ui_font,
)
from evidence_board.ui.tokens import Scheme, load_tokens

# The platform of tests without a display says so of each window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

_DOCUMENT = json.loads(resource("theme", "tokens.json").read_text(encoding="utf-8"))
_SAMPLES = {"Latin": "Aéß–“", "Cyrillic": "Жїґ", "Greek": "Ωά", "Arabic": "عپ", "Hangul": "한뷁"}


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application with our fonts, and plain again afterwards."""
    load_fonts()
    load_other_fonts()
    yield qapp
    apply_theme(qapp, "light")
    qapp.setStyleSheet("")


def _bundled() -> list[tuple[str, str, Path]]:
    """Return family, style and file of each face the tokens list."""
    named = {"400": "400Regular", "400 italic": "400Regular_Italic", "500": "500Medium"}
    named |= {"600": "600SemiBold", "700": "700Bold"}
    return [
        (
            entry["family"],
            str(style),
            resource("fonts", f"{entry['family'].replace(' ', '')}_{named[str(style)]}.ttf"),
        )
        for entry in _DOCUMENT["type"]["bundle"]["files"]
        for style in entry["styles"]
    ]


def _icon_names(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        for branch in tree.values():
            yield from _icon_names(branch)
    elif isinstance(tree, list):
        yield from (name for name in tree if isinstance(name, str))
    elif isinstance(tree, str):
        yield tree


def test_the_faces_listed_are_there_and_no_others() -> None:
    assert {path for _, _, path in _bundled()} == set(resource("fonts").glob("*.ttf"))
    assert resource("fonts", "OFL.txt").read_text(encoding="utf-8").startswith("Copyright © 2017")


@pytest.mark.parametrize(("family", "style", "path"), _bundled())
def test_a_face_has_the_scripts_it_is_bundled_for(family: str, style: str, path: Path) -> None:
    with TTFont(path, lazy=True) as face:
        known = face.getBestCmap()
        weight = face["OS/2"].usWeightClass
    entry = next(row for row in _DOCUMENT["type"]["bundle"]["files"] if row["family"] == family)
    for script in entry["scripts"].split(", "):
        assert all(ord(letter) in known for letter in _SAMPLES[script]), script
    assert weight == int(style.split()[0])


def test_every_family_of_ours_is_found_after_loading(application: QApplication) -> None:
    for family in {family for family, _, _ in _bundled()}:
        assert family in QFontDatabase.families()
        assert QFontInfo(QFont(family)).exactMatch()


def test_the_type_scale_doubles_at_200_percent(application: QApplication) -> None:
    apply_theme(application, "light", 1.0)
    assert ui_font("body").pixelSize() == 13
    assert ui_font("display").weight() == QFont.Weight.DemiBold
    apply_theme(application, "light", 2.0)
    assert ui_font("body").pixelSize() == 26
    assert application.font().pixelSize() == 25
    assert ui_font("reader").families()[0] == "IBM Plex Serif"


@pytest.mark.parametrize("step", list(_DOCUMENT["type"]["scale"]))
def test_no_text_is_smaller_than_the_floor(step: str) -> None:
    size = load_tokens("light").type_role(step).size
    assert pixels(size, 1.0) >= _DOCUMENT["type"]["floor"]


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


def test_each_icon_the_tokens_name_is_shipped_with_its_licence() -> None:
    tables = ("mirrorInRTL", "kind", "view", "action")
    names = {name for table in tables for name in _icon_names(_DOCUMENT["icons"][table])}
    shipped = {path.stem for path in resource("icons", "lucide").glob("*.svg")}
    assert names <= shipped
    licence = resource("icons", "lucide", "LICENSE").read_text(encoding="utf-8")
    assert "ISC License" in licence
    assert "Cole Bemis" in licence


@pytest.mark.parametrize("folder", ["lucide", "own"])
def test_every_shipped_icon_draws_something_in_the_color_asked_for(
    application: QApplication, folder: str
) -> None:
    for path in sorted(resource("icons", folder).glob("*.svg")):
        image = tinted_pixmap(path.stem, "#FF0000", 16).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 128
        ]
        assert inked, path.name
        assert all(color.red() > 250 and color.green() == 0 for color in inked), path.name


def test_a_checked_icon_is_accent_and_a_disabled_one_faint(application: QApplication) -> None:
    theme = apply_theme(application, "light")
    drawn = icon("scale")
    size = QSize(16, 16)
    checked = drawn.pixmap(size, QIcon.Mode.Normal, QIcon.State.On)
    disabled = drawn.pixmap(size, QIcon.Mode.Disabled, QIcon.State.Off)
    for pixmap, name in ((checked, "accent.default"), (disabled, "text.disabled")):
        same = tinted_pixmap("scale", theme.tokens.color(name), 16, pixmap.devicePixelRatio())
        assert pixmap.toImage() == same.toImage()


def test_an_icon_follows_the_theme_and_dies_with_its_action(application: QApplication) -> None:
    apply_theme(application, "light")
    action = QAction("Claim")
    set_icon(action, "scale")
    set_icon(action, "newspaper")
    before = action.icon().cacheKey()
    apply_theme(application, "dark")
    assert action.icon().cacheKey() != before
    action.deleteLater()
    application.sendPostedEvents(action, 0)
    del action
    apply_theme(application, "light")


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


@pytest.fixture
def buttons(application: QApplication, qtbot: QtBot) -> Iterator[tuple[QPushButton, QPushButton]]:
    """Give two buttons side by side in an active window."""
    apply_theme(application, "light")
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    pair = QPushButton("Same origin", window), QPushButton("Keep apart", window)
    for button in pair:
        row.addWidget(button)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield pair
    window.close()


def _ring(button: QPushButton) -> FocusRing | None:
    rings = [ring for ring in button.window().findChildren(FocusRing) if ring.isVisible()]
    assert len(rings) <= 1
    return rings[0] if rings else None


def test_the_ring_stands_around_the_control_that_a_key_reached(
    buttons: tuple[QPushButton, QPushButton],
) -> None:
    first, second = buttons
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    ring = _ring(second)
    assert ring is not None
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_a_click_shows_no_ring_and_takes_one_away(
    buttons: tuple[QPushButton, QPushButton],
) -> None:
    first, second = buttons
    first.setFocus()
    assert _ring(first) is not None
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert _ring(first) is None
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert _ring(second) is None


def test_the_ring_follows_a_control_that_moves(buttons: tuple[QPushButton, QPushButton]) -> None:
    first, _ = buttons
    first.setFocus()
    first.move(first.x() + 20, first.y() + 8)
    ring = _ring(first)
    assert ring is not None
    assert ring.geometry() == first.geometry().adjusted(-4, -4, 4, 4)


def test_a_ring_survives_the_end_of_its_control_and_of_its_window(
    buttons: tuple[QPushButton, QPushButton],
) -> None:
    first, second = buttons
    first.setFocus()
    first.deleteLater()
    QApplication.sendPostedEvents(first, 0)
    second.setFocus()
    assert _ring(second) is not None
    second.window().hide()


def test_importing_the_theme_loads_no_heavy_library() -> None:
    heavy = ("numpy", "sqlmodel", "sqlalchemy", "pydantic", "typst")
    program = (
        "import sys, evidence_board.ui.theme;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout.strip() == "[]", ran.stderr
