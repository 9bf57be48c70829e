"""What assistive technology is told of the board: cards and lines, named, by place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface

from evidence_board.commands import boards, claims, editing, frames, judging, links, notes
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from tests.ui.canvas.conftest import Case, Hands

NAME = QAccessible.Text.Name


def listed(hands: Hands) -> QAccessibleInterface:
    """Return the board as a list."""
    return QAccessible.queryAccessibleInterface(hands.view)


def names(hands: Hands) -> list[str]:
    """Return the names of the cards and lines, in the order of the list."""
    board = listed(hands)
    children = [board.child(place) for place in range(board.childCount())]
    return [one.text(NAME) for one in children if one.role() == QAccessible.Role.ListItem]


def test_lines_follow_the_cards_and_say_from_where_to_where_and_why(
    hands: Hands, case: Case
) -> None:
    told = names(hands)
    assert told[-1] == "supports, C1 to H3, reason: seen."
    assert [name.split(".")[0] for name in told[:-1]] == [
        *("Claim C1", "Claim C2", "Source S1", "Hypothesis H3")
    ]


def test_a_claim_says_what_is_drawn_to_it_between_confidence_and_origins(
    hands: Hands, case: Case
) -> None:
    links.connect(hands.project, case.second.id, case.below.id, "contradicts")
    links.connect(hands.project, case.source.id, case.below.id, "asserts")
    judging.set_likelihood(hands.project, case.below, "likely")
    below = hands.project.get(Claim, case.below.id)
    editing.change(hands.project, below, confidence="moderate", reason="Two saw it")
    told = next(name for name in names(hands) if name.startswith("Hypothesis"))
    assert told.startswith(
        "Hypothesis H3. The port is open. Likely. Confidence moderate. 1 supports, 1 contradicts. "
    )
    assert "source" in told


def test_a_note_says_what_it_is_about_and_its_line_is_not_told_twice(
    hands: Hands, case: Case
) -> None:
    notes.write(hands.project, "Who saw it?", about=case.first.id, board=case.board.id, x=0, y=480)
    told = names(hands)
    assert any(name.startswith("Note N1. Who saw it? About C1") for name in told)
    assert len(told) == 6


def test_a_line_tells_that_it_is_selected_or_has_no_reason(hands: Hands, case: Case) -> None:
    made = links.connect(hands.project, case.first.id, case.second.id, "same as")
    assert isinstance(made, Link)
    assert "is the same as, C1 to C2, no reason." in names(hands)
    hands.document.select((made.id,))
    assert "is the same as, C1 to C2, no reason. Selected." in names(hands)


def test_what_a_collapsed_frame_hides_is_not_in_the_list(hands: Hands, case: Case) -> None:
    frame = boards.frame(hands.project, case.board.id, -24, -48, 900, 700, "Harbour")
    frames.fold(hands.project, (frame.id,), folded=True)
    assert names(hands) == ["Frame Harbour. collapsed. 2 claims, 1 hypothesis, 1 source."]


def test_the_list_follows_what_is_made_moved_and_taken_away(hands: Hands, case: Case) -> None:
    assert names(hands)[0].startswith("Claim C1")
    card = hands.project.referrers(case.first.id)
    moved = next(one.id for one in card if one.table == "card")
    boards.move(hands.project, [(moved, 0.0, 800.0)])
    assert [name.split(".")[0] for name in names(hands)[:4]][-1] == "Claim C1"
    hands.document.undo()
    assert names(hands)[0].startswith("Claim C1")


def test_a_card_out_of_sight_says_so(hands: Hands, case: Case) -> None:
    first = listed(hands).child(0)
    assert not first.state().offscreen
    hands.view.camera.pan(5_000, 0)
    assert first.state().offscreen
    hands.key(Qt.Key.Key_Tab)
    assert first.state().focused
    assert not first.state().offscreen


def test_each_of_many_knows_its_place_in_the_list(hands: Hands, case: Case) -> None:
    for number in range(300):
        x, y = number % 20 * 240.0, 400.0 + number // 20 * 120
        claims.write(hands.project, f"Claim {number}", board=case.board.id, x=x, y=y)
    board = listed(hands)
    for place in range(200):
        assert board.indexOfChild(board.child(place)) == place
