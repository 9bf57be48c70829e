"""Chains: who told whom, from the carrier of an assertion to its origin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

UNNAMED_REASON = "Not named, and nobody vouches for what this source can know."


@dataclass(frozen=True)
class Teller:
    """One who stands in a chain: a known source by its `id`, else a new one by its name.

    An `unnamed` one is an anonymous origin; its `affiliation` says where it stands.
    """

    name: str
    id: str | None = None
    unnamed: bool = False
    affiliation: str = ""


def set_chain(project: Project, assertion: Assertion, members: Sequence[str | Teller]) -> Assertion:
    """Set the chain, carrier first; a member that is no id is the name of a new cited source.

    ValueError where a source would stand in it twice, or the carrier not at its start.
    """
    (changed,) = set_chains(project, (assertion,), members)
    return changed


def set_chains(
    project: Project, assertions: Iterable[Assertion], members: Sequence[str | Teller]
) -> tuple[Assertion, ...]:
    """Set the chain of several assertions that one source carries, as one step."""
    with project.transaction("Set chain") as tx:
        changed: list[Assertion] = []
        for one in assertions:
            chain = changed[0].chain if changed else stored(tx, one.source, members)
            changed.append(tx.update(one, chain=chain))
        return tuple(changed)


def stored(tx: Transaction, carrier: str, members: Sequence[str | Teller]) -> tuple[str, ...]:
    """Return the ids of a chain, adding the sources that are new; empty for the carrier alone.

    Who is new is known only through others: the last one as an origin, the ones before as relays.
    """
    last = len(members) - 1
    chain = tuple(_source(tx, member, place == last) for place, member in enumerate(members))
    if len(set(chain)) != len(chain):
        raise ValueError("A source stands in a chain only once. Choose another one.")
    if chain and chain[0] != carrier:
        raise ValueError("A chain starts with the source that carries the words.")
    # The carrier alone says nothing about who said it first.
    return chain if len(chain) > 1 else ()


def teller_of(source: Source) -> Teller:
    """Return a known source as one who stands in a chain."""
    unnamed = source.origin_kind == "anonymous"
    return Teller(source.name, source.id, unnamed, source.affiliation)


def known(project: Project, name: str, affiliation: str = "") -> Source | None:
    """Return the source that people mean by a name, however it is written; None if none has it.

    Of an unnamed source the affiliation has to be the same too: officials of two governments are
    two sources.
    """
    wanted = _folded(name)
    named = [one for one in project.all(Source) if wanted in _names(one)] if wanted else []
    if affiliation:
        same = _folded(affiliation)
        named = [one for one in named if _folded(one.affiliation) == same]
    return named[0] if named else None


def last_chain(project: Project) -> tuple[Source, ...]:
    """Return who stands behind the carrier in the chain that was set last; empty if none was."""
    chains, carriers = project.columns(Assertion, "chain", "source")
    for chain, carrier in zip(reversed(chains), reversed(carriers), strict=True):
        assert isinstance(chain, tuple)
        if chain:
            behind = chain[1:] if chain[0] == carrier else chain
            return tuple(project.get(Source, one) for one in behind)
    return ()


def _source(tx: Transaction, member: str | Teller, last: bool) -> str:
    teller = Teller("", member) if isinstance(member, str) else member
    held = tx.find(teller.id) if teller.id else None
    if isinstance(held, Source):
        if last:
            _make_origin(tx, held)
        return held.id
    name = (teller.name or teller.id or "").strip()
    if not name:
        raise ValueError("A source needs a name. Type who or what it is.")
    if teller.unnamed:
        return tx.add(_unnamed(name, teller.affiliation.strip())).id
    return tx.add(Source(publisher=name, origin_kind="identified" if last else None)).id


def _make_origin(tx: Transaction, source: Source) -> None:
    """Note that a relay which is not held is an origin as well: here it is where the chain ends."""
    held = any(isinstance(one, Capture) for one in tx.referrers(source.id))
    if source.origin_kind is None and not held:
        tx.update(source, origin_kind="identified")


def _unnamed(name: str, affiliation: str) -> Source:
    return Source(
        kind="person",
        title=name,
        origin_kind="anonymous",
        affiliation=affiliation,
        reliability="F",
        reliability_reason=UNNAMED_REASON,
    )


def _names(source: Source) -> set[str]:
    return {_folded(one) for one in (source.publisher, source.title, *source.authors) if one}


def _folded(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
