"""The figure that each assertion of a claim gave, in the words that stand there."""

from collections.abc import Mapping

from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.project.project import Project
from evidence_board.suggest.quantities import quantities
from evidence_board.suggest.reading import read


class Figures:
    """Finds the figures in excerpts; words that were read once stay read."""

    def __init__(self, project: Project) -> None:
        """Read excerpts of ``project``."""
        self._project = project
        self._read: dict[str, Mapping[str, str]] = {}

    def of(self, claim: Claim, said: Assertion) -> str | None:
        """Return the figure as given, nothing where none was; None where the claim has none."""
        unit = claim.quantity.get("unit")
        if not claim.quantity:
            return None
        excerpt = self._project.find(said.excerpt) if said.excerpt else None
        if not isinstance(excerpt, Excerpt):
            return ""
        stated = claim.quantity.get("stated")
        if isinstance(stated, str) and stated and stated in excerpt.exact:
            return stated
        return self._figures(excerpt.exact).get(str(unit or ""), "")

    def _figures(self, words: str) -> Mapping[str, str]:
        """Return the first figure of each unit in some words."""
        if words not in self._read:
            found: dict[str, str] = {}
            for one in quantities(read(words), ()):
                found.setdefault(one.unit, " ".join(one.span.exact.split()))
            self._read[words] = found
        return self._read[words]
