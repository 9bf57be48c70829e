"""All records of a project as another process is told them, gathered in short turns."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Signal, Slot

from evidence_board.brief.mirror import News, Rows
from evidence_board.model.change import ChangeSet
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.turns import Turns


class Changed:
    """What changed in a project since it was last told."""

    def __init__(self) -> None:
        """Know of nothing."""
        self._records: dict[str, Record | None] = {}
        self._moved: set[type[Record]] = set()
        self.moves = 0
        """How often records came or went."""

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self._records)

    def follow(self, changes: ChangeSet) -> None:
        """Note what changed."""
        for change in changes.changes:
            self._records[change.record.id] = change.after
            if change.before is None or change.after is None:
                self._moved.add(type(change.record))
                self.moves += 1

    def forget(self) -> None:
        """Take all for told."""
        self._records.clear()
        self._moved.clear()

    def news(self, project: Project) -> News:
        """Return what changed, which is told with that."""
        there = [one for one in self._records.values() if one is not None]
        gone = tuple(id for id, one in self._records.items() if one is None)
        order = {kind.table: _ids(project.columns(kind, "id")[0]) for kind in self._moved}
        self.forget()
        return News(tuple((one.table, dict(one.__dict__)) for one in there), gone, order)


class Gathering(QObject):
    """Gathers all records; what changes meanwhile is told as it is at the end."""

    found = Signal(object)
    """`News` of everything, true of the moment in which it is told."""

    def __init__(self, document: Document, parent: QObject) -> None:
        """Gather the records of ``document`` for ``parent``."""
        super().__init__(parent)
        self._project = document.project
        self._changed = Changed()
        self._turns = Turns(self)
        self._turns.found.connect(self._tell)
        document.changed.connect(self._changed.follow)

    @property
    def busy(self) -> bool:
        """Whether it is under way."""
        return self._turns.busy

    def begin(self) -> None:
        """Begin anew."""
        self._changed.forget()
        self._turns.begin(self._everything())

    def stop(self) -> None:
        """Gather no more."""
        self._turns.stop()

    def _everything(self) -> Iterator[object]:
        """Yield after each field, at last all of them; a change may come between two fields."""
        held: list[Rows] = []
        for kind in KINDS:
            columns: list[list[object]] = []
            for name in self._left(kind, columns):
                columns += self._project.columns(kind, name)
                yield None
            held.append(Rows(kind.table, tuple(columns)))
        yield tuple(held)

    def _left(self, kind: type[Record], columns: list[list[object]]) -> Iterator[str]:
        """Yield the fields that are missing; all of them again if a record came or went."""
        names, moves = tuple(kind.model_fields), self._changed.moves
        while len(columns) < len(names):
            yield names[len(columns)]
            if moves != self._changed.moves:
                moves = self._changed.moves
                columns.clear()

    @Slot(object)
    def _tell(self, held: object) -> None:
        if isinstance(held, tuple) and not self._project.closed:
            later = self._changed.news(self._project)
            self.found.emit(News(later.records, later.gone, later.order, held))


def _ids(column: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(id) for id in column)
