"""The list of what became of files that were brought in."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands.outcomes import Outcome
from evidence_board.ui.dialogs.results import ResultsDialog
from evidence_board.ui.theme import apply_theme


def test_a_long_list_is_filled_part_by_part_and_copied_whole(
    application: QApplication, qtbot: QtBot
) -> None:
    apply_theme(application, "light")
    count = 900
    lines = [Outcome(f"{n}.txt", "refused", f"“{n}.txt” is empty.") for n in range(count)]
    dialog = ResultsDialog(None, lines)
    qtbot.addWidget(dialog)
    assert 0 < dialog.lines.topLevelItemCount() < count, "the window has its turn between parts"
    dialog.try_accept()
    assert len(QApplication.clipboard().text().splitlines()) == count
    qtbot.waitUntil(lambda: dialog.lines.topLevelItemCount() == count, timeout=2_000)
    last = dialog.lines.topLevelItem(count - 1)
    assert last is not None
    dialog.lines.setCurrentItem(last)
    assert dialog.words.text() == "“899.txt” is empty."
