"""Reading files into drafts of sources: a batch, each file in a worker process for its kind."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import TypeAlias

from evidence_board.ingest import picture_reading
from evidence_board.ingest.draft import (
    Given,
    ListDraft,
    Progress,
    Proposal,
    Refused,
    RefusedFile,
    SourceDraft,
    Wanted,
    printable_name,
)
from evidence_board.ingest.formats import LISTS, Format, Subject
from evidence_board.ingest.opening import load
from evidence_board.ingest.process import Worker, WorkerGone
from evidence_board.ingest.reading import (
    Question,
    Reading,
    Undecided,
    add_remark,
    taken_files,
    unpacked,
)
from evidence_board.ingest.sniffing import judge
from evidence_board.ingest.text import read_text
from evidence_board.model.content import Spool

Draft: TypeAlias = SourceDraft | ListDraft


@dataclass(frozen=True)
class Batch:
    """What became of several files: the drafts and the refusals, each in the order given."""

    drafts: tuple[Draft, ...]
    refused: tuple[RefusedFile, ...]


def read(path: Path, today: date | None = None) -> SourceDraft:
    """Return the draft of a source from a plain text file; Refused has the sentence why not.

    This reads in the present process. What comes from outside goes through `read_many`.
    """
    name, original = printable_name(path), load(path)
    judged = judge(name, original)
    reading = read_text(Question(name, today or date.today()), original)
    return _draft(name, original, judged.format, reading)


def read_sent(given: Given, today: date, sent_as: str, encoding: str = "") -> Draft:
    """Return the draft of what came from the web as this content type; Refused says why not.

    A person may have said in which ``encoding`` it is.
    """
    with _Desk(today) as desk:
        return desk.read(given.name, given.original, encoding, sent_as)


def read_many(
    wanted: Iterable[Path | Given | Wanted], today: date | None = None
) -> Iterator[Progress | Draft | RefusedFile]:
    """Yield, for each file or what else was given, its Progress, then its draft or its refusal.

    Of what comes by no file no field is proposed: its name says nothing about it. Where the files
    in an e-mail are wanted too, theirs follow its own.

    The bytes are interpreted in worker processes that may use little time and memory and write no
    file; what is kept are the bytes read here, which they never hold. Closing the iterator ends
    the workers.
    """
    all_wanted = tuple(one if isinstance(one, Wanted) else Wanted(one) for one in wanted)
    with _Desk(today or date.today()) as desk:
        for done, one in enumerate(all_wanted):
            name = _name(one.what)
            yield Progress(done, len(all_wanted), name)
            yield from _read(desk, name, one)


def read_batch(
    wanted: Iterable[Path | Given | Wanted], today: date | None = None
) -> Generator[tuple[int, int], None, Batch]:
    """Yield (done, of how many) while the files are read, and return what became of them.

    Large originals are not held in memory meanwhile.
    """
    drafts: list[Draft] = []
    refused, spool = [], Spool()
    for step in read_many(wanted, today):
        if isinstance(step, SourceDraft):
            drafts.append(replace(step, original=spool.set_aside(step.original)))
        elif isinstance(step, Progress):
            yield step.done, step.total
        elif isinstance(step, RefusedFile):
            refused.append(step)
        else:
            drafts.append(step)
    return Batch(tuple(drafts), tuple(refused))


def _read(desk: "_Desk", name: str, wanted: Wanted) -> Iterator[Draft | RefusedFile]:
    """Yield what becomes of one file, and of those in it where they are wanted."""
    what = wanted.what
    path = Path(name) if isinstance(what, Given) else what
    try:
        original = what.original if isinstance(what, Given) else load(what)
        draft = desk.read(name, original, wanted.encoding)
    except Undecided as unsure:
        yield RefusedFile(path, name, str(unsure), unsure.candidates, wanted)
        return
    except Refused as refusal:
        yield RefusedFile(path, name, str(refusal))
        return
    if isinstance(what, Given) and isinstance(draft, SourceDraft) and draft.kind == "image":
        draft = replace(draft, fields={})
    yield draft
    if wanted.attached and isinstance(draft, SourceDraft) and draft.attached:
        yield from _read_attached(desk, name, original)


def _read_attached(desk: "_Desk", name: str, original: bytes) -> Iterator[Draft | RefusedFile]:
    """Yield what becomes of the files in an e-mail; of an e-mail among them only itself."""
    try:
        files = desk.files_in(name, original)
    except Refused as refusal:
        yield RefusedFile(Path(name), name, str(refusal))
        return
    for file in files:
        for one in _read(desk, file.name, Wanted(file)):
            told = f"Attached to “{name}”."
            yield (
                replace(one, remark=f"{one.remark} {told}".strip())
                if isinstance(one, SourceDraft)
                else one
            )


def _name(what: Path | Given) -> str:
    return what.name if isinstance(what, Given) else printable_name(what)


class _Desk(ExitStack):
    """The workers of one batch, one for each subject; each starts when it is first asked."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._workers: dict[Subject, Worker] = {}

    def read(self, name: str, original: bytes, encoding: str, sent_as: str = "") -> Draft:
        """Return the draft of a source from bytes; Refused says why not."""
        judged = judge(name, original)
        found = judged.format
        question = {
            "name": name,
            "today": self._today.isoformat(),
            "encoding": encoding,
            "sent_as": sent_as,
            "format": found.name,
        }
        header, body = self._ask(found.subject, question, original)
        if found.subject == "picture":
            reading = picture_reading.reading(PurePath(name), header)
        else:
            reading = unpacked(name, header, body)
        if found in LISTS:
            return ListDraft(name, reading.entries)
        return _draft(name, original, found, add_remark(reading, judged.told))

    def files_in(self, name: str, original: bytes) -> tuple[Given, ...]:
        """Return the files in an e-mail."""
        question = {"name": name, "today": "", "format": "EML", "files": "all"}
        return taken_files(*self._ask("document", question, original))

    def _ask(
        self, subject: Subject, question: dict[str, str], original: bytes
    ) -> tuple[bytes, bytes]:
        """Return what a worker answers; Refused if it is gone."""
        if subject not in self._workers:
            self._workers[subject] = self.enter_context(Worker(subject))
        try:
            return self._workers[subject].ask(question, original)
        except WorkerGone as problem:
            advice = _ADVICE.get(subject, "Split it into smaller files.")
            raise Refused(f"“{question['name']}” {problem} {advice}") from problem


_ADVICE: dict[Subject, str] = {
    "picture": "Save it smaller and add that.",
    "pdf": "Add the pages that matter as a file of their own.",
}


def _draft(name: str, original: bytes, found: Format, reading: Reading) -> SourceDraft:
    fields: dict[str, Proposal] = dict(reading.fields)
    return SourceDraft(
        name,
        original,
        reading.text,
        found.media_type,
        reading.method,
        reading.tool,
        fields,
        "image" if found.subject == "picture" else "document",
        reading.remark,
        reading.address,
        reading.attached,
    )
