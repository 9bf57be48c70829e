"""The Sources list: held, cited only, origins; each with its grade, under a filter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from evidence_board.analysis.dates import edtf_words
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.change import ChangeSet
from evidence_board.model.link import Citation
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.docks.dragging import pack_records
from evidence_board.ui.docks.page import link_button
from evidence_board.ui.docks.source_row import COUNT, GRADE, ID, MORE, SourceRows
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, plain_tip, scaled, tip
from evidence_board.ui.naming import kind_icon
from evidence_board.ui.theme import current_theme, icon, set_icon


@dataclass(frozen=True)
class Group:
    """A group of the list: its heading, what its count means, its sources."""

    title: str
    meaning: str
    sources: tuple[Source, ...]


class SourcesList(QWidget):
    """All sources of the project; a double click reads, a drag onto the board makes a card."""

    add_asked = Signal()

    def __init__(self, document: Document) -> None:
        """Follow ``document``."""
        super().__init__()
        self._document = document
        self._stale = True
        self.filter = QLineEdit()
        self.filter.setProperty("role", "search")
        self.filter.setPlaceholderText(self.tr("Filter by name, grade, origin"))
        self.filter.setAccessibleName(self.tr("Filter sources"))
        self.filter.setClearButtonEnabled(True)
        self._glass = self.filter.addAction(
            icon("search", "text.tertiary"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.filter.textChanged.connect(self.refresh)
        self.tree = SourceTree()
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
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)
        document.changed.connect(self.apply)
        document.selection_changed.connect(self._show_selection)
        current_theme().changed.connect(self.refresh)
        self.refresh()

    def apply(self, changes: ChangeSet) -> None:
        """Show the sources anew if a change touched them; new ones below those of their group."""
        if not changes.touches(Source, Capture, Citation, Assertion, OriginGroup):
            return
        new = None if self.filter.text().strip() else _new_ones(changes)
        if new is None or not self._append(new):
            self.refresh()

    def count(self) -> int:
        """Return how many sources the project has."""
        return self._document.project.count(Source)

    def refresh(self) -> None:
        """Fill the list, keeping what is folded, selected and scrolled to."""
        folded = self.tree.folded()
        place = self.tree.verticalScrollBar().value()
        self.tree.blockSignals(True)
        self.tree.clear()
        for group in self._groups():
            if group.sources:
                self._add_group(group, folded)
        self.tree.blockSignals(False)
        self._show_selection()
        self.tree.verticalScrollBar().setValue(place)
        has_any = bool(self.count())
        self._empty.setVisible(not has_any)
        self.tree.setVisible(has_any)
        self.filter.setVisible(has_any)
        self._glass.setIcon(icon("search", "text.tertiary"))

    def _append(self, new: Sequence[Source]) -> bool:
        """Add held sources at the end of theirs; False where that group does not show yet."""
        head = next((one for one in self.tree.heads() if one.text(0) == self.tr("Held")), None)
        project = self._document.project
        if head is None or any(project.capture_of(one.id) is None for one in new):
            return False
        head.addChildren([self._row(one) for one in new])
        head.setData(0, COUNT, str(head.childCount()))
        return True

    def _groups(self) -> Sequence[Group]:
        project = self._document.project
        words = self.filter.text().casefold().split()
        found = [one for one in project.all(Source) if self._passes(one, words)]
        held = set(project.columns(Capture, "source")[0])
        return (
            Group(
                self.tr("Held"),
                self.tr("stored and hashed"),
                tuple(one for one in found if one.id in held),
            ),
            Group(
                self.tr("Cited only"),
                self.tr("not read here"),
                tuple(one for one in found if one.id not in held and one.origin_kind is None),
            ),
            Group(
                self.tr("Origins"),
                self.tr("sources each"),
                tuple(one for one in found if one.id not in held and one.origin_kind is not None),
            ),
        )

    def _passes(self, source: Source, words: Iterable[str]) -> bool:
        whole = " ".join(
            (source.mark, source.name, source.title, *source.authors, source.affiliation)
        ).casefold()
        grade = (source.reliability or "").casefold()
        return all(word in whole or word == grade for word in words)

    def _add_group(self, group: Group, folded: frozenset[str]) -> None:
        head = QTreeWidgetItem([group.title])
        head.setData(0, COUNT, str(len(group.sources)))
        head.setData(0, MORE, group.meaning)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.tree.addTopLevelItem(head)
        for source in group.sources:
            head.addChild(self._row(source))
        head.setExpanded(group.title not in folded)

    def _row(self, source: Source) -> QTreeWidgetItem:
        named = source.publisher or source.title or source.authors
        row = QTreeWidgetItem([source.name if named else f"{source.mark} {source.name}"])
        row.setData(0, ID, source.id)
        row.setData(0, MORE, self._more(source))
        row.setData(0, GRADE, source.reliability or "")
        row.setData(0, COUNT, self._carried(source))
        row.setIcon(0, icon(*kind_icon(source), 14))
        row.setToolTip(0, plain_tip(f"{source.mark} {source.title or source.name}"))
        grade = source.reliability or self.tr("not graded")
        row.setData(
            0,
            Qt.ItemDataRole.AccessibleTextRole,
            self.tr("{mark} {name}, reliability {grade}").format(
                mark=source.mark, name=source.name, grade=grade
            ),
        )
        return row

    def _more(self, source: Source) -> str:
        """Return the second line of a held source: date and author, else its title or file."""
        capture = self._document.project.capture_of(source.id)
        if capture is None:
            return ""
        told = (edtf_words(source.published), *source.authors[:1], source.section)
        line = " · ".join(part for part in told if part)
        return line or (source.title if source.title != source.name else capture.file_name)

    def _carried(self, source: Source) -> str:
        """Return how many sources go back to an origin."""
        if source.origin_kind is None:
            return ""
        carriers = {
            one.source for one in self._document.project.all(Assertion) if source.id in one.chain
        }
        return str(len(carriers)) if carriers else ""

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
        return empty


class SourceTree(QTreeWidget):
    """The tree of groups and sources; rows are drawn by `SourceRows`."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setProperty("role", "rows")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(scaled(14), scaled(14)))
        self.setItemDelegate(SourceRows(self))
        self.itemClicked.connect(self._fold)

    def folded(self) -> frozenset[str]:
        """Return the headings of the groups that are folded."""
        return frozenset(head.text(0) for head in self.heads() if not head.isExpanded())

    def heads(self) -> tuple[QTreeWidgetItem, ...]:
        """Return the headings of the groups, from top to bottom."""
        heads = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return tuple(head for head in heads if head is not None)

    def rows(self) -> tuple[QTreeWidgetItem, ...]:
        """Return the rows of sources, from top to bottom."""
        rows = (head.child(row) for head in self.heads() for row in range(head.childCount()))
        return tuple(row for row in rows if row is not None)

    def selected_ids(self) -> tuple[str, ...]:
        """Return the ids of the selected sources."""
        return tuple(str(row.data(0, ID)) for row in self.selectedItems())

    def show_selected(self, ids: Sequence[str]) -> None:
        """Select the rows of these records and no others."""
        wanted = set(ids)
        if wanted == set(self.selected_ids()):
            return
        chosen = self._ranges(wanted)
        self.blockSignals(True)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if not chosen.isEmpty():
            self.scrollTo(chosen.at(chosen.count() - 1).bottomRight())
        self.blockSignals(False)
        self.viewport().update()

    def _ranges(self, wanted: set[str]) -> QItemSelection:
        """Return the rows of these records as ranges, for one by one many of them take long."""
        chosen = QItemSelection()
        for head in self.heads():
            within = self.indexFromItem(head)
            children = (head.child(number) for number in range(head.childCount()))
            ids = (child.data(0, ID) if child is not None else None for child in children)
            rows = [number for number, id in enumerate(ids) if id in wanted]
            first = 0
            for number, (row, after) in enumerate(pairwise([*rows, -1]), 1):
                if after != row + 1:
                    ends = (self.model().index(one, 0, within) for one in (rows[first], row))
                    chosen.append(QItemSelectionRange(*ends))
                    first = number
        return chosen

    def mimeData(self, rows: Sequence[QTreeWidgetItem]) -> QMimeData:
        """Return the dragged sources by id."""
        sources = [row for row in rows if row.data(0, ID)]
        names = "\n".join(row.text(0) for row in sources)
        return pack_records((str(row.data(0, ID)) for row in sources), names)

    def _fold(self, row: QTreeWidgetItem) -> None:
        if not row.data(0, ID):
            row.setExpanded(not row.isExpanded())


def _new_ones(changes: ChangeSet) -> tuple[Source, ...] | None:
    """Return the sources that came with their captures, where nothing else of the list changed."""
    kinds = (Source, Capture, Citation, Assertion, OriginGroup)
    listed = [one for one in changes.changes if isinstance(one.record, kinds)]
    if not all(one.before is None and isinstance(one.after, Source | Capture) for one in listed):
        return None
    new = tuple(one.after for one in listed if isinstance(one.after, Source))
    ids = {one.id for one in new}
    captures = [one.after for one in listed if isinstance(one.after, Capture)]
    return new if ids and {one.source for one in captures} == ids else None


def add_button(words: str) -> QToolButton:
    """Return the button at the end of the tabs that adds sources."""
    button = QToolButton()
    button.setProperty("role", "flat")
    set_icon(button, "plus")
    tip(button, words)
    return button
