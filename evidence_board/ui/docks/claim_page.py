"""The inspector's page of a claim: text first, then the judgement, then the evidence."""

from PySide6.QtWidgets import QVBoxLayout

from evidence_board.analysis.dates import edtf_words
from evidence_board.model.claim import Claim, ClaimKind
from evidence_board.ui.docks.conflicts_part import ConflictsPart
from evidence_board.ui.docks.credibility import CredibilityPart
from evidence_board.ui.docks.evidence import LinksPart, SaidPart
from evidence_board.ui.docks.fields import ChoiceField, LineField
from evidence_board.ui.docks.judgement import (
    ConfidencePart,
    LikelihoodPart,
    RankPart,
)
from evidence_board.ui.docks.origins_part import OriginsPart
from evidence_board.ui.docks.page import Grid, Page, told
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.labels import label
from evidence_board.ui.theme import ui_font


class ClaimPage(Page[Claim]):
    """Everything that is recorded of one claim."""

    def build(self) -> None:
        """Add the sections in the order in which an analyst judges."""
        self._build_statement()
        self.likelihood = LikelihoodPart(self)
        self.confidence = ConfidencePart(self)
        self.credibility = CredibilityPart(self)
        self.origins = OriginsPart(self)
        self.conflicts = ConflictsPart(self)
        self.said = SaidPart(self)
        self.links = LinksPart(self)

    def fill(self, record: Claim) -> None:
        """Show ``record``."""
        self.text.show_text(record.text)
        self.kind.show_key(record.kind)
        told(self._kind_told, (self._kind_sentence(record.kind),))
        self.event_date.show_text(record.event or "")
        told(self._event_told, (edtf_words(record.event),))
        self.place.show_text(record.place)
        self.denial.show_key(record.denial)
        self.status.show_key(record.status)
        self.rank.fill(record)
        self.likelihood.fill(record)
        self.origins.fill(record)
        self.confidence.fill(record)
        self.credibility.fill(record)
        self.conflicts.fill(record)
        self.said.fill(record)
        self.links.fill(record)

    def _kind_sentence(self, kind: ClaimKind) -> str:
        sentences: dict[ClaimKind, str] = {
            "reported": self.tr("A source says so."),
            "judgement": self.tr("We conclude it."),
            "assumption": self.tr("Taken as given, without support."),
            "hypothesis": self.tr("An answer to be tested."),
        }
        return sentences[kind]

    def _build_statement(self) -> None:
        part = self.section()
        self.text = ProseField(self.tr("Claim"), self.tr("What is claimed"))
        self.text.setFont(ui_font("statement"))
        self.text.finished.connect(lambda text: self.change("Edit claim text", text=text))
        part.addWidget(self.text)
        self._build_rows(part)
        self.rank = RankPart(self, part)

    def _build_rows(self, part: QVBoxLayout) -> None:
        grid = Grid(part)
        self.kind = ChoiceField(
            self.tr("Kind"),
            (
                ("reported", self.tr("reported")),
                ("judgement", self.tr("judgement")),
                ("assumption", self.tr("assumption")),
                ("hypothesis", self.tr("hypothesis")),
            ),
        )
        self.kind.chosen.connect(lambda key: self.change("Set kind of claim", kind=key))
        grid.add(self.tr("Kind"), self.kind)
        self._kind_told = label("", "hint", wrap=True)
        grid.below(self._kind_told)
        self.event_date = LineField(self.tr("Event date"), self.tr("such as 2023-10-05~"))
        self.event_date.finished.connect(
            lambda text: self.change("Set event date", event=text or None)
        )
        grid.add(self.tr("Event date"), self.event_date)
        self._event_told = label("", "hint", wrap=True)
        grid.below(self._event_told)
        self.place = LineField(self.tr("Place"))
        self.place.finished.connect(lambda text: self.change("Set place", place=text))
        grid.add(self.tr("Place"), self.place)
        self.denial = ChoiceField(
            self.tr("Denial"),
            (
                (None, self.tr("denies nothing")),
                ("fact", self.tr("denies the fact")),
                ("evidence", self.tr("denies the evidence")),
                ("label", self.tr("denies the label")),
                ("non-answer", self.tr("does not answer")),
            ),
        )
        self.denial.chosen.connect(lambda key: self.change("Set denial", denial=key))
        grid.add(self.tr("Denial"), self.denial)
        self.status = ChoiceField(
            self.tr("State"),
            (
                ("open", self.tr("open")),
                ("settled", self.tr("settled")),
                ("withdrawn", self.tr("withdrawn")),
            ),
        )
        self.status.chosen.connect(lambda key: self.change("Set state of claim", status=key))
        grid.add(self.tr("State"), self.status)
