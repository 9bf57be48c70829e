"""Tracing: a step of lineage is added, cut, led elsewhere; who is not known is noted."""

from pathlib import Path

import pytest

from evidence_board.analysis.origins import count
from evidence_board.commands import groups, projects, tracing
from evidence_board.commands.tracing import Step
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project

NAMES = ("paper", "wire", "tank", "office")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a claim that a paper carries, through a wire from a tank; and an office."""
    opened = projects.start(tmp_path / "case.evboard")
    with opened.transaction("Prepare") as tx:
        for name in NAMES:
            tx.add(Source(id=name, publisher=name.title()))
        for name in ("tank", "office"):
            tx.update(opened.get(Source, name), origin_kind="identified")
        for claim in ("c", "d"):
            tx.add(Claim(id=claim, text=claim))
            chain = ("paper", "wire", "tank")
            tx.add(Assertion(id=f"said-{claim}", claim=claim, source="paper", chain=chain))
        tx.add(Citation(id="cites", from_id="paper", to_id="wire", type="relays"))
        tx.add(Claim(id="j", text="j", kind="judgement"))
        tx.add(Link(id="link", from_id="c", to_id="j", type="supports"))
    return opened


def _step(nearer: str, farther: str, *claims: str) -> Step:
    return Step(nearer, farther, claims or ("c",))


def _chain(project: Project, claim: str = "c") -> tuple[str, ...]:
    return project.get(Assertion, f"said-{claim}").chain


def test_a_citation_of_a_known_source_is_added(project: Project) -> None:
    made = tracing.cite(project, "tank", "office", "quotes", "It says so in note 3")
    assert (made.from_id, made.to_id, made.type) == ("tank", "office", "quotes")
    assert made.reason == "It says so in note 3"
    assert count(project, "c").groups == ("office",)


def test_a_citation_by_a_new_name_adds_the_source_in_the_same_step(project: Project) -> None:
    steps = len(project.steps())
    made = tracing.cite(project, "tank", " Ministry ", "paraphrases")
    behind = project.get(Source, made.to_id)
    assert (behind.publisher, behind.origin_kind) == ("Ministry", "identified")
    assert len(project.steps()) == steps + 1
    project.undo()
    assert project.find(behind.id) is None


@pytest.mark.parametrize(
    ("farther", "sentence"),
    [("", "needs a name"), ("wire", "there already"), ("paper", "itself")],
)
def test_a_citation_that_cannot_be_is_refused(
    project: Project, farther: str, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        tracing.cite(project, "paper", farther, "relays")


def test_cutting_takes_the_citation_and_what_lies_behind_in_the_chain(project: Project) -> None:
    tracing.cut(project, _step("paper", "wire"))
    assert project.find("cites") is None
    assert _chain(project) == ()
    assert _chain(project, "d") == ("paper", "wire", "tank")  # of the other claim nothing was said


def test_cutting_farther_on_keeps_what_is_nearer(project: Project) -> None:
    tracing.cut(project, _step("wire", "tank"))
    assert _chain(project) == ("paper", "wire")


def test_what_a_source_cites_for_other_claims_is_no_origin_after_a_cut(project: Project) -> None:
    with project.transaction("Prepare") as tx:
        tx.add(Citation(from_id="paper", to_id="office", type="quotes"))
    tracing.cut(project, _step("paper", "wire"))
    unknown = project.get(Source, _chain(project)[1])
    assert unknown.origin_kind == "unknown"
    found = count(project, "c")
    assert (found.n_min, found.n_max) == (0, 1)
    project.undo()
    assert count(project, "c").groups == ("tank",)
    assert project.find(unknown.id) is None


def test_after_a_cut_who_is_noted_as_unknown_already_is_not_noted_again(project: Project) -> None:
    noted = tracing.note_upstream(project, "paper")
    tracing.cut(project, _step("paper", "wire"))
    assert _chain(project) == ("paper", noted.id)


def test_cutting_is_one_step_and_comes_back_whole(project: Project) -> None:
    tracing.cut(project, _step("paper", "wire", "c", "d"))
    project.undo()
    assert project.find("cites") is not None
    assert _chain(project) == _chain(project, "d") == ("paper", "wire", "tank")


def test_cutting_a_source_off_a_claim_takes_the_assertion(project: Project) -> None:
    tracing.cut(project, _step("c", "paper"))
    assert project.find("said-c") is None
    assert project.find("said-d") is not None


def test_cutting_a_claim_off_a_judgement_takes_the_link(project: Project) -> None:
    tracing.cut(project, _step("j", "c"))
    assert project.find("link") is None


def test_what_is_cut_already_is_said_to_be(project: Project) -> None:
    with pytest.raises(ValueError, match="gone already"):
        tracing.cut(project, _step("paper", "office"))


def test_a_step_is_led_elsewhere_with_citation_and_chain(project: Project) -> None:
    tracing.lead_elsewhere(project, _step("paper", "wire"), "office")
    assert project.get(Citation, "cites").to_id == "office"
    assert _chain(project) == ("paper", "office")
    assert count(project, "c").groups == ("office",)
    project.undo()
    assert count(project, "c").groups == ("tank",)


def test_a_step_is_led_to_one_that_is_not_known_yet(project: Project) -> None:
    tracing.lead_elsewhere(project, _step("paper", "wire"), " Coast guard ")
    (made,) = [one for one in project.all(Source) if one.publisher == "Coast guard"]
    assert made.origin_kind == "identified"
    assert project.get(Citation, "cites").to_id == made.id
    assert _chain(project) == ("paper", made.id)
    assert count(project, "c").groups == (made.id,)
    project.undo()
    assert project.find(made.id) is None


@pytest.mark.parametrize(
    ("nearer", "farther", "to", "sentence"),
    [
        ("paper", "wire", " ", "leads to a source"),
        ("paper", "wire", "paper", "on itself"),
        ("wire", "tank", "paper", "only once"),
        ("paper", "wire", "c", "leads to a source"),
        ("c", "paper", "office", "Only lines between sources"),
    ],
)
def test_a_step_that_cannot_lead_there_stays(
    project: Project, nearer: str, farther: str, to: str, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        tracing.lead_elsewhere(project, _step(nearer, farther), to)
    assert _chain(project) == ("paper", "wire", "tank")


def test_who_is_not_known_is_noted_behind_a_source_and_counts_in_the_range(
    project: Project,
) -> None:
    """ORIGINS-15."""
    made = tracing.note_upstream(project, "tank")
    assert made.origin_kind == "unknown"
    found = count(project, "c")
    assert (found.n_min, found.n_max, found.unattributed) == (0, 1, (made.id,))


def test_who_is_not_known_is_noted_once(project: Project) -> None:
    tracing.note_upstream(project, "tank")
    with pytest.raises(ValueError, match="already"):
        tracing.note_upstream(project, "tank")


def test_origins_count_as_one_for_a_reason_until_they_are_taken_apart(project: Project) -> None:
    """ORIGINS-4."""
    with project.transaction("Prepare") as tx:
        tx.add(Assertion(claim="c", source="wire", chain=("wire", "office")))
    assert count(project, "c").n_min == 2
    group = groups.merge(project, ("tank", "office"), " One state ", "Spokesmen of one government")
    assert (group.label, group.reason) == ("One state", "Spokesmen of one government")
    assert count(project, "c").groups == (group.id,)
    groups.take_apart(project, group.id)
    assert count(project, "c").n_min == 2
    assert project.all(OriginGroup) == ()


def test_a_group_that_is_merged_comes_along_whole(project: Project) -> None:
    first = groups.merge(project, ("tank", "office"), "State", "One government")
    second = groups.merge(project, ("tank", "wire"), "Press and state", "One owner")
    assert {one.group for one in project.all(Source)} == {second.id, None}
    assert project.get(Source, "office").group == second.id
    assert project.find(first.id) is None


@pytest.mark.parametrize(
    ("ids", "label", "reason", "sentence"),
    [
        (("tank",), "State", "Because", "Two origins"),
        (("tank", "office"), " ", "Because", "needs a name"),
        (("tank", "office"), "State", " ", "needs a reason"),
    ],
)
def test_a_group_without_what_it_takes_is_refused(
    project: Project, ids: tuple[str, ...], label: str, reason: str, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        groups.merge(project, ids, label, reason)
    assert project.all(OriginGroup) == ()
