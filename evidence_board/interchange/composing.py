"""A document as JSON text, piece by piece: neither it nor an original is ever whole in memory."""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator

from evidence_board.interchange.document import FORMAT, Document, named
from evidence_board.model.content import Bytes, pieces_of, size_of
from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Plain, Record

Altered = Callable[[str], object]
"""Hears the SHA-256 of bytes that are others by now."""

_TOGETHER = 500
"""So many records are one piece."""
_word = json.JSONEncoder(ensure_ascii=False).encode


def pieces(document: Document, altered: Altered | None = None) -> Iterator[bytes]:
    """Yield the text of a document, one field a line, the same for the same records.

    The sealed bytes are hashed on their way.
    """
    yield f'{{\n "format": {_word(FORMAT)}'.encode()
    for kind in KINDS:
        yield from _listed(kind, [one for one in document.records if type(one) is kind])
    if document.attachments:
        yield b',\n "attachments": [\n'
        for place, digest in enumerate(sorted(document.attachments)):
            yield b",\n  {" if place else b"  {"
            yield from _attachment(digest, document.attachments[digest], altered or _nobody)
        yield b"\n ]"
    yield b"\n}\n"


def to_text(document: Document) -> str:
    """Return the text of a document that is small."""
    return b"".join(pieces(document)).decode()


def _listed(kind: type[Record], records: list[Record]) -> Iterator[bytes]:
    """Yield the records of a kind; of the project's own there is one, which is no list."""
    yield f',\n "{kind.plural}": '.encode()
    if kind is ProjectRecord and records:
        yield _record(records[0], " ").encode()
        return
    yield b"[" if records else b"[]"
    for place in range(0, len(records), _TOGETHER):
        some = records[place : place + _TOGETHER]
        yield b",\n  " if place else b"\n  "
        yield ",\n  ".join(_record(one, "  ") for one in some).encode()
    yield b"\n ]" if records else b""


def _record(record: Record, before: str) -> str:
    """Return a record with `before` in front of each line but the first one."""
    fields = named(record.plain()).items()
    lines = (f"{before} {_word(name)}: {_value(value, f'{before} ')}" for name, value in fields)
    return "{\n" + ",\n".join(lines) + f"\n{before}}}"


def _value(value: Plain, before: str) -> str:
    if not isinstance(value, dict | list | tuple):
        return _word(value)
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text.replace("\n", f"\n{before}")  # no text in JSON holds one


def _attachment(digest: str, content: Bytes, altered: Altered) -> Iterator[bytes]:
    """Yield bytes as base64; where they are others by now, that is said behind them."""
    yield f'\n   "sha256": {_word(digest)},\n   "size": {size_of(content)}'.encode()
    yield b',\n   "base64": "'
    found = hashlib.sha256()
    for part in _in_threes(pieces_of(content)):
        found.update(part)
        yield base64.b64encode(part)
    yield b'"'
    if found.hexdigest() != digest:
        altered(digest)
        yield f',\n   "altered": {_word(found.hexdigest())}'.encode()
    yield b"\n  }"


def _in_threes(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the same bytes, each time as many as base64 takes whole, but for the last."""
    rest = b""
    for part in parts:
        rest += part
        whole = len(rest) // 3 * 3
        yield rest[:whole]
        rest = rest[whole:]
    yield rest


def _nobody(_digest: str) -> None:
    """Tell nobody."""
