"""Pages of a project that is open to read only: fields become text, links go on working."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from evidence_board.ui.docks.fields import ChoiceField, LineField, Segments
from evidence_board.ui.docks.likelihood_scale import LikelihoodScale
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.style import repolish

Control = TypeVar("Control", bound=QWidget)
_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse


def edits(control: Control) -> Control:
    """Mark a control that changes the project and is no field; returns it."""
    control.setProperty("edits", True)
    return control


def freeze(page: QWidget) -> None:
    """Leave what can be read, followed and copied on a page; call it after each filling."""
    for part in page.findChildren(QWidget):
        if part.property("edits"):
            part.hide()
        elif isinstance(part, LineField | ProseField):
            part.setReadOnly(True)
            part.setPlaceholderText("–")
            _show_as_text(part)
        elif isinstance(part, ChoiceField):
            part.setEnabled(False)
            _show_as_text(part)
        elif isinstance(part, Segments | LikelihoodScale | QCheckBox):
            part.setEnabled(False)
        elif isinstance(part, QLabel) and part.wordWrap():
            part.setTextInteractionFlags(_BY_MOUSE)


def _show_as_text(field: QWidget) -> None:
    if not field.property("frozen"):
        field.setProperty("frozen", True)
        repolish(field)
