"""The judgement on a claim: likelihood, confidence and its reason, credibility, each apart."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from evidence_board.analysis.ceiling import RANKS, Ceiling, ceiling_of
from evidence_board.commands import briefing, judging
from evidence_board.model.claim import Claim
from evidence_board.model.scales import CONFIDENCE, scale_of
from evidence_board.ui.docks.fields import Segments
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.likelihood_scale import LikelihoodScale
from evidence_board.ui.docks.page import HintBox, Page, link_button
from evidence_board.ui.docks.percent_field import PercentField
from evidence_board.ui.docks.why import Why
from evidence_board.ui.labels import label, scaled, tip
from evidence_board.ui.wording import translate

_DISCS = {"low": "disc-ring", "moderate": "disc-half", "high": "disc-full"}


class LikelihoodPart:
    """How likely the claim is: seven cells, the word and its range, a number, and why."""

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        self._word = label("", "field")
        part = page.section(translate("Judgement", "Likelihood"), self._word)
        self.scale = LikelihoodScale()
        self.scale.chosen.connect(self._set)
        part.addWidget(self.scale)
        part.addLayout(self._captions())
        self.percent = edits(PercentField(self._set))
        part.addWidget(self.percent)
        self._clear = edits(link_button(translate("Judgement", "Clear")))
        tip(self._clear, translate("Judgement", "Back to not judged"))
        self._clear.clicked.connect(lambda: self._set(None))
        part.addWidget(self._clear)
        self._hint = label(
            translate(
                "Judgement",
                "How probable it is that the claim is true. Confidence is judged apart.",
            ),
            "hint",
            wrap=True,
        )
        part.addWidget(self._hint)
        self.why = Why(
            page,
            part,
            "likelihood_reason",
            "Set reason of the likelihood",
            translate("Judgement", "Reason of the likelihood"),
            translate("Judgement", "Why this likelihood"),
        )

    def fill(self, claim: Claim) -> None:
        """Show the likelihood of ``claim``."""
        scale = scale_of(self._page.document.project.record.scale)
        self.scale.show_word(scale, claim.likelihood)
        self.percent.show_scale(scale)
        self._word.setText(self._told(claim))
        self._ends[0].setText(scale.terms[0].word)
        self._ends[1].setText(scale.terms[-1].word)
        self._clear.setVisible(claim.likelihood is not None)
        self.why.fill(claim, shown=claim.likelihood is not None)

    def _told(self, claim: Claim) -> str:
        """Return the word with the range that is stored for it, which may be of another scale."""
        if claim.likelihood is None:
            return translate("Judgement", "not judged")
        scale = scale_of(self._page.document.project.record.scale)
        term = scale.term(claim.likelihood)
        held = claim.likelihood_range
        if term is not None and held in (None, (term.low, term.high)):
            return f"{term.word}, {term.range}"
        return f"{claim.likelihood}, {held[0]:g}–{held[1]:g} %" if held else claim.likelihood

    def _captions(self) -> QHBoxLayout:
        self._ends = (label("", "caption"), label("", "caption"))
        row = QHBoxLayout()
        row.addWidget(self._ends[0])
        row.addStretch()
        row.addWidget(label(translate("Judgement", "even"), "caption"))
        row.addStretch()
        row.addWidget(self._ends[1])
        return row

    def _set(self, word: str | None) -> None:
        document, claim = self._page.document, self._page.record
        self.why.after(lambda: document.act(judging.set_likelihood, claim, word))


class ConfidencePart:
    """How sound the basis is: three steps, the definition, the ceiling, the written reason."""

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        part = page.section(translate("Judgement", "Confidence"))
        rows = [(term, term, _DISCS[term]) for term in CONFIDENCE]
        self.steps = Segments(translate("Judgement", "Confidence"), rows)
        self.steps.chosen.connect(self._set)
        part.addWidget(self.steps)
        self._definition = label("", "hint", wrap=True)
        part.addWidget(self._definition)
        self.ceiling = label("", "hint", wrap=True)
        part.addWidget(self.ceiling)
        head = QHBoxLayout()
        head.addWidget(label(translate("Judgement", "Reason"), "section"))
        self._required = label(translate("Judgement", "required"), "hint")
        head.addWidget(self._required)
        head.addStretch()
        part.addLayout(head)
        self.why = Why(
            page,
            part,
            "reason",
            "Set reason of the confidence",
            translate("Judgement", "Reason of the confidence"),
            translate("Judgement", "What the judgement rests on, and what it lacks"),
        )
        self.reason = self.why.field
        self.check = HintBox()
        part.addWidget(self.check)

    def fill(self, claim: Claim) -> None:
        """Show the confidence in ``claim``, with the ceiling that its basis suggests."""
        self.steps.show_key(claim.confidence)
        self._definition.setText(
            CONFIDENCE[claim.confidence]
            if claim.confidence
            else translate("Judgement", "Not judged. Confidence rates the basis, not the claim.")
        )
        self._required.setVisible(claim.confidence is not None)
        self.why.fill(claim, shown=True)
        counts = self._page.document.counts
        found = ceiling_of(self._page.document.project, claim, counts.ground, counts.origins(claim))
        suggested = translate("Judgement", "Suggested: at most {term}.").format(term=found.term)
        told = f"{suggested} {found.reason}"
        if counts.muted:
            told = f"{translate('Judgement', 'In this what-if.')} {told}"
        self.ceiling.setText(told)
        self.check.say(self._checked(claim, found))

    def _checked(self, claim: Claim, ceiling: Ceiling) -> str:
        if claim.unfinished:
            return translate("Judgement", "Not fit for export: confidence needs a written reason.")
        if claim.confidence is not None and RANKS[claim.confidence] > RANKS[ceiling.term]:
            words = translate("Judgement", "{term} is above what the basis suggests.")
            return words.format(term=claim.confidence.capitalize())
        return ""

    def _set(self, term: str | None) -> None:
        document, claim = self._page.document, self._page.record
        chosen = next((one for one in judging.CONFIDENCE_TERMS if one == term), None)
        self.why.after(lambda: document.act(judging.set_confidence, claim, chosen))


class RankPart:
    """Whether the claim is a key judgement of the brief."""

    def __init__(self, page: Page[Claim], part: QVBoxLayout) -> None:
        """Stand at the end of ``part``."""
        self._page = page
        self.box = QCheckBox(translate("Judgement", "Key judgement of the brief"))
        self.box.clicked.connect(self._set)
        part.addSpacing(scaled(2))
        part.addWidget(self.box)

    def fill(self, claim: Claim) -> None:
        """Show whether ``claim`` is one; what a source reports cannot be one."""
        self.box.setVisible(claim.kind in briefing.OURS)
        self.box.setChecked(briefing.is_key_judgement(self._page.document.project, claim))

    def _set(self, wanted: bool) -> None:
        document, claim = self._page.document, self._page.record
        document.act(briefing.choose_judgement, claim.id, wanted=wanted)
        self.fill(self._page.record)
