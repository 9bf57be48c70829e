"""The judgement on a claim: likelihood, confidence and its reason, credibility, each apart."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from evidence_board.commands import judging
from evidence_board.model.claim import Claim
from evidence_board.model.scales import CONFIDENCE, CREDIBILITY, scale_of
from evidence_board.ui.docks.fields import Segments
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.likelihood_scale import LikelihoodScale
from evidence_board.ui.docks.page import HintBox, Page, link_button, told
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.wording import translate

_DISCS = {"low": "disc-ring", "moderate": "disc-half", "high": "disc-full"}


class LikelihoodPart:
    """How likely the claim is: seven cells, the word and its range."""

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        self._word = label("", "field")
        part = page.section(translate("Judgement", "Likelihood"), self._word)
        self.scale = LikelihoodScale()
        self.scale.chosen.connect(self._set)
        part.addWidget(self.scale)
        part.addLayout(self._captions())
        self._clear = edits(link_button(translate("Judgement", "Not judged")))
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

    def fill(self, claim: Claim) -> None:
        """Show the likelihood of ``claim``."""
        scale = scale_of(self._page.document.project.record.scale)
        term = scale.term(claim.likelihood) if claim.likelihood else None
        self.scale.show_word(scale, claim.likelihood)
        if term is not None:
            self._word.setText(f"{term.word}, {term.range}")
        else:
            self._word.setText(claim.likelihood or translate("Judgement", "not judged"))
        self._ends[0].setText(scale.terms[0].word)
        self._ends[1].setText(scale.terms[-1].word)
        self._clear.setVisible(claim.likelihood is not None)

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
        self._page.document.act(judging.set_likelihood, self._page.record, word)


class ConfidencePart:
    """How sound the basis is: three steps, the definition, the written reason."""

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        part = page.section(translate("Judgement", "Confidence"))
        rows = [(term, term, _DISCS[term]) for term in CONFIDENCE]
        self.steps = Segments(translate("Judgement", "Confidence"), rows)
        self.steps.chosen.connect(lambda term: page.change("Set confidence", confidence=term))
        part.addWidget(self.steps)
        self._definition = label("", "hint", wrap=True)
        part.addWidget(self._definition)
        head = QHBoxLayout()
        head.addWidget(label(translate("Judgement", "Reason"), "section"))
        self._required = label(translate("Judgement", "required"), "hint")
        head.addWidget(self._required)
        head.addStretch()
        part.addLayout(head)
        self.reason = ProseField(
            translate("Judgement", "Reason of the confidence"),
            translate("Judgement", "What the judgement rests on, and what it lacks"),
        )
        self.reason.finished.connect(
            lambda text: page.change("Set reason of the confidence", reason=text)
        )
        part.addWidget(self.reason)
        self.check = HintBox()
        part.addWidget(self.check)

    def fill(self, claim: Claim, origins: int) -> None:
        """Show the confidence in ``claim``, which has that many independent origins."""
        self.steps.show_key(claim.confidence)
        self._definition.setText(
            CONFIDENCE[claim.confidence]
            if claim.confidence
            else translate("Judgement", "Not judged. Confidence rates the basis, not the claim.")
        )
        self._required.setVisible(claim.confidence is not None)
        self.reason.show_text(claim.reason)
        if claim.unfinished:
            self.check.say(
                translate("Judgement", "Not fit for export: confidence needs a written reason.")
            )
        elif claim.confidence == "high" and origins < 2:
            self.check.say(translate("Judgement", "High needs a second independent origin."))
        else:
            self.check.say("")


class CredibilityPart:
    """The Admiralty figure of a claim, with the definition of the chosen one beside it."""

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        part = page.section(translate("Judgement", "Information credibility"))
        self.figures = Segments(
            translate("Judgement", "Information credibility"),
            [(figure, figure, "") for figure in CREDIBILITY],
        )
        self.figures.chosen.connect(
            lambda figure: page.change("Set credibility", credibility=figure)
        )
        for figure, meaning in CREDIBILITY.items():
            self.figures.button(figure).setAccessibleDescription(meaning)
        part.addWidget(self.figures)
        self._definition = label("", "hint", wrap=True)
        part.addWidget(self._definition)
        self.reason = ProseField(
            translate("Judgement", "Reason of the credibility"),
            translate("Judgement", "Why this grade"),
            lines=1,
        )
        self.reason.finished.connect(
            lambda text: page.change("Set reason of the credibility", credibility_reason=text)
        )
        part.addWidget(self.reason)

    def fill(self, claim: Claim) -> None:
        """Show the credibility of ``claim``."""
        self.figures.show_key(claim.credibility)
        unknown = translate("Judgement", "6 is unknown, not worst.")
        chosen = CREDIBILITY[claim.credibility] if claim.credibility else ""
        not_judged = "" if chosen else translate("Judgement", "Not graded.")
        told(self._definition, (chosen, not_judged, unknown))
        self.reason.show_text(claim.credibility_reason)
        self.reason.setVisible(claim.credibility is not None)


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
        """Show whether ``claim`` is one."""
        self.box.setChecked(claim.rank is not None)

    def _set(self, wanted: bool) -> None:
        ranks = [one.rank for one in self._page.document.project.all(Claim) if one.rank is not None]
        last = max(ranks, default=0.0)
        words = "Make key judgement" if wanted else "Make no key judgement"
        self._page.change(words, rank=last + 1 if wanted else None)
