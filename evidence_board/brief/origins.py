"""Files against origins as a brief prints them; a judgement counts what its evidence rests on."""

from collections.abc import Mapping

from evidence_board.analysis.origins import Origins
from evidence_board.analysis.view import Investigation
from evidence_board.brief.values import Badge, BadgeState
from evidence_board.brief.wording import counted
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link

Counts = Mapping[str, Origins]


def closed(view: Investigation, counts: Counts) -> Counts:
    """Return the counts with those of judgements closed over the claims that support them.

    A file or an origin behind several of these claims counts once.
    """
    behind: dict[str, list[str]] = {}
    for link in view.all(Link):
        if link.type == "supports":
            behind.setdefault(link.to_id, []).append(link.from_id)
    ours = [claim.id for claim in view.all(Claim) if claim.kind != "reported"]
    carriers = _carriers(view)
    return {**counts, **{id: _joined(id, counts, _reached(id, behind), carriers) for id in ours}}


def _reached(id: str, behind: Mapping[str, list[str]]) -> tuple[str, ...]:
    found: dict[str, None] = {id: None}
    ahead = [id]
    while ahead:
        for other in behind.get(ahead.pop(), ()):
            if other not in found:
                found[other] = None
                ahead.append(other)
    return tuple(found)


def _carriers(view: Investigation) -> Mapping[str, frozenset[str]]:
    """Return the held carriers of each claim."""
    found: dict[str, set[str]] = {}
    for said in view.all(Assertion):
        if view.capture_of(said.source) is not None:
            found.setdefault(said.claim, set()).add(said.source)
    return {id: frozenset(held) for id, held in found.items()}


def _joined(
    id: str, counts: Counts, reached: tuple[str, ...], carriers: Mapping[str, frozenset[str]]
) -> Origins:
    parts = [counts[one] for one in reached if one in counts]
    groups = dict.fromkeys(group for part in parts for group in part.groups)
    unknown = dict.fromkeys(root for part in parts for root in part.unattributed)
    files = frozenset[str]().union(*(carriers.get(one, frozenset()) for one in reached))
    circular = any(part.circular for part in parts)
    return Origins(id, len(files), tuple(groups), tuple(unknown), circular)


def badge(count: Origins | None) -> Badge:
    """Return the badge: "5 sources, 1 origin", a range where an origin is unknown."""
    if count is None or (count.files == 0 and count.n_max == 0 and not count.circular):
        return Badge("none", "no source")
    files = counted(count.files, "source")
    if count.circular and count.n_max == 0:
        return Badge("circular", f"circular: {files}")
    span = f"{count.n_min}–{count.n_max} origins"
    exact = counted(count.n_min, "origin")
    return Badge(_state(count), f"{files}, {exact if count.n_min == count.n_max else span}")


def single_points(count: Origins | None) -> tuple[str, ...]:
    """Return the origin without which nothing would be left, if there is only one."""
    return count.groups if count is not None and count.n_min == count.n_max == 1 else ()


def origins_sentence(count: Origins | None) -> str:
    """Return in one sentence what the claim rests on."""
    if count is None or (count.files == 0 and count.n_max == 0 and not count.circular):
        return "No source stands behind it."
    files = counted(count.files, "source")
    if count.n_max == 0:
        loop = ", and their chains only lead back to each other" if count.circular else ""
        return f"{files}, no identified origin{loop}."
    if count.n_min == count.n_max:
        return f"{files}, {counted(count.n_min, 'independent origin')}."
    unknown = count.n_max - count.n_min
    return (
        f"{files}, {count.n_min} to {count.n_max} independent origins: "
        f"{counted(unknown, 'origin')} {'is' if unknown == 1 else 'are'} not known."
    )


def _state(count: Origins) -> BadgeState:
    if count.n_max > count.n_min:
        return "range"
    if count.n_min == 0:
        return "zero"
    return "one" if count.n_min == 1 else "many"
