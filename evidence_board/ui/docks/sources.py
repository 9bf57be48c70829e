"""The Sources list: held, cited only, origins; each with its grade, under a filter."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.change import ChangeSet
from evidence_board.model.link import Citation
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.arriving import Patient
from evidence_board.ui.docks.page import link_button
from evidence_board.ui.docks.source_row import ID
from evidence_board.ui.docks.source_telling import Telling
from evidence_board.ui.docks.source_tree import Group, SourceTree
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled, tip
from evidence_board.ui.theme import current_theme, icon, set_icon


class SourcesList(QWidget):
    """All sources of the project; a double click reads, a drag onto the board makes a card."""

    add_asked = Signal()

    def __init__(self, document: Document) -> None:
        """Follow ``document``."""
        super().__init__()
        self._document = document
        self._telling = Telling(document.project, self)
        self.filter = QLineEdit()
        self.filter.setProperty("role", "search")
        self.filter.setPlaceholderText(self.tr("Filter by name, grade, origin"))
        self.filter.setAccessibleName(self.tr("Filter sources"))
        self.filter.setClearButtonEnabled(True)
        self._glass = self.filter.addAction(
            icon("search", "text.tertiary"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.filter.textChanged.connect(self.refresh)
        self.tree = SourceTree(self._telling)
        self.tree.setAccessibleName(self.tr("Sources"))
        self.tree.itemSelectionChanged.connect(self._select)
        self.tree.itemActivated.connect(self._read)
        self._empty = self._empty_state()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, 0)
        column.setSpacing(scaled(6))
        row = QHBoxLayout()
        row.setContentsMargins(scaled(10), 0, scaled(10), 0)
        row.addWidget(self.filter)
        column.addLayout(row)
        column.addWidget(self._empty, 1)
        column.addWidget(self.tree, 1)
        self._showing = Patient(document.arriving, self._show, self)
        document.changed.connect(self.apply)
        document.selection_changed.connect(self._show_selection)
        current_theme().changed.connect(self.refresh)
        self.refresh()

    def apply(self, changes: ChangeSet) -> None:
        """Show the sources as they are now, if a change touched them."""
        if changes.touches(Source, Capture, Citation, Assertion, OriginGroup):
            self._telling.follow(changes)
            self._showing.ask(now=any(True for _ in changes.removed()))

    def count(self) -> int:
        """Return how many sources the project has."""
        return self._document.project.count(Source)

    def refresh(self) -> None:
        """Show all anew, keeping what is folded, selected and scrolled to."""
        self._telling.forget()
        self._showing.ask(now=True)

    def _show(self) -> None:
        if self.tree.show_groups(self._groups()):
            self._show_selection()
        has_any = bool(self.count())
        self._empty.setVisible(not has_any)
        self.tree.setVisible(has_any)
        self.filter.setVisible(has_any)
        self._glass.setIcon(icon("search", "text.tertiary"))

    def _groups(self) -> Sequence[Group]:
        project = self._document.project
        held = set(project.columns(Capture, "source")[0])
        cited, origins = self.tr("Cited only"), self.tr("Origins")
        groups = (
            Group(self.tr("Held"), self.tr("stored and hashed"), []),
            Group(cited, self.tr("not read here"), []),
            Group(origins, self.tr("sources each"), []),
        )
        for id, origin_kind in self._found():
            place = 0 if id in held else 1 if origin_kind is None else 2
            groups[place].ids.append(id)
        return groups

    def _found(self) -> list[tuple[str, object]]:
        """Return the sources that pass the filter, each with its kind of origin."""
        project = self._document.project
        words = self.filter.text().casefold().split()
        if words:
            passed = (one for one in project.all(Source) if _passes(one, words))
            return [(one.id, one.origin_kind) for one in passed]
        ids, kinds = project.columns(Source, "id", "origin_kind")
        return list(zip(map(str, ids), kinds, strict=True))

    def _select(self) -> None:
        self._document.select(self.tree.selected_ids())

    def _show_selection(self) -> None:
        self.tree.show_selected(self._document.selected)

    def _read(self, row: QTreeWidgetItem) -> None:
        id = row.data(0, ID)
        if isinstance(id, str) and self._document.project.capture_of(id) is not None:
            self._document.read(id)

    def _empty_state(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        column.addWidget(
            label(self.tr("No sources. Each one you add is stored and hashed."), "hint", wrap=True)
        )
        add = link_button(self.tr("Add source"))
        add.clicked.connect(self.add_asked)
        add.setEnabled(not self._document.project.read_only)
        column.addWidget(add)
        column.addStretch(1)
        return empty


def _passes(source: Source, words: Sequence[str]) -> bool:
    whole = " ".join(
        (source.mark, source.name, source.title, *source.authors, source.affiliation)
    ).casefold()
    grade = (source.reliability or "").casefold()
    return all(word in whole or word == grade for word in words)


def add_button(words: str) -> QToolButton:
    """Return the button at the end of the tabs that adds sources."""
    button = QToolButton()
    button.setProperty("role", "flat")
    set_icon(button, "plus")
    tip(button, words)
    return button
