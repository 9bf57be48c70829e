"""What of the selection are lines, as far as actions depend on it."""

from evidence_board.commands.line_rules import Line, types_for
from evidence_board.model.link import Citation, Link
from evidence_board.project.project import Project
from evidence_board.ui.situation import NO_LINES, SelectedLines

_MOST = 100
"""Nobody joins more lines at once; larger selections are not looked through."""


def lines_among(project: Project, selected: tuple[str, ...]) -> SelectedLines:
    """Return what lines these records are; none if there is anything else among them."""
    if len(selected) > _MOST:
        return NO_LINES
    records = [project.find(id) for id in selected]
    lines = [one for one in records if isinstance(one, Line)]
    if not lines or len(lines) < len(records):
        return NO_LINES
    links = [one for one in lines if isinstance(one, Link)]
    only = lines[0] if len(lines) == 1 else None
    return SelectedLines(
        len(lines),
        len(links),
        isinstance(only, Link | Citation),
        any(link.group for link in links),
        frozenset(kind.key for kind in types_for(project, only)),
    )
