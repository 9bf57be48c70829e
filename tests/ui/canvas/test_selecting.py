"""Selecting what is alike; colours and tags on cards."""

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from evidence_board.commands import (
    boards,
    claims,
    colouring,
    discrepancies,
    editing,
    links,
    notes,
    tagging,
)
from evidence_board.model.board import Card
from evidence_board.model.capture import Capture
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.project.project import Project
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.hover_text import card_text
from evidence_board.ui.canvas.scene import MOST_RINGS
from evidence_board.ui.canvas.spoken import card_name
from evidence_board.ui.canvas.ties import Tie
from tests.commands.cases import pinned, words
from tests.ui.canvas.conftest import Case, Hands
from tests.ui.canvas.test_board_painting import shown


def card(project: Project, record: str) -> Card:
    """Return the card of a record."""
    return next(one for one in project.referrers(record) if isinstance(one, Card))


def face_of(hands: Hands, record: str) -> Face:
    """Return what the card of a record shows."""
    return hands.view.sheet.face(hands.view.sheet.layout.row_of_record[record])


def test_all_of_a_kind_are_selected(hands: Hands, case: Case) -> None:
    note = notes.write(hands.project, "Ask.", board=case.board.id, x=0, y=600)
    for action, wanted in (
        ("select_claims", {case.first.id, case.second.id, case.below.id}),
        ("select_sources", {case.source.id}),
        ("select_notes", {note.id}),
        ("select_lines", {case.support.id}),
    ):
        hands.view.act(action)
        assert set(hands.selected()) == wanted


def test_a_kind_that_is_not_there_leaves_the_selection_and_says_so(
    hands: Hands, case: Case
) -> None:
    hands.document.select((case.first.id,))
    hands.view.act("select_notes")
    assert hands.selected() == (case.first.id,)
    assert hands.told == ["There is none on this board."]


def test_what_is_unfinished_is_selected(hands: Hands, case: Case) -> None:
    bare = links.connect(hands.project, case.second.id, case.below.id, "supports")
    held = pinned(hands.project)
    said = claims.mark(hands.project, words(held, "ferry left"), board=case.board.id, x=0, y=600)
    hands.view.act("select_unfinished")
    assert set(hands.selected()) == {case.first.id, case.second.id, bare.id}
    assert said.id not in hands.selected()
    editing.change(hands.project, case.below, confidence="high")
    hands.view.act("select_unfinished")
    assert case.below.id in hands.selected()


def test_the_others_are_selected_frames_too(hands: Hands, case: Case) -> None:
    frame = boards.frame(hands.project, case.board.id, 0, 600, 300, 200)
    hands.document.select((case.first.id, case.second.id))
    hands.view.act("select_others")
    assert set(hands.selected()) == {case.source.id, case.below.id, frame.id}


def test_all_with_a_tag_are_selected(hands: Hands, case: Case) -> None:
    tagging.add(hands.project, (case.first.id, case.source.id), "rail")
    hands.document.select((case.source.id,))
    hands.view.act("select_tagged")
    assert set(hands.selected()) == {case.first.id, case.source.id}
    hands.document.select((case.below.id,))
    hands.view.act("select_tagged")
    assert hands.selected() == (case.below.id,)
    assert hands.told == ["What is selected has no tag."]


def test_several_cards_are_coloured_as_one_step_and_found_by_it(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id, case.source.id))
    hands.view.act("colour_teal")
    assert card(hands.project, case.first.id).colour == "teal"
    assert card(hands.project, case.source.id).colour == "teal"
    hands.document.select((case.first.id,))
    hands.view.act("select_coloured")
    assert set(hands.selected()) == {case.first.id, case.source.id}
    hands.view.act("colour_none")
    assert card(hands.project, case.first.id).colour == ""
    hands.project.undo()
    hands.project.undo()
    assert card(hands.project, case.source.id).colour == ""


def test_without_a_card_a_colour_says_what_to_do(hands: Hands, case: Case) -> None:
    hands.document.select((case.support.id,))
    hands.view.act("colour_blue")
    assert hands.problems == ["No card is selected. Select one to colour it."]


def test_a_colour_is_a_strip_along_the_top_of_its_card_alone(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    colouring.colour(hands.project, (card(hands.project, case.first.id).id,), "pink")
    strip = QColor(hands.view.surface.look.tokens.color("colour.pink"))
    spot = hands.spot(case.first.id, 0.5, 0.02)
    qtbot.waitUntil(lambda: hands.view.grab().toImage().pixelColor(spot) == strip)
    shown = hands.view.grab().toImage()
    assert shown.pixelColor(hands.spot(case.second.id, 0.5, 0.02)) != strip


def test_two_cards_of_one_record_wear_their_own_colours(hands: Hands, case: Case) -> None:
    with hands.project.transaction("Put twice") as tx:
        twin = tx.add(Card(board=case.board.id, record=case.first.id, x=0, y=600))
    colouring.colour(hands.project, (twin.id,), "blue")
    layout = hands.view.sheet.layout
    rows = [row for row, record in enumerate(layout.records) if record == case.first.id]
    assert sorted(hands.view.sheet.face(row).colour for row in rows) == ["", "blue"]
    for row in rows:
        assert hands.view.sheet.face(row) is hands.view.sheet.face(row)


def test_tags_stand_on_the_card_and_make_room_for_themselves(hands: Hands, case: Case) -> None:
    def height() -> float:
        layout = hands.view.sheet.layout
        return float(layout.boxes[layout.row_of_record[case.first.id], 3])

    before = height()
    tag = tagging.add(hands.project, (case.first.id,), "rail")
    assert face_of(hands, case.first.id).tags == ("rail",)
    assert height() > before + 15
    tagging.rename(hands.project, tag, "trains")
    assert face_of(hands, case.first.id).tags == ("trains",)
    hands.project.undo()
    hands.project.undo()
    assert np.isclose(height(), before)


def test_both_claims_of_an_open_contradiction_are_marked(hands: Hands, case: Case) -> None:
    def marked() -> list[bool]:
        faces = (face_of(hands, one) for one in (case.first.id, case.second.id))
        return [face.contradicted for face in faces]

    assert marked() == [False, False]
    link = links.connect(hands.project, case.first.id, case.second.id, "contradicts", "both")
    assert marked() == [True, True]
    editing.change(hands.project, case.second, status="withdrawn")
    assert marked() == [False, False]
    hands.project.undo()
    assert marked() == [True, True]
    hands.document.select((link.id,))
    hands.view.act("delete")
    assert marked() == [False, False]


def test_both_claims_of_an_open_discrepancy_are_marked_until_it_has_a_verdict(
    hands: Hands, case: Case
) -> None:
    held = pinned(hands.project)
    made = [
        claims.mark(hands.project, words(held, said), board=case.board.id, x=x, y=600)
        for said, x in (("ferry left", 0), ("Two witnesses", 300))
    ]

    def marked() -> list[bool]:
        return [face_of(hands, one.id).misfit for one in made]

    assert marked() == [False, False]
    one, other = hands.project.all(Excerpt)
    with hands.project.transaction("Note") as tx:
        pair = tx.add(Discrepancy(one=one.id, other=other.id, kind="value"))
    assert marked() == [True, True]
    row = hands.view.sheet.layout.row_of_record[made[0].id]
    assert "does not fit" in card_name(hands.view.sheet.face(row), selected=False).lower()
    told = card_text(made[0], hands.view.sheet.face(row), hands.project)
    assert all(one in told for one in ("ferry left", "Two witnesses", "no verdict yet"))
    discrepancies.settle(hands.project, pair, "conflict", "Both cannot be.")
    assert marked() == [True, True]
    editing.change(hands.project, made[1], status="settled")
    assert marked() == [False, False]
    hands.project.undo()
    assert marked() == [True, True]
    pair = hands.project.get(Discrepancy, pair.id)
    discrepancies.settle(hands.project, pair, "equal", "They are the same.")
    assert marked() == [False, False]


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_link_without_a_reason_is_marked_until_it_has_one(
    hands: Hands, case: Case, reason: str
) -> None:
    link = links.connect(hands.project, case.second.id, case.below.id, "supports", reason)

    def tie() -> Tie:
        lines = hands.view.sheet.layout.lines
        return lines.ties[lines.row_of[link.id]]

    assert tie().unreasoned
    assert tie().told == "no reason"
    editing.change(hands.project, link, reason="seen")
    assert not tie().unreasoned


def test_words_that_are_not_in_the_kept_text_any_more_are_said_to_be_lost(
    hands: Hands, case: Case
) -> None:
    held = pinned(hands.project)
    claim = claims.mark(hands.project, words(held, "ferry left"), board=case.board.id, x=0, y=600)
    excerpt = hands.project.all(Excerpt)[0]
    boards.pin_records(hands.project, case.board.id, [(excerpt.id, 300, 600)])
    assert face_of(hands, claim.id).lost == ""
    capture = hands.project.all(Capture)[0]
    with hands.project.transaction("Other text") as tx:
        text = tx.keep(b"Quite other words than before, and as many of them as there were then.")
        tx.update(capture, text_sha256=text)
    mark = held.source.mark
    assert face_of(hands, claim.id).lost == f"words not found in {mark}"
    assert face_of(hands, excerpt.id).lost == f"Not found in {mark} as stored."
    assert face_of(hands, claim.id).warning
    hands.project.undo()
    assert face_of(hands, claim.id).lost == ""


def test_very_many_selected_lines_are_marked_by_the_tiles(hands: Hands, case: Case) -> None:
    """Thousands of bands, each led around cards, would hold up every frame."""
    link = Link(from_id=case.first.id, to_id=case.second.id, type="supports")
    with hands.project.transaction("Link often") as tx:
        made = tx.add_all([link.replace(id=f"link{n}") for n in range(MOST_RINGS + 1)])
    accent = hands.view.surface.look.color("accent.default").rgb()

    def marked() -> int:
        picture = shown(hands)
        places = np.ndindex(picture.width() // 2, picture.height() // 2)
        return sum(picture.pixel(2 * x, 2 * y) == accent for x, y in places)

    assert not marked()
    hands.document.select(one.id for one in made)
    assert len(hands.view.chosen.lines) == MOST_RINGS + 1
    assert marked() > 100
    hands.document.select(())
    assert not marked()
