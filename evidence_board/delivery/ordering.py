"""What a person orders of a brief, as values that another thread or process can make it of."""

from dataclasses import dataclass, field

from evidence_board.analysis.view import Investigation
from evidence_board.brief import content
from evidence_board.brief.content import NO_CROPS, Brief
from evidence_board.brief.crops import NOT_MADE, Crop, Crops, wishes
from evidence_board.brief.in_columns import InColumns
from evidence_board.brief.plan import plan_of
from evidence_board.brief.redaction import Redaction, redacted, renamed
from evidence_board.brief.shown import shown_records
from evidence_board.brief.stamp import Stamp
from evidence_board.delivery.attaching import TOOL, attachments, stamped
from evidence_board.interchange import composing
from evidence_board.interchange.document import Document
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.capture import Capture
from evidence_board.model.record import Record
from evidence_board.typeset.attachment import Attachment

HIDDEN = Crop(missing="redacted")


@dataclass(frozen=True)
class Order:
    """A brief to make: its values, its stamp, the records that travel in it (none as a rule)."""

    brief: Brief
    stamp: Stamp
    records: tuple[Record, ...] = ()
    crops: Crops = field(default_factory=dict)

    def document(self) -> str:
        """Return the JSON document that travels in the brief; empty where none does."""
        return composing.to_text(Document(self.records)) if self.records else ""

    def attached(self) -> tuple[Attachment, ...]:
        """Return the files that travel in the brief."""
        return attachments(self.stamp, self.document(), self.crops)


def ordered(
    view: Investigation,
    *,
    at: str,
    wish: Redaction | None = None,
    altered: frozenset[str] = frozenset(),
    attach: bool = False,
    plan: BriefPlan | None = None,
    issue: int = 0,
    crops: Crops = NO_CROPS,
    orphaned: frozenset[str] = frozenset(),
) -> Order:
    """Return the order of a brief of an investigation at a time, blacked out as wished.

    `altered` are hashes of originals that do not hold. ValueError says what cannot be blacked out.
    A `plan` goes before that of the project; without the number of an `issue` it is a draft. A
    redacted brief has no `crops`: what a picture shows cannot be searched.
    """
    hides = wish is not None and not wish.is_empty
    told: Investigation = redacted(view, wish) if wish and hides else view
    if hides:  # no hash by which a source could be found
        altered &= frozenset(capture.sha256 for capture in told.all(Capture))
        plan = plan and plan.replace(audience=plan_of(told).audience)
        orphaned = renamed(view, orphaned)
    wished = wishes(InColumns(told), plan or plan_of(told))
    shown = {one.excerpt: HIDDEN if hides else crops.get(one.excerpt, NOT_MADE) for one in wished}
    brief = content.build(
        told,
        at=at,
        tool=TOOL,
        altered=altered,
        plan=plan,
        issue=issue,
        crops=shown,
        orphaned=orphaned,
    )
    stamp = stamped(
        told,
        brief,
        tool=TOOL,
        altered=altered,
        redacted=hides,
        plan=plan,
        crops=shown,
        orphaned=orphaned,
    )
    return Order(brief, stamp, shown_records(told) if attach else (), shown)
