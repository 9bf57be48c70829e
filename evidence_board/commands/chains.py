"""Chains: who told whom, from the carrier of an assertion to its origin."""

from collections.abc import Sequence

from evidence_board.model.assertion import Assertion
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction


def set_chain(project: Project, assertion: Assertion, members: Sequence[str]) -> Assertion:
    """Set the chain, carrier first; a member that is no id is the name of a new cited source.

    ValueError where a source would stand in it twice, or the carrier not at its start.
    """
    with project.transaction("Set chain") as tx:
        chain = tuple(_source(tx, member) for member in members)
        if len(set(chain)) != len(chain):
            raise ValueError("A source stands in a chain only once. Choose another one.")
        if chain and chain[0] != assertion.source:
            raise ValueError("A chain starts with the source that carries the words.")
        # The carrier alone says nothing about who said it first.
        return tx.update(assertion, chain=chain if len(chain) > 1 else ())


def _source(tx: Transaction, member: str) -> str:
    if isinstance(tx.find(member), Source):
        return member
    name = member.strip()
    if not name:
        raise ValueError("A source needs a name. Type who or what it is.")
    return tx.add(Source(publisher=name)).id
