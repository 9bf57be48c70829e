"""Verifying a brief from the window: the action, what is shown, the way to what differs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.brief.redaction import Redaction
from evidence_board.commands import editing
from evidence_board.model.claim import Claim
from evidence_board.ui.dialogs.export_brief import ExportDialog
from evidence_board.ui.dialogs.redaction import RedactionDialog
from evidence_board.ui.dialogs.verification import VerificationDialog
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def brief(wiring: Wiring, tmp_path: Path, qtbot: QtBot) -> Path:
    """Give a brief of the project that has it inside."""
    path = tmp_path / "brief.pdf"
    wiring.exporting.write_brief(path, attach=True)
    qtbot.waitUntil(path.exists, timeout=60_000)
    return path


def dialogs() -> list[VerificationDialog]:
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, VerificationDialog) and one.isVisible()]


def shown(wiring: Wiring, path: Path, qtbot: QtBot) -> VerificationDialog:
    """Verify a brief and return the dialog that comes."""
    wiring.verifying.verify(path)
    qtbot.waitUntil(lambda: bool(dialogs()), timeout=60_000)
    return dialogs()[0]


def lines(dialog: VerificationDialog) -> list[str]:
    return [dialog.lines.item(row).text() for row in range(dialog.lines.count())]


def test_a_brief_of_this_project_agrees(wiring: Wiring, brief: Path, qtbot: QtBot) -> None:
    dialog = shown(wiring, brief, qtbot)
    assert lines(dialog) == [
        "case.evboard has the state that the brief was made of.",
        "Every byte is what this program makes of the project in that state.",
    ]
    dialog.try_accept()
    assert QApplication.clipboard().text() == "\n".join(lines(dialog))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialogs()


def test_what_changed_since_is_listed_and_leads_to_its_record(
    wiring: Wiring, brief: Path, claim: Claim, qtbot: QtBot
) -> None:
    wiring.document.act(editing.change, claim, text="The ferry stayed.")
    dialog = shown(wiring, brief, qtbot)
    told = lines(dialog)
    assert told[0] == "case.evboard has changed since the brief was made."
    assert f"Changed claim {claim.mark}" in told[1]
    dialog.lines.setCurrentRow(1)
    QTest.keyClick(dialog.lines, Qt.Key.Key_Return)
    assert wiring.document.selected == (claim.id,)


def test_a_file_that_is_no_brief_is_told(wiring: Wiring, tmp_path: Path, qtbot: QtBot) -> None:
    odd = tmp_path / "odd.pdf"
    odd.write_bytes(b"odd")
    assert "is no PDF" in lines(shown(wiring, odd, qtbot))[0]


def test_the_dialog_of_the_export_offers_to_attach_the_project(
    wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.exporting.brief()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ExportDialog)]
    dialog = next(one for one in found if one.isVisible())
    assert not dialog.attach()
    dialog.attach_field.setFocus()
    QTest.keyClick(dialog.attach_field, Qt.Key.Key_Space)
    assert dialog.attach()
    dialog.reject()


def test_a_brief_is_written_in_the_form_that_is_chosen(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    wiring.exporting.brief()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ExportDialog)]
    dialog = next(one for one in found if one.isVisible())
    dialog.path_field.setText(str(tmp_path / "brief.pdf"))
    dialog.form_field.setFocus()
    QTest.keyClick(dialog.form_field, Qt.Key.Key_Down)
    assert dialog.path() == tmp_path / "brief.html"
    assert not dialog.attach_field.isEnabled()
    dialog.try_accept()
    qtbot.waitUntil((tmp_path / "brief.html").exists, timeout=60_000)
    assert (tmp_path / "brief.html").read_bytes().startswith(b"<!doctype html>")


def test_the_action_asks_for_a_file(wiring: Wiring, qtbot: QtBot) -> None:
    action = wiring.window.actions_here["verify_brief"]
    assert action.isEnabled()
    action.trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "Verify a brief"
    dialog.close()


def test_what_is_blacked_out_is_chosen_counted_and_left_out(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    wiring.exporting.brief()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ExportDialog)]
    dialog = next(one for one in found if one.isVisible())
    QTest.mouseClick(dialog.redact_button, Qt.MouseButton.LeftButton)
    asked = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RedactionDialog))
    QTest.keyClicks(asked.words, "f")
    qtbot.waitUntil(lambda: "too short" in asked.words_hint.text())
    asked.try_accept()
    assert asked.isVisible()
    QTest.keyClicks(asked.words, "erry")
    qtbot.waitUntil(lambda: "“ferry”: " in asked.told.text())
    asked.try_accept()
    assert dialog.redaction.words == ("ferry",)
    dialog.path_field.setText(str(tmp_path / "brief.html"))
    dialog.form_field.setCurrentIndex(1)
    dialog.try_accept()
    qtbot.waitUntil((tmp_path / "brief.html").exists, timeout=60_000)
    assert b"ferry" not in (tmp_path / "brief.html").read_bytes().lower()


def test_a_brief_that_would_still_say_a_word_is_not_written(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "brief.pdf"
    wiring.exporting.write_brief(path, wish=Redaction((), ("judgement",)))
    qtbot.waitUntil(lambda: "cannot be blacked out" in wiring.window.banner.message)
    assert not path.exists()
