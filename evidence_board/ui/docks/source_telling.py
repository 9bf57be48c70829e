"""What the Sources list tells of each source: made when its row is seen first, kept until a change.

A list of thousands is filled without a look at any of them.
"""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from evidence_board.analysis.dates import edtf_words
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.change import ChangeSet
from evidence_board.model.link import Citation
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from evidence_board.ui.labels import plain_tip
from evidence_board.ui.naming import kind_icon
from evidence_board.ui.theme import icon

_ICON = 14


@dataclass(frozen=True)
class RowWords:
    """What a row shows: name, second line, grade, how many sources lead back to it."""

    name: str
    more: str
    grade: str
    count: str
    icon: QIcon
    tip: str
    spoken: str
    """What a screen reader says of it."""


class Telling(QObject):
    """Tells rows of their sources by their ids, each anew after `forget` only."""

    def __init__(self, project: Project, parent: QObject) -> None:
        """Tell of the sources of ``project``."""
        super().__init__(parent)
        self._project = project
        self._told: dict[str, RowWords] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._carriers: Counter[str] | None = None

    def forget(self) -> None:
        """Tell all anew: the colours changed, or what leads from one source to others."""
        self._told.clear()
        self._icons.clear()
        self._carriers = None

    def follow(self, changes: ChangeSet) -> None:
        """Tell anew what a change touched; a drop of many files leaves what shows as it is."""
        if changes.touches(Assertion, Citation, OriginGroup):
            self.forget()
            return
        for change in changes.changes:
            for one in (change.before, change.after):
                if isinstance(one, Source | Capture):
                    self._told.pop(one.source if isinstance(one, Capture) else one.id, None)

    def of(self, id: str) -> RowWords | None:
        """Return what the row of a source shows; None where the source is gone."""
        if id not in self._told:
            source = None if self._project.closed else self._project.find(id)
            if not isinstance(source, Source):
                return None
            self._told[id] = self._words(source)
        return self._told[id]

    def _words(self, source: Source) -> RowWords:
        named = source.publisher or source.title or source.authors
        spoken = self.tr("{mark} {name}, reliability {grade}").format(
            mark=source.mark, name=source.name, grade=source.reliability or self.tr("not graded")
        )
        return RowWords(
            source.name if named else f"{source.mark} {source.name}",
            self._more(source),
            source.reliability or "",
            self._carried(source),
            self._icon(source),
            plain_tip(f"{source.mark} {source.title or source.name}"),
            spoken,
        )

    def _icon(self, source: Source) -> QIcon:
        kind = kind_icon(source)
        if kind not in self._icons:
            self._icons[kind] = icon(*kind, _ICON)
        return self._icons[kind]

    def _more(self, source: Source) -> str:
        """Return the second line of a held source: date and author, else its title or file."""
        capture = self._project.capture_of(source.id)
        if capture is None:
            return ""
        told = (edtf_words(source.published), *source.authors[:1], source.section)
        line = " · ".join(part for part in told if part)
        return line or (source.title if source.title != source.name else capture.file_name)

    def _carried(self, source: Source) -> str:
        """Return how many sources go back to an origin."""
        if source.origin_kind is None:
            return ""
        if self._carriers is None:
            columns = self._project.columns(Assertion, "source", "chain")
            leads = {
                (carrier, one)
                for carrier, chain in zip(*columns, strict=True)
                for one in _ids(chain)
            }
            self._carriers = Counter(origin for _carrier, origin in leads)
        return str(self._carriers[source.id] or "")


def _ids(chain: object) -> tuple[str, ...]:
    return tuple(map(str, chain)) if isinstance(chain, tuple | list) else ()
