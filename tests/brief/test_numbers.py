"""Every number in a brief, recomputed from the JSON document by other means."""

import json
import re
from collections.abc import Callable
from functools import cache
from itertools import chain

import pytest

from evidence_board.brief.content import Brief, build
from evidence_board.brief.entries import ClaimEntry
from evidence_board.brief.parts.basis import Basis
from evidence_board.brief.parts.contradictions import Contradictions
from evidence_board.brief.parts.endnotes import Endnotes
from evidence_board.brief.parts.judgements import Judgements
from evidence_board.brief.parts.key_claims import KeyClaims
from evidence_board.brief.parts.method import Method
from evidence_board.brief.parts.originals import Originals
from evidence_board.brief.parts.other_claims import OtherClaims
from evidence_board.brief.parts.sources import Sources
from evidence_board.commands import sample
from evidence_board.delivery.attaching import document_text
from evidence_board.project.project import Project
from tests.brief.harbour import AT, harbour
from tests.in_memory import folder_in_memory

Row = dict[str, object]
Document = dict[str, list[Row]]


@cache
def sample_brief() -> tuple[Brief, Document]:
    with folder_in_memory() as folder:
        sample.sample(folder / "case.evboard")
        project = Project.open(folder / "case.evboard", read_only=True)
        try:
            return build(project, at=AT), json.loads(document_text(project))
        finally:
            project.close()


@cache
def harbour_brief() -> tuple[Brief, Document]:
    return build(harbour(), at=AT), json.loads(document_text(harbour()))


CASES = [pytest.param(harbour_brief, id="harbour"), pytest.param(sample_brief, id="sample")]
Case = Callable[[], tuple[Brief, Document]]


def ids(rows: list[Row]) -> dict[str, Row]:
    return {str(row["id"]): row for row in rows}


def held(told: Document) -> set[str]:
    return {str(one["source"]) for one in told["captures"]}


def traced(told: Document) -> set[str]:
    return {str(one["claim"]) for one in told["assertions"] if one["excerpt"]}


def pairs(told: Document) -> set[frozenset[str]]:
    """Return the pairs of claims that contradict each other."""
    claims = ids(told["claims"])
    drawn = [(one["from"], one["to"]) for one in told["links"] if one["type"] == "contradicts"]
    negated = [(one["id"], one["negates"]) for one in told["claims"] if one["negates"]]
    found = {frozenset((str(one), str(other))) for one, other in drawn + negated}
    return {pair for pair in found if all(id in claims for id in pair)}


def entries(brief: Brief) -> dict[str, ClaimEntry]:
    keys, others = brief.part("key_claims"), brief.part("other_claims")
    found = keys.entries if isinstance(keys, KeyClaims) else ()
    return {
        entry.anchor.removeprefix("claim-"): entry
        for entry in (*found, *(others.entries if isinstance(others, OtherClaims) else ()))
    }


def beneath(told: Document, claim: str) -> tuple[set[str], bool]:
    """Return the claims that support a claim, itself too; whether some do so only together."""
    seen, ahead, together = set[str](), [claim], False
    while ahead:
        one = ahead.pop()
        if one in seen:
            continue
        seen.add(one)
        steps = [link for link in told["links"] if link["type"] == "supports" and link["to"] == one]
        together = together or any(link["group"] for link in steps)
        ahead += [str(link["from"]) for link in steps]
    return seen, together


def carried(told: Document, claim: str) -> set[str]:
    """Return the held files that carry a claim, over what supports it for one of ours."""
    seen, _ = beneath(told, claim)
    alone = ids(told["claims"])[claim]["kind"] == "reported"
    wanted = {claim} if alone else seen
    return {
        str(said["source"])
        for said in told["assertions"]
        if said["claim"] in wanted and said["source"] in held(told)
    }


@pytest.mark.parametrize("case", CASES)
def test_the_figures_of_what_it_rests_on(case: Case) -> None:
    brief, told = case()
    part = brief.part("basis")
    assert isinstance(part, Basis)
    documents = [one for one in told["sources"] if one["origin_kind"] is None]
    origins = [one for one in told["sources"] if one["origin_kind"]]
    known = sum(one["origin_kind"] == "identified" for one in origins)
    claims = ids(told["claims"])
    open_pairs = [
        pair for pair in pairs(told) if all(claims[id]["status"] == "open" for id in pair)
    ]
    assert [row.name for row in part.figures] == [
        str(len(held(told) & set(ids(told["sources"])))),
        str(sum(str(one["id"]) not in held(told) for one in documents)),
        str(known) if known == len(origins) else f"{known}–{len(origins)}",
        str(len(open_pairs)),
        f"{len(traced(told))} of {len(claims)}",
    ]


@pytest.mark.parametrize("case", CASES)
def test_the_count_of_contradictions(case: Case) -> None:
    brief, told = case()
    part = brief.part("contradictions")
    assert isinstance(part, Contradictions)
    assert len(part.rows) == len(pairs(told))
    claims = ids(told["claims"])
    assert part.open == sum(
        all(claims[id]["status"] == "open" for id in pair) for pair in pairs(told)
    )


@pytest.mark.parametrize("case", CASES)
def test_the_likelihood_of_each_judgement_and_its_place(case: Case) -> None:
    brief, told = case()
    part = brief.part("judgements")
    assert isinstance(part, Judgements)
    ranked = [one for one in told["claims"] if one["rank"] is not None]
    ranked.sort(key=lambda one: float(str(one["rank"])))
    assert [row.number for row in part.rows] == list(range(1, len(ranked) + 1))
    for row, claim in zip(part.rows, ranked, strict=True):
        assert row.reference.to == f"claim-{claim['id']}"
        if row.likelihood is not None:
            span = claim["likelihood_range"]
            assert isinstance(span, list)
            numbers = [float(word) for word in re.findall(r"\d+", row.likelihood.range)]
            assert numbers == [float(one) for one in span]


@pytest.mark.parametrize("case", CASES)
def test_files_and_origins_of_each_claim(case: Case) -> None:
    brief, told = case()
    compared = 0
    for id, entry in entries(brief).items():
        if beneath(told, id)[1]:
            continue  # linked premises count as far as the weakest one: tested by themselves
        compared += 1
        numbers = [int(word) for word in re.findall(r"\d+", entry.origins.text)]
        files = carried(told, id)
        assert (numbers[0] if numbers else 0) == len(files), entry.mark
        if len(numbers) > 1:
            assert numbers[1] <= numbers[-1]
        sentence = [int(word) for word in re.findall(r"\d+", entry.origins_sentence)]
        assert sentence[:1] == numbers[:1]
    assert compared > 5


@pytest.mark.parametrize("case", CASES)
def test_numbers_and_offsets_of_each_endnote(case: Case) -> None:
    brief, told = case()
    part = brief.part("endnotes")
    assert isinstance(part, Endnotes)
    said = [one for one in told["assertions"] if one["excerpt"]]
    assert [row.number for row in part.rows] == list(range(1, len(said) + 1))
    excerpts = {f"X{one['number']}": one for one in told["excerpts"]}
    captures = {str(one["source"]): one for one in told["captures"]}
    for row in part.rows:
        excerpt = excerpts[row.excerpt]
        assert (row.start, row.end) == (excerpt["start"], excerpt["end"])
        assert row.words == excerpt["exact"]
        assert row.hash == captures[str(excerpt["source"])]["sha256"]


@pytest.mark.parametrize("case", CASES)
def test_sizes_and_hashes_of_each_original(case: Case) -> None:
    brief, told = case()
    part = brief.part("originals")
    if part is None:  # only in the full annex
        return
    assert isinstance(part, Originals)
    sizes = sorted(f"{one['size']:,} bytes" for one in told["captures"])
    assert sorted(row.size for row in part.rows) == sizes
    hashes = {one["sha256"] for one in told["captures"]}
    assert {row.sha256 for row in part.rows} == hashes


@pytest.mark.parametrize("case", CASES)
def test_the_counts_of_sources_and_where_each_is_used(case: Case) -> None:
    brief, told = case()
    part = brief.part("sources")
    assert isinstance(part, Sources)
    others = [one for one in told["sources"] if str(one["id"]) not in held(told)]
    assert len(part.held) == len(held(told))
    assert len(part.cited) == sum(one["origin_kind"] is None for one in others)
    assert len(part.origins) == sum(one["origin_kind"] is not None for one in others)
    for row in (*part.held, *part.cited, *part.origins):
        id = row.anchor.removeprefix("source-")
        claims = {
            str(said["claim"])
            for said in told["assertions"]
            if id == said["source"] or id in list(chain(said["chain"]))  # type: ignore[arg-type]  # ids
        }
        assert {one.to.removeprefix("claim-") for one in row.used_in} == claims


@pytest.mark.parametrize("case", CASES)
def test_the_numbers_of_the_method_note(case: Case) -> None:
    brief, told = case()
    part = brief.part("method")
    assert isinstance(part, Method)
    notes = {row.name: row.text for row in part.paragraphs}
    assert notes["Tracing"].startswith(f"{len(traced(told))} of {len(told['claims'])} claims")
    ungraded = sum(one["reliability"] is None for one in told["sources"])
    unjudged = sum(one["rank"] is not None and one["likelihood"] is None for one in told["claims"])
    if ungraded:
        assert f"{ungraded} source" in notes["Unknown"]
    if unjudged:
        assert f"{unjudged} key judgement" in notes["Unknown"]
