"""The evidence of a claim: who says it, in which words, and what speaks for and against it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from evidence_board.commands import editing
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.source import Source
from evidence_board.ui.docks.fields import LineField
from evidence_board.ui.docks.page import Page, clear, link_button
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled, tip
from evidence_board.ui.naming import line_of, mark_of
from evidence_board.ui.theme import set_icon
from evidence_board.ui.wording import translate


class SaidPart:
    """The assertions of a claim: excerpt, exact words, carrier and chain."""

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        self._count = label("", "hint")
        part = page.section(translate("Evidence", "Said in"), self._count)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(8))
        part.addLayout(self._lines)
        self._empty = label(
            translate("Evidence", "No words of a source carry this claim."), "hint", wrap=True
        )
        part.addWidget(self._empty)

    def fill(self, claim: Claim) -> None:
        """Show who says ``claim``."""
        project = self._page.document.project
        said = [one for one in project.referrers(claim.id) if isinstance(one, Assertion)]
        clear(self._lines)
        for assertion in said:
            self._lines.addWidget(SaidLine(self._page.document, assertion))
        self._count.setText(str(len(said)) if said else "")
        self._empty.setVisible(not said)


class SaidLine(QFrame):
    """One assertion: a click on its words opens the reader there."""

    def __init__(self, document: Document, assertion: Assertion) -> None:
        """Show ``assertion`` as it is now."""
        super().__init__()
        project = document.project
        excerpt = project.find(assertion.excerpt) if assertion.excerpt else None
        carrier = project.get(Source, assertion.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        head = QHBoxLayout()
        head.setSpacing(scaled(6))
        mark = mark_of(excerpt) if isinstance(excerpt, Excerpt) else "–"
        head.addWidget(label(mark, "badge"))
        name = link_button(carrier.name)
        name.clicked.connect(lambda: document.reveal(carrier.id))
        head.addWidget(name)
        head.addStretch()
        edit = flat_button("pencil", self.tr("Edit this assertion"))
        edit.clicked.connect(lambda: document.select((assertion.id,)))
        head.addWidget(edit)
        if isinstance(excerpt, Excerpt):
            read = flat_button("book-open", self.tr("Read these words in their text"))
            read.clicked.connect(lambda: document.read(excerpt.id))
            head.addWidget(read)
        column.addLayout(head)
        words = line_of(excerpt, project) if excerpt else self.tr("not yet tied to words")
        column.addWidget(label(words, wrap=True))
        column.addWidget(label(self._chain(document, assertion), "hint", wrap=True))

    def _chain(self, document: Document, assertion: Assertion) -> str:
        if not assertion.chain:
            return self.tr("Origin not traced")
        names = [document.project.get(Source, id).name for id in assertion.chain]
        return " ← ".join(names)


class LinksPart:
    """The links of a claim, sorted by what they do to it."""

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as sections of ``page``."""
        self._page = page
        self._groups = {}
        for key, title in (
            ("for", translate("Evidence", "Supporting")),
            ("against", translate("Evidence", "Against")),
            ("other", translate("Evidence", "Other links")),
        ):
            count = label("", "hint")
            lines = QVBoxLayout()
            lines.setSpacing(scaled(8))
            page.section(title, count).addLayout(lines)
            self._groups[key] = (count, lines)

    def fill(self, claim: Claim) -> None:
        """Show the links of ``claim``."""
        project = self._page.document.project
        sorted_links: dict[str, list[Link]] = {key: [] for key in self._groups}
        for link in (one for one in project.referrers(claim.id) if isinstance(one, Link)):
            effect = BY_KEY[link.type].effect if link.to_id == claim.id else "none"
            sorted_links[effect if effect in sorted_links else "other"].append(link)
        for key, (count, lines) in self._groups.items():
            self._show(lines, sorted_links[key], claim)
            count.setText(str(len(sorted_links[key])) if sorted_links[key] else "–")

    def _show(self, lines: QVBoxLayout, links: Iterable[Link], claim: Claim) -> None:
        clear(lines)
        for link in links:
            lines.addWidget(LinkLine(self._page, link, claim.id))


class LinkLine(QWidget):
    """One link: its sign and word, the other end, and its reason to edit."""

    def __init__(self, page: Page[Claim], link: Link, here: str) -> None:
        """Show ``link`` as seen from the record ``here``."""
        super().__init__()
        document = page.document
        outgoing = link.from_id == here
        other = document.project.find(link.to_id if outgoing else link.from_id)
        kind = BY_KEY[link.type]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(3))
        head = QHBoxLayout()
        head.setSpacing(scaled(6))
        head.addWidget(label(kind.sign, "badge"))
        head.addWidget(label(kind.word if outgoing else kind.inverse, "hint"))
        mark = mark_of(other) if other is not None else ""
        name = link_button(mark or translate("Evidence", "a link"))
        if other is not None:
            name.clicked.connect(lambda: document.reveal(other.id))
        head.addWidget(name)
        head.addStretch()
        edit = flat_button("pencil", translate("Evidence", "Edit this link"))
        edit.clicked.connect(lambda: document.select((link.id,)))
        head.addWidget(edit)
        column.addLayout(head)
        if other is not None:
            column.addWidget(label(line_of(other, document.project), wrap=True))
        self.reason = LineField(
            translate("Evidence", "Reason of the link"),
            translate("Evidence", "Reason (missing: listed as unfinished)"),
        )
        self.reason.show_text(link.reason)
        self.reason.finished.connect(
            lambda text: document.act(
                lambda project: editing.change(project, link, "Set reason of the link", reason=text)
            )
        )
        column.addWidget(self.reason)


def flat_button(icon: str, name: str) -> QToolButton:
    """Return a small button that shows an icon only."""
    button = QToolButton()
    button.setProperty("role", "flat")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    set_icon(button, icon, "text.secondary", 14)
    tip(button, name)
    return button
