"""Frames: folded and unfolded, and taken away from round their cards."""

from collections.abc import Sequence

from evidence_board.commands import removal
from evidence_board.commands.labels import named
from evidence_board.model.board import Frame
from evidence_board.project.project import Project


def fold(project: Project, ids: Sequence[str], *, folded: bool) -> None:
    """Show frames as bars that hide what lies in them, or open again, as one step."""
    verb = "Collapse" if folded else "Expand"
    with project.transaction(f"{verb} {named(project, ids, 'frame')}") as tx:
        for frame in _frames(project, ids):
            tx.update(frame, collapsed=folded)


def dissolve(project: Project, ids: Sequence[str]) -> None:
    """Take frames away; the cards in them stay where they are."""
    going = [frame.id for frame in _frames(project, ids)]
    removal.remove(project, going, f"Remove {named(project, going, 'frame')}")


def _frames(project: Project, ids: Sequence[str]) -> list[Frame]:
    frames = [one for id in ids if isinstance(one := project.find(id), Frame)]
    if not frames or len(frames) < len(ids):
        raise ValueError("That frame is gone. Nothing was changed.")
    return frames
