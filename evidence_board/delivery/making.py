"""A brief ordered and made in a process of its own, of the records that it is told.

No window waits for it, no text can hang it, and it never opens the project file. It puts the file
together beside its place; what is there is replaced once all is written.
"""

import hashlib
import multiprocessing
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from evidence_board.brief.content import NO_CROPS
from evidence_board.brief.crops import Crop, Cropped, Crops
from evidence_board.brief.issuing import issue_of
from evidence_board.brief.mirror import Fields, Mirror, News
from evidence_board.brief.redaction import NOTHING, Redaction
from evidence_board.delivery.ordering import ordered
from evidence_board.delivery.redacting import refuse_leaks
from evidence_board.interchange import writing
from evidence_board.project.beside import end
from evidence_board.signals import unheard
from evidence_board.typeset.errors import TypesetError

Progress = tuple[int, int]
_GLANCE = 0.05


@dataclass(frozen=True)
class Wanted:
    """What is to be made: where, when, in which form, what of it blacked out, what attached.

    `altered` are hashes of originals that do not hold, `orphaned` excerpts whose words are gone
    from their texts. With the number of an `issue` it is that issue, made `by` somebody; without, a
    draft.
    """

    path: Path
    at: str
    form: str = "pdf"
    wish: Redaction = NOTHING
    altered: frozenset[str] = frozenset()
    attach: bool = False
    issue: int = 0
    by: str = ""
    orphaned: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Made:
    """What was made: the SHA-256 of the file, and the fields of the issue where it is one."""

    sha256: str
    issue: Fields = field(default_factory=dict)


def making(news: News, wanted: Wanted, crops: Crops = NO_CROPS) -> Generator[Progress, None, Made]:
    """Make a brief of all records; yields how far it is. Closing this ends it, with no file left.

    `crops` are the pictures of the parts that it shows.

    OSError says why the file cannot be written, TypesetError and ValueError why none was made.
    """
    yield 0, 0
    part = writing.begin(wanted.path)
    try:
        made = yield from _made(news, wanted, crops, part)
        writing.put(part, wanted.path)
    finally:
        part.unlink(missing_ok=True)
    return made


def _made(news: News, wanted: Wanted, crops: Crops, part: Path) -> Generator[Progress, None, Made]:
    context = multiprocessing.get_context("spawn")
    pipe, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    with unheard():
        process.start()
    there.close()
    try:
        return (yield from _told(pipe, (*news.slices(), *_pieces(crops)), wanted, part))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise TypesetError("Making the brief was stopped. No file was written.") from None
    finally:
        end(process)
        pipe.close()


def _pieces(crops: Crops) -> tuple[Cropped, ...]:
    return tuple(Cropped(id, crop) for id, crop in crops.items())


def _told(
    pipe: Connection, pieces: tuple[News | Cropped, ...], wanted: Wanted, part: Path
) -> Generator[Progress, None, Made]:
    """Tell the records in pieces, once the process listens, and wait for what it makes."""
    yield from _waited(pipe, (0, 0))
    pipe.recv()
    for place, piece in enumerate(pieces):
        pipe.send(piece)
        yield place, len(pieces)
    pipe.send((wanted, part))
    yield from _waited(pipe, (0, 0))
    outcome = pipe.recv()
    if isinstance(outcome, Exception):
        raise outcome
    assert isinstance(outcome, Made)
    return outcome


def _waited(pipe: Connection, far: Progress) -> Generator[Progress, None, None]:
    while not pipe.poll(_GLANCE):
        yield far


# In the process


def _serve(pipe: Connection) -> None:
    pipe.send(None)
    mirror, crops = Mirror(), dict[str, Crop]()
    with suppress(EOFError, BrokenPipeError):
        while isinstance(told := pipe.recv(), News | Cropped):
            if isinstance(told, News):
                mirror.take(told)
            elif told.crop is not None:
                crops[told.excerpt] = told.crop
        pipe.send(_outcome(mirror, crops, *told))


def _outcome(mirror: Mirror, crops: Crops, wanted: Wanted, part: Path) -> Made | Exception:
    """Return what was made, or what keeps it from being made as something that travels."""
    try:
        return _make(mirror, crops, wanted, part)
    except OSError as refusal:
        return OSError(refusal.errno, refusal.strerror)
    except TypesetError as refusal:
        return TypesetError(str(refusal))
    except ValueError as refusal:
        return ValueError(str(refusal))


def _make(mirror: Mirror, crops: Crops, wanted: Wanted, part: Path) -> Made:
    from evidence_board.typeset.forms import made  # it takes memory that the window never needs

    order = ordered(
        mirror,
        at=wanted.at,
        wish=wanted.wish,
        altered=wanted.altered,
        attach=wanted.attach,
        issue=wanted.issue,
        crops=crops,
        orphaned=wanted.orphaned,
    )
    refuse_leaks(mirror, wanted.wish, order, wanted.path.name)
    written = made(wanted.form, order.brief, order.attached())
    writing.fill(part, written)
    digest = hashlib.sha256(written).hexdigest()
    if not wanted.issue:
        return Made(digest)
    issue = issue_of(mirror, number=wanted.issue, at=wanted.at, by=wanted.by, form=wanted.form)
    return Made(digest, {**issue.__dict__, "file_name": wanted.path.name, "sha256": digest})
