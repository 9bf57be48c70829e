"""Sharing a copy from the window: what each choice means is said, and the copy follows it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.ingest.read import read_many
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.project.check import check
from evidence_board.project.project import Project
from evidence_board.ui.dialogs.share import ShareDialog
from evidence_board.ui.wiring import Wiring
from tests.commands import photographs

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def photo(project: Project, tmp_path: Path) -> str:
    """Put a picture with a position into the project; gives the id of its capture."""
    file = tmp_path / "quay.jpg"
    file.write_bytes(photographs.with_position())
    (draft,) = (one for one in read_many([file]) if isinstance(one, SourceDraft))
    return sources.pin(project, [draft])[0].capture.id


@pytest.fixture
def dialog(wiring: Wiring, qtbot: QtBot) -> ShareDialog:
    """Give the dialog, ready to share."""
    wiring.window.actions_here["share_copy"].trigger()
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, ShareDialog)]
    qtbot.waitUntil(shown[0].verb.isEnabled, timeout=60_000)
    return shown[0]


def _tick(dialog: ShareDialog, row: int) -> None:
    dialog.sources.item(row).setCheckState(Qt.CheckState.Checked)


def test_a_copy_without_history_is_made_beside_the_project(
    dialog: ShareDialog, wiring: Wiring, qtbot: QtBot
) -> None:
    assert dialog.history_field.isChecked()
    dialog.verb.click()
    qtbot.waitUntil(lambda: "without history" in dialog.head.text(), timeout=60_000)
    path = dialog.new_path()
    assert path == wiring.document.project.path.with_name("case to share.evboard")
    assert check(path) == ()
    theirs = Project.open(path, read_only=True)
    assert [one.label for one in theirs.steps()] == ["Share a copy"]
    assert theirs.count(Source) == wiring.document.project.count(Source)
    theirs.close()
    dialog.reject()


def test_what_goes_with_a_source_is_said_and_the_history_goes_too(
    dialog: ShareDialog, qtbot: QtBot
) -> None:
    dialog.history_field.setChecked(False)
    assert dialog.wish().history
    qtbot.waitUntil(lambda: "1 capture" in dialog.sources.item(0).text())
    _tick(dialog, 0)
    assert "without words" in dialog._sources_hint.text()
    assert not dialog.history_field.isEnabled()
    assert not dialog.wish().history
    assert "goes too" in dialog._history_hint.text()
    dialog.reject()


def test_a_source_that_is_ticked_is_not_in_the_copy(
    dialog: ShareDialog, wiring: Wiring, qtbot: QtBot
) -> None:
    _tick(dialog, 0)
    dialog.verb.click()
    qtbot.waitUntil(dialog.report.isVisible, timeout=60_000)
    theirs = Project.open(dialog.new_path(), read_only=True)
    assert theirs.count(Source) == wiring.document.project.count(Source) - 1
    theirs.close()
    dialog.reject()


def test_a_picture_with_a_position_is_named_and_left_out_unless_it_is_ticked(
    photo: str, wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.window.actions_here["share_copy"].trigger()
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, ShareDialog)][-1]
    qtbot.waitUntil(shown.pictures.isVisible, timeout=60_000)
    assert shown.pictures.item(0).text() == "quay.jpg: where it was taken"
    assert not shown.history_field.isEnabled()
    shown.pictures.item(0).setCheckState(Qt.CheckState.Checked)
    assert shown.wish().keep == (photo,)
    assert shown.history_field.isEnabled()
    shown.pictures.item(0).setCheckState(Qt.CheckState.Unchecked)
    shown.verb.click()
    qtbot.waitUntil(shown.report.isVisible, timeout=60_000)
    assert "quay.jpg: where it was taken: left out" in shown.report.toPlainText()
    theirs = Project.open(shown.new_path(), read_only=True)
    assert photo not in [one.id for one in theirs.all(Capture)]
    theirs.close()
    shown.reject()


def test_cancelling_leaves_nothing_beside_the_project(
    dialog: ShareDialog, wiring: Wiring, qtbot: QtBot
) -> None:
    folder = wiring.document.project.path.parent
    before = sorted(folder.iterdir())
    dialog.verb.click()
    dialog.cancel.click()
    qtbot.waitUntil(dialog.verb.isEnabled, timeout=60_000)
    assert sorted(folder.iterdir()) == before
    dialog.reject()


def test_the_project_can_still_be_edited_afterwards(
    dialog: ShareDialog, wiring: Wiring, qtbot: QtBot
) -> None:
    dialog.verb.click()
    qtbot.waitUntil(lambda: bool(dialog.head.text()), timeout=60_000)
    dialog.reject()
    wiring.document.act(sources.cite, "Another office")
    assert wiring.document.project.undo_label is not None
    assert not wiring.window.banner.isVisible()


def test_another_file_in_its_place_is_never_shared_for_it(
    dialog: ShareDialog, wiring: Wiring, qtbot: QtBot
) -> None:
    path = wiring.document.project.path
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)
    dialog.verb.click()
    hint = dialog._path_hint
    qtbot.waitUntil(lambda: "Another file lies where" in hint.text(), timeout=60_000)
    assert not dialog.new_path().exists()
    dialog.reject()
