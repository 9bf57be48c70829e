"""The numbers of the parts that are drawn or listed, recomputed from the JSON document."""

import re
from collections import Counter

import pytest

from evidence_board.brief.parts.boards import Boards
from evidence_board.brief.parts.discrepancies import Discrepancies
from evidence_board.brief.parts.front import Front
from evidence_board.brief.parts.gaps import Gaps
from evidence_board.brief.parts.key_claims import KeyClaims
from evidence_board.brief.parts.lineage import LineageFigures
from evidence_board.brief.parts.other_claims import OtherClaims
from evidence_board.brief.parts.timeline import Timeline
from tests.brief.test_numbers import CASES, Case, carried, entries, held, ids


def years(words: object) -> set[str]:
    return set(re.findall(r"\b\d{4}\b", str(words)))


@pytest.mark.parametrize("case", CASES)
def test_the_discrepancies_and_which_are_open(case: Case) -> None:
    brief, told = case()
    part = brief.part("discrepancies")
    assert isinstance(part, Discrepancies)
    verdicts = Counter(str(one["verdict"] or "") for one in told["discrepancies"])
    assert Counter(row.verdict for row in part.rows) == verdicts
    open_ones = [row.verdict == "" for row in part.rows]
    assert open_ones == sorted(open_ones, reverse=True)
    excerpts, sources = ids(told["excerpts"]), ids(told["sources"])
    pairs = Counter(
        frozenset(
            f"S{sources[str(excerpts[str(one[side])]['source'])]['number']}"
            for side in ("one", "other")
        )
        for one in told["discrepancies"]
    )
    shown = ({row.one.source.mark, row.other.source.mark} for row in part.rows)
    assert Counter(map(frozenset, shown)) == pairs


@pytest.mark.parametrize("case", CASES)
def test_the_gaps_and_indicators_with_their_numbers(case: Case) -> None:
    brief, told = case()
    part = brief.part("gaps")
    assert isinstance(part, Gaps)
    for kind, rows in (("gap", part.gaps), ("indicator", part.indicators)):
        numbers = sorted(int(str(one["number"])) for one in told["notes"] if one["kind"] == kind)
        assert [int(re.sub(r"\D", "", row.mark)) for row in rows] == numbers


@pytest.mark.parametrize("case", CASES)
def test_the_rows_of_the_timeline_and_their_years(case: Case) -> None:
    brief, told = case()
    part = brief.part("timeline")
    assert isinstance(part, Timeline)
    dated = {
        str(one["id"]): one
        for one in told["claims"]
        if (one["event"] or one["stated"]) and one["status"] != "withdrawn"
    }
    rows = [row for figure in part.figures for row in figure.rows]
    assert {row.claim.to.removeprefix("claim-") for row in rows} == set(dated)
    assert len(rows) == len(dated)
    for row in rows:
        claim = dated[row.claim.to.removeprefix("claim-")]
        assert years(row.words) == years(claim["event"]) | years(claim["stated"])
        assert len(row.bars) >= 1


@pytest.mark.parametrize("case", CASES)
def test_the_sources_and_counts_of_each_figure_of_origins(case: Case) -> None:
    brief, told = case()
    part = brief.part("lineage")
    assert isinstance(part, LineageFigures)
    described = entries(brief)
    for figure in part.figures:
        claim = figure.claim.to.removeprefix("claim-")
        nearest = {one.farther for one in figure.chart.routes if one.nearer == figure.chart.claim}
        assert nearest & held(told) <= carried(told, claim)
        counted = [int(word) for word in re.findall(r"\d+", described[claim].origins.text)]
        assert [int(word) for word in re.findall(r"\d+", figure.base)][: len(counted)] == counted


@pytest.mark.parametrize("case", CASES)
def test_the_cards_of_each_board_figure(case: Case) -> None:
    brief, told = case()
    part = brief.part("boards")
    assert isinstance(part, Boards)
    cards = Counter(str(one["board"]) for one in told["cards"])
    assert sorted(len(figure.cards) for figure in part.figures) == sorted(cards.values())


@pytest.mark.parametrize("case", CASES)
def test_the_endnotes_that_each_statement_names(case: Case) -> None:
    brief, told = case()
    keys, others = brief.part("key_claims"), brief.part("other_claims")
    assert isinstance(keys, KeyClaims)
    assert isinstance(others, OtherClaims)
    named = [
        int(said.endnote.mark)
        for entry in (*keys.entries, *others.entries)
        for said in entry.statements
        if said.endnote is not None
    ]
    assert named == list(range(1, sum(bool(one["excerpt"]) for one in told["assertions"]) + 1))


@pytest.mark.parametrize("case", CASES)
def test_the_issue_and_the_span_of_what_was_read(case: Case) -> None:
    brief, told = case()
    part = brief.part("front")
    assert isinstance(part, Front)
    facts = {row.name: row.text for row in part.facts}
    assert facts["Issue"] == "draft, not issued"
    read = [one["published"] for one in told["sources"] if str(one["id"]) in held(told)]
    dates = sorted(str(one) for one in read if one)
    assert years(facts["Reports read"]) == years(dates[0]) | years(dates[-1])
