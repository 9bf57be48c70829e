"""What the menu bar tells beside its menus: project name and save state, and the marking."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from evidence_board.ui.labels import label, scaled
from evidence_board.ui.style import repolish


class TitleStrip(QWidget):
    """The name in the middle of the menu bar, where it leaves room, and the marking at its end."""

    def __init__(self, bar: QMenuBar) -> None:
        """Lie over ``bar``, which owns this."""
        super().__init__(bar)
        self._name = label("", "cardTitle")
        self._state = label("", "meta")
        self._chip = label("", "badge", level="warn")
        self._chip.hide()
        self._marking = label("", "tlp")
        self._marking.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self._name)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._state)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar.setCornerWidget(self._marking)
        bar.installEventFilter(self)

    def show_name(self, name: str, state: str = "", *, chip: str = "") -> None:
        """Show the name of the project, whether it is saved, and a state that people must see."""
        self._name.setText(name)
        self._state.setText(state)
        self._chip.setText(chip)
        self._chip.setVisible(bool(chip))
        self._place(self.parentWidget())

    def show_marking(self, marking: str) -> None:
        """Show a TLP label at the end of the menu bar."""
        if marking == self._marking.text():  # the bar is not laid out anew for nothing
            return
        self._marking.setText(marking)
        self._marking.setProperty("marking", marking)
        self._marking.setVisible(bool(marking))
        repolish(self._marking)
        bar = self.parentWidget()
        if isinstance(bar, QMenuBar):  # it measures its corner only when it is laid out anew
            bar.setCornerWidget(self._marking)
            bar.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the bar."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange):
            self._place(watched)
        return False

    def _place(self, bar: QObject | None) -> None:
        """Stand in the middle of the window; where the menus reach, a chip alone stands there."""
        if not isinstance(bar, QMenuBar):
            return
        menus = [one for one in bar.actions() if one.isVisible()]
        taken = bar.actionGeometry(menus[-1]).right() + scaled(12) if menus else 0
        self._show_words(True)
        wanted = self.sizeHint().width()
        left = (bar.width() - wanted) // 2
        if left <= taken and self._chip.text():
            self._show_words(False)
            wanted = self.sizeHint().width()
            left = taken
        self.setVisible(left > taken or (left == taken and bool(self._chip.text())))
        self.setGeometry(left, 0, wanted, bar.height())

    def _show_words(self, shown: bool) -> None:
        self._name.setVisible(shown)
        self._state.setVisible(shown and bool(self._state.text()))
