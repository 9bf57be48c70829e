"""Every part of a brief as blocks, by the name that it has in `brief/content.py: PARTS`."""

from collections.abc import Callable, Iterator, Mapping

from evidence_board.brief.content import Brief
from evidence_board.typeset.blocks import Block, Paragraph, changed, said
from evidence_board.typeset.characters import StandIns, shows
from evidence_board.typeset.flow.answer import answer
from evidence_board.typeset.flow.basis import basis
from evidence_board.typeset.flow.boards import boards
from evidence_board.typeset.flow.changes import changes
from evidence_board.typeset.flow.claims import key_claims, other_claims
from evidence_board.typeset.flow.contradictions import contradictions
from evidence_board.typeset.flow.discrepancies import discrepancies
from evidence_board.typeset.flow.endnotes import endnotes
from evidence_board.typeset.flow.front import front
from evidence_board.typeset.flow.gaps import gaps
from evidence_board.typeset.flow.judgements import judgements
from evidence_board.typeset.flow.legend import legend
from evidence_board.typeset.flow.lineage import lineage
from evidence_board.typeset.flow.method import method
from evidence_board.typeset.flow.open_points import open_points
from evidence_board.typeset.flow.originals import originals
from evidence_board.typeset.flow.pictures import pictures
from evidence_board.typeset.flow.sources import sources
from evidence_board.typeset.flow.timeline import timeline

FLOWS: Mapping[str, Callable[..., Iterator[Block]]] = {
    "front": front,
    "answer": answer,
    "judgements": judgements,
    "changes": changes,
    "basis": basis,
    "legend": legend,
    "key_claims": key_claims,
    "lineage": lineage,
    "boards": boards,
    "other_claims": other_claims,
    "contradictions": contradictions,
    "discrepancies": discrepancies,
    "timeline": timeline,
    "gaps": gaps,
    "sources": sources,
    "endnotes": endnotes,
    "pictures": pictures,
    "originals": originals,
    "open_points": open_points,
    "method": method,
}
_MOST_NAMED = 40


def blocks_of(brief: Brief) -> tuple[Block, ...]:
    """Return a brief as blocks; what would hide or turn text is a number in brackets."""
    stand_ins = StandIns(shows, breaks=False)
    found = [
        changed(block, stand_ins.printed)
        for part in brief.parts
        for block in FLOWS[part.name](part.content)
    ]
    if stand_ins.counts:
        named = [f"{name} ({count})" for name, count in sorted(stand_ins.counts.items())]
        more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
        told = (
            "Stand-ins. Characters that would hide or turn text are printed as their number in "
            f"brackets: {', '.join(named[:_MOST_NAMED])}{more}."
        )
        found.append(Paragraph(said(told), "quiet"))
    return tuple(found)
