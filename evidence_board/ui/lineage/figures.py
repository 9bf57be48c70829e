"""The figure that each assertion of a claim gave, in the words that stand there."""

from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.project.project import Project
from evidence_board.suggest.quantities import quantities
from evidence_board.suggest.reading import read
from evidence_board.suggest.suggestion import Quantity


class Figures:
    """Finds the figures in excerpts; words that were read once stay read."""

    def __init__(self, project: Project) -> None:
        """Read excerpts of ``project``."""
        self._project = project
        self._read: dict[str, tuple[Quantity, ...]] = {}

    def of(self, claim: Claim, said: Assertion) -> str | None:
        """Return the figure as given, nothing where none was; None where the claim has none.

        One of the claim's unit goes first; "73 freight cars" tell of the same as "73 railcars".
        """
        if not claim.quantity:
            return None
        excerpt = self._project.find(said.excerpt) if said.excerpt else None
        if not isinstance(excerpt, Excerpt):
            return ""
        stated = claim.quantity.get("stated")
        if isinstance(stated, str) and stated and stated in excerpt.exact:
            return stated
        found = self._figures(excerpt.exact)
        unit, value = claim.quantity.get("unit"), claim.quantity.get("value")
        alike = (one for one in found if one.unit == unit)
        as_much = (one for one in found if value is not None and one.value == value)
        figure = next(alike, None) or next(as_much, None)
        return " ".join(figure.span.exact.split()) if figure else ""

    def _figures(self, words: str) -> tuple[Quantity, ...]:
        """Return the figures in some words."""
        if words not in self._read:
            self._read[words] = tuple(quantities(read(words), ()))
        return self._read[words]
