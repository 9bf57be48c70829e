"""The panels at the sides: the views keep their share, the left panel folds to a drawer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.theme import apply_theme
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("width", "scale"),
    [(1600, 1.0), (1440, 1.0), (1024, 1.0), (1440, 1.5), (1440, 2.0), (1100, 2), (1024, 2)],
)
def test_the_views_keep_two_fifths_of_the_window(
    qtbot: QtBot,
    application: QApplication,
    project: Project,
    settings: SettingsFile,
    jobs: Jobs,
    width: int,
    scale: float,
) -> None:
    apply_theme(application, "light", scale)
    settings.change(left_width=420, right_width=520)
    window = MainWindow()
    window.resize(width, 900)
    with qtbot.waitExposed(window):
        window.show()
    document = Document(project, jobs, window)
    wiring = Wiring(window, document, settings)
    QTest.qWait(20)
    assert window.width() == width
    assert window.views.width() >= 0.39 * width
    assert window.right.isVisible()
    assert window.right.geometry().right() < width, "the inspector is cut at no edge"
    for kind in (Source, Claim):
        document.select([project.all(kind)[0].id])
        page = wiring.inspector.page
        assert page is not None
        room = page.parentWidget()
        assert room is not None
        assert page.minimumSizeHint().width() <= room.width(), "nor are its fields"
    window.close()


def narrow(wiring: Wiring) -> MainWindow:
    wiring.window.resize(1200, 800)
    QTest.qWait(10)
    return wiring.window


def test_the_left_panel_is_a_drawer_where_the_window_is_narrow(wiring: Wiring) -> None:
    window = wiring.window
    assert window.left.isVisible()
    assert not wiring.panels.window().findChild(type(window.sides.drawer)).isVisible()  # type: ignore[union-attr]  # the window has one
    narrow(wiring)
    assert not window.left.isVisible()
    assert not wiring.panels.isVisible()
    QTest.keyClick(window, Qt.Key.Key_B, CTRL)
    assert wiring.panels.isVisible()
    assert window.sides.drawer.width() <= 0.6 * window.views.width()
    assert window.sides.drawer.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]  # something has it
    QTest.keyClick(wiring.panels.sources.tree, Qt.Key.Key_Escape)
    assert not wiring.panels.isVisible()
    assert not window.actions_here["left_panel"].isChecked()
    assert wiring.board.hasFocus()


def test_the_left_panel_comes_back_as_a_dock_with_its_width(wiring: Wiring) -> None:
    window = wiring.window
    window.size_docks(300, 336)
    QTest.qWait(10)
    narrow(wiring)
    assert window.sides.widths()[0] == 300
    window.resize(1600, 1000)
    QTest.qWait(10)
    assert window.left.isVisible()
    assert wiring.panels.isVisible()
    assert not window.sides.drawer.isVisible()


def test_the_left_panel_can_be_shut_alone_in_a_wide_window(wiring: Wiring) -> None:
    QTest.keyClick(wiring.window, Qt.Key.Key_B, CTRL)
    assert not wiring.window.left.isVisible()
    assert wiring.window.right.isVisible()
    QTest.keyClick(wiring.window, Qt.Key.Key_B, CTRL)
    assert wiring.window.left.isVisible()


def test_hidden_docks_stay_hidden_when_the_window_grows(
    wiring: Wiring, settings: SettingsFile
) -> None:
    window = narrow(wiring)
    QTest.keyClick(window, Qt.Key.Key_Backslash, CTRL)
    window.resize(1600, 1000)
    QTest.qWait(10)
    assert not window.left.isVisible()
    window.close()
    assert settings.current.docks_hidden


def test_a_narrow_window_does_not_forget_that_docks_are_wanted(
    wiring: Wiring, settings: SettingsFile
) -> None:
    narrow(wiring).close()
    assert not settings.current.docks_hidden
    assert settings.current.left_width == 236


def test_what_has_a_fixed_size_follows_the_scale_of_the_open_window(
    wiring: Wiring, application: QApplication
) -> None:
    window = wiring.window
    wiring.panels.sources.tree.setFocus()
    apply_theme(application, "light", 2.0)
    QTest.qWait(50)
    assert window.rail.width() == 112
    assert wiring.board.overlays.minimap.width() == 352
    assert window.views.mapTo(window, QPoint()).x() == 112
    assert window.find_field.width() == 440
    assert window.sides.folded
    assert wiring.board.hasFocus()
    apply_theme(application, "light", 1.0)
    QTest.qWait(50)
    assert window.rail.width() == 56
    assert wiring.board.overlays.minimap.width() == 176
    assert not window.sides.folded


def test_the_drawer_shuts_once_a_source_of_it_is_read(wiring: Wiring) -> None:
    window = narrow(wiring)
    window.toggle_left_panel()
    tree = wiring.panels.sources.tree
    tree.setFocus()
    tree.setCurrentItem(tree.rows()[0])
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert wiring.mode == "reader"
    assert not window.sides.left_shows()
    assert wiring.reader.page.hasFocus()


def test_a_press_beside_the_drawer_shuts_it_and_the_keyboard_is_where_it_was_pressed(
    wiring: Wiring,
) -> None:
    window = narrow(wiring)
    window.toggle_left_panel()
    assert window.sides.left_shows()
    beside = QPoint(wiring.board.width() - 40, 300)
    QTest.mousePress(wiring.board, Qt.MouseButton.LeftButton, pos=beside)
    QTest.mouseRelease(wiring.board, Qt.MouseButton.LeftButton, pos=beside)
    assert not window.sides.left_shows()
    assert wiring.board.hasFocus()
    assert not window.actions_here["left_panel"].isChecked()
