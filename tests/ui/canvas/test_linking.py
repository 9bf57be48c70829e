"""Lines by mouse: to a new card, moved by an end, named in place; linked premises."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from evidence_board.commands import claims, links, notes, premises, sources
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.model.source import Source
from evidence_board.ui.canvas.editor import CardEditor
from evidence_board.ui.canvas.pop_menu import PopMenu
from tests.commands.cases import draft, words
from tests.ui.canvas.conftest import LEFT, NONE, Case, Hands

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def menu_of(hands: Hands) -> PopMenu:
    assert hands.view.linking.menu is not None
    return hands.view.linking.menu


def editor_of(hands: Hands) -> CardEditor:
    assert hands.view.in_place.editor is not None
    return hands.view.in_place.editor


def drawing(hands: Hands) -> bool:
    """Say whether a thread is drawn now."""
    return hands.view.live.thread is not None


def port_of(hands: Hands, id: str, across: float = 0.5, down: float = 1.0) -> QPoint:
    """Move to a card and return the place of a port, the lower one by default."""
    QTest.mouseMove(hands.view, hands.spot(id))
    QTest.qWait(150)
    return hands.spot(id, across, down)


def spot_on(hands: Hands, id: str, share: str = "middle") -> QPoint:
    """Return where the start, middle or end of a line is in the window."""
    lines = hands.view.sheet.layout.lines
    row = lines.row_of[id]
    curve = lines.curves[row].tolist()
    if share == "start":
        return hands.at(curve[0], curve[1])
    if share == "end":
        return hands.at(curve[6], curve[7])
    x = (curve[0] + 3 * curve[2] + 3 * curve[4] + curve[6]) / 8
    y = (curve[1] + 3 * curve[3] + 3 * curve[5] + curve[7]) / 8
    return hands.at(x, y)


# A thread dropped on nothing


def test_a_thread_dropped_on_nothing_makes_a_linked_claim_in_one_step(
    hands: Hands, case: Case
) -> None:
    steps = len(hands.project.steps())
    hands.drag(port_of(hands, case.second.id), hands.at(424, 400))
    QTest.keyClick(menu_of(hands), Qt.Key.Key_1)
    QTest.keyClick(menu_of(hands), Qt.Key.Key_2)
    assert drawing(hands)
    QTest.keyClicks(editor_of(hands), "It carried coal.")
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Return)
    made = hands.project.all(Claim)[-1]
    line = hands.project.all(Link)[-1]
    assert (made.text, made.kind) == ("It carried coal.", "judgement")
    assert (line.from_id, line.to_id, line.type) == (case.second.id, made.id, "contradicts")
    assert hands.place(made.id) == (320, 400)
    assert hands.selected() == (made.id,)
    assert hands.told == [f"C2 contradicts {made.mark}"]
    assert not drawing(hands)
    assert len(hands.project.steps()) == steps + 1
    hands.project.undo()
    assert hands.project.find(made.id) is None


def test_a_source_drawn_from_a_claim_to_nothing_asserts_it(hands: Hands, case: Case) -> None:
    hands.drag(port_of(hands, case.second.id), hands.at(424, 400))
    QTest.keyClick(menu_of(hands), Qt.Key.Key_2)
    QTest.keyClicks(editor_of(hands), "A pilot")
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Return)
    made = hands.project.all(Source)[-1]
    line = hands.project.all(Assertion)[-1]
    assert made.publisher == "A pilot"
    assert (line.source, line.claim) == (made.id, case.second.id)


def test_a_note_drawn_from_a_claim_is_about_it(hands: Hands, case: Case) -> None:
    hands.drag(port_of(hands, case.second.id), hands.at(424, 400))
    QTest.keyClick(menu_of(hands), Qt.Key.Key_3)
    QTest.keyClicks(editor_of(hands), "Ask again.")
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Return, CONTROL)
    made = hands.project.all(Note)[-1]
    assert (made.text, made.about) == ("Ask again.", case.second.id)
    assert made.id in hands.view.sheet.layout.lines.row_of


def test_from_a_source_a_claim_needs_no_type_and_a_source_asks_for_one(
    hands: Hands, case: Case
) -> None:
    hands.drag(port_of(hands, case.source.id), hands.at(744, 400))
    QTest.keyClick(menu_of(hands), Qt.Key.Key_2)
    QTest.keyClick(menu_of(hands), Qt.Key.Key_3)
    QTest.keyClicks(editor_of(hands), "A pilot")
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Return)
    line = hands.project.all(Citation)[-1]
    assert (line.from_id, line.type) == (case.source.id, "relays")


@pytest.mark.parametrize("stage", ["kind", "type", "words", "no words"])
def test_escape_at_any_stage_of_a_linked_card_leaves_nothing(
    hands: Hands, case: Case, stage: str
) -> None:
    steps = len(hands.project.steps())
    hands.drag(port_of(hands, case.second.id), hands.at(424, 400))
    if stage != "kind":
        QTest.keyClick(menu_of(hands), Qt.Key.Key_1)
    if stage in ("words", "no words"):
        QTest.keyClick(menu_of(hands), Qt.Key.Key_1)
        if stage == "words":
            QTest.keyClicks(editor_of(hands), "Something")
        QTest.keyClick(editor_of(hands), Qt.Key.Key_Escape)
    else:
        QTest.keyClick(menu_of(hands), Qt.Key.Key_Escape)
    assert len(hands.project.steps()) == steps
    assert not drawing(hands)
    assert hands.view.linking.menu is None
    assert not hands.editing()


def test_a_thread_that_comes_back_to_its_card_means_nothing(hands: Hands, case: Case) -> None:
    port = port_of(hands, case.second.id)
    hands.drag(port, port + QPoint(30, -20))
    assert hands.view.linking.menu is None
    assert hands.told == []


def test_a_click_elsewhere_keeps_a_link_of_which_only_the_reason_lacks(
    hands: Hands, case: Case
) -> None:
    hands.drag(port_of(hands, case.first.id), hands.spot(case.second.id))
    QTest.keyClick(menu_of(hands), Qt.Key.Key_2)
    field = menu_of(hands).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "one of them")
    hands.click(hands.at(600, 500))
    made = hands.project.all(Link)[-1]
    assert (made.from_id, made.to_id) == (case.first.id, case.second.id)
    assert (made.type, made.reason) == ("contradicts", "one of them")
    assert hands.view.linking.menu is None
    assert not drawing(hands)


def test_a_click_elsewhere_before_a_type_is_taken_makes_no_link(hands: Hands, case: Case) -> None:
    before = hands.project.all(Link)
    hands.drag(port_of(hands, case.first.id), hands.spot(case.second.id))
    hands.click(hands.at(600, 500))
    assert hands.project.all(Link) == before
    assert hands.view.linking.menu is None


def test_a_new_card_closes_the_menu_of_a_thread(hands: Hands, case: Case) -> None:
    hands.drag(port_of(hands, case.second.id), hands.at(424, 400))
    assert drawing(hands)
    hands.view.compose("claim", None)
    assert hands.view.linking.menu is None
    assert not drawing(hands)


# Moving an end


def test_an_end_is_dragged_to_another_card_and_the_rest_stays(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    hands.document.select((case.support.id,))
    hands.drag(spot_on(hands, case.support.id, "start"), hands.spot(case.second.id))
    moved = hands.project.get(Link, case.support.id)
    assert (moved.from_id, moved.to_id, moved.reason) == (case.second.id, case.below.id, "seen")
    assert hands.selected() == (case.support.id,)
    assert hands.told == ["C2 supports H3"]
    assert len(hands.project.steps()) == steps + 1
    hands.project.undo()
    assert hands.project.get(Link, case.support.id).from_id == case.first.id


def test_what_may_not_take_an_end_says_why(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    for target, sentence in (
        (hands.spot(case.source.id), "A claim cannot be drawn as “supports” to a source. "),
        (hands.spot(case.first.id), "Nothing supports itself. "),
        (hands.at(600, 500), "No card there: the line stayed as it was."),
    ):
        hands.document.select((case.support.id,))
        start = spot_on(hands, case.support.id, "end")
        hands.press(start, target)
        thread = hands.view.live.thread
        assert thread is not None
        assert thread.allowed == sentence.startswith("No card")
        QTest.mouseRelease(hands.view, LEFT, NONE, target)
        assert hands.told[-1].startswith(sentence)
        assert not drawing(hands)
    assert len(hands.project.steps()) == steps


def test_escape_while_an_end_is_dragged_leaves_it(hands: Hands, case: Case) -> None:
    hands.document.select((case.support.id,))
    start = spot_on(hands, case.support.id, "end")
    hands.press(start, hands.spot(case.second.id))
    hands.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(hands.view, LEFT, NONE, hands.spot(case.second.id))
    assert hands.project.get(Link, case.support.id).to_id == case.below.id
    assert not drawing(hands)
    assert hands.selected() == (case.support.id,)


def test_an_undercut_is_moved_to_another_link(hands: Hands, case: Case) -> None:
    other = links.connect(hands.project, case.second.id, case.below.id, "supports")
    doubt = claims.write(hands.project, "Not so.", board=case.board.id, x=640, y=240)
    undercut = links.connect(hands.project, doubt.id, case.support.id, "undercuts")
    hands.settle()
    hands.document.select((undercut.id,))
    hands.drag(spot_on(hands, undercut.id, "end"), spot_on(hands, other.id))
    assert hands.project.get(Link, undercut.id).to_id == other.id


def test_words_stay_with_their_source(hands: Hands, case: Case) -> None:
    project, board = hands.project, case.board.id
    held = sources.pin(project, [draft()], board=board, x=640, y=240)[0]
    claim = claims.mark(project, words(held, "noon"), board=board, x=320, y=480)
    line = next(one for one in project.referrers(claim.id) if isinstance(one, Assertion))
    hands.settle()
    hands.document.select((line.id,))
    hands.drag(spot_on(hands, line.id, "start"), hands.spot(case.source.id))
    assert project.get(Assertion, line.id).source == held.source.id
    assert hands.told[-1].startswith("This line rests on words of S2. Mark words in S1 to")


def test_a_click_on_a_handle_moves_nothing(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    hands.document.select((case.support.id,))
    hands.click(spot_on(hands, case.support.id, "end"))
    assert len(hands.project.steps()) == steps
    assert hands.selected() == (case.support.id,)


# The reason in place


def test_a_double_click_on_a_line_edits_its_reason_in_place(hands: Hands, case: Case) -> None:
    QTest.mouseDClick(hands.view, LEFT, NONE, spot_on(hands, case.support.id))
    editor = editor_of(hands)
    assert editor.toPlainText() == "seen"
    assert editor.geometry().contains(spot_on(hands, case.support.id))
    QTest.keyClicks(editor, "seen by two")
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.toPlainText() == "seen"
    QTest.keyClick(editor, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(editor, "seen by three")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert hands.project.get(Link, case.support.id).reason == "seen by three"
    assert hands.project.undo_label == "Set reason"
    lines = hands.view.sheet.layout.lines
    assert lines.ties[lines.row_of[case.support.id]].label == "seen by three"


def test_escape_leaves_the_reason_and_an_emptied_one_is_taken_away(
    hands: Hands, case: Case
) -> None:
    hands.document.select((case.support.id,))
    hands.key(Qt.Key.Key_Return)
    QTest.keyClicks(editor_of(hands), "else")
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Escape)
    assert hands.project.get(Link, case.support.id).reason == "seen"
    hands.key(Qt.Key.Key_F2)
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Delete)
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Return)
    assert hands.project.get(Link, case.support.id).reason == ""


def test_a_line_that_asserts_says_that_it_has_no_reason(hands: Hands, case: Case) -> None:
    line = links.connect(hands.project, case.source.id, case.second.id, "asserts")
    hands.settle()
    QTest.mouseDClick(hands.view, LEFT, NONE, spot_on(hands, line.id))
    assert not hands.editing()
    assert "no reason" in hands.told[-1]


# Turning, joining


def test_alt_d_turns_a_line_round_where_its_type_allows_it(hands: Hands, case: Case) -> None:
    line = links.connect(hands.project, case.source.id, case.second.id, "asserts")
    hands.document.select((case.support.id,))
    hands.key(Qt.Key.Key_D, ALT)
    assert hands.project.get(Link, case.support.id).from_id == case.below.id
    hands.document.select((line.id,))
    hands.key(Qt.Key.Key_D, ALT)
    assert hands.problems[-1].startswith("A claim cannot be drawn as “asserts” to a source.")
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_D, ALT)
    assert hands.told[-1] == "Select one line first."


def test_selected_links_are_joined_and_parted(hands: Hands, case: Case) -> None:
    other = links.connect(hands.project, case.second.id, case.below.id, "supports")
    hands.settle()
    hands.click(spot_on(hands, case.support.id))
    hands.click(spot_on(hands, other.id), SHIFT)
    hands.view.act("join_premises")
    lines = hands.view.sheet.layout.lines
    assert len(set(lines.groups.tolist())) == 1
    assert lines.groups[0] > 0
    hands.view.act("part_premises")
    assert hands.view.sheet.layout.lines.groups.tolist() == [0, 0]
    hands.document.select((case.support.id,))
    hands.view.act("join_premises")
    assert hands.problems[-1].startswith("Select two or more links")


def test_a_line_is_given_another_type_by_its_action(hands: Hands, case: Case) -> None:
    hands.document.select((case.support.id,))
    hands.view.act("type_contradicts")
    assert hands.project.get(Link, case.support.id).type == "contradicts"


def test_several_links_between_the_same_two_stay_apart(hands: Hands, case: Case) -> None:
    other = links.connect(hands.project, case.first.id, case.below.id, "presupposes")
    hands.settle()
    spots = [spot_on(hands, id) for id in (case.support.id, other.id)]
    assert (spots[0] - spots[1]).manhattanLength() > 12
    for id, spot in zip((case.support.id, other.id), spots, strict=True):
        hands.click(spot)
        assert hands.selected() == (id,)


# What is told at the moment of linking


def test_the_menu_tells_that_a_source_adds_no_origin(hands: Hands, case: Case) -> None:
    project = hands.project
    other = sources.cite(project, "A paper", board=case.board.id, x=640, y=240)
    with project.transaction("Name") as tx:
        tx.update(project.get(Source, case.source.id), origin_kind="identified")
    links.connect(project, other.id, case.source.id, "quotes")
    links.connect(project, case.source.id, case.second.id, "asserts")
    hands.settle()
    hands.drag(port_of(hands, other.id, 0.0, 0.5), hands.spot(case.second.id))
    told = "Adds a source, not an origin: S2 goes back to Harbour office, which is there already."
    assert menu_of(hands).accessibleDescription() == f"From S2 to C2 {told}"


def test_linked_premises_keep_a_reason_field_out_of_the_way_of_figures(
    hands: Hands, case: Case
) -> None:
    hands.drag(port_of(hands, case.second.id), hands.spot(case.below.id))
    QTest.keyClick(menu_of(hands), Qt.Key.Key_1)
    field = menu_of(hands).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "2 of 3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert hands.project.all(Link)[-1].reason == "2 of 3"


def test_a_read_only_project_lets_no_line_be_changed(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    hands.document.select((case.support.id,))
    hands.project.read_only = True
    hands.drag(spot_on(hands, case.support.id, "end"), hands.spot(case.second.id))
    for action in ("reverse_link", "link_reason", "move_link_end", "type_contradicts"):
        hands.document.select((case.support.id,))
        hands.view.act(action)
        assert hands.told[-1] == "This project is open to read only."
    assert not hands.editing()
    assert len(hands.project.steps()) == steps
    hands.project.read_only = False


def test_a_group_that_loses_a_line_on_undo_is_drawn_as_it_was(hands: Hands, case: Case) -> None:
    other = links.connect(hands.project, case.second.id, case.below.id, "supports")
    assert isinstance(other, Link)
    premises.join(hands.project, (case.support, other))
    hands.document.select((other.id,))
    hands.key(Qt.Key.Key_Delete)
    hands.document.undo()
    groups = hands.view.sheet.layout.lines.groups.tolist()
    assert len(groups) == 2
    assert len(set(groups)) == 1


def test_cards_that_a_link_cannot_end_on_step_back_while_it_is_drawn(
    hands: Hands, case: Case
) -> None:
    note = notes.write(hands.project, "Aside.", board=case.board.id, x=640, y=240)
    start = port_of(hands, case.second.id)
    hands.crisp()
    before = hands.view.grab().toImage().pixelColor(hands.spot(note.id, 0.9, 0.9))
    hands.press(start, hands.at(450, 400))
    layout = hands.view.sheet.layout
    assert hands.view.live.unfit.tolist() == [layout.row_of_record[note.id]]
    assert hands.view.grab().toImage().pixelColor(hands.spot(note.id, 0.9, 0.9)) != before
    hands.key(Qt.Key.Key_Escape)
    assert not len(hands.view.live.unfit)
