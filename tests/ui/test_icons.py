"""The icons: all shipped, drawn in the colours of the theme, following it."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QIcon, QImage
from PySide6.QtWidgets import QApplication

from evidence_board.paths import resource
from evidence_board.ui.icons import application_icon, own_drawing, tinted_pixmap
from evidence_board.ui.theme import apply_theme, icon, set_icon

_DOCUMENT = json.loads(resource("theme", "tokens.json").read_text(encoding="utf-8"))


def _icon_names(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        for branch in tree.values():
            yield from _icon_names(branch)
    elif isinstance(tree, list):
        yield from (name for name in tree if isinstance(name, str))
    elif isinstance(tree, str):
        yield tree


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


def test_the_application_icon_is_its_drawing_in_each_size(application: QApplication) -> None:
    assert own_drawing(resource("icons", "evidence-board.svg").read_bytes()).isValid()
    sizes = sorted(path.name for path in resource("icons", "app").iterdir())
    assert {"16x16", "32x32", "48x48", "128x128", "256x256", "512x512"} <= set(sizes)
    for size in sizes:
        image = QImage(str(resource("icons", "app", size, "evidence-board.png")))
        side = image.width()
        assert f"{side}x{image.height()}" == size
        assert image.pixelColor(0, 0).alpha() < 128
        assert image.pixelColor(side // 2, side // 12).name() == "#2a3b6e"
        assert image.pixelColor(side * 366 // 512, side // 2).name() == "#ffffff"
    assert application_icon().actualSize(QSize(48, 48)) == QSize(48, 48)
