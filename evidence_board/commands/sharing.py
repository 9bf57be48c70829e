"""Sharing a copy: what others are to have of a project, and what they are not."""

import json
from collections.abc import Generator, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from evidence_board.commands import removal
from evidence_board.ingest.process import Worker, WorkerGone
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.deferral import Deferral
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.issue import Issue
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project import sharing
from evidence_board.project.new_file import SNAPSHOT
from evidence_board.project.project import Project
from evidence_board.project.telling import Progress

UNREADABLE = "what cannot be read"
"""A trace that may be anything: the picture cannot be looked through."""
_STAGES = 4


@dataclass(frozen=True)
class Wish:
    """What a copy is to be like.

    Whatever is left out takes the history along, which would still hold it: `leave_out` names
    sources by id, `names` False leaves out who wrote and captured. Pictures that say where or with
    what they were taken are left out unless `keep` names their captures.
    """

    history: bool = True
    leave_out: tuple[str, ...] = ()
    names: bool = True
    keep: tuple[str, ...] = ()


@dataclass(frozen=True)
class Traces:
    """A picture whose file tells more than it shows, and whether the copy has it all the same."""

    capture: str
    source: str
    file_name: str
    holds: tuple[str, ...]
    kept: bool = False


@dataclass(frozen=True)
class LeftOut:
    """A record that is not in the copy."""

    kind: str
    id: str


@dataclass(frozen=True)
class Shared:
    """What became of a wish: whether the copy has the history, what it lacks, what is in it.

    `renamed` are captures whose file name held a folder; `damaged` are sentences about sealed
    bytes that differ from their SHA-256, in the project and in the copy.
    """

    history: bool
    records: int
    left_out: tuple[LeftOut, ...]
    pictures: tuple[Traces, ...]
    renamed: tuple[str, ...]
    damaged: tuple[str, ...]


def share(path: Path, part: Path, wish: Wish, *, at: str) -> Generator[Progress, None, Shared]:
    """Make a copy of the project at `path` in the new file `part`, whose folder is private.

    Yields how far it is. ProjectError and ValueError say why there is no copy.
    """
    between = part.with_name(SNAPSHOT)
    try:
        sharing.snapshot(path, between)
        yield 1, _STAGES
        return (yield from _written(between, part, wish, at))
    finally:
        between.unlink(missing_ok=True)


def _written(between: Path, part: Path, wish: Wish, at: str) -> Generator[Progress, None, Shared]:
    """Write what is wished of the snapshot `between` to `part`."""
    project = Project.open(between)
    try:
        pictures = yield from _traces(project)
        kept = tuple(_decided(one, wish) for one in pictures)
        gone, renamed = _leave_out(project, wish, kept)
        if not wish.names:
            _forget_names(project)
        records = tuple(record for kind in KINDS for record in project.all(kind))
    finally:
        project.close()
    yield 2, _STAGES
    history = wish.history and wish.names and not gone and not renamed
    problems = sharing.write_copy(between, records, part, history=history, at=at)
    yield _STAGES, _STAGES
    damaged = tuple(f"{one.where}: {one.text}" for one in problems)
    left = tuple(LeftOut(one.noun, one.id) for one in gone)
    return Shared(history, len(records), left, kept, renamed, damaged)


def traces_in(path: Path) -> Generator[Progress, None, tuple[Traces, ...]]:
    """Return which pictures of a project tell where, with what or by whom they were taken.

    Not for a process that has the project open itself.
    """
    project = Project.open(path, read_only=True)
    try:
        return (yield from _traces(project))
    finally:
        project.close()


def going(project: Project, sources: Iterable[str]) -> Mapping[str, int]:
    """Return how many records of which sort leave with these sources, those included."""
    counts: dict[str, int] = {}
    for record in removal.plan(project, tuple(sources)):
        counts[record.noun] = counts.get(record.noun, 0) + 1
    return counts


def left_bare(project: Project, sources: Iterable[str]) -> int:
    """Return how many claims rest on words of these sources only."""
    gone = {record.id for record in removal.plan(project, tuple(sources))}
    claims = {record.claim for record in map(project.find, gone) if isinstance(record, Assertion)}
    return sum(
        all(one.id in gone for one in project.referrers(claim) if isinstance(one, Assertion))
        for claim in claims
    )


def _traces(project: Project) -> Generator[Progress, None, tuple[Traces, ...]]:
    """Look through the originals of all pictures, in the worker process."""
    found: list[Traces] = []
    pictures = [one for one in project.all(Capture) if one.media_type.startswith("image/")]
    with ExitStack() as stack:
        worker = stack.enter_context(Worker("picture")) if pictures else None
        for place, capture in enumerate(pictures):
            yield place, len(pictures)
            assert worker is not None
            if holds := _asked(worker, capture.file_name, project.original(capture)):
                found.append(Traces(capture.id, capture.source, capture.file_name, holds))
    return tuple(found)


def _asked(worker: Worker, name: str, original: bytes) -> tuple[str, ...]:
    try:
        answer = json.loads(worker.ask({"name": name, "traces": "all"}, original)[0])
    except WorkerGone:
        return (UNREADABLE,)
    return tuple(answer["traces"]) if "traces" in answer else (UNREADABLE,)


def _decided(one: Traces, wish: Wish) -> Traces:
    return Traces(one.capture, one.source, one.file_name, one.holds, one.capture in wish.keep)


def _leave_out(
    project: Project, wish: Wish, pictures: tuple[Traces, ...]
) -> tuple[tuple[Record, ...], tuple[str, ...]]:
    """Take out of a copy what others are not to have; returns that, and whose names were cut."""
    for id in wish.leave_out:
        if not isinstance(project.find(id), Source):
            raise ValueError(f"There is no source {id}. `show` lists the sources.")
    captures = [one.capture for one in pictures if not one.kept]
    gone = removal.remove(project, (*wish.leave_out, *captures), "Leave out")
    renamed = []
    with project.transaction("Cut folders off file names") as tx:
        for capture in project.all(Capture):
            bare = _bare(capture.file_name)
            if bare != capture.file_name:
                tx.update(capture, file_name=bare)
                renamed.append(capture.id)
    return gone, tuple(renamed)


def _bare(name: str) -> str:
    """Return a file's name without the folders it lay in, of whatever system."""
    return PureWindowsPath(PurePosixPath(name).name).name if "/" in name or "\\" in name else name


def _forget_names(project: Project) -> None:
    """Empty the fields that say who wrote, made and captured."""
    with project.transaction("Leave out names") as tx:
        tx.update(project.record, author="")
        for claim in project.all(Claim):
            tx.update(claim, made_by="")
        for capture in project.all(Capture):
            tx.update(capture, captured_by="")
        for deferral in project.all(Deferral):
            tx.update(deferral, made_by="")
        for verdict in project.all(IndependenceVerdict):
            tx.update(verdict, made_by="")
        for issue in project.all(Issue):
            tx.update(issue, issued_by="")
