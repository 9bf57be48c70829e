"""The standing of a source in the inspector: what became of its words, what that recounts."""

from PySide6.QtCore import Qt

from evidence_board.analysis.retraction import downstream, fallen, recounted_words
from evidence_board.analysis.titles import origin_named
from evidence_board.analysis.verdicts import counted_as, verdicts_of
from evidence_board.commands import retracting
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.ui.dialogs.standing import ask_standing, standing_word
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.page import ActiveLink, HintBox, Page, told
from evidence_board.ui.labels import label
from evidence_board.ui.wording import translate

_MOST = 8
_MOST_COUNTED = 60
"""Of more claims than these nobody waits for what each would lose."""


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
        self.verdicts = label("", "hint", wrap=True)
        part.addWidget(self.verdicts)
        self.change = edits(ActiveLink(translate("SourcePage", "Retracted or corrected")))
        self.change.clicked.connect(self._ask)
        part.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, source: Source) -> None:
        """Show the standing of ``source``."""
        self._state.setText(standing_word(source.standing))
        self.remark.say(retracting.words_of(source) if source.standing != "current" else "")
        told(self.recounted, (self._told(source),))
        told(self.verdicts, self._judged(source))

    def _told(self, source: Source) -> str:
        project, counts = self._page.document.project, self._page.document.counts
        if source.standing == "retracted":
            found = recounted_words(project, fallen(project, source.id, counts.ground), _MOST)
            words = translate("SourcePage", "It counts no more. Origins recounted: {claims}.")
            return words.format(claims=found or translate("SourcePage", "no claim"))
        if source.standing == "corrected":
            marks = [
                project.get(Claim, one).mark for one in downstream(project, source.id, counts.muted)
            ]
            more = ["…"] if len(marks) > _MOST else []
            words = translate("SourcePage", "Rest on it, to be looked at again: {claims}.")
            return words.format(claims=", ".join(marks[:_MOST] + more)) if marks else ""
        return self._if_it_falls(source)

    def _if_it_falls(self, source: Source) -> str:
        """Say which claims would rest on less; of many only how many rest on it."""
        project, counts = self._page.document.project, self._page.document.counts
        many = len(downstream(project, source.id, counts.muted))
        if many > _MOST_COUNTED:
            words = translate("SourcePage", "{number} claims rest on it.")
            return words.format(number=f"{many:,}")
        found = fallen(project, source.id, counts.ground)
        words = translate("SourcePage", "If it falls, origins: {claims}.")
        return words.format(claims=recounted_words(project, found, _MOST)) if found else ""

    def _judged(self, source: Source) -> tuple[str, ...]:
        """Return what was judged of its independence from others."""
        project, ground = self._page.document.project, self._page.document.counts.ground
        mine = counted_as(source.id, ground)
        words = translate("SourcePage", "Independent of {other}: {verdict}. {reason}")
        return tuple(
            words.format(
                other=" ".join(origin_named(id, project) for id in pair - {mine}),
                verdict=one.verdict,
                reason=one.reason,
            )
            for pair, one in verdicts_of(project, ground).items()
            if mine in pair
        )[:_MOST]

    def _ask(self) -> None:
        ask_standing(self._page.document, self._page.record, self._page.window())
