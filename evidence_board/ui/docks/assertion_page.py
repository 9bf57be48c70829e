"""The inspector's page of an assertion: its words, who said it to whom, how surely."""

from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton

from evidence_board.commands import chains, removal
from evidence_board.commands.chains import Teller, teller_of
from evidence_board.model.assertion import Assertion, Mode
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.scales import FACTUALITY
from evidence_board.model.source import Source
from evidence_board.ui.docks.chain_field import ChainField
from evidence_board.ui.docks.fields import ChoiceField, LineField
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.page import Grid, Page, link_button, told
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.naming import line_of, mark_of, short_of
from evidence_board.ui.theme import set_icon


class AssertionPage(Page[Assertion]):
    """Everything that is recorded of one source's statement of a claim."""

    def build(self) -> None:
        """Add the sections."""
        self._build_ends()
        chain = self.section(self.tr("Chain"))
        chain.addWidget(
            label(self.tr("From who carries it to who first said it."), "hint", wrap=True)
        )
        self.chain = ChainField(self.document)
        self.chain.changed.connect(self._set_chain)
        chain.addWidget(self.chain)
        self._build_manner()
        part = self.section()
        delete = edits(QPushButton(self.tr("Delete")))
        delete.setProperty("role", "danger")
        set_icon(delete, "trash-2")
        delete.clicked.connect(lambda: self.document.act(removal.remove, (self.record.id,)))
        part.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, record: Assertion) -> None:
        """Show ``record``."""
        project = self.document.project
        excerpt = project.find(record.excerpt) if record.excerpt else None
        held = isinstance(excerpt, Excerpt)
        claim = project.find(record.claim)
        self._claim.show_words(short_of(claim, project))
        told(self._claim_text, (line_of(claim, project) if claim is not None else "",))
        self._words.setText(line_of(excerpt, project) if excerpt else self.tr("none yet"))
        self._mark.setText(mark_of(excerpt) if excerpt is not None else "–")
        self._read.setVisible(held)
        behind = record.chain[1:] if record.chain[:1] == (record.source,) else record.chain
        sources = (project.find(one) for one in behind)
        tellers = tuple(teller_of(one) for one in sources if isinstance(one, Source))
        self.chain.show_chain(record.source, tellers)
        self.mode.show_key(record.mode)
        self.factuality.show_key(record.factuality)
        self.hedge.show_text(record.hedge)
        self.partial.setChecked(record.partial)

    def _build_ends(self) -> None:
        part = self.section()
        part.addWidget(label(self.tr("States the claim"), "field"))
        self._claim = link_button("")
        self._claim.clicked.connect(lambda: self.document.reveal(self.record.claim))
        self._claim_text = label("", wrap=True)
        part.addWidget(self._claim)
        part.addWidget(self._claim_text)
        head = QHBoxLayout()
        head.setSpacing(scaled(6))
        head.addWidget(label(self.tr("In the words"), "field"))
        self._mark = label("", "badge")
        head.addWidget(self._mark)
        head.addStretch()
        self._read = link_button(self.tr("Read"))
        self._read.clicked.connect(lambda: self.document.read(str(self.record.excerpt)))
        head.addWidget(self._read)
        part.addLayout(head)
        self._words = label("", wrap=True)
        part.addWidget(self._words)

    def _build_manner(self) -> None:
        part = self.section(self.tr("Manner"))
        grid = Grid(part)
        modes: list[tuple[str | None, str]] = [
            (None, self.tr("not said")),
            *((key, key) for key in get_args(Mode)),
        ]
        self.mode = ChoiceField(self.tr("Mode"), modes)
        self.mode.chosen.connect(lambda key: self.change("Set mode", mode=key))
        grid.add(self.tr("Mode"), self.mode)
        rows: list[tuple[str | None, str]] = [(None, self.tr("not judged"))]
        rows += [(key, f"{key}  {words}") for key, words in FACTUALITY.items()]
        self.factuality = ChoiceField(self.tr("Certainty"), rows)
        self.factuality.chosen.connect(lambda key: self.change("Set factuality", factuality=key))
        grid.add(self.tr("Certainty"), self.factuality)
        self.hedge = LineField(self.tr("Hedge"), self.tr("such as “reportedly”"))
        self.hedge.finished.connect(lambda text: self.change("Set hedge", hedge=text))
        grid.add(self.tr("Hedge"), self.hedge)
        self.partial = QCheckBox(self.tr("Carries only part of the claim"))
        self.partial.clicked.connect(lambda on: self.change("Set partial", partial=on))
        part.addWidget(self.partial)

    def _set_chain(self, tellers: tuple[Teller, ...]) -> None:
        members: tuple[str | Teller, ...] = (self.record.source, *tellers)
        if self.document.act(chains.set_chain, self.record, members) is None:
            self.fill(self.record)
