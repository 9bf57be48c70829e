"""The list that drops from the find field: filters, the hits, and how far the search is."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from evidence_board.ui.hit_rows import HIT, HitRows
from evidence_board.ui.hits import Answer, Hit
from evidence_board.ui.labels import label, plain_tip, rule, scaled
from evidence_board.ui.theme import current_theme
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

FILTERS = (
    ("kind", QT_TRANSLATE_NOOP("FindList", "Kind")),
    ("source", QT_TRANSLATE_NOOP("FindList", "Source")),
    ("grade", QT_TRANSLATE_NOOP("FindList", "Grade")),
    ("date", QT_TRANSLATE_NOOP("FindList", "Date")),
    ("tag", QT_TRANSLATE_NOOP("FindList", "Tag")),
)
"""The word that is typed before a colon, and what the button says."""
WIDTH, HIGHEST = 600, 520


class FindList(QFrame):
    """Shows an answer below the field; the keyboard stays in the field."""

    chosen = Signal(object)
    """The Hit that was clicked."""
    filter_asked = Signal(str)
    """The word of a filter, such as "kind"."""

    def __init__(self, parent: QWidget) -> None:
        """Stand hidden until `drop`."""
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = QListWidget()
        self.rows.setProperty("role", "rows")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setAccessibleName(self.tr("Hits"))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setItemDelegate(HitRows(self.rows))
        self.rows.itemClicked.connect(self._click)
        self.state = label("", "caption")
        self.filters = {word: self._button(word, text) for word, text in FILTERS}
        self._lay_out()
        current_theme().changed.connect(self.hide)

    def show_answer(self, answer: Answer) -> None:
        """Show these hits; the row at which somebody stands stays the present one."""
        before = self.current()
        self.rows.clear()
        for hit in answer.hits:
            self._add(hit)
        self.state.setText(answer.state)
        places = [place for place, hit in enumerate(answer.hits) if hit.key]
        same = [p for p in places if before is not None and answer.hits[p].key == before.key]
        if places:
            self.rows.setCurrentRow((same or places)[0])

    def current(self) -> Hit | None:
        """Return the hit at which somebody stands."""
        return _hit(self.rows.currentItem())

    def hits(self) -> tuple[str, ...]:
        """Return what the lines say."""
        return tuple(self.rows.item(row).text() for row in range(self.rows.count()))

    def step(self, step: int) -> None:
        """Go to the next hit or the one before, past lines that only tell."""
        count = self.rows.count()
        place = self.rows.currentRow()
        for _ in range(count):
            place = (place + step) % count
            hit = _hit(self.rows.item(place))
            if hit is not None and hit.key:
                self.rows.setCurrentRow(place)
                return

    def drop(self, field: QWidget) -> None:
        """Show below a field, as high as the hits need."""
        self.rows.doItemsLayout()
        sizes = (self.rows.sizeHintForRow(row) for row in range(self.rows.count()))
        width = min(max(field.width(), scaled(WIDTH)), field.window().width() - scaled(16))
        head = self._head.sizeHint().height() + scaled(6)
        high = min(sum(sizes) + scaled(2), scaled(HIGHEST))
        room = self.screen().availableGeometry().bottom() if self.screen() else 1 << 20
        below = field.mapToGlobal(QPoint(0, field.height() + scaled(4)))
        high = min(high, max(scaled(60), room - below.y() - head))
        self.setGeometry(below.x() + field.width() - width, below.y(), width, high + head)
        self.show()

    def _lay_out(self) -> None:
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(scaled(8), scaled(4), scaled(10), scaled(4))
        row.setSpacing(scaled(2))
        for button in self.filters.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(rule())
        column.addWidget(self.rows, 1)

    def _button(self, word: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "link")
        button.setText(translate("FindList", text))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(plain_tip(self.tr("Only some: type {0}").format(f"{word}:")))
        button.clicked.connect(lambda: self.filter_asked.emit(word))
        return button

    def _add(self, hit: Hit) -> None:
        line = QListWidgetItem(hit.spoken)
        line.setData(HIT, hit)
        line.setToolTip(plain_tip(hit.spoken))
        if not hit.key:
            line.setFlags(Qt.ItemFlag.NoItemFlags)
        self.rows.addItem(line)

    def _click(self, line: QListWidgetItem) -> None:
        hit = _hit(line)
        if hit is not None and hit.key:
            self.chosen.emit(hit)


def _hit(line: QListWidgetItem | None) -> Hit | None:
    hit = line.data(HIT) if line is not None else None
    return hit if isinstance(hit, Hit) else None
