"""Salvage: what can still be read of a damaged project, in a new file; the old one is only read.

Rows are read from the pages themselves (`pages.py`), so that neither a lost page above them nor a
hostile schema is in the way. Each is validated by its class. The history holds every row once
more, so what is in no table any more is brought back from there; a history that is whole is also
believed where a row differs from it. Of the history itself the steps from the first one on are
kept as far as they are whole; one more step leads to what was saved.

Sealed bytes are never put right: those that differ from their SHA-256, or are cut off or lost, stay
under the digest that their capture states, so that the mismatch shows wherever it is checked.
"""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from evidence_board.model.capture import Capture
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.project import leftovers, opening
from evidence_board.project.errors import NotAProject, TooNew
from evidence_board.project.fitting import kinds_of
from evidence_board.project.new_file import SNAPSHOT, private_folder
from evidence_board.project.pages import MAGIC, Pages
from evidence_board.project.piecing import Finding, Pieced, close_gaps, pieced
from evidence_board.project.rebuilding import Addition, Past, Sealed, write
from evidence_board.project.remains import Remains, gather, take_as
from evidence_board.project.schema import APPLICATION_ID, VERSION
from evidence_board.project.whole_steps import Chain, Told, chain_of, state_after, state_told

Steps = Generator[tuple[int, int], None, "Salvaged"]
"""Yields how much is done, of how much; returns the report."""
LOSSES = frozenset({"lost", "left out", "not certain", "bytes", "letters", "let go"})
"""Sorts of findings after which the new file holds less, or other, than the project did."""
_NEWEST = 99
"""A format above this is no later version, but a damaged number."""


@dataclass(frozen=True)
class Salvaged:
    """What a salvage saved: records by list, those of them from the history, attachments, steps.

    `steps_found` counts those of which anything was found; `findings` names all that was met.
    """

    kept: Mapping[str, int]
    from_history: int
    attachments: int
    steps_kept: int
    steps_found: int
    findings: tuple[Finding, ...]
    exact_copy: str = ""
    """Where an exact copy of the damaged file was kept, if it was."""
    no_copy: str = ""
    """Why none was kept, if one was tried."""

    @property
    def losses(self) -> tuple[Finding, ...]:
        """What the new file lacks, or has otherwise."""
        return tuple(one for one in self.findings if one.kind in LOSSES)


def salvage(bad: Path, part: Path, *, at: str) -> Steps:
    """Save what can be read of `bad` in a new file at `part`; `at` is the time of the step.

    ProjectError says why nothing could be saved.
    """
    refuse(bad)
    with private_folder(None, SNAPSHOT) as folder:
        copy = folder / SNAPSHOT
        whole = copy if leftovers.taken_back(bad, copy, opening.inspect) else None
        findings = _tell_side_files(bad, whole)
        with _opened(whole or bad) as pages:
            remains = yield from gather(pages)
            report = yield from _rebuild(bad, part, pages, remains, at)
    _look_once_more(part)
    return replace(report, findings=(*findings, *report.findings))


def _opened(path: Path) -> Pages:
    try:
        return Pages(path)
    except OSError as error:
        raise NotAProject(f"{path.name} cannot be read ({error.strerror}).") from None


def refuse(bad: Path) -> None:
    """Refuse what is no file, and a project of a later version: it is not damaged."""
    if not bad.exists():
        raise NotAProject(f"{bad.name} is not there. Check the name and the folder.")
    if not bad.is_file():
        raise NotAProject(f"{bad.name} is not a file. Choose a project file.")
    if bad.stat().st_size > opening.LARGEST:
        raise NotAProject(
            f"{bad.name} is larger than {opening.LARGEST >> 30} GB, as no project is. Choose "
            "another file."
        )
    with suppress(OSError), bad.open("rb") as file:
        header = file.read(100)
        version, application = (int.from_bytes(header[at : at + 4], "big") for at in (60, 68))
        ours = header.startswith(MAGIC) and application == APPLICATION_ID
        if ours and VERSION < version <= _NEWEST:
            raise TooNew(
                f"{bad.name} was made with a newer version (format {version}, this one reads up to "
                f"{VERSION}). Salvage it with that version."
            )


def _tell_side_files(bad: Path, whole: Path | None) -> list[Finding]:
    if whole is not None:
        return [Finding("file", bad.name, "A change that was cut short was taken back first.")]
    names = [f"{bad.name}{end}" for end in ("-journal", "-wal")]
    beside = [name for name in names if _holds_something(bad.with_name(name))]
    return [
        Finding("file", name, "It lies beside the project and was not used.") for name in beside
    ]


def _holds_something(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _rebuild(bad: Path, part: Path, pages: Pages, remains: Remains, at: str) -> Steps:
    chain = chain_of(remains)
    told = state_after(chain.past) if chain.complete else state_told(remains)
    _settle_doubts(remains, told)
    yield 6, 10
    made = pieced(remains, told, complete=chain.complete)
    _have_one_project(made, bad)
    close_gaps(made)
    records = made.in_order()
    bytes_of = _Bytes(pages, remains, made)
    yield 8, 10
    past, addition = _history(chain, records, bad, at)
    captures = (*records, *_captures_told(chain))
    write(part, records, bytes_of.all(captures), past, addition)
    findings = (*_about_file(remains, chain), *made.findings)
    kept = {kind.plural: sum(type(one) is kind for one in records) for kind in KINDS}
    steps = len(chain.past.steps)
    return Salvaged(kept, len(made.from_history), bytes_of.sound, steps, chain.last, findings)


def _settle_doubts(remains: Remains, told: Mapping[str, Told]) -> None:
    """Let the history say which kind a row is whose columns fit several."""
    left = []
    for row in remains.doubtful:
        known = told.get(str(row.values[0]))
        kinds = [one for one in kinds_of(row.values) if known and one.table == known.table]
        if kinds and row.whole:
            take_as(remains, row, kinds[0])
        else:
            left.append(row)
    remains.doubtful[:] = left


def _have_one_project(made: Pieced, bad: Path) -> None:
    """Let there be exactly one record of the project itself."""
    found = [one for one in made.records.values() if isinstance(one, ProjectRecord)]
    if not found:
        if not made.records:
            raise NotAProject(f"{bad.name} holds nothing of a project that could be read.")
        record = ProjectRecord(title=bad.stem)
        made.put(record, (0, 0, (0, 0)))
        made.note("lost", "project", "Its title, question, scale and marking are lost.")
    for extra in found[1:]:
        del made.records[extra.id]
        made.note("left out", extra, "There was another project before it.")


def _history(
    chain: Chain, records: tuple[Record, ...], bad: Path, at: str
) -> tuple[Past, Addition | None]:
    """Return the whole part of the history, and the step that leads from there to the records."""
    told = state_after(chain.past)
    held = {id: one.record() for id, one in told.items() if one.text is not None}
    now = {record.id: record for record in records}
    changes = [Change(one, None) for id, one in held.items() if one is not None and id not in now]
    for record in records:
        before = held.get(record.id)
        if before != record:
            changes.append(Change(before, record))
    if not changes:
        return chain.past, None
    label = f"Salvage from {bad.name}"
    addition = Addition(label, at, ChangeSet(tuple(changes)))
    return chain.past, addition


def _captures_told(chain: Chain) -> Iterator[Record]:
    """Yield the captures that steps tell of: an undo may bring them back, and needs their bytes."""
    for step in chain.past.steps:
        for image in chain.past.of(step):
            if image.table == Capture.table:
                for text in (image.before, image.after):
                    record = Told(image.table, text, step.seq, (0, 0)).record()
                    if record is not None:
                        yield record


def _about_file(remains: Remains, chain: Chain) -> Iterator[Finding]:
    if remains.blank:
        yield Finding("file", "pages", f"{remains.blank} of {remains.pages} pages are blank.")
    for name in remains.foreign:
        yield Finding("file", name, "No project has such a part. Nothing of it was used.")
    whole = len(chain.past.steps)
    if chain.complete:
        return
    if whole:
        text = f"Steps 1 to {whole} of {chain.last} are whole and were kept. What came after is "
        yield Finding("history", "steps", f"{text}one step here.")
    else:
        yield Finding("history", "steps", "No step is whole. A new history begins here.")


class _Remnant:
    """Sealed bytes as pages still hold them; they are read each time they are asked for."""

    def __init__(self, read: Callable[[], Iterator[bytes]]) -> None:
        self.pieces = read
        self.size, found = 0, hashlib.sha256()
        for piece in read():
            self.size += len(piece)
            found.update(piece)
        self.digest = found.hexdigest()


class _Bytes:
    """The sealed bytes that remain, one after the other, and how many of them are sound."""

    def __init__(self, pages: Pages, remains: Remains, made: Pieced) -> None:
        self._pages = pages
        self._remains = remains
        self._made = made
        self.sound = 0

    def all(self, records: Iterable[Record]) -> Iterator[Sealed]:
        """Yield what is left of the bytes that captures name, and of others what is sound."""
        named: dict[str, dict[str, Capture]] = {}
        for record in records:
            if isinstance(record, Capture):
                for digest in (record.sha256, record.text_sha256):
                    named.setdefault(digest, {}).setdefault(record.id, record)
        for digest in (*named, *(one for one in self._remains.attachments if one not in named)):
            found = self._best(digest)
            if found.digest == digest:
                self.sound += 1
                yield digest, found
            elif digest in named:
                self._tell(digest, found.size, named[digest].values())
                yield digest, found
            else:
                text = "These bytes are damaged, and no capture that was saved names them."
                self._made.note("bytes", digest[:16], text)

    def _best(self, digest: str) -> "_Remnant":
        """Return the bytes of this SHA-256, or the longest of those that claim to be."""
        best = _Remnant(lambda: iter(()))
        for remnant in self._candidates(digest):
            if remnant.digest == digest:
                return remnant
            best = max(best, remnant, key=lambda one: one.size)
        return best

    def _candidates(self, digest: str) -> "Iterator[_Remnant]":
        for place in self._remains.attachments.get(digest, ()):
            yield _Remnant(partial(self._pages.pieces, *place, 2))
        if digest in self._remains.texts:
            yield _Remnant(partial(self._pages.pieces, *self._remains.texts[digest], 1))

    def _tell(self, digest: str, size: int, captures: Iterable[Capture]) -> None:
        for capture in captures:
            is_text = digest == capture.text_sha256 != capture.sha256
            what = "Its text" if is_text else "Its original"
            if not size:
                text = f"{what} is lost; the capture still states its SHA-256."
            elif not is_text and size < capture.size:
                text = f"{what} is cut off after {size:,} of {capture.size:,} bytes."
            else:
                text = f"{what} differs from its SHA-256. It was kept as it is."
            self._made.note("bytes", capture, text)


def _look_once_more(part: Path) -> None:
    """Refuse to hand over a file that would not open: that would be a fault of ours."""
    opening.inspect(part)
