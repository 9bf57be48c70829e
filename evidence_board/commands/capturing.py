"""Sealing pages that were captured from the web, each for the source that has its address."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_board.ingest.capturing import Captured, Wished
from evidence_board.ingest.draft import Proposal, SourceDraft
from evidence_board.ingest.fetching.places import can_be_captured
from evidence_board.model.capture import Capture
from evidence_board.model.content import size_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction


@dataclass(frozen=True)
class Sealed:
    """What became of a page: its capture, and the source that holds it.

    `existing` says that the same bytes were held already, perhaps by another source, and that
    nothing was added. `like` is a source with the same text from other bytes; `again` says that an
    older copy is kept beside this one.
    """

    source: Source
    capture: Capture
    existing: bool = False
    again: bool = False
    like: str = ""


def wished(project: Project, ids: Sequence[str]) -> tuple[Wished, ...]:
    """Return the pages that could be captured of these records: the addresses of sources."""
    found = (project.find(one) for one in ids)
    return tuple(
        Wished(one.id, one.url.strip())
        for one in found
        if isinstance(one, Source) and one.url and can_be_captured(one.url)
    )


def seal(project: Project, captured: Sequence[Captured]) -> tuple[Sealed, ...]:
    """Seal captured pages in one step; fields that a source has not are filled from its page.

    Bytes that are held already are not sealed again. A further copy of a source is kept beside
    those before it, and is the one that is read.
    """
    count = len(captured)
    label = "Capture page" if count == 1 else f"Capture {count} pages"
    with project.transaction(label) as tx:
        return tuple(_sealed(tx, one, project.record.author) for one in captured)


def _sealed(tx: Transaction, one: Captured, by: str) -> Sealed:
    source = tx.find(one.source)
    if not isinstance(source, Source):
        raise ValueError("The source is not there any more. Nothing was changed.")
    draft = one.draft
    digest = tx.keep(draft.original)
    captures = tx.all(Capture)
    if held := next((each for each in captures if each.sha256 == digest), None):
        owner = tx.find(held.source)
        assert isinstance(owner, Source)
        return Sealed(owner, held, existing=True)
    again = any(each.source == source.id for each in captures)
    capture = tx.add(_capture(tx, one, digest, by))
    alike = (
        each.source
        for each in captures
        if draft.text and each.text_sha256 == capture.text_sha256 and each.source != source.id
    )
    tx.update(source, **_filled(source, draft))
    return Sealed(source, capture, again=again, like=next(alike, ""))


def _capture(tx: Transaction, one: Captured, digest: str, by: str) -> Capture:
    draft = one.draft
    return Capture(
        source=one.source,
        file_name=draft.file_name,
        size=size_of(draft.original),
        sha256=digest,
        media_type=draft.media_type,
        captured_at=one.at,
        captured_by=by,
        tool=draft.tool,
        address=draft.address,
        text_sha256=tx.keep(draft.text.encode()),
        text_length=len(draft.text),
        text_method=draft.text_method,
        remark=draft.remark,
    )


def _filled(source: Source, draft: SourceDraft) -> dict[str, object]:
    """Return the fields that a source has not, as its page states them, and how they are known."""
    found: dict[str, Proposal] = {
        name: one for name, one in draft.fields.items() if not getattr(source, name)
    }
    fields: dict[str, object] = {name: one.value for name, one in found.items()}
    if draft.kind == "image" and source.kind == "document":
        fields["kind"] = "image"
    if found:
        known = {name: {"basis": one.basis, "words": one.words} for name, one in found.items()}
        fields["basis"] = {**source.basis, **known}
    return fields
