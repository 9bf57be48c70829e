"""What a person is asked and shown while files are brought in: questions, encodings, results."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from evidence_board.commands.outcomes import Outcome
from evidence_board.ingest.draft import RefusedFile, Wanted
from evidence_board.ui.adding import Asking
from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.encoding import EncodingDialog
from evidence_board.ui.dialogs.results import ResultsDialog

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView


class BringingIn(Asking):
    """Dialogs over the window of a board."""

    def __init__(self, board: "BoardView") -> None:
        self._board = board

    def confirm(self, sentence: str, verb: str) -> bool:
        """Ask a question with a verb; says whether the verb was chosen."""
        return message.ask(self._board.window(), sentence, verb)

    def encodings(self, unsure: Sequence[RefusedFile]) -> list[Wanted]:
        """Ask in which encodings texts are, one after the other."""
        answered, for_all = [], ""
        for place, one in enumerate(unsure):
            possible = {candidate.encoding for candidate in one.candidates}
            encoding = for_all if for_all in possible else ""
            if not encoding:
                others = place < len(unsure) - 1
                chosen = EncodingDialog.ask(
                    self._board.window(), one.file_name, one.candidates, others
                )
                if chosen is None:
                    continue
                encoding = chosen.encoding
                for_all = encoding if chosen.for_all else for_all
            if one.wanted is not None:
                answered.append(replace(one.wanted, encoding=encoding))
        return answered

    def show(
        self, lines: Sequence[Outcome], mails: int, take_attached: Callable[[], None] | None
    ) -> None:
        """Show what became of each file, beside the window's work."""
        dialog = ResultsDialog(self._board.window(), lines, mails, take_attached)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.reveal_asked.connect(self._reveal)
        dialog.show()

    def _reveal(self, source: str) -> None:
        document = self._board.document
        document.select((source,))
        document.reveal_asked.emit(source)
