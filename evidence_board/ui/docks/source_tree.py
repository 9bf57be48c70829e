"""The tree of the Sources list: headings of groups, and a row for each source below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from evidence_board.ui.docks.dragging import pack_records
from evidence_board.ui.docks.source_row import COUNT, GRADE, ID, MORE, SourceRows
from evidence_board.ui.docks.source_telling import Telling
from evidence_board.ui.labels import scaled

_MANY = 200
"""More sources than these are selected where they are; the list is not scrolled to them."""


@dataclass(frozen=True)
class Group:
    """A group of the list: its heading, what its count means, the ids of its sources."""

    title: str
    meaning: str
    ids: list[str]


class SourceLine(QTreeWidgetItem):
    """A row that asks what it shows when it is painted, pointed at or read out."""

    def __init__(self, id: str, telling: Telling) -> None:
        """Be the row of a source."""
        super().__init__()
        self.id = id
        self._telling = telling

    def data(self, column: int, role: int) -> object:
        """Return what the row shows in a role."""
        if role == ID:
            return self.id
        told = self._telling.of(self.id)
        if told is None:
            return super().data(column, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return told.name
            case Qt.ItemDataRole.DecorationRole:
                return told.icon
            case Qt.ItemDataRole.ToolTipRole:
                return told.tip
            case Qt.ItemDataRole.AccessibleTextRole:
                return told.spoken
        own = {MORE: told.more, GRADE: told.grade, COUNT: told.count}
        return own[role] if role in own else super().data(column, role)


class Heading(QTreeWidgetItem):
    """The heading of a group; it shows while the group has sources."""

    def __init__(self, group: Group) -> None:
        """Head a group, whose rows come by `take`."""
        super().__init__([group.title])
        self.lines: list[SourceLine] = []
        self.setData(0, MORE, group.meaning)
        self.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def take(self, ids: list[str], telling: Telling) -> bool:
        """Have rows for these sources; new ones at the end leave the others alone.

        Says whether rows were made anew, so that they are selected no more.
        """
        held = [line.id for line in self.lines]
        if held == ids:
            return False
        anew = held != ids[: len(held)]
        if anew:
            self.takeChildren()
            self.lines, held = [], []
        new = [SourceLine(id, telling) for id in ids[len(held) :]]
        self.lines.extend(new)
        self.addChildren(new)
        self.setData(0, COUNT, str(len(ids)))
        return anew


class SourceTree(QTreeWidget):
    """The tree of groups and sources; rows are drawn by `SourceRows`."""

    def __init__(self, telling: Telling) -> None:
        """Start empty; ``telling`` knows what rows show."""
        super().__init__()
        self._telling = telling
        self._headings: dict[str, Heading] = {}
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

    def show_groups(self, groups: Sequence[Group]) -> bool:
        """Show groups with their sources, folded and scrolled as they were.

        Says whether the rows of one were made anew: what is selected is to be shown again.
        """
        place = self.verticalScrollBar().value()
        self.blockSignals(True)
        anew = [self._show_group(group) for group in groups]
        self.blockSignals(False)
        self.scheduleDelayedItemsLayout()  # a second line makes a row higher
        self.viewport().update()
        if any(anew):
            self.verticalScrollBar().setValue(place)
        return any(anew)

    def heads(self) -> tuple[Heading, ...]:
        """Return the headings of the groups that have sources, from top to bottom."""
        heads = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return tuple(head for head in heads if isinstance(head, Heading))

    def rows(self) -> tuple[SourceLine, ...]:
        """Return the rows of sources, from top to bottom."""
        return tuple(line for head in self.heads() for line in head.lines)

    def selected_ids(self) -> tuple[str, ...]:
        """Return the ids of the selected sources, in the order in which they were selected."""
        chosen = self.selectionModel().selection()
        ids: list[str] = []
        for number in range(chosen.count()):
            part = chosen.at(number)
            head = self.itemFromIndex(part.parent())
            if isinstance(head, Heading):
                ids.extend(line.id for line in head.lines[part.top() : part.bottom() + 1])
        return tuple(dict.fromkeys(ids))

    def show_selected(self, ids: Sequence[str]) -> None:
        """Select the rows of these records and no others."""
        wanted = set(ids)
        if wanted == set(self.selected_ids()):
            return
        chosen = self._ranges(wanted)
        many, model = len(wanted) > _MANY, self.selectionModel()
        self.blockSignals(True)
        model.blockSignals(many)  # the view would find out where each of them lies
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(False)
        if not chosen.isEmpty() and not many:
            self.scrollTo(chosen.at(chosen.count() - 1).bottomRight())
        self.blockSignals(False)
        self.viewport().update()

    def mimeData(self, rows: Sequence[QTreeWidgetItem]) -> QMimeData:
        """Return the dragged sources by id."""
        sources = [row for row in rows if row.data(0, ID)]
        names = "\n".join(row.text(0) for row in sources)
        return pack_records((str(row.data(0, ID)) for row in sources), names)

    def _show_group(self, group: Group) -> bool:
        head = self._headings.get(group.title)
        if head is None:
            head = self._headings[group.title] = Heading(group)
        shows = self.indexOfTopLevelItem(head) >= 0
        anew = head.take(group.ids, self._telling)
        if group.ids and not shows:
            before = list(self._headings)
            above = [
                one for one in self.heads() if before.index(one.text(0)) < before.index(group.title)
            ]
            self.insertTopLevelItem(len(above), head)
            head.setExpanded(True)
        elif shows and not group.ids:
            self.takeTopLevelItem(self.indexOfTopLevelItem(head))
        return anew

    def _ranges(self, wanted: set[str]) -> QItemSelection:
        """Return the rows of these records as ranges, for one by one many of them take long."""
        chosen = QItemSelection()
        for head in self.heads():
            within = self.indexFromItem(head)
            rows = [number for number, line in enumerate(head.lines) if line.id in wanted]
            first = 0
            for number, (row, after) in enumerate(pairwise([*rows, -1]), 1):
                if after != row + 1:
                    ends = (self.model().index(one, 0, within) for one in (rows[first], row))
                    chosen.append(QItemSelectionRange(*ends))
                    first = number
        return chosen

    def _fold(self, row: QTreeWidgetItem) -> None:
        if not row.data(0, ID):
            row.setExpanded(not row.isExpanded())
