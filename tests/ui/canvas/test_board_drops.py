"""Dropping and pasting on the board: files, marked words, plain text."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands.chains import Teller
from evidence_board.commands.claims import Particulars, Saying
from evidence_board.commands.proposing import Proposal
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.ui.reader.dragging import DraggedExcerpt, pack
from tests.commands.cases import HARBOUR, pinned
from tests.ui.canvas.conftest import Case, Hands

COPY = Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(hands: Hands, mime: QMimeData, x: float = 403, y: float = 397) -> bool:
    """Drag data in and let go over a place of the board; says whether it was accepted."""
    spot = hands.at(x, y)
    entering = QDragEnterEvent(spot, COPY, mime, LEFT, NONE)
    QApplication.sendEvent(hands.view, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(hands.view, QDropEvent(QPointF(spot), COPY, mime, LEFT, NONE))
    return True


def move(hands: Hands, mime: QMimeData, x: float, y: float) -> None:
    """Drag over a place of the board without letting go."""
    spot = hands.at(x, y)
    QApplication.sendEvent(hands.view, QDragEnterEvent(spot, COPY, mime, LEFT, NONE))
    QApplication.sendEvent(hands.view, QDragMoveEvent(spot, COPY, mime, LEFT, NONE))


def ringed(hands: Hands) -> str | None:
    """Return the claim to which what is dragged would be tied, as the board shows it."""
    return hands.view.live.onto


def test_files_become_sources_where_they_were_dropped(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text(f"A report called {path.stem} about the harbour.\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with qtbot.waitSignal(hands.document.changed, timeout=20_000):
        assert drop(hands, mime)
    held = hands.project.all(Source)[1:]
    assert len(held) == 2
    assert hands.place(held[0].id) == (400, 400)
    assert all(one.id in hands.view.sheet.layout.row_of_record for one in held)


def test_marked_words_become_a_claim_that_rests_on_them(hands: Hands, case: Case) -> None:
    held = pinned(hands.project)
    start = HARBOUR.index("ferry left")
    dragged = DraggedExcerpt(held.source.id, held.capture.id, start, start + 10)
    assert drop(hands, pack(dragged, "ferry left"))
    made = hands.project.all(Claim)[-1]
    (assertion,) = hands.project.all(Assertion)
    assert assertion.claim == made.id
    assert hands.project.all(Excerpt)[-1].exact == "ferry left"
    assert hands.place(made.id) == (400, 400)


def test_what_the_text_proposes_goes_with_the_words(hands: Hands, case: Case) -> None:
    saying = Saying((Teller("Harbour office"),), "paraphrase", "PR+", "probably")
    particulars = Particulars("2026-10-05", None, "", {"value": 2})
    asked: list[DraggedExcerpt] = []

    def propose(dragged: DraggedExcerpt) -> Proposal:
        asked.append(dragged)
        return Proposal(saying, particulars, ("a rule",))

    hands.view.drops.propose = propose
    held = pinned(hands.project)
    dragged = DraggedExcerpt(held.source.id, held.capture.id, 0, 10)
    assert drop(hands, pack(dragged, HARBOUR[:10]))
    assert asked == [dragged]
    made = hands.project.all(Claim)[-1]
    (assertion,) = hands.project.all(Assertion)
    office = hands.project.get(Source, assertion.chain[-1])
    assert (len(assertion.chain), office.name) == (2, "Harbour office")
    assert (assertion.mode, assertion.factuality, assertion.hedge) == (
        *("paraphrase", "PR+", "probably"),
    )
    assert (made.event, made.quantity) == ("2026-10-05", {"value": 2})
    assert hands.document.selected == (made.id,)
    hands.document.undo()
    assert hands.project.all(Assertion) == ()
    assert hands.project.find(office.id) is None


def test_words_let_fall_on_a_claim_are_a_further_assertion_of_it(hands: Hands, case: Case) -> None:
    held = pinned(hands.project)
    claim, cards = hands.project.all(Claim)[0], len(hands.project.all(Card))
    x, y, width, height = hands.view.sheet.layout.boxes[
        hands.view.sheet.layout.row_of_record[claim.id]
    ]
    saying = Saying((), "quotation", "CT+")
    hands.view.drops.propose = lambda _: Proposal(saying, Particulars("2026"), ("a rule",))
    words = pack(DraggedExcerpt(held.source.id, held.capture.id, 0, 10), HARBOUR[:10])
    assert drop(hands, words, x + width / 2, y + height / 2)
    (assertion,) = hands.project.all(Assertion)
    assert (assertion.claim, assertion.mode) == (claim.id, "quotation")
    assert hands.project.get(Claim, claim.id) == claim, "what it says is a person's to change"
    assert len(hands.project.all(Card)) == cards
    assert hands.project.undo_label == "Add words to claim"


def test_the_claim_that_words_would_be_tied_to_is_ringed(hands: Hands, case: Case) -> None:
    held = pinned(hands.project)
    claim = hands.project.all(Claim)[0]
    x, y, _, _ = hands.view.sheet.layout.boxes[hands.view.sheet.layout.row_of_record[claim.id]]
    words = pack(DraggedExcerpt(held.source.id, held.capture.id, 0, 10), HARBOUR[:10])
    plain = hands.view.grab().toImage()
    move(hands, words, x + 20, y + 20)
    assert ringed(hands) == claim.id
    assert hands.view.grab().toImage() != plain
    move(hands, words, 3_000, 3_000)
    assert ringed(hands) is None
    move(hands, words, x + 20, y + 20)
    QApplication.sendEvent(hands.view, QDragLeaveEvent())
    assert ringed(hands) is None
    assert hands.view.grab().toImage() == plain
    files = QMimeData()
    files.setText("plain words")
    move(hands, files, x + 20, y + 20)
    assert ringed(hands) is None


def test_words_let_fall_on_another_card_make_a_claim_beside_it(hands: Hands, case: Case) -> None:
    held = pinned(hands.project)
    before = len(hands.project.all(Claim))
    row = next(
        row
        for record, row in hands.view.sheet.layout.row_of_record.items()
        if not isinstance(hands.project.find(record), Claim)
    )
    x, y, _, _ = hands.view.sheet.layout.boxes[row]
    words = pack(DraggedExcerpt(held.source.id, held.capture.id, 0, 10), HARBOUR[:10])
    assert drop(hands, words, x + 5, y + 5)
    assert len(hands.project.all(Claim)) == before + 1


@pytest.mark.parametrize("capture", ["gone", "case"])
def test_words_of_another_project_are_refused_with_a_sentence(
    hands: Hands, case: Case, capture: str
) -> None:
    steps = len(hands.project.steps())
    assert drop(hands, pack(DraggedExcerpt("x", capture, 0, 4), "word"))
    assert len(hands.project.steps()) == steps
    assert hands.problems == ["These words are not of a source of this project."]


def test_words_beyond_the_end_of_a_text_are_refused(hands: Hands, case: Case) -> None:
    held = pinned(hands.project)
    steps = len(hands.project.steps())
    assert drop(hands, pack(DraggedExcerpt(held.source.id, held.capture.id, 5, 10_000), "x"))
    assert len(hands.project.steps()) == steps
    assert len(hands.problems) == 1


def test_plain_text_becomes_a_claim_of_the_analyst(hands: Hands, case: Case) -> None:
    mime = QMimeData()
    mime.setText("The crane\nwas broken.")
    assert drop(hands, mime)
    assert hands.project.all(Claim)[-1].text == "The crane was broken."
    assert len(hands.project.all(Card)) == 5


def test_what_nobody_can_take_is_not_accepted(hands: Hands, case: Case) -> None:
    mime = QMimeData()
    mime.setData("application/x-nothing", b"1")
    assert not drop(hands, mime)


def paste(hands: Hands, mime: QMimeData) -> None:
    """Press Ctrl+V on the board with this on the clipboard."""
    QGuiApplication.clipboard().setMimeData(mime)
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def middle_of(hands: Hands, id: str) -> tuple[float, float]:
    """Return how far the middle of a card is from the middle of the view."""
    box = hands.view.sheet.layout.boxes[hands.view.sheet.layout.row_of_record[id]]
    left, top, width, height = hands.view.camera.viewport.area
    return (
        abs(box[0] + box[2] / 2 - left - width / 2),
        abs(box[1] + box[3] / 2 - top - height / 2),
    )


def test_a_pasted_passage_becomes_a_claim_of_the_analyst_in_the_middle_of_the_view(
    hands: Hands, case: Case
) -> None:
    hands.view.camera.pan(4_000, 4_000)
    mime = QMimeData()
    mime.setText("The crane\nwas broken.")
    paste(hands, mime)
    made = hands.project.all(Claim)[-1]
    assert (made.text, made.kind) == ("The crane was broken.", "judgement")
    assert max(middle_of(hands, made.id)) <= 8
    assert hands.selected() == (made.id,)


def test_pasting_twice_puts_two_cards_beside_each_other(hands: Hands, case: Case) -> None:
    mime = QMimeData()
    mime.setText("The crane was broken.")
    for _ in range(2):
        paste(hands, mime)
    first, second = hands.project.all(Claim)[-2:]
    assert hands.place(first.id) != hands.place(second.id)


def test_a_passage_is_pasted_at_the_pointer_while_it_is_over_the_board(
    hands: Hands, case: Case
) -> None:
    QTest.mouseMove(hands.view, hands.at(643, 405))
    mime = QMimeData()
    mime.setText("The crane was broken.")
    paste(hands, mime)
    assert hands.place(hands.project.all(Claim)[-1].id) == (640, 408)


@pytest.mark.parametrize("what", ["words", "address"])
def test_what_is_pasted_under_the_minimap_is_brought_into_sight(
    hands: Hands, case: Case, what: str
) -> None:
    minimap = hands.view.overlays.minimap.geometry()
    assert hands.view.overlays.minimap.isVisible()
    QTest.mouseMove(hands.view, minimap.topLeft() - QPoint(6, 6))
    mime = QMimeData()
    mime.setText("https://harbour.example/crane" if what == "address" else "The crane was broken.")
    paste(hands, mime)
    (made,) = hands.selected()
    box = QRect(hands.spot(made, 0, 0), hands.spot(made, 1, 1))
    assert hands.view.rect().contains(box)
    assert not minimap.intersects(box)


def test_words_copied_in_the_reader_are_pasted_as_a_claim_that_rests_on_them(
    hands: Hands, case: Case
) -> None:
    held = pinned(hands.project)
    start = HARBOUR.index("ferry left")
    paste(hands, pack(DraggedExcerpt(held.source.id, held.capture.id, start, start + 10), "x"))
    assert hands.project.all(Assertion)[0].claim == hands.project.all(Claim)[-1].id
    assert hands.project.all(Excerpt)[-1].exact == "ferry left"


def test_pasted_files_become_sources_that_are_all_in_sight(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(7)]
    for path in paths:
        path.write_text(f"Report {path.stem} about the harbour.\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    paste(hands, mime)
    qtbot.waitUntil(lambda: len(hands.project.all(Source)) == 1 + len(paths))
    new = [one.id for one in hands.project.all(Source)[1:]]
    layout = hands.view.sheet.layout

    def in_sight() -> bool:
        inside = set(layout.cards_inside(hands.view.camera.viewport.area))
        return inside >= {layout.row_of_record[id] for id in new}

    qtbot.waitUntil(in_sight, timeout=10_000)
    boxes = [QRectF(*box) for box in layout.boxes.tolist()]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]


def test_what_cannot_be_pasted_is_answered(hands: Hands, case: Case) -> None:
    mime = QMimeData()
    mime.setData("application/x-nothing", b"1")
    paste(hands, mime)
    assert hands.told == ["The board cannot take what is on the clipboard."]
