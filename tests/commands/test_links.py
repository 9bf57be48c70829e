"""Drawing lines: one table says what may be joined, and the same thing is not said twice."""

import pytest

from evidence_board.commands import links
from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Link
from evidence_board.model.link_types import LINK_TYPES, LinkType
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


def _ends(case: Harbour, kind: LinkType) -> tuple[str, str]:
    first = {"claim": case.seen.id, "source": case.office.id}
    second = {"claim": case.sailed.id, "source": case.report.id, "link": case.support.id}
    return first[kind.ends[0][0]], second[kind.ends[1][0]]


@pytest.mark.parametrize("kind", LINK_TYPES, ids=lambda kind: kind.key)
def test_each_type_is_stored_as_its_table_says(
    project: Project, case: Harbour, kind: LinkType
) -> None:
    line = links.connect(project, *_ends(case, kind), kind.key, reason="seen")
    assert line.table == kind.record
    if isinstance(line, Assertion):
        assert (line.source, line.claim) == _ends(case, kind)
    else:
        assert (line.from_id, line.to_id) == _ends(case, kind)
        assert (line.type, line.reason) == (kind.key, "seen")


@pytest.mark.parametrize("kind", LINK_TYPES, ids=lambda kind: kind.key)
def test_each_type_refuses_ends_that_it_cannot_join(
    project: Project, case: Harbour, kind: LinkType
) -> None:
    before = held(project)
    with pytest.raises(ValueError, match=f"cannot be drawn as “{kind.word}”"):
        links.connect(project, case.note.id, _ends(case, kind)[1], kind.key)
    with pytest.raises(ValueError, match=f"cannot be drawn as “{kind.word}”"):
        links.connect(project, _ends(case, kind)[0], case.board.id, kind.key)
    assert held(project) == before


@pytest.mark.parametrize("kind", LINK_TYPES, ids=lambda kind: kind.key)
def test_the_same_line_is_not_drawn_twice(project: Project, case: Harbour, kind: LinkType) -> None:
    links.connect(project, *_ends(case, kind), kind.key)
    with pytest.raises(ValueError, match="there already"):
        links.connect(project, *_ends(case, kind), kind.key)


def test_another_type_between_the_same_two_is_welcome(project: Project, case: Harbour) -> None:
    links.connect(project, case.left.id, case.sailed.id, "elaborates")


def test_nothing_supports_itself(project: Project, case: Harbour) -> None:
    with pytest.raises(ValueError, match="Nothing supports itself"):
        links.connect(project, case.left.id, case.left.id, "supports")


def test_an_end_that_is_gone_is_told(project: Project, case: Harbour) -> None:
    with pytest.raises(ValueError, match="One end of the link is gone"):
        links.connect(project, case.left.id, "gone", "supports")


def test_an_undercut_lands_on_a_link_and_not_on_a_claim(project: Project, case: Harbour) -> None:
    assert case.undercut.to_id == case.support.id
    with pytest.raises(ValueError, match="cannot be drawn as “undercuts”"):
        links.connect(project, case.left.id, case.sailed.id, "undercuts")


def test_a_link_changes_its_type_within_its_sort(project: Project, case: Harbour) -> None:
    assert links.retype(project, case.support, "contradicts").type == "contradicts"
    assert links.retype(project, case.citation, "relays").type == "relays"
    for line, key in ((case.support, "quotes"), (case.citation, "supports")):
        with pytest.raises(ValueError, match="cannot be drawn"):
            links.retype(project, line, key)


def test_a_link_is_not_changed_into_one_that_is_there(project: Project, case: Harbour) -> None:
    links.connect(project, case.left.id, case.sailed.id, "elaborates")
    with pytest.raises(ValueError, match="there already"):
        links.retype(project, case.support, "elaborates")
    links.connect(project, case.sailed.id, case.left.id, "supports")
    with pytest.raises(ValueError, match="there already"):
        links.reverse(project, case.support)


def test_a_link_onto_a_link_cannot_be_turned_round(project: Project, case: Harbour) -> None:
    turned = links.reverse(project, case.support)
    assert isinstance(turned, Link)
    assert (turned.from_id, turned.to_id) == (case.sailed.id, case.left.id)
    with pytest.raises(ValueError, match="cannot be drawn"):
        links.reverse(project, case.undercut)


def test_links_that_lead_round_to_themselves_are_refused(project: Project, case: Harbour) -> None:
    before = held(project)
    with pytest.raises(ValueError, match="lead back to it"), project.transaction("Ring") as tx:
        tx.update(case.support, to_id=case.undercut.id)
    assert held(project) == before
