"""Words dragged from the reader to the board bring what their text proposes."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.conftest import WORDS

COPY = Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SAID = "Two lorries stayed on the quay"


def carry(wiring: Wiring, words: str, x: float, y: float) -> None:
    """Drag words that show in the reader to a place of the board."""
    start = WORDS.index(words)
    wiring.reader.page.select(start, start + len(words))
    mime = wiring.reader.making.drag()
    assert mime is not None
    wiring.set_mode("board")
    spot = wiring.board.camera.viewport.to_screen(x, y)
    place = QPointF(*spot)
    entering = QDragEnterEvent(place.toPoint(), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(wiring.board, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(wiring.board, QDropEvent(place, COPY, mime, LEFT, NONE))


def read_first(wiring: Wiring, qtbot: QtBot) -> Source:
    """Read the first source, and wait until what its text suggests is known."""
    source = wiring.document.project.all(Source)[0]
    wiring.document.read(source.id)
    qtbot.waitUntil(lambda: wiring.reader.hinting.is_whole, timeout=60_000)
    return source


def test_a_claim_has_who_says_it_as_the_form_would_propose(wiring: Wiring, qtbot: QtBot) -> None:
    source = read_first(wiring, qtbot)
    carry(wiring, SAID, 300.0, 300.0)
    project = wiring.document.project
    claim = project.all(Claim)[-1]
    assert claim.text == SAID
    assert claim.quantity["value"] == 2
    said = next(one for one in project.all(Assertion) if one.claim == claim.id)
    assert [project.get(Source, one).name for one in said.chain] == [
        source.name,
        "the harbour master",
    ]
    assert wiring.window.toast.message.startswith("C2 made as proposed")
    wiring.document.undo()
    assert len(project.all(Claim)) == 1


def test_words_let_fall_on_a_claim_are_tied_to_it(wiring: Wiring, qtbot: QtBot) -> None:
    project = wiring.document.project
    claim = project.all(Claim)[0]
    boards.pin_records(project, wiring.board_id, [(claim.id, 300.0, 300.0)])
    read_first(wiring, qtbot)
    carry(wiring, SAID, 320.0, 310.0)
    assert len(project.all(Claim)) == 1
    assert [one.claim for one in project.all(Assertion)] == [claim.id, claim.id]
    assert wiring.window.toast.message.startswith("Words added to C1 as proposed")


def test_a_kind_of_hints_that_is_switched_off_stays_so_for_this_person(
    wiring: Wiring, qtbot: QtBot
) -> None:
    read_first(wiring, qtbot)
    button = wiring.reader.header.layers.button("figure")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wiring.settings.current.hidden_hints == ("figure",)
    wiring.settings.change(hidden_hints=())  # as by another window of the same person
    assert button.isChecked()
