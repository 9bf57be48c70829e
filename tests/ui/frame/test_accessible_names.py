"""Whoever cannot see a control hears what it is: each that takes the keyboard has a name."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, judging, links, notes
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Frame
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.dialogs.about import AboutDialog
from evidence_board.ui.dialogs.export_brief import ExportDialog
from evidence_board.ui.dialogs.new_project import NewProjectDialog
from evidence_board.ui.dialogs.preferences import SettingsDialog
from evidence_board.ui.dialogs.shortcuts import ShortcutSheet
from evidence_board.ui.settings import Recent, SettingsFile
from evidence_board.ui.start_window import StartWindow
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KINDS = (Claim, Source, Link, Citation, Assertion, Excerpt, Note, Frame)


@pytest.fixture
def full(wiring: Wiring, project: Project, claim: Claim) -> Wiring:
    """Give the window with a record of each kind."""
    first, second = project.all(Source)[:2]
    other = claims.write(project, "Someone stayed behind", board=wiring.board_id)
    links.connect(project, other.id, claim.id, "supports")
    links.connect(project, first.id, second.id, "relays")
    notes.write(project, "Ask the ferryman", about=claim.id)
    boards.frame(project, wiring.board_id, 0, 0, 400, 300, "Quay")
    page = wiring.inspector
    judging.set_likelihood(project, claim, "likely")
    assert page.isVisible()
    QTest.qWait(10)
    return wiring


def stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keyboard by Tab in a part of a window."""
    for one in (part, *part.findChildren(QWidget)):
        by_tab = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if by_tab and one.isVisibleTo(part) and one.focusProxy() is None:
            yield one


def nameless(part: QWidget) -> list[str]:
    """Return what kind of controls have nothing to read out."""
    QTest.qWait(10)
    found = []
    for one in stops(part):
        spoken = QAccessible.queryAccessibleInterface(one)
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(one).__name__} in {type(one.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_of_the_inspector_names_its_controls(full: Wiring, kind: type[Record]) -> None:
    full.document.select((full.document.project.all(kind)[0].id,))
    page = full.inspector.page
    assert page is not None
    assert list(stops(page)), "the page has controls"
    assert nameless(page) == []


def test_the_page_of_the_board_and_of_several_names_its_controls(full: Wiring) -> None:
    full.document.select(())
    assert full.inspector.page is not None
    assert nameless(full.inspector.page) == []
    full.document.select(one.id for one in full.document.project.all(Source))
    assert nameless(full.inspector.page) == []


@pytest.mark.parametrize("mode", ["board", "reader"])
@pytest.mark.parametrize("width", [1600, 1100])
def test_the_window_names_its_controls(full: Wiring, mode: str, width: int) -> None:
    full.window.resize(width, 800)
    QTest.qWait(10)
    if mode == "reader":
        full.document.read(full.document.project.all(Excerpt)[0].id)
    if full.window.sides.folded:
        full.window.toggle_left_panel()
    full.window.banner.show_message("A sentence.", action="Do")
    assert nameless(full.window) == []


@pytest.mark.parametrize("name", ["new", "export", "settings", "about", "shortcuts"])
def test_each_dialog_names_its_controls(
    full: Wiring, settings: SettingsFile, qtbot: QtBot, name: str
) -> None:
    project = full.document.project
    made: dict[str, QDialog] = {
        "new": NewProjectDialog(project.path.parent),
        "export": ExportDialog(full.document),
        "settings": SettingsDialog(settings),
        "about": AboutDialog(),
        "shortcuts": ShortcutSheet(settings),
    }
    dialog = made[name]
    for one in made.values():
        qtbot.addWidget(one)
    assert nameless(dialog) == []


def test_the_start_window_names_its_controls(
    full: Wiring, settings: SettingsFile, qtbot: QtBot
) -> None:
    settings.remember(Recent(str(full.document.project.path), "Harbour"))
    window = StartWindow(settings)
    qtbot.addWidget(window)
    assert nameless(window) == []


def test_tab_goes_down_the_page_of_a_claim(full: Wiring, claim: Claim) -> None:
    full.document.select((claim.id,))
    page = full.inspector.page
    assert page is not None
    QTest.qWait(10)
    walked, here = [], next(stops(page))
    while page.isAncestorOf(here) and here not in walked:
        walked.append(here)
        following = here.nextInFocusChain()
        while following is not None and not _is_stop(following):
            following = following.nextInFocusChain()
        assert following is not None
        here = following
    rows = [one.mapTo(page, one.rect().topLeft()).y() for one in walked]
    assert len(walked) > 10
    assert all(after >= before - 4 for before, after in pairwise(rows))


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
