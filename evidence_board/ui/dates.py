"""The source at hand whose date of figures can be read the other way, and reading it so."""

from evidence_board.commands import dating
from evidence_board.model.source import Source
from evidence_board.ui.document import Document


def dated_among(document: Document) -> Source | None:
    """Return the one source that is selected, if its date can be read in another way."""
    if len(document.selected) != 1:
        return None
    found = document.project.find(document.selected[0])
    return found if isinstance(found, Source) and dating.others(found) else None


def take_other_reading(document: Document) -> None:
    """Read the date of the selected source as the next of the days that it may mean."""
    source = dated_among(document)
    day = dating.next_reading(source) if source is not None else None
    if source is not None and day is not None:
        document.act(dating.take_reading, source, day)
