"""A clipping: copied cards on the clipboard, as the document of their records and where from.

`{"format": "evidence-board-clipping/1", "project": id, "cut": false, "document": {...}}`; the
document is that of `document.py`, with the sealed bytes of the sources that are concerned.
"""

import json
from dataclasses import dataclass

from evidence_board.interchange.document import BadDocument, Document, from_plain, to_plain
from evidence_board.model.content import size_of

MEDIA_TYPE = "application/x-evidence-board+json"
"""The MIME type under which other windows and programs of ours find it."""
FORMAT = "evidence-board-clipping/1"
MOST_BYTES = 64_000_000
_NOT_OURS = "What is on the clipboard is not a copy of cards. Copy them again."


@dataclass(frozen=True)
class Clipping:
    """Copied records; `project` is the id of the project's own record, `cut` if they were cut."""

    document: Document
    project: str = ""
    cut: bool = False


def to_bytes(clipping: Clipping) -> bytes:
    """Return a clipping as JSON; BadDocument if it is larger than a clipboard should carry."""
    _refuse_more(sum(map(size_of, clipping.document.attachments.values())))
    plain = {
        "format": FORMAT,
        "project": clipping.project,
        "cut": clipping.cut,
        "document": to_plain(clipping.document),
    }
    packed = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    _refuse_more(len(packed))
    return packed


def _refuse_more(size: int) -> None:
    if size > MOST_BYTES:
        raise BadDocument(
            f"With their sources these cards take {size / 1e6:.0f} MB; the clipboard "
            f"carries at most {MOST_BYTES / 1e6:.0f} MB. Copy fewer, or export the project."
        )


def from_bytes(packed: bytes) -> Clipping:
    """Return the clipping in JSON that may come from anywhere; BadDocument says what is wrong."""
    if len(packed) > MOST_BYTES:
        raise BadDocument("What is on the clipboard is too large for a copy of cards.")
    try:
        plain = json.loads(packed)
    except (ValueError, RecursionError):
        raise BadDocument(_NOT_OURS) from None
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise BadDocument(_NOT_OURS)
    project, cut = plain.get("project"), plain.get("cut")
    if not isinstance(project, str) or not isinstance(cut, bool):
        raise BadDocument(_NOT_OURS)
    return Clipping(from_plain(plain.get("document")), project, cut)
