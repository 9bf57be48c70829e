"""The JSON document evidence-board/1: every record and field, and the sealed bytes.

`{"format": "evidence-board/1", "project": {...}, "sources": [...], ..., "attachments": [...]}`:
one list per record kind, each record a flat object with its id; references are ids. Offsets are
code points, dates EDTF. `docs/file-format.md` describes each field.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from evidence_board.interchange.crowding import is_crowded
from evidence_board.model.content import Bytes, Content, digest_of, size_of, whole
from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Plain, Record

FORMAT = "evidence-board/1"
_JSON_NAMES = {"from_id": "from", "to_id": "to"}
_SHORT = 64
_FIELD_NAMES = {name: field for field, name in _JSON_NAMES.items()}


class BadDocument(ValueError):
    """A document that cannot be taken in; the text says what is wrong and where."""


@dataclass(frozen=True)
class Document:
    """The records of a document, each kind after those it refers to, and bytes by SHA-256."""

    records: tuple[Record, ...]
    attachments: Mapping[str, Bytes] = field(default_factory=dict)


def to_plain(document: Document) -> dict[str, Plain]:
    """Return the document as JSON values; without attachments the list is left out."""
    plain: dict[str, Plain] = {"format": FORMAT}
    for kind in KINDS:
        listed: list[Plain] = [named(r.plain()) for r in document.records if type(r) is kind]
        plain[kind.plural] = listed[0] if kind is ProjectRecord and listed else listed
    if document.attachments:
        plain["attachments"] = [_attachment(*one) for one in sorted(document.attachments.items())]
    return plain


def from_plain(plain: Plain, apart: Sequence[Content] = ()) -> Document:
    """Return the document that JSON values hold; BadDocument names the record and the field.

    `apart` are bytes that were left out of the values, which have a number in their place. They
    are not hashed here.
    """
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise BadDocument(f"This is not an {FORMAT} document. Choose one that was exported here.")
    known = {"format", "attachments", *(kind.plural for kind in KINDS)}
    for name in plain:
        if name not in known and plain[name]:
            raise BadDocument(
                f"The document has a list “{name[:_SHORT]}” that this version does not know."
            )
    read = (record for kind in KINDS for record in _records(kind, plain.get(kind.plural)))
    records = tuple(_of_different_ids(read))
    return Document(records, _attachments(plain.get("attachments"), apart))


def from_text(text: str | bytes, apart: Sequence[Content] = ()) -> Document:
    """Return the document in JSON text; BadDocument says what is wrong. As `from_plain`."""
    if is_crowded(text):
        raise BadDocument("The document holds more lists than any project of its size.")
    try:
        plain = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        raise BadDocument("The document is nested too deeply to be one of ours.") from None
    except UnicodeDecodeError:
        raise BadDocument("The document is no text. Choose a document that was exported.") from None
    except ValueError as error:
        raise BadDocument(f"The document is not valid JSON ({error}).") from None
    return from_plain(plain, apart)


def named(plain: dict[str, Plain]) -> dict[str, Plain]:
    """Return the fields of a record by the names that they have in a document."""
    return {_JSON_NAMES.get(name, name): value for name, value in plain.items()}


def _records(kind: type[Record], listed: Plain) -> Iterable[Record]:
    if listed is None:
        return
    several = [listed] if kind is ProjectRecord else listed
    if not isinstance(several, list):
        raise BadDocument(f"“{kind.plural}” is not a list.")
    for place, plain in enumerate(several, 1):
        where = f"{kind.noun} {place}" if kind is not ProjectRecord else "the project"
        if plain == [] and kind is ProjectRecord:
            continue
        yield _record(kind, plain, where)


def _record(kind: type[Record], plain: Plain, where: str) -> Record:
    if not isinstance(plain, dict) or not isinstance(plain.get("id"), str):
        raise BadDocument(f"In the document, {where} has no id.")
    fields = {_FIELD_NAMES.get(name, name): value for name, value in plain.items()}
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"][:2])[:_SHORT] or "record"
        words = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
        raise BadDocument(
            f"In the document, {where} ({str(plain['id'])[:_SHORT]!r}): {name}: {words}."
        ) from None


def _of_different_ids(records: Iterable[Record]) -> Iterator[Record]:
    """Yield records as they are read, up to the first whose id another one has."""
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise BadDocument(f"Two records of the document have the id {record.id!r}.")
        seen.add(record.id)
        yield record


def _attachment(digest: str, content: Bytes) -> Plain:
    encoded = base64.b64encode(whole(content)).decode()
    return {"sha256": digest, "size": size_of(content), "base64": encoded}


def _attachments(listed: Plain, apart: Sequence[Content]) -> dict[str, Bytes]:
    if listed is None:
        return {}
    if not isinstance(listed, list):
        raise BadDocument("“attachments” is not a list.")
    kept: dict[str, Bytes] = {}
    for place, one in enumerate(listed, 1):
        digest, content = _content(one, place, apart)
        if isinstance(content, bytes) and digest_of(content) != digest:
            raise differs(place)
        kept[digest] = content
    return kept


def differs(place: int) -> BadDocument:
    """Return what is told of bytes that are not those of their SHA-256."""
    return BadDocument(f"Attachment {place} differs from its SHA-256.")


def _content(one: Plain, place: int, apart: Sequence[Content]) -> tuple[str, Bytes]:
    try:
        assert isinstance(one, dict)
        digest, encoded = str(one["sha256"]), one["base64"]
        if type(encoded) is int and 0 <= encoded < len(apart):
            return digest, apart[encoded]
        return digest, base64.b64decode(str(encoded), validate=True)
    except (AssertionError, KeyError, binascii.Error, ValueError):
        raise BadDocument(f"Attachment {place} has no sha256 or no base64.") from None


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")
