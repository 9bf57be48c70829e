"""The evidence of a claim: who says it, in which words, and what speaks for and against it."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from evidence_board.commands import editing
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.docks.fields import LineField
from evidence_board.ui.docks.further import Further
from evidence_board.ui.docks.page import Page, clear, link_button
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled, tip
from evidence_board.ui.naming import line_of, mark_of
from evidence_board.ui.theme import set_icon
from evidence_board.ui.turns import Turns
from evidence_board.ui.wording import translate

AT_ONCE = 3
"""So many lines are made when they are asked for, the others in the turns after that."""


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
        self._seen: list[Said] = []
        self._turns = Turns(page)
        self.further = Further(part, page)
        self.further.asked.connect(lambda: self.fill(page.record))
        self._empty = label(
            translate("Evidence", "No words of a source carry this claim."), "hint", wrap=True
        )
        part.addWidget(self._empty)

    def fill(self, claim: Claim) -> None:
        """Show who says ``claim``; lines that say the same as before stay, and what they hold."""
        document = self._page.document
        said = [one for one in document.project.referrers(claim.id) if isinstance(one, Assertion)]
        shown = self.further.fit(claim.id, len(said))
        seen = [Said.of(document.project, one) for one in said[:shown]]
        if seen[: len(self._seen)] != self._seen:
            clear(self._lines)
            self._seen = []
        coming = self._add(document, seen[len(self._seen) :])
        deque(islice(coming, AT_ONCE), maxlen=0)
        self._turns.begin(coming)
        self._count.setText(str(len(said)) if said else "")
        self._empty.setVisible(not said)

    def _add(self, document: Document, coming: Iterable["Said"]) -> Iterator[None]:
        for one in coming:
            self._lines.addWidget(SaidLine(document, one))
            self._seen.append(one)
            yield None


@dataclass(frozen=True)
class Said:
    """An assertion as its line shows it."""

    assertion: str
    carrier: str
    name: str
    excerpt: str
    mark: str
    words: str
    chain: tuple[str, ...]

    @classmethod
    def of(cls, project: Project, assertion: Assertion) -> Self:
        """Return ``assertion`` as it is now."""
        found = project.find(assertion.excerpt) if assertion.excerpt else None
        excerpt = found if isinstance(found, Excerpt) else None
        names = tuple(project.get(Source, id).name for id in assertion.chain)
        words = line_of(excerpt, project) if excerpt else ""
        carrier = project.get(Source, assertion.source)
        mark, id = (mark_of(excerpt), excerpt.id) if excerpt else ("–", "")
        return cls(assertion.id, carrier.id, carrier.name, id, mark, words, names)


class SaidLine(QFrame):
    """One assertion: a click on its words opens the reader there."""

    def __init__(self, document: Document, said: Said) -> None:
        """Show an assertion as it is ``said``."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        head = QHBoxLayout()
        head.setSpacing(scaled(6))
        head.addWidget(label(said.mark, "badge"))
        name = link_button(said.name)
        name.clicked.connect(lambda: document.reveal(said.carrier))
        head.addWidget(name)
        head.addStretch()
        edit = flat_button("pencil", self.tr("Edit this assertion"))
        edit.clicked.connect(lambda: document.select((said.assertion,)))
        head.addWidget(edit)
        if said.excerpt:
            read = flat_button("book-open", self.tr("Read these words in their text"))
            read.clicked.connect(lambda: document.read(said.excerpt))
            head.addWidget(read)
        column.addLayout(head)
        column.addWidget(label(said.words or self.tr("not yet tied to words"), wrap=True))
        chain = " ← ".join(said.chain) or self.tr("Origin not traced")
        column.addWidget(label(chain, "hint", wrap=True))


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
            part = page.section(title, count)
            part.addLayout(lines)
            count.setText("–")
            further = Further(part, page)
            further.asked.connect(lambda: self.fill(page.record))
            self._groups[key] = LinkGroup(count, lines, further)

    def fill(self, claim: Claim) -> None:
        """Show the links of ``claim``."""
        project = self._page.document.project
        sorted_links: dict[str, list[Link]] = {key: [] for key in self._groups}
        for link in (one for one in project.referrers(claim.id) if isinstance(one, Link)):
            effect = BY_KEY[link.type].effect if link.to_id == claim.id else "none"
            sorted_links[effect if effect in sorted_links else "other"].append(link)
        for key, group in self._groups.items():
            group.show_links(self._page, sorted_links[key], claim.id)


class LinkGroup:
    """Links of one sort, and how many there are."""

    def __init__(self, count: QLabel, lines: QVBoxLayout, further: Further) -> None:
        """Show the number in ``count`` and each link in ``lines``."""
        self._count = count
        self._column = lines
        self.further = further
        self._lines: tuple[LinkLine, ...] = ()

    def show_links(self, page: Page[Claim], links: Sequence[Link], here: str) -> None:
        """Show these links; a line that shows its link already stays, for a person may write."""
        shown = links[: self.further.fit(here, len(links))]
        seen = tuple(Seen.of(page.document, link, here) for link in shown)
        held = tuple(line.seen for line in self._lines)
        kept = seen[: len(held)] == held
        if not kept:
            clear(self._column)
        made = tuple(LinkLine(page, one) for one in seen[len(held) if kept else 0 :])
        for line in made:
            self._column.addWidget(line)
        self._lines = (*self._lines, *made) if kept else made
        for line, link in zip(self._lines, shown, strict=True):
            line.reason.show_text(link.reason)
        self._count.setText(str(len(links)) if links else "–")


@dataclass(frozen=True)
class Seen:
    """A link as seen from one of its ends: what its line says but for the reason."""

    link: str
    sign: str
    word: str
    other: str
    mark: str
    words: str

    @classmethod
    def of(cls, document: Document, link: Link, here: str) -> Self:
        """Return ``link`` as seen from the record ``here``."""
        outgoing = link.from_id == here
        other = document.project.find(link.to_id if outgoing else link.from_id)
        kind = BY_KEY[link.type]
        word = kind.word if outgoing else kind.inverse
        if other is None:
            return cls(link.id, kind.sign, word, "", "", "")
        words = line_of(other, document.project)
        return cls(link.id, kind.sign, word, other.id, mark_of(other), words)


class LinkLine(QWidget):
    """One link: its sign and word, the other end, and its reason to edit."""

    def __init__(self, page: Page[Claim], seen: Seen) -> None:
        """Show a link as it is ``seen``."""
        super().__init__()
        document = page.document
        self.seen = seen
        self._page = page
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(3))
        head = QHBoxLayout()
        head.setSpacing(scaled(6))
        head.addWidget(label(seen.sign, "badge"))
        head.addWidget(label(seen.word, "hint"))
        name = link_button(seen.mark or translate("Evidence", "a link"))
        if seen.other:
            name.clicked.connect(lambda: document.reveal(seen.other))
        head.addWidget(name)
        head.addStretch()
        edit = flat_button("pencil", translate("Evidence", "Edit this link"))
        edit.clicked.connect(lambda: document.select((seen.link,)))
        head.addWidget(edit)
        column.addLayout(head)
        if seen.words:
            column.addWidget(label(seen.words, wrap=True))
        self.reason = LineField(
            translate("Evidence", "Reason of the link"),
            translate("Evidence", "Reason (missing: listed as unfinished)"),
        )
        self.reason.finished.connect(self._set)
        column.addWidget(self.reason)

    def _set(self, text: str) -> None:
        """Store the reason, with the link as it is now."""
        id = self.seen.link
        self._page.write(
            lambda project, _claim: editing.change(
                project, project.get(Link, id), "Set reason of the link", reason=text
            )
        )


def flat_button(icon: str, name: str) -> QToolButton:
    """Return a small button that shows an icon only."""
    button = QToolButton()
    button.setProperty("role", "flat")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    set_icon(button, icon, "text.secondary", 14)
    tip(button, name)
    return button
