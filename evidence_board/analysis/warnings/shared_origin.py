"""Two supports of one claim meet in one origin: they count once (tradecraft, sections 6 and 7)."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, listed, mark
from evidence_board.analysis.warnings.inquiry import Inquiry, LinkRow
from evidence_board.model.source import OriginGroup, Source

KIND = "shared-origin"


def find(inquiry: Inquiry) -> Found:
    """Yield each set of supports of a claim that go back to the same origin."""
    for claim, links in inquiry.supports.items():
        units: dict[str, list[LinkRow]] = {}
        for link in links:
            units.setdefault(link.group or link.id, []).append(link)
        if len(units) > 1:
            yield from _meeting(inquiry, claim, list(units.values()))
        yield None


def _meeting(inquiry: Inquiry, claim: str, units: list[list[LinkRow]]) -> Found:
    """Yield a finding for each set of units with an origin in common; linked premises are one."""
    behind: dict[str, list[int]] = {}
    for place, unit in enumerate(units):
        for origin in _origins(inquiry, unit):
            behind.setdefault(origin, []).append(place)
    sets: dict[tuple[int, ...], list[str]] = {}
    for origin, places in behind.items():
        if len(places) > 1:
            sets.setdefault(tuple(places), []).append(origin)
    for meeting, origins in sets.items():
        starts = {link.from_id for place in meeting for link in units[place]}
        named = sorted(starts, key=lambda one: (inquiry.by_id[one].number, one))
        yield Finding(KIND, (claim, *named), tuple(sorted(origins)))


def _origins(inquiry: Inquiry, unit: list[LinkRow]) -> dict[str, None]:
    counts = [inquiry.origins(link.from_id) for link in unit]
    return dict.fromkeys(one for count in counts for one in (*count.groups, *count.unattributed))


def tell(view: Investigation, finding: Finding) -> str:
    """Say what meets where."""
    claim, *starts = finding.records
    marks = listed([mark(view.find(one)) for one in starts])
    names = listed([_name(view, one) for one in finding.words[:3]])
    both = "both" if len(starts) == 2 else "all"
    return (
        f"{marks} {both} support {mark(view.find(claim))} and go back to {names}: "
        "they count as one origin."
    )


def _name(view: Investigation, id: str) -> str:
    record = view.find(id)
    if isinstance(record, OriginGroup):
        return record.label
    return record.name if isinstance(record, Source) else "an origin that is gone"
