"""Taking a document in and giving the project out, with ids kept, all or nothing."""

from collections.abc import Iterator, Sequence

from evidence_board.interchange.document import BadDocument, Document
from evidence_board.model.board import Board
from evidence_board.model.capture import Capture
from evidence_board.model.content import Bytes, letters_of, size_of
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Numbered, Record
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction


def collect(project: Project, *, with_bytes: bool) -> Document:
    """Return the whole project as a document, with the sealed bytes or without.

    These stay in the project until they are asked for.
    """
    records = tuple(record for kind in KINDS for record in project.all(kind))
    kept: dict[str, Bytes] = {}
    if with_bytes:
        for capture in project.all(Capture):
            for digest in (capture.sha256, capture.text_sha256):
                kept[digest] = project.kept(digest)
    return Document(records, kept)


def take_in(project: Project, document: Document) -> int:
    """Take a document in as one step; returns how many records were added or changed.

    A record that is there already is brought to the document's values; the same document again
    changes nothing. BadDocument says what was wrong; then nothing was changed.
    """
    with project.transaction("Import document") as tx:
        _keep_bytes(tx, document)
        for record in _in_order(tx, document.records):
            _put(tx, record)
        refuse_unsound(project, tx, document.records)
    return len(tx.changes().changes)


def refuse_unsound(project: Project, tx: Transaction, records: Sequence[Record]) -> None:
    """Raise BadDocument if added records name what is not there, or excerpts other words."""
    _refuse_broken_references(tx)
    marked: dict[str, list[Excerpt]] = {}
    for record in records:
        if isinstance(record, Excerpt) and record.region is None:
            held = _held_by(project, record)
            if held is not None:
                marked.setdefault(held.id, []).append(record)
    for id, excerpts in marked.items():
        _refuse_wrong_words(project.text(project.get(Capture, id)), excerpts)


def _refuse_broken_references(tx: Transaction) -> None:
    try:
        tx.check()
    except ValueError as error:
        raise BadDocument(str(error)) from None


def _keep_bytes(tx: Transaction, document: Document) -> None:
    for digest, content in document.attachments.items():
        tx.keep(content, digest)  # they were compared as the document was read
    for record in document.records:
        if isinstance(record, Capture):
            refuse_other_bytes(tx, record)


def refuse_other_bytes(tx: Transaction, capture: Capture) -> None:
    """Refuse a capture that does not say of its bytes what they are."""
    for name in capture.attachments:
        digest = str(getattr(capture, name))
        if not tx.keeps(digest):
            raise BadDocument(
                f"The capture {capture.id!r} comes without its bytes ({name} {digest[:16]})."
            )
    try:
        length = letters_of(tx.kept(capture.text_sha256))
    except UnicodeDecodeError:
        raise BadDocument(f"The text of the capture {capture.id!r} is not UTF-8.") from None
    if (capture.size, capture.text_length) != (size_of(tx.kept(capture.sha256)), length):
        raise BadDocument(f"The capture {capture.id!r} gives another length than its bytes have.")


def _in_order(tx: Transaction, records: tuple[Record, ...]) -> Iterator[Record]:
    """Yield the records to take in; the project's own record only where that is right."""
    for record in records:
        if not isinstance(record, ProjectRecord):
            yield record
            continue
        mine = tx.all(ProjectRecord)[0]
        if mine.id == record.id:
            yield record
        elif _is_fresh(tx):
            for start in (*tx.all(Board), mine):
                tx.remove(start)
            yield record


def _is_fresh(tx: Transaction) -> bool:
    """Whether the project holds nothing yet, so that it may become the document's project."""
    return not any(tx.all(kind) for kind in KINDS if kind not in (ProjectRecord, Board))


def _put(tx: Transaction, record: Record) -> None:
    mine = tx.find(record.id)
    if mine is None:
        tx.add(_with_free_number(tx, record))
    elif type(mine) is not type(record):
        raise BadDocument(f"The id {record.id!r} is a {mine.noun} here and a {record.noun} there.")
    else:
        fields = dict(record.__dict__)
        if isinstance(mine, Numbered) and not _is_free(tx, type(mine), fields["number"]):
            fields["number"] = mine.number
        tx.update(mine, **fields)


def _with_free_number(tx: Transaction, record: Record) -> Record:
    if isinstance(record, Numbered) and not _is_free(tx, type(record), record.number):
        return record.replace(number=0)
    return record


def _is_free(tx: Transaction, kind: type[Numbered], number: int) -> bool:
    return number != 0 and not tx.has_number(kind, number)


def _held_by(project: Project, record: Excerpt) -> Capture | None:
    held = project.find(record.capture) if record.capture else project.capture_of(record.source)
    return held if isinstance(held, Capture) else None


def _refuse_wrong_words(text: str, excerpts: Sequence[Excerpt]) -> None:
    for one in excerpts:
        if text[one.start : one.end] != one.exact:
            raise BadDocument(f"The excerpt {one.id!r} does not stand at its place in the source.")
