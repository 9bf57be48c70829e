"""The history as lines of text or JSON, a step at a time: it may be longer than the memory."""

import json
from collections.abc import Iterator

from evidence_board.analysis.dates import stamp_words
from evidence_board.analysis.step_sums import summed, summed_up
from evidence_board.analysis.telling import RecordTold, knowing, told
from evidence_board.model.change import ChangeSet
from evidence_board.project.chain import Chain
from evidence_board.project.history import Step
from evidence_board.project.past import UNREADABLE, Past
from evidence_board.project.project import Project
from evidence_board.verbs.verb import Failed, id_of

NO_NAME = "no name"
LARGE = 1_000
"""A step with more changes than this is summed up without being read."""


def text_lines(project: Project, record: str | None, number: int | None) -> Iterator[bytes]:
    """Yield the steps that are asked for as text, each with what it changed."""
    past = Past(project)
    id = id_of(project, record) if record is not None else None
    for step in _asked(project, id, number):
        state = "" if step.state == "done" else f"  ({step.state})"
        head = f"{stamp_words(step.at)}  {step.author or NO_NAME}  {step.label}{state}"
        yield f"{step.seq:5}  {head}\n".encode(errors="backslashreplace")
        for line in _lines(project, step, id, past):
            yield f"       {line}\n".encode(errors="backslashreplace")


def json_lines(project: Project, record: str | None, number: int | None) -> Iterator[bytes]:
    """Yield the steps that are asked for as JSON, without the end of the document."""
    past = Past(project)
    id = id_of(project, record) if record is not None else None
    steps = _asked(project, id, number)  # what is refused is refused before anything is told
    yield b'{"steps": ['
    for place, step in enumerate(steps):
        text = json.dumps(_step(project, step, id, past), ensure_ascii=False)
        yield f"{',' if place else ''}\n{text}".encode(errors="backslashreplace")
    yield b"\n]"


def _step(project: Project, step: Step, id: str | None, past: Past) -> dict[str, object]:
    try:
        changes = [_plain(one) for one in _changes(project, step, id, past)]
    except UNREADABLE:
        return {**step._asdict(), "changes": None}
    return {**step._asdict(), "changes": changes}


def json_end(chain: Chain) -> bytes:
    """Return the end of the JSON document: whether the history holds together."""
    plain = {"ok": chain.holds, "steps": chain.steps, "sentences": chain.sentences}
    return f', "verified": {json.dumps(plain, ensure_ascii=False)}}}\n'.encode()


def _asked(project: Project, id: str | None, number: int | None) -> list[Step]:
    touched = project.steps_of(id) if id is not None else None
    if touched is not None and not touched:
        raise Failed(f"No step changed a record {id}. `show` lists the records.")
    steps = project.steps()
    if number is not None and all(step.seq != number for step in steps):
        raise Failed(f"There is no step {number}. `history` lists the steps.")
    return [
        step
        for step in steps
        if (touched is None or step.seq in touched) and number in (None, step.seq)
    ]


def _changes(project: Project, step: Step, id: str | None, past: Past) -> Iterator[RecordTold]:
    changes = project.changes_of(step)
    finder = knowing(changes, past)
    for change in changes.changes:
        if id is None or change.record.id == id:
            yield told(change, finder)


def _lines(project: Project, step: Step, id: str | None, past: Past) -> list[str]:
    try:
        return list(_told_lines(project, step, id, past))
    except UNREADABLE:
        return ["What this step changed cannot be read."]


def _told_lines(project: Project, step: Step, id: str | None, past: Past) -> Iterator[str]:
    if id is None and sum(extent.total for extent in project.extents_of(step)) > LARGE:
        yield from summed_up(project.extents_of(step)).sums
        return
    changes = project.changes_of(step)
    if id is not None:
        changes = ChangeSet(tuple(one for one in changes.changes if one.record.id == id))
    found = summed(changes, past)
    yield from found.sums
    for record in found.records:
        yield record.words
        yield from (f"    {field.words}" for field in record.spoken)


def _plain(one: RecordTold) -> dict[str, object]:
    fields = [
        {
            "field": field.field,
            "name": field.name,
            "before": field.before,
            "after": field.after,
            "words": field.words,
        }
        for field in one.fields
    ]
    return {
        "what": one.what,
        "record": one.record,
        "id": one.id,
        "mark": one.mark,
        "text": one.text,
        "words": one.words,
        "fields": fields,
    }
