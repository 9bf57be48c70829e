"""Whether the words of excerpts still stand in the text that was kept of their source."""

from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project


class Anchors:
    """Looks up the excerpts of one project; each kept text is read once, for all its excerpts."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._lost: dict[str, frozenset[str]] = {}

    def lost(self, excerpt: Excerpt) -> bool:
        """Whether other words stand where the excerpt points; one without a text is not lost."""
        if excerpt.capture is None or excerpt.region is not None:
            return False
        known = self._lost.get(excerpt.capture)
        if known is None:
            known = self._lost[excerpt.capture] = self._lost_in(excerpt.capture)
        return excerpt.id in known

    def forget(self) -> None:
        """Look again: excerpts or texts have changed."""
        self._lost.clear()

    def _lost_in(self, capture_id: str) -> frozenset[str]:
        capture = self._project.find(capture_id)
        if not isinstance(capture, Capture):
            return frozenset()
        try:
            text = self._project.text(capture)
        except ProjectError:
            return frozenset()  # the disk is told of elsewhere; a card does not guess
        kept = (one for one in self._project.referrers(capture_id) if isinstance(one, Excerpt))
        return frozenset(one.id for one in kept if text[one.start : one.end] != one.exact)
