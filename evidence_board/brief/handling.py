"""The marking of a brief: the strictest of everything in it."""

from evidence_board.analysis.view import Investigation
from evidence_board.brief.values import Handling
from evidence_board.model.claim import Claim
from evidence_board.model.scales import MARKINGS
from evidence_board.model.source import Source


def handling_of(view: Investigation) -> Handling:
    """Return the strictest marking of the project, its sources and its claims."""
    labels = [view.record.tlp]
    labels += [source.tlp for source in view.all(Source) if source.tlp]
    labels += [claim.tlp for claim in view.all(Claim) if claim.tlp]
    strictest = max((MARKINGS[label] for label in labels), key=lambda one: one.strictness)
    return Handling(strictest.label, strictest.colour, strictest.handling)
