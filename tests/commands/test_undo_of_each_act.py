"""Each act is one step; undo and redo of it are exact, also after closing and reopening."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_board.brief.issuing import issue_of
from evidence_board.commands import (
    arranging,
    board_list,
    boards,
    briefing,
    chains,
    claims,
    clips,
    colouring,
    copying,
    deferring,
    editing,
    exchange,
    frames,
    groups,
    independence,
    judging,
    linked_cards,
    links,
    notes,
    premises,
    removal,
    retracting,
    scaling,
    tagging,
)
from evidence_board.commands import sources as source_commands
from evidence_board.commands.arranging import Laid
from evidence_board.interchange.document import Document
from evidence_board.model.board import Board
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.deferral import Deferral
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.link import Link
from evidence_board.model.note import Tag
from evidence_board.model.source import Source
from evidence_board.project.check import check
from evidence_board.project.project import Project
from tests.commands.cases import HARBOUR, draft, held, ticking
from tests.commands.conftest import Harbour

Act = Callable[[Project, Harbour], object]


def _excerpt(project: Project, case: Harbour) -> object:
    (capture,) = project.all(Capture)
    return excerpt_of(case.report.id, capture.id, HARBOUR, 0, 9)


def _cards(project: Project, case: Harbour) -> tuple[str, str]:
    return case.card_of(project, case.seen.id).id, case.card_of(project, case.sailed.id).id


def _tag(project: Project, label: str) -> Tag:
    return next(one for one in project.all(Tag) if one.label == label)


def _premises(project: Project, case: Harbour) -> list[Link]:
    return [
        one for one in project.all(Link) if one.to_id == case.sailed.id and one.type == "supports"
    ]


def _further_board(project: Project) -> str:
    return next(one.id for one in project.all(Board) if one.title == "Sea")


def _tag_two(project: Project, case: Harbour) -> None:
    tagging.add(project, [case.seen.id], "harbour")
    tagging.add(project, [case.seen.id, case.left.id], "night")


def _copy_and_paste(project: Project, case: Harbour) -> None:
    clipping = clips.clip(project, case.board.id, [case.left.id, case.seen.id, case.frame.id])
    copying.paste(project, clipping, case.board.id, 50, 60)


def _support_twice(project: Project, case: Harbour) -> None:
    links.connect(project, case.seen.id, case.sailed.id, "supports")


def _two_judgements(project: Project, case: Harbour) -> None:
    claims.write(project, "It came back.", kind="judgement")
    briefing.choose_judgement(project, case.sailed.id, wanted=True)
    briefing.choose_judgement(project, _fifth(project), wanted=True)


def _fifth(project: Project) -> str:
    return next(one.id for one in project.all(Claim) if one.number == 5)


def _join(project: Project, case: Harbour) -> None:
    _support_twice(project, case)
    premises.join(project, _premises(project, case))


PREPARED: dict[str, Act] = {
    "Move board": lambda p, c: board_list.add(p, "Sea"),
    "Show on another board": lambda p, c: board_list.add(p, "Sea"),
    "Unlock 2 cards": lambda p, c: arranging.lock(p, _cards(p, c), locked=True),
    "Take colour off 2 cards": lambda p, c: colouring.colour(p, _cards(p, c), "teal"),
    "Take out of origin group": lambda p, c: groups.put_in(p, c.office, "Port"),
    "Join as linked premises": _support_twice,
    "Part linked premises": _join,
    "Take finding up again": lambda p, c: deferring.defer(p, "hedge:x", c.seen.id, "Quoted."),
    "Take verdict on independence back": lambda p, c: independence.judge(
        p, c.office.id, c.report.id, "shown", "Two logs."
    ),
    "Take part in: Board figures": lambda p, c: briefing.choose_part(p, "boards", wanted=False),
    "Take C3 from the key judgements": lambda p, c: _two_judgements(p, c),
    "Move key judgement C5": lambda p, c: _two_judgements(p, c),
    "Remove tag “harbour”": _tag_two,
    "Rename tag “harbour”": _tag_two,
    "Delete tag “night”": _tag_two,
    "Merge tag “harbour” into “night”": _tag_two,
    "Expand frame": lambda p, c: frames.fold(p, (c.frame.id,), folded=True),
}
"""What is done before an act that needs more than the case holds, by the act's label."""

ACTS: dict[str, Act] = {
    "Align left": lambda p, c: arranging.arrange(
        p, "Align left", [Laid(id, 8.0, 16.5, 240.0, 96.0) for id in _cards(p, c)]
    ),
    "Tidy 2 cards": lambda p, c: arranging.arrange(
        p, "Tidy 2 cards", [Laid(id, 8.0 * y, y) for y, id in enumerate(_cards(p, c), 1)]
    ),
    "Bring to front": lambda p, c: arranging.stack(
        p, "Bring to front", [(id, 90 + place) for place, id in enumerate(_cards(p, c))]
    ),
    "Lock 2 cards": lambda p, c: arranging.lock(p, _cards(p, c), locked=True),
    "Unlock 2 cards": lambda p, c: arranging.lock(p, _cards(p, c), locked=False),
    "Colour 2 cards teal": lambda p, c: colouring.colour(p, _cards(p, c), "teal"),
    "Take colour off 2 cards": lambda p, c: colouring.colour(p, _cards(p, c), ""),
    "Duplicate 2 cards and a frame": lambda p, c: copying.duplicate(
        p, c.board.id, [c.left.id, c.seen.id, c.frame.id], 24, 24
    ),
    "Cut a card and a frame": lambda p, c: copying.cut(p, c.board.id, [c.seen.id, c.frame.id]),
    "Paste": _copy_and_paste,
    "Move board": lambda p, c: board_list.arrange(p, [_further_board(p), c.board.id]),
    "Show on another board": lambda p, c: board_list.show_on(
        p, _further_board(p), [(c.seen.id, 3, 4)]
    ),
    "Set chain": lambda p, c: chains.set_chain(p, c.assertion, [c.report.id, "A pilot"]),
    "Set origin group": lambda p, c: groups.put_in(p, c.office, "Port"),
    "Take out of origin group": lambda p, c: groups.put_in(p, p.get(Source, c.office.id), ""),
    "Join as linked premises": lambda p, c: premises.join(p, _premises(p, c)),
    "Part linked premises": lambda p, c: premises.part(p, _premises(p, c)),
    "Tag with “harbour”": lambda p, c: tagging.add(p, [c.seen.id, c.left.id], "harbour"),
    "Remove tag “harbour”": lambda p, c: tagging.remove(p, [c.seen.id], _tag(p, "harbour")),
    "Rename tag “harbour”": lambda p, c: tagging.rename(p, _tag(p, "harbour"), "port"),
    "Delete tag “night”": lambda p, c: tagging.delete(p, _tag(p, "night")),
    "Merge tag “harbour” into “night”": lambda p, c: tagging.rename(p, _tag(p, "harbour"), "night"),
    "Expand frame": lambda p, c: frames.fold(p, (c.frame.id,), folded=False),
    "Add source": lambda p, c: source_commands.pin(p, [draft("Another.")], board=c.board.id),
    "Add 2 sources": lambda p, c: source_commands.pin(p, [draft("One."), draft("Two.")]),
    "Add cited source": lambda p, c: source_commands.cite(p, "A pilot", board=c.board.id),
    "Make claim from words": lambda p, c: claims.mark(p, _excerpt(p, c), board=c.board.id),  # type: ignore[arg-type]  # made by excerpt_of
    "Write claim": lambda p, c: claims.write(p, "It came back.", kind="hypothesis"),
    "Add words to claim": lambda p, c: claims.attach(p, c.left, _excerpt(p, c)),  # type: ignore[arg-type]  # as above
    "Mark excerpt": lambda p, c: claims.excerpt(p, _excerpt(p, c)),  # type: ignore[arg-type]  # as above
    "Set finding aside": lambda p, c: deferring.defer(p, "hedge:x", c.sailed.id, "It is quoted."),
    "Judge independence": lambda p, c: independence.judge(
        p, c.office.id, c.report.id, "assumed", "No link is known."
    ),
    "Take verdict on independence back": lambda p, c: independence.take_back(
        p, c.office.id, c.report.id
    ),
    "Mark source as retracted": lambda p, c: retracting.mark(p, c.office, "retracted", "A note."),
    "Take finding up again": lambda p, c: deferring.take_up(p, p.all(Deferral)[0]),
    "Leave part out: Board figures": lambda p, c: briefing.choose_part(p, "boards", wanted=False),
    "Take part in: Board figures": lambda p, c: briefing.choose_part(p, "boards", wanted=True),
    "Move part: Scales": lambda p, c: briefing.order_parts(p, ("front", "legend"), "legend"),
    "Set depth of brief": lambda p, c: briefing.set_depth(p, "full annex"),
    "Set paper of brief": lambda p, c: briefing.set_paper(p, "Letter"),
    "Write note to the reader": lambda p, c: briefing.set_audience(p, "Read the gaps first."),
    "Set distribution": lambda p, c: briefing.set_distribution(p, "Harbour board"),
    "Make C3 a key judgement": lambda p, c: briefing.choose_judgement(p, c.sailed.id, wanted=True),
    "Take C3 from the key judgements": lambda p, c: briefing.choose_judgement(
        p, c.sailed.id, wanted=False
    ),
    "Move key judgement C5": lambda p, c: briefing.order_judgements(
        p, [_fifth(p), c.sailed.id], _fifth(p)
    ),
    "Issue brief 1": lambda p, c: briefing.keep_issue(
        p, issue_of(p, number=1, at=p.now()), "case.pdf", "ab" * 32
    ),
    "Set confidence": lambda p, c: judging.set_confidence(p, c.sailed, "low", "One source."),
    "Set credibility": lambda p, c: judging.set_credibility(p, c.seen, "3"),
    "Set reliability": lambda p, c: judging.set_reliability(p, c.office, "B"),
    "Keep the reason": lambda p, c: judging.keep_reason(p, c.sailed, "reason", "As before."),
    "Set likelihood scale": lambda p, c: scaling.switch(p, "phia"),
    "Choose the word for a likelihood": lambda p, c: scaling.choose(p, c.sailed, "likely"),
    "Set likelihood": lambda p, c: judging.set_likelihood(p, c.sailed, "very likely"),
    "Edit claim confidence": lambda p, c: editing.change(p, c.sailed, confidence="low"),
    "Set title": lambda p, c: editing.change(p, p.record, "Set title", title="The ferry"),
    "Link: contradicts": lambda p, c: links.connect(p, c.seen.id, c.sailed.id, "contradicts"),
    "Link: asserts": lambda p, c: links.connect(p, c.office.id, c.sailed.id, "asserts"),
    "Link: depends partly on": lambda p, c: links.connect(
        p, c.report.id, c.office.id, "depends partly"
    ),
    "Change link to: elaborates": lambda p, c: links.retype(p, c.support, "elaborates"),
    "Reverse link": lambda p, c: links.reverse(p, c.citation),
    "Move end of link": lambda p, c: links.reattach(p, c.support, "start", c.seen.id),
    "Add claim and link: supports": lambda p, c: linked_cards.add(
        p, c.left.id, "claim", "It was late.", "supports", board=c.board.id
    ),
    "Write note about claim": lambda p, c: linked_cards.add(
        p, c.left.id, "note", "Ask again.", linked_cards.ABOUT, board=c.board.id
    ),
    "Move card": lambda p, c: boards.move(p, [(c.card_of(p, c.seen.id).id, 50.5, -3)]),
    "Move 2 cards": lambda p, c: boards.move(
        p, [(c.card_of(p, c.seen.id).id, 50, 3), (c.frame.id, 7, 7)]
    ),
    "Resize": lambda p, c: boards.resize(p, c.frame.id, 0, 0, 10, 10),
    "Draw frame": lambda p, c: boards.frame(p, c.board.id, 0, 0, 10, 10),
    "Put on board": lambda p, c: boards.pin_records(
        p, c.board.id, [(c.left.id, 1, 2), (c.seen.id, 3, 4)]
    ),
    "Collapse frame": lambda p, c: frames.fold(p, (c.frame.id,), folded=True),
    "Remove frame": lambda p, c: frames.dissolve(p, (c.frame.id,)),
    "Add board": lambda p, c: board_list.add(p, "Sea"),
    "Rename board": lambda p, c: board_list.rename(p, c.board.id, "Sea"),
    "Duplicate board": lambda p, c: board_list.duplicate(p, c.board.id, "Sea"),
    "Show on new board": lambda p, c: board_list.show_on_new(p, "Sea", [(c.seen.id, 0, 0)]),
    "Write note": lambda p, c: notes.write(p, "Ask the crew."),
    "Write indicator": lambda p, c: notes.write(p, "A second sailing.", kind="indicator"),
    "Delete source": lambda p, c: removal.remove(p, [c.report.id]),
    "Delete claim": lambda p, c: removal.remove(p, [c.left.id]),
    "Delete 3 records": lambda p, c: removal.remove(p, [c.note.id, c.frame.id, c.seen.id]),
    "Delete board": lambda p, c: removal.remove(p, [c.board.id]),
    "Take off board": lambda p, c: removal.unpin(p, [c.card_of(p, c.seen.id).id]),
    "Import document": lambda p, c: exchange.take_in(
        p, Document((c.sailed.replace(text="It went."), Claim(text="New")))
    ),
}


@pytest.mark.parametrize("label", ACTS)
def test_an_act_is_one_step_undone_and_redone_exactly_across_reopening(
    label: str, project: Project, case: Harbour, tmp_path: Path
) -> None:
    if label in PREPARED:
        PREPARED[label](project, case)
    before, steps = held(project), len(project.steps())
    ACTS[label](project, case)
    after = held(project)
    assert after != before
    assert len(project.steps()) == steps + 1
    assert project.undo_label == label
    project.undo()
    assert (held(project), project.redo_label) == (before, label)
    project.redo()
    project.close()
    again = Project.open(tmp_path / "case.evboard", clock=ticking())
    assert held(again) == after
    again.undo()
    again.close()
    again = Project.open(tmp_path / "case.evboard", clock=ticking())
    assert held(again) == before
    again.redo()
    assert held(again) == after
    again.close()
    assert check(tmp_path / "case.evboard") == ()


def test_the_first_step_made_the_project_and_cannot_be_undone(project: Project) -> None:
    assert project.undo_label is None
    with pytest.raises(Exception, match="There is nothing to undo"):
        project.undo()
    with pytest.raises(Exception, match="There is nothing to redo"):
        project.redo()


def test_a_new_step_lets_go_of_the_undone_ones_but_history_keeps_them(
    project: Project, case: Harbour
) -> None:
    claims.write(project, "First thought.")
    project.undo()
    claims.write(project, "Second thought.")
    assert project.redo_label is None
    assert [step.state for step in project.steps()][-2:] == ["abandoned", "done"]
