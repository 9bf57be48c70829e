"""Reading files into drafts of sources, one by one here or a batch in a worker process."""

import json
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import TypedDict

from evidence_board.ingest.bibliography import propose
from evidence_board.ingest.draft import (
    Basis,
    Given,
    Progress,
    Proposal,
    Refused,
    RefusedFile,
    SourceDraft,
    printable_name,
)
from evidence_board.ingest.formats import PictureFormat, picture_format
from evidence_board.ingest.opening import load
from evidence_board.ingest.process import Worker, WorkerGone
from evidence_board.ingest.text import decode

TOOL = "Evidence Board, plain text reader 1"
"""What made the text; the figure rises when the same bytes would give another text."""

PICTURE_TOOL = "Evidence Board, picture reader 1"
"""What looked at a picture; it makes no text."""


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
    wanted: Iterable[Path | Given], today: date | None = None
) -> Iterator[Progress | SourceDraft | RefusedFile]:
    """Yield, for each file or what else was given, its Progress, then its draft or its refusal.

    Of what comes by no file no field is proposed: its name says nothing about it.

    The bytes are interpreted in worker processes that may use little time and memory and write no
    file; what is kept are the bytes read here, which they never hold. Closing the iterator ends
    the workers.
    """
    all_wanted = tuple(wanted)
    with _Desk(today or date.today()) as desk:
        for done, one in enumerate(all_wanted):
            name = one.name if isinstance(one, Given) else printable_name(one)
            yield Progress(done, len(all_wanted), name)
            try:
                if isinstance(one, Given):
                    yield replace(desk.read(name, one.original), fields={})
                else:
                    yield desk.read(name, load(one))
            except Refused as refusal:
                path = Path(name) if isinstance(one, Given) else one
                yield RefusedFile(path, name, str(refusal))


def read_batch(
    wanted: Iterable[Path | Given], today: date | None = None
) -> Generator[tuple[int, int], None, Batch]:
    """Yield (done, of how many) while the files are read, and return what became of them."""
    drafts, refused = [], []
    for step in read_many(wanted, today):
        if isinstance(step, SourceDraft):
            drafts.append(step)
        elif isinstance(step, RefusedFile):
            refused.append(step)
        else:
            yield step.done, step.total
    return Batch(tuple(drafts), tuple(refused))


class _Told(TypedDict, total=False):
    """What the header of an answer says: why not, or what was found in a text or a picture."""

    refused: str
    method: str
    fields: dict[str, tuple[str | list[str], Basis, str]]
    remark: str


class _Desk(ExitStack):
    """The workers of one batch, one for texts and one for pictures."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._texts = self.enter_context(Worker("text"))
        self._pictures = self.enter_context(Worker("picture"))

    def read(self, name: str, original: bytes) -> SourceDraft:
        """Return the draft of a source from bytes; Refused says why not."""
        found = picture_format(name, original)
        if found is None:
            return self._read_text(name, original)
        return self._read_picture(name, original, found)

    def _read_text(self, name: str, original: bytes) -> SourceDraft:
        question = {"name": name, "today": self._today.isoformat()}
        told, text = _answer(self._texts, question, original, "Split it into smaller files.")
        fields = {
            str(field): Proposal(tuple(value) if isinstance(value, list) else value, basis, words)
            for field, (value, basis, words) in told["fields"].items()
        }
        return _draft(name, original, text.decode("utf-8"), str(told["method"]), fields)

    def _read_picture(self, name: str, original: bytes, found: PictureFormat) -> SourceDraft:
        told, _ = _answer(self._pictures, {"name": name}, original, "Save it smaller and add that.")
        stem = PurePath(name).stem
        return SourceDraft(
            name,
            original,
            "",
            found.media_type,
            "none: it is a picture",
            PICTURE_TOOL,
            {"title": Proposal(stem, "inferred", name)} if stem else {},
            "image",
            str(told["remark"]),
        )


def _answer(
    worker: Worker, question: dict[str, str], original: bytes, advice: str
) -> tuple[_Told, bytes]:
    """Return what a worker answers; Refused if it refuses, or, with the advice, if it is gone."""
    try:
        header, body = worker.ask(question, original)
    except WorkerGone as problem:
        raise Refused(f"“{question['name']}” {problem} {advice}") from problem
    told: _Told = json.loads(header)
    if "refused" in told:
        raise Refused(str(told["refused"]))
    return told, body


def _draft(
    name: str, original: bytes, text: str, method: str, fields: dict[str, Proposal]
) -> SourceDraft:
    return SourceDraft(name, original, text, "text/plain", method, TOOL, fields)
