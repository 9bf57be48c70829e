"""The sample case is right by the rules of the field, and the project is built from it."""

import re
from pathlib import Path
from typing import TypeVar

import pytest

from evidence_board import paths
from evidence_board.analysis import origins
from evidence_board.commands.sample import sample
from evidence_board.interchange.document import Document
from evidence_board.interchange.seed import read_seed
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KINDS
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.scales import SCALES
from evidence_board.model.source import Source
from evidence_board.project.project import Project

R = TypeVar("R", bound=Record)
FOLDER = paths.seed("arms-shipments")
TALLEST = {"claim": 136, "judgement": 120, "assumption": 96, "hypothesis": 96}
ROW = re.compile(r"\| (c-[\w-]+) \| (\d+) \| (\d+)-(\d+) \|")


@pytest.fixture(scope="module")
def case() -> Document:
    return read_seed(FOLDER)


def listed(case: Document, kind: type[R]) -> list[R]:
    return [record for record in case.records if isinstance(record, kind)]


def by_id(case: Document) -> dict[str, Record]:
    return {record.id: record for record in case.records}


def test_the_sample_is_large_enough_to_show_everything(case: Document) -> None:
    sources = listed(case, Source)
    assert len(listed(case, Capture)) == 5
    assert sum(one.origin_kind is not None for one in sources) >= 6
    assert {one.origin_kind for one in sources} >= {"anonymous", "unknown", "unattributed"}
    assert len(listed(case, Claim)) >= 25
    assert len(listed(case, Link)) >= 30
    assert len(listed(case, Frame)) >= 2
    kinds = {one.kind for one in listed(case, Claim)}
    assert kinds == {"reported", "judgement", "assumption", "hypothesis"}
    assert {one.type for one in listed(case, Link)} >= {"supports", "contradicts", "undercuts"}
    assert {one.kind for one in listed(case, Note)} == {"note", "gap", "indicator"}


def test_every_reported_claim_is_asserted_and_no_other(case: Document) -> None:
    asserted = {one.claim for one in listed(case, Assertion)}
    reported = {one.id for one in listed(case, Claim) if one.kind == "reported"}
    assert asserted == reported


def test_chains_run_from_a_held_digest_to_an_origin(case: Document) -> None:
    held = {one.source for one in listed(case, Capture)}
    kinds = {one.id: one.origin_kind for one in listed(case, Source)}
    for one in listed(case, Assertion):
        assert one.chain[0] == one.source in held
        assert kinds[one.chain[-1]] is not None
        assert all(kinds[step] is None for step in one.chain[:-1])
        assert one.excerpt is not None


def test_each_step_of_a_chain_to_a_known_origin_is_a_citation(case: Document) -> None:
    cited = {(one.from_id, one.to_id) for one in listed(case, Citation)}
    unattributed = {one.id for one in listed(case, Source) if one.origin_kind == "unattributed"}
    for one in listed(case, Assertion):
        steps = zip(one.chain, one.chain[1:], strict=False)
        assert {step for step in steps if step[1] not in unattributed} <= cited


def test_claims_hold_one_proposition_without_a_hedge(case: Document) -> None:
    joined = re.compile(r"\b(and|may|might|could|likely|probably|possibly|reportedly)\b")
    assert not [one.text for one in listed(case, Claim) if joined.search(one.text)]


def test_one_link_alone_has_no_reason(case: Document) -> None:
    assert sum(not one.reason for one in listed(case, Link)) == 1
    assert all(one.reason for one in listed(case, Citation))


def test_no_claim_supports_itself(case: Document) -> None:
    supported: dict[str, set[str]] = {}
    for one in listed(case, Link):
        if one.type == "supports":
            supported.setdefault(one.from_id, set()).add(one.to_id)
    for start in supported:
        reached, ahead = set[str](), [start]
        while ahead:
            for further in supported.get(ahead.pop(), set()) - reached:
                reached.add(further)
                ahead.append(further)
        assert start not in reached


def test_denials_are_of_all_four_kinds_and_act_as_such(case: Document) -> None:
    denials = {one.denial: one.id for one in listed(case, Claim) if one.denial}
    types = {kind: {one.type for one in _from(case, id)} for kind, id in denials.items()}
    assert types == {
        "fact": {"contradicts"},
        "evidence": {"undercuts"},
        "label": {"contradicts"},
        "non-answer": set(),
    }


def _from(case: Document, claim: str) -> list[Link]:
    return [one for one in listed(case, Link) if one.from_id == claim]


def test_likelihoods_are_terms_of_the_scale_with_their_range_and_reasons(case: Document) -> None:
    (project,) = listed(case, ProjectRecord)
    for one in listed(case, Claim):
        if one.likelihood is None:
            assert one.kind != "judgement"
            continue
        term = SCALES[project.scale].term(one.likelihood)
        assert term is not None
        assert one.likelihood_range == (term.low, term.high)
        assert one.likelihood_reason
        assert one.confidence
        assert one.reason


def test_a_claim_and_its_negation_carry_mirrored_terms(case: Document) -> None:
    claims = {one.id: one for one in listed(case, Claim)}
    negations = [one for one in claims.values() if one.negates]
    assert negations
    for one in negations:
        mirrored = claims[str(one.negates)].likelihood_range
        assert mirrored is not None
        assert one.likelihood_range == (100 - mirrored[1], 100 - mirrored[0])


def test_key_judgements_are_ranked_one_to_five(case: Document) -> None:
    ranks = sorted(one.rank for one in listed(case, Claim) if one.rank is not None)
    assert ranks == [1, 2, 3, 4, 5]


def test_every_claim_held_source_and_origin_has_a_card(case: Document) -> None:
    carded = [one.record for one in listed(case, Card)]
    held = {one.source for one in listed(case, Capture)}
    due = {one.id for one in listed(case, Claim)} | held
    due |= {one.id for one in listed(case, Source) if one.origin_kind}
    assert due <= set(carded)
    assert len(carded) == len(set(carded))


def test_cards_stand_apart_on_the_grid_and_inside_one_frame_or_none(case: Document) -> None:
    boxes = [(one.x, one.y, one.width, _height(case, one)) for one in listed(case, Card)]
    frames = [(one.x, one.y, one.width, one.height) for one in listed(case, Frame)]
    for place, (x, y, width, height) in enumerate(boxes):
        assert x % 8 == y % 8 == width % 8 == 0
        assert 192 <= width <= 320
        for other in boxes[:place]:
            assert not _overlap((x, y, width, height), other, 8)
        for frame in frames:
            inside = frame[0] + 16 <= x and x + width <= frame[0] + frame[2] - 16
            inside &= frame[1] + 48 <= y and y + height <= frame[1] + frame[3] - 8
            assert inside or not _overlap((x, y, width, height), frame, 0)


Box = tuple[float, float, float, float]


def _overlap(one: Box, other: Box, apart: float) -> bool:
    return (
        one[0] < other[0] + other[2] + apart
        and other[0] < one[0] + one[2] + apart
        and one[1] < other[1] + other[3] + apart
        and other[1] < one[1] + one[3] + apart
    )


def _height(case: Document, card: Card) -> float:
    """Return the most that a card without a height of its own takes."""
    record = by_id(case)[card.record]
    match record:
        case Claim():
            return TALLEST["claim" if record.kind == "reported" else record.kind]
        case Source():
            return 52 if record.origin_kind else 64
        case _:
            return 96


# The project that is built from it


def test_the_built_project_holds_the_same_records(tmp_path: Path, case: Document) -> None:
    file = tmp_path / "sample.evboard"
    sample(file)
    project = Project.open(file, read_only=True)
    kept = {record.id for kind in KINDS for record in project.all(kind)}
    assert kept == {record.id for record in case.records}
    for capture in project.all(Capture):
        assert project.original(capture) == case.attachments[capture.sha256]
    project.close()


def test_origins_are_those_counted_by_hand(tmp_path: Path, case: Document) -> None:
    table = (FOLDER / "README.md").read_text(encoding="utf-8")
    expected = {key: (int(f), int(low), int(high)) for key, f, low, high in ROW.findall(table)}
    file = tmp_path / "sample.evboard"
    sample(file)
    project = Project.open(file, read_only=True)
    counted = origins.origins_of(project)
    keys = _keys_in_order("claims.toml", "claim")
    found = {}
    for key, claim in zip(keys, listed(case, Claim), strict=True):
        if claim.kind == "reported":
            one = counted[claim.id]
            found[key] = (one.files, one.n_min, one.n_max)
    project.close()
    assert found == expected


def _keys_in_order(name: str, table: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return re.findall(rf'\[\[{table}\]\]\nkey = "([\w-]+)"', text)


def test_grades_follow_the_suggested_rule(tmp_path: Path, case: Document) -> None:
    file = tmp_path / "sample.evboard"
    sample(file)
    project = Project.open(file, read_only=True)
    counted = origins.origins_of(project)
    project.close()
    for claim in listed(case, Claim):
        if claim.kind == "reported":
            assert claim.credibility == _suggested(case, claim, counted[claim.id].n_min), claim.text
            assert claim.credibility_reason


def _suggested(case: Document, claim: Claim, n_min: int) -> str:
    observed = any(
        one.observed and not one.partial for one in listed(case, Assertion) if one.claim == claim.id
    )
    own = "6" if n_min == 0 else "2" if observed or n_min >= 2 else "3"
    against = min((_digit(case, one) for one in _opponents(case, claim)), default="6")
    return "4" if own < "6" and against < own else own


def _opponents(case: Document, claim: Claim) -> set[str]:
    ends = [(one.from_id, one.to_id) for one in listed(case, Link) if one.type == "contradicts"]
    return {a for a, b in ends if b == claim.id} | {b for a, b in ends if a == claim.id}


def _digit(case: Document, claim: str) -> str:
    found = by_id(case)[claim]
    assert isinstance(found, Claim)
    return found.credibility or "6"
