"""The origins of a claim in the inspector: the badge, what it falls with, the way to Lineage."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from evidence_board.analysis.closure import closed_count
from evidence_board.analysis.origins import Origins
from evidence_board.analysis.retraction import span
from evidence_board.analysis.verdicts import pairs_of, verdicts_of
from evidence_board.brief.origins import badge, independence_sentence
from evidence_board.model.claim import Claim
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.dialogs.independence import ask_independence
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.page import ActiveLink, Page, told
from evidence_board.ui.labels import label, tip
from evidence_board.ui.scaled_size import ScaledSize
from evidence_board.ui.style import repolish
from evidence_board.ui.wording import translate

_MOST_NAMED = 3


class OriginsPart(QObject):
    """A press on the badge, or on the link below it, shows where the claim comes from."""

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as a section of ``page``, which owns this."""
        super().__init__(page)
        self._page = page
        self.badge = label("", "origins")
        ScaledSize(self.badge, height=22)
        self.badge.setCursor(Qt.CursorShape.PointingHandCursor)
        self.badge.installEventFilter(self)
        tip(self.badge, translate("ClaimPage", "Where it comes from"))
        part = page.section(translate("ClaimPage", "Origins"), self.badge)
        self.sentence = label("", "hint", wrap=True)
        part.addWidget(self.sentence)
        self.falls = label("", "", wrap=True)
        part.addWidget(self.falls)
        self.independence = label("", "hint", wrap=True)
        part.addWidget(self.independence)
        self.judge = edits(ActiveLink(translate("ClaimPage", "Judge independence")))
        self.judge.clicked.connect(self._judge)
        part.addWidget(self.judge, 0, Qt.AlignmentFlag.AlignLeft)
        self.link = ActiveLink(translate("ClaimPage", "Lineage"))
        self.link.clicked.connect(self._trace)
        part.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, claim: Claim) -> int:
        """Show the origins of a claim; returns how many independent ones there are at least."""
        count = self._page.document.counts.origins(claim)
        shown = badge(count)
        self.badge.setText(shown.text)
        self.badge.setProperty("state", "zero" if shown.state == "none" else shown.state)
        repolish(self.badge)
        told(self.sentence, (self._sentence(claim, count, shown.state),))
        told(self.falls, (self._falling(claim),))
        document = self._page.document
        pairs = pairs_of(count.groups, verdicts_of(document.project, document.counts.ground))
        told(self.independence, (independence_sentence(pairs),))
        self.judge.setVisible(bool(pairs))
        return count.n_min

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where the claim comes from when its badge is pressed."""
        left = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
        if left and event.type() == QEvent.Type.MouseButtonRelease:
            self._trace()
            return True
        return super().eventFilter(watched, event)

    def _sentence(self, claim: Claim, count: Origins, state: str) -> str:
        """Say what the badge means; also where less is left because something was retracted."""
        document = self._page.document
        if state == "none" and document.counts.muted:
            return translate("ClaimPage", "In this what-if no source carries it.")
        whole = document.counts.ground.as_if_all_current()
        if document.counts.ground.retracted:
            before = closed_count(document.project, claim, whole)
            if before.n_max > count.n_max:
                words = translate("ClaimPage", "Recounted from {before}: a source was retracted.")
                return words.format(before=span(before))
        return _sentence(state)

    def _judge(self) -> None:
        document = self._page.document
        groups = document.counts.origins(self._page.record).groups
        if len(groups) > 1:
            ask_independence(document, groups, self._page.window())

    def _trace(self) -> None:
        self._page.document.trace(self._page.record.id)

    def _falling(self, claim: Claim) -> str:
        """Say what the claim falls with; of a judgement only where that is known already."""
        counts = self._page.document.counts
        if claim.kind != "reported" and not counts.knows(claim.id):
            return ""
        names = []
        for id in counts.independence(claim.id).single_points:
            found = self._page.document.project.find(id)
            if isinstance(found, OriginGroup):
                names.append(found.label)
            elif isinstance(found, Source):
                names.append(f"{found.mark} {found.name}")
        if len(names) > _MOST_NAMED:
            more = translate("ClaimPage", "{number} more").format(number=len(names) - _MOST_NAMED)
            names = [*names[:_MOST_NAMED], more]
        words = translate("ClaimPage", "Falls with {names}.")
        return words.format(names=", ".join(names)) if names else ""


def _sentence(state: str) -> str:
    sentences = {
        "none": translate("ClaimPage", "This claim has no source yet, so no origin."),
        "zero": translate(
            "ClaimPage", "Sources carry it, but nobody has traced who said it first."
        ),
        "one": translate("ClaimPage", "All its sources go back to one origin."),
        "range": translate("ClaimPage", "Some origins are not known; they never add one."),
        "circular": translate("ClaimPage", "Its chains lead only back to each other."),
    }
    return sentences.get(state, "")
