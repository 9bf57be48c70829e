"""The standing of a source in the inspector: what became of its words, what that recounts."""

from PySide6.QtCore import Qt

from evidence_board.analysis.retraction import downstream, fallen, recounted_words
from evidence_board.commands import retracting
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.ui.dialogs.standing import ask_standing, standing_word
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.page import ActiveLink, HintBox, Page, told
from evidence_board.ui.labels import label
from evidence_board.ui.wording import translate

_MOST = 8


class StandingPart:
    """A remark where a source retracted or corrected what it said, and the way to say so."""

    def __init__(self, page: Page[Source]) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        self._state = label("", "hint")
        part = page.section(translate("SourcePage", "Standing"), self._state)
        self.remark = HintBox("error")
        part.addWidget(self.remark)
        self.recounted = label("", wrap=True)
        part.addWidget(self.recounted)
        self.change = edits(ActiveLink(translate("SourcePage", "Retracted or corrected")))
        self.change.clicked.connect(self._ask)
        part.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, source: Source) -> None:
        """Show the standing of ``source``."""
        self._state.setText(standing_word(source.standing))
        self.remark.say(retracting.words_of(source) if source.standing != "current" else "")
        told(self.recounted, (self._told(source),))

    def _told(self, source: Source) -> str:
        project, counts = self._page.document.project, self._page.document.counts
        if source.standing == "retracted":
            found = recounted_words(project, fallen(project, source.id, counts.ground), _MOST)
            words = translate("SourcePage", "It counts no more. Origins recounted: {claims}.")
            return words.format(claims=found or translate("SourcePage", "no claim"))
        if source.standing == "corrected":
            marks = [project.get(Claim, one).mark for one in downstream(project, source.id)]
            more = ["…"] if len(marks) > _MOST else []
            words = translate("SourcePage", "Rest on it, to be looked at again: {claims}.")
            return words.format(claims=", ".join(marks[:_MOST] + more)) if marks else ""
        return ""

    def _ask(self) -> None:
        ask_standing(self._page.document, self._page.record, self._page.window())
