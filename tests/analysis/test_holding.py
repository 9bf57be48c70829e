"""Records in memory, found as a project finds them, and refused where something is missing."""

import pytest

from evidence_board.analysis.holding import Holding, Incomplete
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from tests.analysis.graphs import Case


def _records() -> list[Record]:
    case = Case().files("A").says("A")
    return [ProjectRecord(id="p", title="Case"), *case.records.values()]


def test_records_are_found_by_kind_by_id_and_by_whom_they_name() -> None:
    held = Holding(_records())
    assert held.record.title == "Case"
    assert [one.id for one in held.all(Source)] == ["A"]
    assert held.get(Claim, "c").text == "c"
    assert held.find("c") is held.get(Claim, "c")
    assert held.find("gone") is None
    assert {type(one) for one in held.referrers("A")} == {Capture, type(held.referrers("c")[0])}
    assert held.referrers("gone") == ()
    with pytest.raises(KeyError):
        held.get(Source, "c")


def test_of_several_captures_the_newest_counts() -> None:
    first = next(one for one in _records() if isinstance(one, Capture))
    second = first.replace(id="later", captured_at="2026-02-01T00:00:00Z")
    held = Holding([second, *_records()])
    assert held.capture_of("A") == second
    assert held.capture_of("gone") is None


def test_records_that_name_what_is_not_there_are_refused() -> None:
    with pytest.raises(Incomplete, match="which project"):
        Holding(_records()[1:])
    lost = Link(from_id="c", to_id="gone", type="supports")
    with pytest.raises(Incomplete, match="gone that is not there"):
        Holding([*_records(), lost])


def test_links_that_lead_back_to_each_other_are_refused() -> None:
    one = Link(id="one", from_id="c", to_id="two", type="undercuts")
    two = Link(id="two", from_id="c", to_id="one", type="undercuts")
    with pytest.raises(Incomplete, match="lead back"):
        Holding([*_records(), one, two])
