"""Words for the labels of steps: what a record is called, or how many there are."""

from collections.abc import Sequence

from evidence_board.model.board import Frame
from evidence_board.project.project import Project


def named(project: Project, ids: Sequence[str], word: str = "card") -> str:
    """Return the noun of a single record (by id), else how many, such as "3 cards and a frame"."""
    if len(ids) == 1:
        found = project.find(ids[0])
        return found.noun if found else word
    frames = sum(isinstance(project.find(id), Frame) for id in ids) if word == "card" else 0
    if not frames:
        return f"{len(ids)} {word}s"
    counted = ((len(ids) - frames, word), (frames, "frame"))
    return " and ".join(
        f"{count} {one}s" if count > 1 else f"a {one}" for count, one in counted if count
    )
