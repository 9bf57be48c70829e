"""The Admiralty figure of a claim: definitions in view, the suggestion with its reason beside."""

from PySide6.QtCore import Qt

from evidence_board.analysis.credibility import not_confirmed, suggested
from evidence_board.analysis.lineage import assertions_of
from evidence_board.commands import judging
from evidence_board.model.claim import Claim
from evidence_board.model.scales import CREDIBILITY, CREDIBILITY_IN
from evidence_board.ui.docks.definitions import Definitions
from evidence_board.ui.docks.fields import Segments
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.page import ActiveLink, HintBox, Page
from evidence_board.ui.docks.why import Why
from evidence_board.ui.labels import label
from evidence_board.ui.wording import translate


class CredibilityPart:
    """Six figures; 1 is refused, with the reason, unless two origins each observed the claim.

    What the analyst concludes and nobody else says is judged, not graded: there it is hidden.
    """

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        part = page.section(translate("Judgement", "Information credibility"))
        self._whole = part.parentWidget()
        self.figures = Segments(
            translate("Judgement", "Information credibility"),
            [(figure, figure, "") for figure in CREDIBILITY],
        )
        self.figures.chosen.connect(self._set)
        part.addWidget(self.figures)
        self.refusal = HintBox()
        part.addWidget(self.refusal)
        self.suggestion = label("", wrap=True)
        part.addWidget(self.suggestion)
        self.accept = edits(ActiveLink(""))
        self.accept.clicked.connect(self._accept)
        part.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeft)
        unknown = translate("Judgement", "6 is unknown, not worst.")
        self.definitions = Definitions(CREDIBILITY, unknown)
        part.addWidget(self.definitions)
        self.why = Why(
            page,
            part,
            "credibility_reason",
            "Set reason of the credibility",
            translate("Judgement", "Reason of the credibility"),
            translate("Judgement", "Why this grade"),
        )
        self.reason = self.why.field
        page.document.wording_changed.connect(self._reword)
        self._reword()

    def fill(self, claim: Claim) -> None:
        """Show the credibility of ``claim`` and what its origins suggest, where it is graded."""
        self._show_where_graded(claim)
        self.figures.show_key(claim.credibility)
        self.definitions.show_chosen(claim.credibility)
        self.refusal.say("")
        project, counts = self._page.document.project, self._page.document.counts
        found = suggested(project, claim, counts.ground)
        words = translate("Judgement", "Suggested: {figure}. {reason}")
        told = words.format(figure=found.digit, reason=found.reason)
        if counts.muted:
            told = f"{translate('Judgement', 'In this what-if.')} {told}"
        self.suggestion.setText(told)
        take = translate("Judgement", "Take {figure}, with this reason")
        self.accept.show_words(take.format(figure=found.digit))
        differs = (found.digit, found.reason) != _held(claim)
        self.accept.setVisible(differs and not counts.muted)
        self.why.fill(claim, shown=claim.credibility is not None)

    def _show_where_graded(self, claim: Claim) -> None:
        own = claim.kind == "judgement" and claim.credibility is None
        said = own and bool(assertions_of(self._page.document.project, claim.id))
        if self._whole is not None:
            self._whole.setVisible(not own or said)

    def _set(self, figure: str | None) -> None:
        document, claim = self._page.document, self._page.record
        lacking = ""
        if figure == "1":
            ground = document.counts.ground.without(frozenset())  # a grade is of what is there
            lacking = not_confirmed(document.project, claim, ground)
        if lacking:
            self.figures.show_key(claim.credibility)
            self.refusal.say(translate("Judgement", "1 is refused.") + f" {lacking}")
            return
        chosen = next((one for one in judging.FIGURES if one == figure), None)
        self.why.after(lambda: document.act(judging.set_credibility, claim, chosen))

    def _accept(self) -> None:
        self._page.document.act(judging.accept_credibility, self._page.record)

    def _reword(self) -> None:
        """Tell the figures in the wording that the person chose."""
        meanings = CREDIBILITY_IN[self._page.document.wording]
        self.definitions.show_meanings(meanings)
        for figure, meaning in meanings.items():
            self.figures.button(figure).setAccessibleDescription(meaning)


def _held(claim: Claim) -> tuple[str | None, str]:
    return claim.credibility, claim.credibility_reason
