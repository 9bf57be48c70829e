"""What the type menu says of a shared origin, at the moment of linking."""

from evidence_board.analysis.lineage import Ground
from evidence_board.analysis.shared import Shared, shared_claim, shared_source
from evidence_board.analysis.view import Investigation
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.link_menu import Choice
from evidence_board.ui.naming import mark_of

_MOST_NAMED = 4


def origin_hint(view: Investigation, choice: Choice, ground: Ground) -> str:
    """Return a sentence if the likeliest line would add no origin, else nothing."""
    if choice.type.key == "asserts":
        found = shared_source(view, choice.start, choice.end, ground)
        words = tr("Adds a source, not an origin: {0}.")
    elif choice.type.key == "supports":
        found = shared_claim(view, choice.start, choice.end, ground)
        words = tr("Adds a claim, not an origin: {0}.")
    else:
        return ""
    return words.format(_named(view, found)) if found is not None else ""


def _named(view: Investigation, shared: Shared) -> str:
    """Say what goes back to the same origin; an origin itself is not named beside that."""
    records = (view.find(one) for one in shared.members if one not in shared.origins)
    marks = [mark_of(one) for one in records if one is not None]
    origins = _listed([_origin_name(view, one) for one in shared.origins])
    if not marks:
        return tr("{0} is there already").format(origins)
    if len(marks) == 1:
        return tr("{0} goes back to {1}, which is there already").format(marks[0], origins)
    words = tr("{0} both go back to {1}") if len(marks) == 2 else tr("{0} all go back to {1}")
    return words.format(_listed(marks), origins)


def _listed(names: list[str]) -> str:
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], tr("{0} more").format(len(names) - _MOST_NAMED)]
    return ", ".join(names)


def _origin_name(view: Investigation, id: str) -> str:
    record = view.find(id)
    if isinstance(record, OriginGroup):
        return record.label
    return record.name if isinstance(record, Source) else "?"
