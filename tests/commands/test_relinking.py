"""Moving an end of a line: its id, reason and weight stay, and what may not be is told."""

import pytest

from evidence_board.commands import claims, editing, links, premises, sources
from evidence_board.commands.line_rules import types_for
from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Citation, Link
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


def test_either_end_of_a_link_moves_and_all_else_of_it_stays(
    project: Project, case: Harbour
) -> None:
    editing.change(project, case.support, weight="strong")
    moved = links.reattach(project, case.support, "start", case.seen.id)
    assert isinstance(moved, Link)
    assert (moved.id, moved.from_id, moved.to_id) == (
        case.support.id,
        case.seen.id,
        case.sailed.id,
    )
    moved = links.reattach(project, moved, "end", case.left.id)
    assert isinstance(moved, Link)
    assert (moved.to_id, moved.reason, moved.weight) == (case.left.id, "same ship", "strong")
    assert project.get(Link, case.undercut.id).to_id == moved.id


def test_a_citation_keeps_its_type_when_it_moves(project: Project, case: Harbour) -> None:
    other = sources.cite(project, "A pilot")
    moved = links.reattach(project, case.citation, "end", other.id)
    assert isinstance(moved, Citation)
    assert (moved.id, moved.to_id, moved.type) == (case.citation.id, other.id, "quotes")


def test_words_stay_with_their_source_but_may_carry_another_claim(
    project: Project, case: Harbour
) -> None:
    before = held(project)
    with pytest.raises(ValueError, match=r"rests on words of S1\. Mark words in S2"):
        links.reattach(project, case.assertion, "start", case.office.id)
    assert held(project) == before
    moved = links.reattach(project, case.assertion, "end", case.sailed.id)
    assert isinstance(moved, Assertion)
    assert moved.claim == case.sailed.id
    assert (moved.excerpt, moved.chain) == (case.assertion.excerpt, case.assertion.chain)


def test_an_assertion_without_words_moves_to_another_source_without_its_chain(
    project: Project, case: Harbour
) -> None:
    pilot = sources.cite(project, "A pilot")
    line = links.connect(project, case.office.id, case.sailed.id, "asserts")
    assert isinstance(line, Assertion)
    with project.transaction("Set chain") as tx:
        line = tx.update(line, chain=(case.office.id, case.report.id))
    moved = links.reattach(project, line, "start", pilot.id)
    assert isinstance(moved, Assertion)
    assert (moved.id, moved.source, moved.chain) == (line.id, pilot.id, ())


def test_what_cannot_take_an_end_is_told_in_a_sentence(project: Project, case: Harbour) -> None:
    links.connect(project, case.seen.id, case.sailed.id, "supports")
    before = held(project)
    for line, end, id, sentence in (
        (case.support, "end", case.left.id, "Nothing supports itself"),
        (case.support, "end", case.office.id, "A claim cannot be drawn as “supports” to a source"),
        (case.support, "start", case.seen.id, "That link is there already"),
        (case.citation, "end", case.sailed.id, "“quotes” to a claim. Choose another card"),
        (case.undercut, "end", case.sailed.id, "“undercuts” to a claim"),
        (case.undercut, "end", case.undercut.id, "leads back to this one"),
        (case.support, "end", "gone", "One end of the link is gone"),
    ):
        with pytest.raises(ValueError, match=sentence):
            links.reattach(project, line, end, id)  # type: ignore[arg-type]  # literals in a tuple
    assert held(project) == before


def test_an_undercut_moves_to_another_link_but_never_in_a_ring(
    project: Project, case: Harbour
) -> None:
    other = links.connect(project, case.seen.id, case.sailed.id, "supports")
    moved = links.reattach(project, case.undercut, "end", other.id)
    further = links.connect(project, case.seen.id, moved.id, "undercuts")
    with pytest.raises(ValueError, match="leads back to this one"):
        links.reattach(project, moved, "end", further.id)


def test_an_assertion_cannot_be_turned_round(project: Project, case: Harbour) -> None:
    with pytest.raises(ValueError, match=r"A claim cannot be drawn as “asserts” to a source\. It"):
        links.reverse(project, case.assertion)


def test_the_types_that_a_line_may_take_fit_its_ends(project: Project, case: Harbour) -> None:
    assert [kind.key for kind in types_for(project, case.support)] == [
        "contradicts",
        "elaborates",
        "same as",
        "presupposes",
    ]
    assert types_for(project, case.undercut) == ()
    assert "republishes" in [kind.key for kind in types_for(project, case.citation)]
    assert types_for(project, case.assertion) == ()


@pytest.fixture
def pair(project: Project, case: Harbour) -> tuple[Link, Link]:
    other = links.connect(project, case.seen.id, case.sailed.id, "supports", "both left")
    assert isinstance(other, Link)
    first, second = premises.join(project, (case.support, other))
    return first, second


def test_links_into_one_claim_are_joined_and_parted(
    project: Project, case: Harbour, pair: tuple[Link, Link]
) -> None:
    assert pair[0].group
    assert pair[0].group == pair[1].group
    premises.part(project, pair[:1])
    assert [project.get(Link, one.id).group for one in pair] == [None, None]
    with pytest.raises(ValueError, match="stand alone already"):
        premises.part(project, [project.get(Link, one.id) for one in pair])


def test_a_third_link_joins_a_group_that_is_there(
    project: Project, case: Harbour, pair: tuple[Link, Link]
) -> None:
    third = claims.write(project, "The log says so.")
    line = links.connect(project, third.id, case.sailed.id, "supports")
    assert isinstance(line, Link)
    joined = premises.join(project, (line, pair[1]))
    assert {one.group for one in joined} == {pair[0].group}
    premises.part(project, joined[:1])
    assert project.get(Link, pair[0].id).group == pair[0].group
    assert project.get(Link, line.id).group is None


@pytest.mark.parametrize("act", ["retype", "reverse", "end"])
def test_a_premise_that_changes_what_it_does_stands_alone_and_so_does_the_other(
    project: Project, case: Harbour, pair: tuple[Link, Link], act: str
) -> None:
    if act == "retype":
        links.retype(project, pair[0], "contradicts")
    elif act == "reverse":
        links.reverse(project, pair[0])
    else:
        links.reattach(project, pair[0], "end", case.seen.id)
    assert [project.get(Link, one.id).group for one in pair] == [None, None]
    project.undo()
    assert [project.get(Link, one.id).group for one in pair] == [pair[0].group] * 2


def test_a_premise_may_start_from_another_claim(
    project: Project, case: Harbour, pair: tuple[Link, Link]
) -> None:
    third = claims.write(project, "The log says so.")
    moved = links.reattach(project, pair[0], "start", third.id)
    assert isinstance(moved, Link)
    assert moved.group == pair[1].group


def test_what_cannot_be_joined_is_told(project: Project, case: Harbour) -> None:
    against = links.connect(project, case.seen.id, case.sailed.id, "contradicts")
    elsewhere = links.connect(project, case.seen.id, case.left.id, "supports")
    before = held(project)
    for chosen, sentence in (
        ((case.support,), "two or more links"),
        ((case.support, elsewhere), "lead to one claim"),
        ((case.support, against), "do the same thing"),
        ((case.undercut, case.undercut), "An undercut stands alone"),
    ):
        with pytest.raises(ValueError, match=sentence):
            premises.join(project, chosen)  # type: ignore[arg-type]  # connect gives any line
    assert held(project) == before
