"""What the heads of a chart say: how many stand in each column, where the smallest cut lies."""

from collections.abc import Set as AbstractSet

from evidence_board.analysis.chart import Chart
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.lineage.heads import Heads


def heads_of(chart: Chart, cut: AbstractSet[str], muted: AbstractSet[str]) -> Heads:
    """Return the heads of a chart; of origins those are counted that are not taken for gone."""
    parts = [one.part for one in chart.stations]
    origins = [one for one in chart.stations if one.part == "origin"]
    left = [one for one in origins if not {one.root, one.record} & muted]
    known = {one.root for one in left if one.known}
    unknown = {one.root for one in left if not one.known} - known
    held = sum(one.part == "carrier" and one.held for one in chart.stations)
    relays = parts.count("relay")
    origins_told = tr("{known} known, {unknown} unknown")
    titles = {
        "claim": (tr("Claim"), tr("{number} in all").format(number=parts.count("claim"))),
        "carrier": (tr("Sources held"), tr("{number} read here").format(number=held)),
        "relay": (tr("Cited only"), tr("{number} not read here").format(number=relays)),
        "origin": (
            tr("Origins"),
            origins_told.format(known=len(known), unknown=len(unknown)),
        ),
    }
    keys = frozenset(
        one.key
        for one in chart.stations
        if one.part != "claim" and cut & {one.record, one.root, *one.members}
    )
    told = tr("Smallest cut: {number}").format(number=len(cut)) if cut else ""
    return Heads(titles, told, keys)


def group_name(project: Project, root: str) -> str:
    """Return the name of what counts as one."""
    found = project.find(root)
    if isinstance(found, OriginGroup):
        return tr("One origin: {name}").format(name=found.label)
    name = found.affiliation if isinstance(found, Source) else ""
    return tr("One origin: {name}").format(name=name or tr("same affiliation"))
