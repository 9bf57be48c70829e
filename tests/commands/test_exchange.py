"""Documents in and out: ids kept, all or nothing, the same again changes nothing."""

import hashlib
from pathlib import Path

import pytest

from evidence_board.commands import exchange
from evidence_board.interchange import composing, document
from evidence_board.interchange.document import BadDocument, Document
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.check import check
from evidence_board.project.project import Project
from tests.commands.cases import HARBOUR, held, started
from tests.commands.conftest import Harbour


def _exported(project: Project) -> str:
    return composing.to_text(exchange.collect(project, with_bytes=True))


def test_a_new_file_becomes_the_exported_project(
    project: Project, case: Harbour, tmp_path: Path
) -> None:
    text = _exported(project)
    copy = started(tmp_path / "copy.evboard", title="Empty")
    assert exchange.take_in(copy, document.from_text(text)) > 20
    assert _exported(copy) == text
    assert copy.record == project.record
    assert copy.original(copy.all(Capture)[0]) == project.original(project.all(Capture)[0])
    assert [match.record_id for match in copy.search("witn")]
    copy.undo()
    assert copy.record.title == "Empty"
    copy.redo()
    assert _exported(copy) == text
    copy.close()
    assert check(tmp_path / "copy.evboard") == ()


def test_the_same_document_again_changes_nothing(project: Project, case: Harbour) -> None:
    text, steps = _exported(project), project.steps()
    assert exchange.take_in(project, document.from_text(text)) == 0
    assert project.steps() == steps


def test_records_that_are_there_are_brought_to_the_documents_values(
    project: Project, case: Harbour
) -> None:
    earlier = document.from_text(_exported(project))
    with project.transaction("Change") as tx:
        tx.update(case.sailed, text="Changed")
    assert exchange.take_in(project, earlier) == 1
    assert project.get(Claim, case.sailed.id) == case.sailed


def test_another_projects_records_join_without_its_title(
    project: Project, case: Harbour, tmp_path: Path
) -> None:
    other = started(tmp_path / "other.evboard", title="Other")
    with other.transaction("Write") as tx:
        claim = tx.add(Claim(text="From elsewhere"))
    text = _exported(other)
    other.close()
    exchange.take_in(project, document.from_text(text))
    assert project.record.title == "Case"
    taken = project.get(Claim, claim.id)
    assert taken.text == "From elsewhere"
    assert taken.number not in {one.number for one in project.all(Claim) if one.id != claim.id}
    assert exchange.take_in(project, document.from_text(text)) == 0


def _capture(content: bytes, **fields: object) -> Capture:
    digest = hashlib.sha256(content).hexdigest()
    return Capture.model_validate(
        {
            **{"id": "cap", "source": "src", "file_name": "a.txt", "size": len(content)},
            **{"sha256": digest, "text_sha256": digest, "text_length": len(content)},
            **{"media_type": "text/plain", "captured_at": "2026-01-01T00:00:00Z", **fields},
        }
    )


SOURCE = Source(id="src", publisher="Press")
WRONG: dict[str, tuple[tuple[Record, ...], bytes, str]] = {
    "a reference into nothing": (
        (Claim(id="a", text="A", negates="b"),),
        *(b"", "names a claim b that is not there"),
    ),
    "a reference to another kind": (
        (SOURCE, Claim(id="a", text="A", negates="src")),
        *(b"", "names a claim src that is not there"),
    ),
    "links that lead round": (
        (
            Claim(id="c", text="C"),
            Link(id="l1", from_id="c", to_id="l2", type="undercuts"),
            Link(id="l2", from_id="c", to_id="l1", type="undercuts"),
        ),
        *(b"", "lead back to it"),
    ),
    "missing bytes": ((SOURCE, _capture(b"text")), b"", "comes without its bytes"),
    "a wrong size": ((SOURCE, _capture(b"text", size=5)), b"text", "another length"),
    "a wrong text length": (
        (SOURCE, _capture(b"text", text_length=5)),
        *(b"text", "another length"),
    ),
    "a text that is no UTF-8": ((SOURCE, _capture(b"\xff\xfe")), b"\xff\xfe", "is not UTF-8"),
    "words that do not stand there": (
        (
            SOURCE,
            _capture(b"text"),
            Excerpt(id="x", source="src", capture="cap", start=0, end=2, exact="xt"),
        ),
        *(b"text", "does not stand at its place"),
    ),
    "words beyond the end": (
        (SOURCE, _capture(b"text"), Excerpt(id="x", source="src", start=3, end=5, exact="t!")),
        *(b"text", "does not stand at its place"),
    ),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_document_with_a_fault_is_refused_whole(
    project: Project, case: Harbour, fault: str, tmp_path: Path
) -> None:
    records, content, sentence = WRONG[fault]
    kept = {hashlib.sha256(content).hexdigest(): content} if content else {}
    before, steps = held(project), project.steps()
    good = Claim(text="Good")
    with pytest.raises(BadDocument, match=sentence):
        exchange.take_in(project, Document((good, *records), kept))
    assert held(project) == before
    assert project.steps() == steps
    project.close()
    assert check(tmp_path / "case.evboard") == ()


def test_an_id_of_another_kind_is_refused(project: Project, case: Harbour) -> None:
    with pytest.raises(BadDocument, match="is a claim here and a source there"):
        exchange.take_in(project, Document((Source(id=case.sailed.id),)))


def test_records_without_a_number_get_the_next(project: Project, case: Harbour) -> None:
    highest = max(one.number for one in project.all(Claim))
    exchange.take_in(project, Document((Claim(id="n", text="New"), Claim(id="m", text="More"))))
    numbers = [project.get(Claim, id).number for id in ("n", "m")]
    assert numbers == [highest + 1, highest + 2]
    exchange.take_in(project, Document((Claim(id="n", text="New", number=1),)))
    assert project.get(Claim, "n").number == highest + 1


def test_a_project_record_of_the_same_project_is_taken_in(project: Project, case: Harbour) -> None:
    renamed = project.record.replace(title="Renamed")
    assert isinstance(renamed, ProjectRecord)
    exchange.take_in(project, Document((renamed,)))
    assert project.record.title == "Renamed"


def test_an_export_without_bytes_names_them_only(project: Project, case: Harbour) -> None:
    plain = document.to_plain(exchange.collect(project, with_bytes=False))
    assert "attachments" not in plain
    assert HARBOUR not in str(plain)
