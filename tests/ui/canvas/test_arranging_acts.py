"""Acts that arrange: align, distribute, sizes, order, lock; copies through the clipboard."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from evidence_board.commands import arranging, boards, projects
from evidence_board.interchange.clipping import MEDIA_TYPE
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.canvas import placement
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.document import Document
from tests.ui.canvas.conftest import Case, Hands

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def card_of(hands: Hands, id: str) -> Card:
    return next(one for one in hands.project.referrers(id) if isinstance(one, Card))


def all_cards(hands: Hands, case: Case) -> tuple[str, ...]:
    return case.first.id, case.second.id, case.source.id, case.below.id


@pytest.fixture
def spread(hands: Hands, case: Case) -> Hands:
    """Give the four cards at places that share nothing."""
    places = [(5.0, 3.0), (330.0, 57.0), (700.0, 111.0), (40.0, 300.0)]
    cards = [card_of(hands, id) for id in all_cards(hands, case)]
    boards.move(
        hands.project, [(card.id, *place) for card, place in zip(cards, places, strict=True)]
    )
    hands.document.select(all_cards(hands, case))
    return hands


# Aligning


@pytest.mark.parametrize(
    ("key", "axis", "part"),
    [
        (Qt.Key.Key_Left, 0, 0.0),
        (Qt.Key.Key_Right, 0, 1.0),
        (Qt.Key.Key_Up, 1, 0.0),
        (Qt.Key.Key_Down, 1, 1.0),
    ],
)
def test_the_edges_of_the_selection_are_aligned_by_arrows(
    spread: Hands, key: Qt.Key, axis: int, part: float
) -> None:
    steps = len(spread.project.steps())
    spread.key(key, CONTROL | SHIFT)
    boxes = spread.view.sheet.layout.boxes
    ends = boxes[:, axis] + boxes[:, axis + 2] * part
    assert np.ptp(ends) < 0.6
    assert len(spread.project.steps()) == steps + 1


def test_middles_are_aligned_too(spread: Hands) -> None:
    spread.view.act("align_centre")
    boxes = spread.view.sheet.layout.boxes
    assert np.ptp(boxes[:, 0] + boxes[:, 2] / 2) <= 1
    assert spread.project.undo_label == "Align centre"


def test_distributing_leaves_equal_gaps_and_the_outer_two_in_place(spread: Hands) -> None:
    spread.key(Qt.Key.Key_V, ALT | SHIFT)
    boxes = spread.view.sheet.layout.boxes
    order = np.argsort(boxes[:, 1])
    gaps = boxes[order[1:], 1] - boxes[order[:-1], 1] - boxes[order[:-1], 3]
    assert np.ptp(gaps) <= 1.5
    assert boxes[order[0], 1] == 3
    assert boxes[order[-1], 1] == 300


def test_cards_without_room_between_them_are_spread_by_their_middles() -> None:
    boxes = np.array([(0, 0, 100, 10), (20, 0, 100, 10), (90, 0, 100, 10)], dtype=np.float64)
    assert placement.distributed(boxes, "across")[:, 0].tolist() == [0, 45, 90]


def test_too_few_cards_give_a_sentence(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    for act in ("align_left", "distribute_across", "same_size"):
        hands.view.act(act)
    assert hands.told == [
        "Select two cards or more to align them.",
        "Select three cards or more to distribute them.",
        "Select two cards or more to make them alike.",
    ]


def test_a_frame_is_aligned_with_all_that_is_in_it(hands: Hands, case: Case) -> None:
    frame = boards.frame(hands.project, case.board.id, -24, 200, 280, 240, "Port")
    hands.document.select((frame.id, case.second.id))
    hands.view.act("align_right")
    assert hands.project.get(Frame, frame.id).x == 320 + 208 - 280
    assert hands.place(case.below.id) == (320 + 208 - 280 + 24, 240)


def test_cards_are_aligned_with_a_locked_one_that_stays(hands: Hands, case: Case) -> None:
    card = card_of(hands, case.below.id)
    boards.move(hands.project, [(card.id, -64, 240)])
    arranging.lock(hands.project, [card.id], locked=True)
    hands.document.select((case.first.id, case.below.id))
    hands.view.act("align_left")
    assert hands.place(case.first.id) == (-64, 0)
    hands.view.act("align_right")
    assert hands.place(case.below.id) == (-64, 240)
    assert hands.told == ["1 locked card stayed."] * 2


def test_ten_thousand_boxes_are_aligned_and_distributed() -> None:
    boxes = np.random.default_rng(1).uniform(0, 9_000, (10_000, 4))
    assert np.ptp(placement.aligned(boxes, "left")[:, 0]) == 0
    places = placement.distributed(boxes, "down")
    middles = np.sort(places[:, 1] + boxes[:, 3] / 2)
    assert np.ptp(np.diff(middles)) <= 2


# Sizes


def test_cards_get_the_width_of_the_widest(hands: Hands, case: Case) -> None:
    wide = card_of(hands, case.second.id)
    boards.resize(hands.project, wide.id, 320, 0, 288, 0.0)
    hands.document.select((case.first.id, case.second.id))
    hands.view.act("same_width")
    assert card_of(hands, case.first.id).width == 288
    assert card_of(hands, case.first.id).height == 0


def test_cards_get_the_height_of_the_highest(hands: Hands, case: Case) -> None:
    high = card_of(hands, case.second.id)
    boards.resize(hands.project, high.id, 320, 0, 208, 160)
    hands.document.select((case.first.id, case.second.id))
    hands.view.act("same_size")
    assert hands.view.sheet.layout.boxes[:2, 3].tolist() == [160, 160]


def test_by_keys_a_card_becomes_wider_and_natural_again(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_Right, ALT | SHIFT)
    assert card_of(hands, case.first.id).width == 216
    hands.key(Qt.Key.Key_Left, ALT | SHIFT)
    hands.key(Qt.Key.Key_Left, ALT | SHIFT)
    assert card_of(hands, case.first.id).width == 200
    hands.view.act("natural_size")
    assert card_of(hands, case.first.id).width == 208


# What lies in front


def front_at(hands: Hands, x: float, y: float) -> str:
    row = hands.view.sheet.layout.card_at(x, y)
    assert row is not None
    return hands.view.sheet.layout.records[row]


def test_a_step_brings_a_card_past_the_next_that_overlaps_it(hands: Hands, case: Case) -> None:
    cards = [card_of(hands, id) for id in all_cards(hands, case)]
    boards.move(hands.project, [(card.id, 0, 0) for card in cards[:3]])
    first, second, source = all_cards(hands, case)[:3]
    assert front_at(hands, 20, 20) == source
    hands.document.select((first,))
    hands.key(Qt.Key.Key_BracketRight, CONTROL)
    layout = hands.view.sheet.layout
    ranks = layout.rank(hands.view.sheet.rows_of([second, first, source]))
    assert ranks.tolist() == sorted(ranks.tolist())
    hands.key(Qt.Key.Key_BracketRight, CONTROL)
    assert front_at(hands, 20, 20) == first
    hands.key(Qt.Key.Key_BracketRight, CONTROL)
    assert hands.told == ["No other card lies over it."]
    hands.key(Qt.Key.Key_BracketLeft, CONTROL)
    assert front_at(hands, 20, 20) == source


def test_a_card_goes_to_the_front_and_to_the_back(hands: Hands, case: Case) -> None:
    cards = [card_of(hands, id) for id in all_cards(hands, case)]
    boards.move(hands.project, [(card.id, 0, 0) for card in cards[:3]])
    hands.document.select((case.first.id, case.second.id))
    hands.key(Qt.Key.Key_BraceRight, CONTROL | SHIFT)
    assert front_at(hands, 20, 20) == case.second.id
    assert hands.project.undo_label == "Bring to front"
    hands.key(Qt.Key.Key_BraceLeft, CONTROL | SHIFT)
    assert front_at(hands, 20, 20) == case.source.id


def test_several_cards_keep_their_order_when_they_step(hands: Hands, case: Case) -> None:
    boxes = np.tile(np.array([0.0, 0.0, 10.0, 10.0]), (5, 1))
    layers, rank = np.arange(5), np.arange(5)
    up = placement.restacked(boxes, layers, rank, np.array([0, 1]), up=True)
    assert np.argsort(up, kind="stable").tolist() == [2, 0, 1, 3, 4]
    down = placement.restacked(boxes, layers, rank, np.array([3, 4]), up=False)
    assert np.argsort(down, kind="stable").tolist() == [0, 1, 3, 4, 2]


# Locking


def test_locking_and_unlocking_is_one_key(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id, case.second.id))
    arranging.lock(hands.project, [card_of(hands, case.first.id).id], locked=True)
    hands.key(Qt.Key.Key_L, CONTROL | SHIFT)
    assert card_of(hands, case.second.id).locked
    hands.key(Qt.Key.Key_L, CONTROL | SHIFT)
    assert not card_of(hands, case.first.id).locked
    assert hands.project.undo_label == "Unlock 2 cards"


# Copies


def test_duplicates_lie_beside_and_are_selected(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_D, CONTROL)
    (made,) = hands.selected()
    assert made != case.first.id
    assert hands.project.get(Claim, made).text == case.first.text
    layout = hands.view.sheet.layout
    box = layout.boxes[layout.row_of_record[made]]
    assert len(layout.cards_in(tuple(box.tolist()))) == 1


def test_copied_cards_are_text_for_others_and_cards_for_us(hands: Hands, case: Case) -> None:
    hands.document.select((case.below.id, case.first.id))
    hands.key(Qt.Key.Key_C, CONTROL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "C1 The ferry left at noon.\nH3 The port is open."
    assert mime.hasFormat(MEDIA_TYPE)
    count = len(hands.project.all(Claim))
    hands.key(Qt.Key.Key_V, CONTROL)
    assert len(hands.project.all(Claim)) == count + 2
    assert len(hands.project.all(Link)) == 2
    assert len(hands.selected()) == 2
    rows = hands.view.sheet.rows_of(hands.selected())
    first, below = sorted(hands.view.sheet.layout.boxes[rows, :2], key=lambda spot: spot[1])
    assert (below - first).tolist() == [0, 240]


def test_pasting_goes_to_the_pointer(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_C, CONTROL)
    QTest.mouseMove(hands.view, hands.at(400, 400))
    hands.key(Qt.Key.Key_V, CONTROL)
    assert hands.place(hands.selected()[0]) == (400, 400)


def test_what_is_cut_comes_back_as_the_same_record(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    steps = len(hands.project.steps())
    hands.key(Qt.Key.Key_X, CONTROL)
    assert hands.project.find(case.first.id) is None
    assert len(hands.project.steps()) == steps + 1
    hands.key(Qt.Key.Key_V, CONTROL)
    assert hands.selected() == (case.first.id,)
    assert hands.project.get(Claim, case.first.id) == case.first
    assert hands.project.find(case.support.id) is not None


def test_a_locked_card_is_not_cut(hands: Hands, case: Case) -> None:
    arranging.lock(hands.project, [card_of(hands, case.first.id).id], locked=True)
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_X, CONTROL)
    assert hands.project.find(case.first.id) is not None
    assert hands.told == ["This card is locked. The menu Arrange unlocks it."]


def test_copied_cards_can_be_shown_on_another_board_instead(hands: Hands, case: Case) -> None:
    with hands.project.transaction("Add board") as tx:
        second = tx.add(Board(title="Second"))
    hands.document.select((case.first.id, case.source.id))
    hands.key(Qt.Key.Key_C, CONTROL)
    hands.view.act("show_here")
    assert hands.told[-1] == "They are on this board already."
    hands.view.board_id = second.id
    hands.view.act("show_here")
    cards = [one for one in hands.project.all(Card) if one.board == second.id]
    assert {card.record for card in cards} == {case.first.id, case.source.id}
    assert len(hands.project.all(Claim)) == 3


@pytest.fixture
def other(tmp_path: Path, hands: Hands) -> Iterator[tuple[Project, BoardView]]:
    """Give another project in a window of its own."""
    opened = projects.start(tmp_path / "other.evboard", title="Other")
    document = Document(opened, hands.document.jobs)
    view = BoardView(document, opened.all(Board)[0].id)
    view.resize(800, 600)
    view.show()
    yield opened, view
    view.close()
    document.close()
    view.deleteLater()
    document.deleteLater()


def test_cards_come_to_another_project(
    hands: Hands, case: Case, other: tuple[Project, BoardView]
) -> None:
    project, view = other
    hands.document.select((case.first.id, case.below.id, case.source.id))
    hands.key(Qt.Key.Key_C, CONTROL)
    view.act("paste")
    assert {one.text for one in project.all(Claim)} == {case.first.text, case.below.text}
    assert [one.publisher for one in project.all(Source)] == ["Harbour office"]
    assert [one.type for one in project.all(Link)] == ["supports"]
    view.act("show_here")
    assert len(project.all(Claim)) == 2


@pytest.mark.parametrize(
    "packed",
    [
        b"{}",
        b"[" * 50_000,
        json.dumps(
            {
                "format": "evidence-board-clipping/1",
                "project": "x",
                "cut": False,
                "document": {"format": "evidence-board/1", "claims": [{"id": "a", "text": 3}]},
            }
        ).encode(),
    ],
)
def test_a_hostile_clipboard_changes_nothing_and_is_told(
    hands: Hands, case: Case, packed: bytes
) -> None:
    mime = QMimeData()
    mime.setData(MEDIA_TYPE, packed)
    QGuiApplication.clipboard().setMimeData(mime)
    steps = len(hands.project.steps())
    hands.view.act("paste")
    assert len(hands.project.steps()) == steps
    assert len(hands.problems) == 1


def test_what_is_too_large_for_the_clipboard_is_told(
    hands: Hands, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_board.interchange.clipping.MOST_BYTES", 100)
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_X, CONTROL)
    assert hands.project.find(case.first.id) is not None
    assert "the clipboard carries at most" in hands.problems[0]


def test_read_only_cards_can_be_copied_and_nothing_else(
    tmp_path: Path, show: Callable[[], Hands], case: Case, project: Project
) -> None:
    project.close()
    opened = Project.open(tmp_path / "case.evboard", read_only=True)
    document = Document(opened, show().document.jobs)
    view = BoardView(document, case.board.id)
    problems: list[str] = []
    document.problem.connect(problems.append)
    document.select((case.first.id, case.second.id))
    for act in ("copy", "align_left", "lock", "duplicate", "wider", "to_front", "cut"):
        view.act(act)
    assert len(problems) == 6
    assert all("open to read only" in sentence for sentence in problems)
    assert QGuiApplication.clipboard().mimeData().hasFormat(MEDIA_TYPE)
    view.deleteLater()
    document.close()
    document.deleteLater()


def test_undo_of_an_alignment_keeps_what_was_aligned_selected(spread: Hands) -> None:
    chosen = spread.selected()
    spread.view.act("align_left")
    spread.document.select(())
    spread.document.undo()
    assert set(spread.selected()) == {
        card.record for card in spread.project.all(Card) if card.record in chosen and card.x != 5.0
    }
