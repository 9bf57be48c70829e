"""Copies: the same content under new ids; evidence is never doubled; one step, or nothing."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from evidence_board.analysis.closure import closed_count
from evidence_board.analysis.lineage import ground_of
from evidence_board.commands import arranging, boards, claims, clips, copying, links, sources
from evidence_board.interchange import clipping as clippings
from evidence_board.interchange.clipping import Clipping
from evidence_board.interchange.document import BadDocument, to_plain
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note, Tag, Tagging
from evidence_board.model.record import Plain, Record
from evidence_board.model.source import Source
from evidence_board.project.check import check
from evidence_board.project.project import Project
from tests.commands.cases import HARBOUR, draft, held, started
from tests.commands.conftest import Harbour


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Project]:
    opened = started(tmp_path / "other.evboard", title="Other")
    yield opened
    opened.close()
    assert check(tmp_path / "other.evboard") == ()


@pytest.fixture
def laid(project: Project, case: Harbour) -> Harbour:
    """Give the case with all its claims and its source on the board."""
    places = [(case.left.id, 0.0, 120.0), (case.report.id, 0.0, 0.0), (case.office.id, 300.0, 0.0)]
    boards.pin_records(project, case.board.id, places)
    return case


def board_of(project: Project) -> str:
    return project.all(Board)[0].id


def through_the_clipboard(clipping: Clipping) -> Clipping:
    """Return what another program reads of a clipping."""
    return clippings.from_bytes(clippings.to_bytes(clipping))


def counted(project: Project, claim: str) -> object:
    """Return what the badge of a claim counts."""
    return replace(closed_count(project, project.get(Claim, claim), ground_of(project)), claim="")


def new_of(kind: type[Record], project: Project, ids: tuple[str, ...]) -> list[Record]:
    return [one for id in ids if isinstance(one := project.find(id), kind)]


def _copy_of(project: Project, made: tuple[str, ...], claim: Claim) -> str:
    return next(id for id in made if project.get(Claim, id).text == claim.text)


# Duplicates


def test_a_duplicate_is_a_new_record_that_says_the_same_beside_the_original(
    project: Project, laid: Harbour
) -> None:
    steps = len(project.steps())
    (made,) = copying.duplicate(project, laid.board.id, [laid.sailed.id], 232, 0)
    copy = project.get(Claim, made)
    assert (copy.text, copy.kind) == (laid.sailed.text, laid.sailed.kind)
    assert copy.number != laid.sailed.number
    before, after = laid.card_of(project, laid.sailed.id), laid.card_of(project, made)
    assert (after.x, after.y, after.width) == (before.x + 232, before.y, before.width)
    assert after.layer > before.layer
    assert (len(project.steps()), project.undo_label) == (steps + 1, "Duplicate claim")


def test_links_among_the_duplicated_come_along_those_to_others_do_not(
    project: Project, laid: Harbour
) -> None:
    made = copying.duplicate(project, laid.board.id, [laid.left.id, laid.sailed.id], 0, 400)
    left, sailed = (_copy_of(project, made, one) for one in (laid.left, laid.sailed))
    copies = [one for one in project.all(Link) if one.from_id == left]
    assert [(one.to_id, one.type, one.reason) for one in copies] == [
        (sailed, "supports", "same ship")
    ]
    (alone,) = copying.duplicate(project, laid.board.id, [laid.left.id], 0, 800)
    assert not [one for one in project.referrers(alone) if isinstance(one, Link)]


def test_a_duplicated_claim_rests_on_the_same_sources_and_no_count_grows(
    project: Project, laid: Harbour
) -> None:
    chosen = [laid.seen.id, laid.report.id, laid.office.id]
    before = counted(project, laid.seen.id)
    sources_before, excerpts = project.all(Source), project.all(Excerpt)
    (made,) = copying.duplicate(project, laid.board.id, chosen, 0, 300)
    assert project.all(Source) == sources_before
    assert project.all(Excerpt) == excerpts
    assert counted(project, laid.seen.id) == before
    assert counted(project, made) == before
    whole = claims.write(project, "All of it.", kind="judgement", board=laid.board.id)
    links.connect(project, laid.seen.id, whole.id, "supports")
    alone = counted(project, whole.id)
    links.connect(project, made, whole.id, "supports")
    assert counted(project, whole.id) == alone


def test_a_source_alone_is_not_doubled(project: Project, laid: Harbour) -> None:
    steps = len(project.steps())
    assert copying.duplicate(project, laid.board.id, [laid.report.id], 10, 10) == ()
    assert len(project.steps()) == steps


def test_a_frame_is_duplicated_with_its_cards(project: Project, laid: Harbour) -> None:
    made = copying.duplicate(project, laid.board.id, [laid.frame.id, laid.sailed.id], 0, 500)
    (frame,) = new_of(Frame, project, made)
    assert isinstance(frame, Frame)
    assert (frame.title, frame.y) == ("Departure", laid.frame.y + 500)
    assert project.undo_label == "Duplicate a card and a frame"


def test_a_copy_is_no_key_judgement_and_not_locked(project: Project, laid: Harbour) -> None:
    with project.transaction("Rank") as tx:
        tx.update(laid.sailed, rank=1.0)
    arranging.lock(project, [laid.card_of(project, laid.sailed.id).id], locked=True)
    (made,) = copying.duplicate(project, laid.board.id, [laid.sailed.id], 0, 90)
    assert project.get(Claim, made).rank is None
    assert not laid.card_of(project, made).locked


def test_a_copied_question_stays_a_question_about_its_claim(
    project: Project, laid: Harbour
) -> None:
    (made,) = copying.duplicate(project, laid.board.id, [laid.note.id], 0, 90)
    assert project.get(Note, made).about == laid.sailed.id


def test_tags_come_along(project: Project, laid: Harbour) -> None:
    with project.transaction("Tag") as tx:
        tag = tx.add(Tag(label="sea"))
        tx.add(Tagging(tag=tag.id, record=laid.sailed.id))
    (made,) = copying.duplicate(project, laid.board.id, [laid.sailed.id], 0, 90)
    assert [one.tag for one in project.referrers(made) if isinstance(one, Tagging)] == [tag.id]
    assert project.all(Tag) == (tag,)


# Between projects


def test_a_claim_comes_to_another_project_with_all_that_it_rests_on(
    project: Project, laid: Harbour, other: Project
) -> None:
    chosen = [laid.seen.id, laid.report.id, laid.office.id]
    clipping = through_the_clipboard(clips.clip(project, laid.board.id, chosen))
    steps = len(other.steps())
    came = copying.paste(other, clipping, board_of(other), 1000, 2000)
    assert (len(other.steps()), other.undo_label) == (steps + 1, "Paste")
    (claim,) = new_of(Claim, other, came)
    assert claim.id != laid.seen.id
    assert counted(other, claim.id) == counted(project, laid.seen.id)
    (assertion,) = other.all(Assertion)
    assert len(assertion.chain) == 2
    (capture,) = other.all(Capture)
    assert other.text(capture) == HARBOUR
    assert other.original(capture) == project.original(project.all(Capture)[0])
    assert [one.type for one in other.all(Citation)] == ["quotes"]
    before = laid.card_of(project, laid.seen.id), laid.card_of(project, laid.office.id)
    after = laid.card_of(other, claim.id), laid.card_of(other, assertion.chain[1])
    assert after[1].x - after[0].x == before[1].x - before[0].x
    assert min(card.x for card in other.all(Card)) == 1000
    assert min(card.y for card in other.all(Card)) == 2000
    other.undo()
    assert not other.all(Claim)
    assert not other.all(Source)
    assert not other.all(Card)


def test_pasted_twice_the_claim_is_doubled_and_the_evidence_is_not(
    project: Project, laid: Harbour, other: Project
) -> None:
    clipping = clips.clip(project, laid.board.id, [laid.seen.id, laid.report.id])
    copying.paste(other, clipping, board_of(other), 0, 0)
    kept = other.all(Source), other.all(Capture), other.all(Excerpt)
    copying.paste(other, clipping, board_of(other), 0, 500)
    assert (other.all(Source), other.all(Capture), other.all(Excerpt)) == kept
    assert len(other.all(Claim)) == len(other.all(Assertion)) == 2
    assert len([one for one in other.all(Card) if one.record == kept[0][0].id]) == 1


def test_a_source_with_the_same_bytes_is_used_and_not_doubled(
    project: Project, laid: Harbour, other: Project
) -> None:
    mine = sources.pin(other, [draft()])[0].source
    clipping = clips.clip(project, laid.board.id, [laid.left.id])
    copying.paste(other, clipping, board_of(other), 0, 0)
    assert other.all(Source) == (mine,)
    assert [one.source for one in other.all(Assertion)] == [mine.id]
    assert [one.source for one in other.all(Excerpt)] == [mine.id]


def test_a_cited_only_source_of_the_same_name_is_used_and_not_doubled(
    project: Project, laid: Harbour, other: Project
) -> None:
    mine = sources.cite(other, "Harbour office", kind="organisation", origin_kind="identified")
    copying.paste(other, clips.clip(project, laid.board.id, [laid.seen.id]), board_of(other), 0, 0)
    assert [one for one in other.all(Source) if one.publisher == "Harbour office"] == [mine]


def test_what_is_copied_in_the_same_project_is_pasted_as_a_copy(
    project: Project, laid: Harbour
) -> None:
    clipping = through_the_clipboard(clips.clip(project, laid.board.id, [laid.seen.id]))
    steps = len(project.steps())
    (made,) = copying.paste(project, clipping, laid.board.id, 0, 700)
    assert made != laid.seen.id
    assert len(project.all(Source)) == 2
    assert len(project.steps()) == steps + 1


# Cut


def test_what_was_cut_comes_back_as_it_was_with_its_links(project: Project, laid: Harbour) -> None:
    before = held(project)
    clipping = copying.cut(project, laid.board.id, [laid.left.id])
    assert project.undo_label == "Cut claim"
    assert project.find(laid.left.id) is None
    assert project.find(laid.support.id) is None
    came = copying.paste(project, through_the_clipboard(clipping), laid.board.id, 0, 120)
    assert came == (laid.left.id,)
    after = held(project)
    layers = {id for id, (table, _) in before.items() if table == "card"}
    assert {k: v for k, v in after.items() if k not in layers} == {
        k: v for k, v in before.items() if k not in layers
    }


def test_what_was_cut_comes_back_once_and_then_as_copies(project: Project, laid: Harbour) -> None:
    clipping = copying.cut(project, laid.board.id, [laid.left.id])
    copying.paste(project, clipping, laid.board.id, 0, 0)
    (second,) = copying.paste(project, clipping, laid.board.id, 0, 500)
    assert second != laid.left.id
    assert project.get(Claim, second).number not in (0, laid.left.number)


def test_cutting_one_of_two_cards_moves_the_record_to_another_board(
    project: Project, laid: Harbour
) -> None:
    with project.transaction("Add board") as tx:
        second, third = tx.add(Board(title="Second")), tx.add(Board(title="Third"))
    boards.pin_records(project, second.id, [(laid.left.id, 0, 0)])
    links_before = project.all(Link)
    clipping = copying.cut(project, second.id, [laid.left.id])
    assert project.find(laid.left.id) is not None
    assert copying.paste(project, clipping, third.id, 40, 40) == (laid.left.id,)
    cards = [one for one in project.referrers(laid.left.id) if isinstance(one, Card)]
    assert {one.board for one in cards} == {laid.board.id, third.id}
    assert project.all(Link) == links_before


def test_a_cut_is_one_step_that_undo_brings_back(project: Project, laid: Harbour) -> None:
    before, steps = held(project), len(project.steps())
    copying.cut(project, laid.board.id, [laid.seen.id, laid.report.id, laid.frame.id])
    assert len(project.steps()) == steps + 1
    project.undo()
    assert held(project) == before


# What may come from anywhere


Change = Callable[[dict[str, list[dict[str, Plain]]]], None]
HOSTILE: dict[str, Change] = {
    "other words": lambda plain: plain["excerpts"][0].update(exact="x" * 18),
    "other bytes": lambda plain: plain["captures"][0].update(sha256="0" * 64),
    "other length": lambda plain: plain["captures"][0].update(size=3),
    "a place beyond reach": lambda plain: plain["cards"][0].update(x=1e12),
    "an unknown field": lambda plain: plain["claims"][0].update(color="red"),
    "an id that is a path": lambda plain: plain["claims"][0].update(id="../../etc"),
    "a ring": lambda plain: plain["claims"][0].update(negates=plain["claims"][0]["id"]),
    "no attachments": lambda plain: plain.update(attachments=[]),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_clipping_that_is_not_what_it_says_changes_nothing(
    what: str, project: Project, laid: Harbour, other: Project
) -> None:
    good = clips.clip(project, laid.board.id, [laid.left.id, laid.report.id])
    plain = json.loads(json.dumps(to_plain(good.document)))
    HOSTILE[what](plain)
    wrapped = {"format": clippings.FORMAT, "project": "p", "cut": False, "document": plain}
    before = held(other)
    with pytest.raises(ValueError, match=r"\w+"):
        copying.paste(
            other, clippings.from_bytes(json.dumps(wrapped).encode()), board_of(other), 0, 0
        )
    assert held(other) == before


@pytest.mark.parametrize(
    "packed",
    [b"", b"{", b"[]", b"null", b'{"format": "else"}', b"[" * 100_000, b"\xff\xfe", b'{"a": NaN}'],
)
def test_what_is_no_clipping_is_refused_in_one_sentence(packed: bytes) -> None:
    with pytest.raises(BadDocument, match="is not a copy of cards"):
        clippings.from_bytes(packed)


def test_a_clipping_names_no_record_here_that_it_does_not_bring(
    project: Project, laid: Harbour
) -> None:
    """A link of a clipping to a record that it leaves out joins nothing of this project."""
    good = clips.clip(project, laid.board.id, [laid.left.id])
    forged = Clipping(
        type(good.document)((*good.document.records, laid.support)), project="elsewhere"
    )
    count = len(project.all(Link))
    copying.paste(project, forged, laid.board.id, 0, 0)
    assert len(project.all(Link)) == count


def test_a_clipping_too_large_for_the_clipboard_is_refused_with_its_size(
    project: Project, laid: Harbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clippings, "MOST_BYTES", 1000)
    clipping = clips.clip(project, laid.board.id, [laid.left.id])
    with pytest.raises(BadDocument, match="the clipboard carries at most"):
        clippings.to_bytes(clipping)
    with pytest.raises(BadDocument, match="too large"):
        clippings.from_bytes(b" " * 1001)


def _claims_from(project: Project, case: Harbour, count: int) -> list[str]:
    """Put claims on the board that all rest on other words of one source."""
    (capture,) = project.all(Capture)
    spans = combinations(range(len(HARBOUR)), 2)
    with project.transaction("Fill") as tx:
        made = [tx.add(Claim(text=f"Claim {number}.", kind="reported")) for number in range(count)]
        for claim, span in zip(made, spans, strict=False):
            words = tx.add(excerpt_of(case.report.id, capture.id, HARBOUR, *span))
            tx.add(Assertion(claim=claim.id, source=case.report.id, excerpt=words.id))
            tx.add(Card(board=case.board.id, record=claim.id, x=0, y=0, width=208))
    return [one.id for one in made]


def test_numbers_that_a_clipping_gives_twice_or_not_at_all_are_given_anew(
    project: Project, case: Harbour
) -> None:
    board = board_of(project)
    made = [claims.write(project, f"Ship {n}", board=board, x=n * 300.0) for n in range(4)]
    clipping = copying.cut(project, board, [claim.id for claim in made])
    numbers = dict(
        zip((one.id for one in made), (0, made[3].number, made[3].number, 0), strict=True)
    )
    listed = tuple(
        one.replace(number=numbers[one.id]) if isinstance(one, Claim) else one
        for one in clipping.document.records
    )
    odd = replace(clipping, document=replace(clipping.document, records=listed))
    copying.paste(project, odd, board, 0, 0)
    back = [project.get(Claim, claim.id).number for claim in made]
    (given,) = project.columns(Claim, "number")
    assert len(set(given)) == len(given)
    assert made[3].number in back
    assert min(back) > made[2].number


def test_of_two_cards_of_one_record_in_a_clipping_one_comes(
    project: Project, laid: Harbour
) -> None:
    board = board_of(project)
    clipping = clips.clip(project, board, [laid.left.id])
    card = next(one for one in clipping.document.records if isinstance(one, Card))
    records = (*clipping.document.records, card.replace(id="second"))
    twice = replace(clipping, document=replace(clipping.document, records=records))
    assert len(copying.paste(project, twice, board, 0, 0)) == 1


def test_many_claims_of_one_source_come_with_their_words(
    project: Project, other: Project, case: Harbour
) -> None:
    made = _claims_from(project, case, 400)
    (board,) = other.all(Board)
    clipping = clips.clip(project, case.board.id, made)
    assert len(copying.paste(other, clipping, board.id, 0, 0)) == 400
    assert other.count(Claim) == other.count(Card) == 400
    assert other.count(Excerpt) == 400
