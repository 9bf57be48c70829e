"""Reading a document from a file that may be anything: a pipe, a device, 50 GB of holes."""

import json
import os
import stat
from collections.abc import Generator
from pathlib import Path

from evidence_board.interchange.document import BadDocument, Document, differs, from_text
from evidence_board.interchange.lifting import TooLong, lifted
from evidence_board.model.content import Content, Stretches, digest_of

LARGEST = 46_000_000_000
"""The most bytes that a document may have: those of the largest project, as base64."""
LONGEST = 1_000_000_000
"""The most bytes of it that are no sealed bytes; these are in memory while they are read."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

Progress = tuple[int, int]


def read(path: Path) -> Generator[Progress, None, Document]:
    """Return the document in a file; yields how much is read, of how much.

    Its sealed bytes stay in the file, which is held open for them. BadDocument says what else it
    is, or what is wrong with it. OSError says that there is none, or that it cannot be read.
    """
    handle = os.open(path, _FLAGS)
    try:
        state = os.fstat(handle)
        _refuse_other_files(path.name, state)
    except BaseException:
        os.close(handle)
        raise
    file = Stretches(os.fdopen(handle, "rb", buffering=0))
    total = 2 * state.st_size
    text, apart = yield from _parted(file, path.name, total)
    document = from_text(text, apart)
    yield from _hashed(document, state.st_size, total)
    return document


def _parted(
    file: Stretches, name: str, total: int
) -> Generator[Progress, None, tuple[bytes, tuple[Content, ...]]]:
    """Return the text without the sealed bytes, and these."""
    if json.detect_encoding(file.read(0, 4)) not in ("utf-8", "utf-8-sig"):
        whole = file.read(0, LONGEST + 1)  # of another program; one of ours is UTF-8
        if len(whole) > LONGEST:
            raise _too_large(name)
        return whole, ()
    try:
        for one in lifted(file, LONGEST):
            if isinstance(one, tuple):
                return one
            yield one, total
    except TooLong:
        raise _too_large(name) from None
    raise AssertionError("the last thing that is told is the text")


def _hashed(document: Document, done: int, total: int) -> Generator[Progress, None, None]:
    """Refuse bytes that are not those of their SHA-256."""
    for place, (digest, content) in enumerate(document.attachments.items(), 1):
        yield min(done, total), total
        if not isinstance(content, bytes):
            try:
                found = digest_of(content)
            except ValueError:
                raise BadDocument(f"Attachment {place} has no sha256 or no base64.") from None
            if found != digest:
                raise differs(place)
            done += content.size * 4 // 3


def _refuse_other_files(name: str, state: os.stat_result) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise BadDocument(f"{name} is not a file. Choose a document that was exported.")
    if state.st_size > LARGEST:
        raise _too_large(name)


def _too_large(name: str) -> BadDocument:
    return BadDocument(
        f"{name} is larger than any document of a project. Choose a document that was exported."
    )
