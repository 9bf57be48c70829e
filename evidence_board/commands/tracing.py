"""Tracing where claims come from: citing, cutting a step, leading it elsewhere, naming a gap.

A step leads from a source to the one that it has something from. It may be made of citations, which
hold for all claims, and of chains, which hold for the claims that they were told of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from evidence_board.commands.line_rules import OTHER_CARD, refuse
from evidence_board.commands.removal import plan, take_out
from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY, CitationKind
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

UPSTREAM = "Unknown source behind {name}"


@dataclass(frozen=True)
class Step:
    """A step between two records, for these claims."""

    nearer: str
    farther: str
    claims: tuple[str, ...]


def cite(
    project: Project, nearer: str, farther: str, kind: CitationKind, reason: str = ""
) -> Citation:
    """Let a source rest on another one: by its id, or by the name of one that is not known yet.

    Who is new is an origin until it is known better. ValueError says why it cannot be.
    """
    known = project.find(farther)
    if isinstance(known, Source):
        refuse(project, nearer, known.id, BY_KEY[kind], advice=OTHER_CARD)
    elif not farther.strip():
        raise ValueError("A source needs a name. Type who or what it is.")
    with project.transaction("Add citation") as tx:
        if not isinstance(known, Source):
            known = _unheard_of(tx, farther)
        fields = {"from_id": nearer, "to_id": known.id, "type": kind, "reason": reason}
        return tx.add(Citation.model_validate(fields))


def cut(project: Project, step: Step) -> tuple[Record, ...]:
    """Take a step away: its citations, and of chains what lies behind it; returns what went.

    Where the source rests on others besides, for other claims, a chain ends at somebody unknown:
    to cut a line must add no origin. Between a claim and a source, or two claims, the step is what
    ties them. ValueError if there is none.
    """
    gone = tuple(_lines(project, step))
    chains = tuple(_chains(project, step))
    if not gone and not chains:
        raise ValueError("That line is gone already.")
    going = plan(project, [one.id for one in gone])
    with project.transaction("Cut line") as tx:
        take_out(tx, going)
        unknown = _unknown_behind(tx, step.nearer) if chains else None
        for said, place in chains:
            kept = said.chain[: place + 1]
            chain = (*kept, unknown) if unknown and unknown not in kept else kept
            tx.update(said, chain=chain if len(chain) > 1 else ())
    return going


def lead_elsewhere(project: Project, step: Step, to: str) -> None:
    """Let a step lead to another source; what stood behind it in chains is left behind.

    It is given by its id, or by the name of one that is not known yet, as to `cite`.
    ValueError says why it cannot lead there.
    """
    citations = [one for one in _lines(project, step) if isinstance(one, Citation)]
    chains = tuple(_chains(project, step))
    if not citations and not chains:
        raise ValueError("Only lines between sources lead elsewhere. Cut it and draw another one.")
    if to == step.nearer:
        raise ValueError("A source cannot rest on itself. Choose another source.")
    known = project.find(to)
    if not isinstance(known, Source) and (known is not None or not to.strip()):
        raise ValueError("A line between sources leads to a source. Choose one.")
    for one in citations if known is not None else ():
        refuse(project, one.from_id, to, BY_KEY[one.type], advice=OTHER_CARD)
    if any(to in said.chain[: place + 1] for said, place in chains):
        raise ValueError("A source stands in a chain only once. Choose another one.")
    with project.transaction("Lead line elsewhere") as tx:
        to = to if known is not None else _unheard_of(tx, to).id
        for citation in citations:
            tx.update(citation, to_id=to)
        for said, place in chains:
            tx.update(said, chain=(*said.chain[: place + 1], to))


def note_upstream(project: Project, source: str) -> Source:
    """Note that a source has it from somewhere that is not known: a placeholder behind it.

    It counts in the range of origins only, until it is known who it is.
    """
    found = project.get(Source, source)
    if any(
        isinstance(one, Citation) and one.from_id == source and _is_upstream(project, one)
        for one in project.referrers(source)
    ):
        raise ValueError(f"An unknown source stands behind {found.mark} already.")
    with project.transaction("Note unknown source") as tx:
        made = tx.add(_upstream_of(found))
        tx.add(Citation(from_id=source, to_id=made.id, type="relays", basis="inferred"))
        return made


def _unheard_of(tx: Transaction, name: str) -> Source:
    """Add who is not known yet: an origin until it is known better."""
    return tx.add(Source(publisher=name.strip(), origin_kind="identified"))


def _unknown_behind(tx: Transaction, source: str) -> str | None:
    """Return who is not known behind a source that rests on others too; None if it does not."""
    behind = [
        tx.find(one.to_id)
        for one in tx.referrers(source)
        if isinstance(one, Citation) and one.from_id == source and BY_KEY[one.type].lineage
    ]
    if not behind:
        return None
    known = [x for x in behind if isinstance(x, Source) and x.origin_kind == "unknown"]
    return known[0].id if known else tx.add(_upstream_of(tx.find(source))).id


def _upstream_of(source: Record | None) -> Source:
    name = source.name if isinstance(source, Source) else "?"
    return Source(title=UPSTREAM.format(name=name)[:2_000], origin_kind="unknown")


def _is_upstream(project: Project, citation: Citation) -> bool:
    behind = project.find(citation.to_id)
    return isinstance(behind, Source) and behind.origin_kind == "unknown"


def _lines(project: Project, step: Step) -> Iterable[Record]:
    """Yield the records that make a step by themselves."""
    for one in project.referrers(step.nearer):
        match one:
            case Citation() if BY_KEY[one.type].lineage:
                if (one.from_id, one.to_id) == (step.nearer, step.farther):
                    yield one
            case Assertion() if (one.claim, one.source) == (step.nearer, step.farther):
                yield one
            case Link(type="supports") if (one.to_id, one.from_id) == (step.nearer, step.farther):
                yield one


def _chains(project: Project, step: Step) -> Iterable[tuple[Assertion, int]]:
    """Yield the assertions in whose chain a step stands, and the place of what is nearer."""
    for claim in step.claims:
        for one in project.referrers(claim):
            if isinstance(one, Assertion) and one.claim == claim:
                place = _place(one.chain, step)
                if place is not None:
                    yield one, place


def _place(chain: Sequence[str], step: Step) -> int | None:
    steps = list(pairwise(chain))
    ends = step.nearer, step.farther
    return steps.index(ends) if ends in steps else None
