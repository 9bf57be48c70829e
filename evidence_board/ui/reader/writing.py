"""A claim that is being written in a form: saved at each rest, whole at the end."""

from collections.abc import Callable

from evidence_board.commands import claims
from evidence_board.commands.claims import NO_PARTICULARS, PLAIN
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.drafting import Draft
from evidence_board.ui.reader.composer import Written

Place = Callable[[str], tuple[float, float]]


class ClaimDraft:
    """One edit: at a rest only the words are saved, for what is proposed is not accepted yet."""

    def __init__(
        self, document: Document, excerpt: Excerpt, board: str | None, place: Place
    ) -> None:
        """Write a claim from ``excerpt``; ``place`` finds room on ``board`` for its words."""
        self._excerpt = excerpt
        self._board = board
        self._place = place
        self._written: Written | None = None
        self._draft = Draft(document, "text", self._make, self._settle)

    @property
    def made(self) -> str:
        """The id of the claim that was saved so far, or nothing."""
        record = self._draft.record
        return record.id if record is not None else ""

    def rest(self, text: str) -> bool:
        """Save what is written so far; whether it could be stored."""
        return self._draft.rest(text)

    def finish(self, written: Written) -> Claim | None:
        """Save all that stands in the form; None if it was refused."""
        self._written = written
        made = self._draft.finish(written.text or "")
        self._written = None
        return made if isinstance(made, Claim) else None

    def drop(self) -> None:
        """Leave neither a claim nor a step."""
        self._draft.drop()

    def _make(self, project: Project, text: str) -> Record:
        x, y = self._place(text)
        written = self._written
        return claims.mark(
            project,
            self._excerpt,
            text,
            saying=written.saying if written else PLAIN,
            particulars=written.particulars if written else NO_PARTICULARS,
            board=self._board,
            x=x,
            y=y,
        )

    def _settle(self, project: Project, record: Record, _text: str) -> None:
        if self._written is not None and isinstance(record, Claim):
            claims.complete(project, record, self._written.saying, self._written.particulars)
