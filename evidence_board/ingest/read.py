"""Reading files into drafts of sources, one by one here or a batch in a worker process."""

import json
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidence_board.ingest.bibliography import propose
from evidence_board.ingest.draft import (
    Progress,
    Proposal,
    Refused,
    RefusedFile,
    SourceDraft,
    printable_name,
)
from evidence_board.ingest.opening import load
from evidence_board.ingest.process import Worker, WorkerGone
from evidence_board.ingest.text import decode

TOOL = "Evidence Board, plain text reader 1"
"""What made the text; the figure rises when the same bytes would give another text."""


@dataclass(frozen=True)
class Batch:
    """What became of several files: the drafts and the refusals, each in the order given."""

    drafts: tuple[SourceDraft, ...]
    refused: tuple[RefusedFile, ...]


def read(path: Path, today: date | None = None) -> SourceDraft:
    """Return the draft of a source from a plain text file; Refused has the sentence why not.

    This reads in the present process. What comes from outside goes through `read_many`.
    """
    name, original = printable_name(path), load(path)
    decoded = decode(name, original)
    fields = propose(decoded.text, today or date.today())
    return _draft(name, original, decoded.text, decoded.method, fields)


def read_many(
    paths: Iterable[Path], today: date | None = None
) -> Iterator[Progress | SourceDraft | RefusedFile]:
    """Yield, for each file, its Progress and then its draft or its refusal.

    The bytes are interpreted in a worker process that may use little time and memory and write no
    file; what is kept are the bytes read here, which it never holds. Closing the iterator ends
    the worker.
    """
    wanted = tuple(paths)
    with Worker() as worker:
        for done, path in enumerate(wanted):
            name = printable_name(path)
            yield Progress(done, len(wanted), name)
            try:
                yield _read_apart(worker, path, name, today or date.today())
            except Refused as refusal:
                yield RefusedFile(path, name, str(refusal))


def read_batch(
    paths: Iterable[Path], today: date | None = None
) -> Generator[tuple[int, int], None, Batch]:
    """Yield (done, of how many) while the files are read, and return what became of them."""
    drafts, refused = [], []
    for step in read_many(paths, today):
        if isinstance(step, SourceDraft):
            drafts.append(step)
        elif isinstance(step, RefusedFile):
            refused.append(step)
        else:
            yield step.done, step.total
    return Batch(tuple(drafts), tuple(refused))


def _read_apart(worker: Worker, path: Path, name: str, today: date) -> SourceDraft:
    original = load(path)
    try:
        answer, text = worker.ask({"name": name, "today": today.isoformat()}, original)
    except WorkerGone as problem:
        raise Refused(f"“{name}” {problem} Split it into smaller files.") from problem
    found = json.loads(answer)
    if "refused" in found:
        raise Refused(str(found["refused"]))
    fields = {
        str(field): Proposal(tuple(value) if isinstance(value, list) else value, basis, words)
        for field, (value, basis, words) in found["fields"].items()
    }
    return _draft(name, original, text.decode("utf-8"), str(found["method"]), fields)


def _draft(
    name: str, original: bytes, text: str, method: str, fields: dict[str, Proposal]
) -> SourceDraft:
    return SourceDraft(name, original, text, "text/plain", method, TOOL, fields)
