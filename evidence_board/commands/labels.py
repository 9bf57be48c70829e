"""Words for the labels of steps: what a record is called, or how many there are."""

from collections.abc import Sequence

from evidence_board.project.project import Project


def named(project: Project, ids: Sequence[str], word: str = "card") -> str:
    """Return the noun of a single record (by id), else how many, such as "3 cards"."""
    if len(ids) != 1:
        return f"{len(ids)} {word}s"
    found = project.find(ids[0])
    return found.noun if found else word
