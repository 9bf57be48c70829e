"""The pictures of marked parts that a brief shows, made of the very bytes that were captured."""

import hashlib
from collections.abc import Callable, Generator, Iterable
from functools import partial
from pathlib import Path

from evidence_board.brief.crops import Crop, Crops, Wish
from evidence_board.ingest.crops import Cut, Cutter
from evidence_board.ingest.draft import Refused
from evidence_board.ingest.process import WorkerGone
from evidence_board.model.capture import Capture
from evidence_board.project.beside import Teller, told_beside
from evidence_board.project.reading_sealed import read_sealed
from evidence_board.project.telling import Progress, Told

Kept = Callable[[str], bytes | None]
"""Gives the bytes that are kept under a SHA-256, None where none are."""
Made = tuple[str, Crop]
_STOPPED = "The pictures of the marked parts could not be made. Nothing was written."


def cropping(
    wished: Iterable[Wish], kept: Kept, take: Callable[[Made], None]
) -> Generator[Progress, None, None]:
    """Make pictures and hand each on with the id of its excerpt; yields how many of how many.

    Parts of one original are made one after the other. Closing it ends the workers.
    """
    ahead = sorted(wished, key=lambda one: one.capture.sha256 if one.capture else "")
    sha256, original = "", b""
    with Cutter() as cutter:
        for done, wish in enumerate(ahead):
            yield done, len(ahead)
            capture = wish.capture
            if capture is not None and capture.sha256 != sha256:
                sha256, original = capture.sha256, kept(capture.sha256) or b""
            crop = yield from _crop(cutter, wish, capture, original)
            take((wish.excerpt, crop))
    yield len(ahead), len(ahead)


def cropping_beside(path: Path, wished: tuple[Wish, ...]) -> Generator[Progress, None, Crops]:
    """Return the pictures, made in a process of its own, of a project that may be open here.

    Closing it ends the process.
    """
    if not wished:
        return {}
    made: list[Made] = []
    work = partial(_send, path, wished)
    yield from told_beside(work, _STOPPED, grace=1.0, take=made.append)
    return dict(made)


def _crop(
    cutter: Cutter, wish: Wish, capture: Capture | None, original: bytes
) -> Generator[Progress, None, Crop]:
    if capture is None or not original:
        return Crop(missing="gone")
    if hashlib.sha256(original).hexdigest() != capture.sha256:
        return Crop(missing="altered")
    cut = Cut(capture.file_name, capture.sha256, capture.media_type, wish.page, wish.region)
    try:
        return Crop((yield from cutter.cutting(cut, original)))
    except (Refused, WorkerGone):
        return Crop(missing="damaged")


# In the process


def _send(path: Path, wished: tuple[Wish, ...], told: Told) -> None:
    assert isinstance(told, Teller)
    for far in cropping(wished, partial(read_sealed, path), told.send):
        told(*far)
