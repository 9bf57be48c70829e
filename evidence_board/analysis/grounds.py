"""Who observed a claim itself, and what of its evidence can be looked at by anybody."""

from evidence_board.analysis.closure import supporters
from evidence_board.analysis.lineage import Ground, assertions_of, chain_of
from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.note import Note
from evidence_board.model.source import Source


def observers(view: Investigation, claim: str, ground: Ground) -> frozenset[str]:
    """Return the identified origins, as they are counted, that observed the claim itself.

    Who carries only part of it, or infers it, confirms nothing of the rest. What is gone, or only
    reached through what is, showed nothing.
    """
    said = (chain_of(one) for one in assertions_of(view, claim) if _shows_it(one))
    roots = (ground.roots[chain[-1]] for chain in said if ground.gone.isdisjoint(chain))
    return frozenset(root.key for root in roots if root.known and root.key not in ground.gone)


def _shows_it(said: Assertion) -> bool:
    return said.observed and not said.partial and said.basis == "stated"


def open_to_all(view: Investigation, claims: tuple[str, ...], ground: Ground) -> bool:
    """Whether a map, a register or the text of a law is among what states one of the claims."""
    gone = ground.gone
    return any(
        isinstance(source := view.find(one), Source) and source.kind == "register"
        for claim in claims
        for said in assertions_of(view, claim)
        if gone.isdisjoint(chain_of(said))
        for one in chain_of(said)
    )


def open_gap(view: Investigation, claim: str) -> Note | None:
    """Return a gap about a claim that nobody has answered, if there is one."""
    notes = (one for one in view.referrers(claim) if isinstance(one, Note))
    return next((one for one in notes if one.kind == "gap" and one.state != "answered"), None)


def behind(view: Investigation, claim: str, ground: Ground) -> tuple[str, ...]:
    """Return a claim and all that support it, however far along, itself first; no gone links."""
    found = {claim: None}
    for one in (ahead := [claim]):
        new = [start for start in supporters(view, one, ground.gone) if start not in found]
        found |= dict.fromkeys(new)
        ahead += new
    return tuple(found)
