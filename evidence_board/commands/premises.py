"""Linked premises: links into one claim that are needed together."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.record import Record, new_id
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

Drawn = TypeVar("Drawn", Link, Citation, Link | Citation)
LINKABLE = tuple(kind.key for kind in BY_KEY.values() if kind.effect in ("for", "against"))
"""Types that bear on a claim, so that several can do it together."""


def join(project: Project, links: Sequence[Link]) -> tuple[Link, ...]:
    """Let links stand only together; those already joined with one of them stay with it.

    ValueError says why they cannot.
    """
    _refuse(project, links)
    group = next((one.group for one in links if one.group), None) or new_id()
    with project.transaction("Join as linked premises") as tx:
        for link in links:
            if link.group != group:
                alone(tx, link)
        return tuple(tx.update(link, group=group) for link in links)


def part(project: Project, links: Iterable[Link]) -> tuple[Link, ...]:
    """Let linked premises stand alone again; one that would be left by itself does too."""
    joined = [one for one in links if one.group]
    if not joined:
        raise ValueError("These links stand alone already. Select linked premises to part them.")
    with project.transaction("Part linked premises") as tx:
        return tuple(alone(tx, link) for link in joined)


def alone(tx: Transaction, line: Drawn) -> Drawn:
    """Take a line out of its group inside a transaction; a group of one is none."""
    if not isinstance(line, Link) or not line.group:
        return line
    left = [one for one in together(tx.referrers(line.to_id), line) if one.id != line.id]
    if len(left) == 1:
        tx.update(left[0], group=None)
    return tx.update(line, group=None)


def together(arriving: Iterable[Record], link: Link) -> tuple[Link, ...]:
    """Return the links among those that arrive at a claim that stand together with one."""
    found = (one for one in arriving if isinstance(one, Link) and one.to_id == link.to_id)
    return tuple(one for one in found if link.group and one.group == link.group)


def _refuse(project: Project, links: Sequence[Link]) -> None:
    if len(links) < 2:
        raise ValueError("Select two or more links into the same claim to join them.")
    if len({link.to_id for link in links}) > 1:
        raise ValueError("Linked premises lead to one claim. Select links that end on the same.")
    if not isinstance(project.find(links[0].to_id), Claim):
        raise ValueError("Linked premises lead to a claim. An undercut stands alone.")
    types = {link.type for link in links}
    if len(types) > 1 or not types <= set(LINKABLE):
        words = " or ".join(f"all “{BY_KEY[key].word}”" for key in LINKABLE)
        raise ValueError(f"Linked premises do the same thing: {words}. Change the type first.")
