"""What travels inside a brief as PDF: its stamp, and the project where that was asked for."""

import hashlib
from dataclasses import replace

from evidence_board import VERSION
from evidence_board.analysis.view import Investigation
from evidence_board.brief import stamp
from evidence_board.brief.content import NO_CROPS, Brief
from evidence_board.brief.crops import Crops
from evidence_board.brief.plan import plan_of
from evidence_board.brief.shown import shown_records
from evidence_board.brief.stamp import Stamp
from evidence_board.delivery import pictures
from evidence_board.interchange import composing
from evidence_board.interchange.document import Document
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.typeset.attachment import Attachment

LARGEST = 32_000_000
"""The most bytes of a document that travels in a brief: whoever verifies it reads all of it."""

TOOL = f"Evidence Board {VERSION}"
"""What a brief says it was made with."""

_PICTURES_WORDS = "The pictures of marked parts that this brief shows, to verify it"
_STAMP_WORDS = "What this brief was made of, when and with what, to verify it"
_DOCUMENT_WORDS = "The project that this brief was made of, without private notes and originals"


def stamped(
    view: Investigation,
    brief: Brief,
    *,
    tool: str,
    altered: frozenset[str] = frozenset(),
    redacted: bool = False,
    plan: BriefPlan | None = None,
    crops: Crops = NO_CROPS,
    orphaned: frozenset[str] = frozenset(),
) -> Stamp:
    """Return the stamp of a brief that was built of an investigation, nothing attached yet.

    A ``plan`` is told where it is another one than that of the project. `crops` are the pictures of
    the marked parts that it shows.
    """
    held = tuple(sorted(altered))
    other = plan is not None and plan != plan_of(view)
    return Stamp(
        *(view.record.id, brief.state, brief.at, tool),
        altered=held,
        redacted=redacted,
        issue=brief.issue,
        after=brief.after,
        plan=plan.plain() if other and plan is not None else {},
        pictures={id: crops[id].told for id in sorted(crops)},
        orphaned=tuple(sorted(orphaned)),
    )


def document_text(view: Investigation) -> str:
    """Return an investigation as a JSON document that may be handed on.

    Private notes stay at home, and so do the originals: their names, sizes and hashes are in it.
    """
    return composing.to_text(Document(shown_records(view)))


def attachments(held: Stamp, document: str = "", crops: Crops = NO_CROPS) -> tuple[Attachment, ...]:
    """Return the files that travel inside: the stamp, and the document if there is one.

    With that go the pictures of marked parts, for which the originals would be needed. ValueError
    says that they are too large.
    """
    if not document:
        return (Attachment(stamp.NAME, stamp.to_text(held), _STAMP_WORDS),)
    content = document.encode()
    if len(content) > LARGEST:
        raise ValueError(
            f"The project is too large to travel in a brief: {len(content) // 1_000_000} MB, where "
            f"{LARGEST // 1_000_000} MB is the most. Leave it out, and send its file instead."
        )
    whole = replace(held, document=hashlib.sha256(content).hexdigest())
    files = (
        Attachment(stamp.NAME, stamp.to_text(whole), _STAMP_WORDS),
        Attachment(stamp.DOCUMENT, document, _DOCUMENT_WORDS),
    )
    if not held.has_pictures:
        return files
    return (*files, Attachment(stamp.PICTURES, pictures.to_text(crops), _PICTURES_WORDS))
