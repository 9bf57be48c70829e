"""Marking that a source retracted or corrected what it said: it is kept, and all is recounted."""

from dataclasses import dataclass

from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.retraction import Recounted, fallen
from evidence_board.model.source import Source, Standing
from evidence_board.project.project import Project

_LABELS: dict[Standing, str] = {
    "current": "Mark source as current",
    "corrected": "Mark source as corrected",
    "retracted": "Mark source as retracted",
}


@dataclass(frozen=True)
class Marked:
    """A source as it is marked now, and the claims that count otherwise by that."""

    source: Source
    recounted: tuple[Recounted, ...]


def mark(project: Project, source: Source, standing: Standing, words: str = "") -> Marked:
    """Mark the standing of a source, as one step, with the words by which that is known.

    A source that is current again has no such words. ValueError where they lack.
    """
    why = words.strip()
    if standing != "current" and not why:
        raise ValueError("Write where that stands, such as the date and words of the note.")
    basis = {key: held for key, held in source.basis.items() if key != "standing"}
    if standing != "current":
        basis["standing"] = {"basis": "stated", "words": why}
    moved = "retracted" in (standing, source.standing) and standing != source.standing
    found = fallen(project, source.id, ground_of(project)) if moved else ()
    with project.transaction(_LABELS[standing]) as tx:
        return Marked(tx.update(source, standing=standing, basis=basis), found)


def words_of(source: Source) -> str:
    """Return the words by which the standing of a source is known."""
    held = source.basis.get("standing")
    return str(held.get("words") or "") if isinstance(held, dict) else ""
