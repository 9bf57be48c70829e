"""The form of dialogs with many fields, which scroll where the screen has no room for all."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from evidence_board.ui.dialogs.form import FormDialog
from evidence_board.ui.labels import scaled
from evidence_board.ui.window_place import bring_within

_AROUND = 150
"""What is above and below the fields, the frame of the window included, in px at 100 %."""


class TallForm(FormDialog):
    """A form whose fields stand above its buttons, which are always in sight."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        """Start with an empty form."""
        super().__init__(title, verb, parent)
        self._around, self._form = self._column, QWidget()
        self._column = self._column_in_form = QVBoxLayout(self._form)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._around.spacing())

    def end_fields(self) -> None:
        """Let what is added from now on stand below the fields."""
        self._column = self._around
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._form)
        self._form.setProperty("role", "window")
        self._column.addWidget(self._area)

    def finish(self) -> None:
        """Add the buttons; the form is complete."""
        if self._column is self._column_in_form:
            self.end_fields()
        super().finish()
        self.fit()

    def fit(self) -> None:
        """Be as high as the fields need, or as the screen allows; they scroll then."""
        inside = self._around.contentsMargins()
        across = max(self.width(), self.minimumWidth()) - inside.left() - inside.right()
        column = self._column_in_form
        wanted = column.totalHeightForWidth(across)
        wanted = wanted if wanted >= 0 else column.sizeHint().height()  # no line of it wraps
        room = self.screen().availableGeometry().height() - scaled(_AROUND)
        self._area.setFixedHeight(min(wanted, room))
        self.adjustSize()
        if self.isVisible():
            bring_within(self)

    def show_widget(self, widget: QWidget) -> None:
        """Grow for what a field says now, and bring it into sight."""
        self.fit()
        self._area.ensureWidgetVisible(widget)
