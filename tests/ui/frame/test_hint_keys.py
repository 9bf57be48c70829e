"""Keys on a hint mean the hint, not what is selected elsewhere in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.commands.dismissing import dismissed
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.wiring import Wiring


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_on_a_hint_dismisses_it_and_leaves_the_selected_claim(
    wiring: Wiring, project: Project, source: Source, claim: Claim, qtbot: QtBot, key: Qt.Key
) -> None:
    wiring.document.read(source.id)
    reader = wiring.reader
    qtbot.waitUntil(lambda: reader.hinting.is_whole and bool(reader.hinting.gutter.hints))
    wiring.document.select((claim.id,))
    reader.acts.do("next_hint")
    first = reader.hinting.gutter.focused
    assert first is not None
    chip = reader.hinting.gutter.chip_of(first)
    assert chip is not None
    QTest.keyClick(chip, key)
    assert project.find(claim.id) == claim
    assert first.sign in dismissed(project.get(Source, source.id))
    wiring.document.undo()
    assert first in reader.hinting.gutter.hints
