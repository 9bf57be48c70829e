"""Switches of the kinds of hints, each with its sign and how many there are."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from evidence_board.ui.labels import scaled, tip
from evidence_board.ui.reader.hints import ICONS, LAYERS, WORDS, Layer
from evidence_board.ui.theme import current_theme, set_icon
from evidence_board.ui.wording import translate

_FOLDS = 1.5
"""From this scale on words beside icons are left to tool tips."""


def beside_icon() -> Qt.ToolButtonStyle:
    """Return whether a button of the header has words beside its icon at the present scale."""
    style = Qt.ToolButtonStyle
    large = current_theme().scale >= _FOLDS
    return style.ToolButtonIconOnly if large else style.ToolButtonTextBesideIcon


class LayerSwitches(QWidget):
    """A button for each kind: pressed while its hints show."""

    switched = Signal()
    counted = Signal()
    """It may have another width now."""

    def __init__(self) -> None:
        """Show all kinds."""
        super().__init__()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(1))
        self._counts: Mapping[Layer, int] = {}
        self._buttons: dict[Layer, QToolButton] = {}
        for layer in LAYERS:
            button = self._buttons[layer] = QToolButton()
            button.setCheckable(True)
            button.setChecked(True)
            button.setToolButtonStyle(beside_icon())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            set_icon(button, ICONS[layer], "text.secondary", 14)
            button.clicked.connect(self.switched)
            row.addWidget(button)
        self.count({})

    def button(self, layer: Layer) -> QToolButton:
        """Return the button of a kind."""
        return self._buttons[layer]

    @property
    def shown(self) -> frozenset[Layer]:
        """The kinds that show."""
        return frozenset(layer for layer, one in self._buttons.items() if one.isChecked())

    @property
    def hidden(self) -> tuple[Layer, ...]:
        """The kinds that are switched off."""
        return tuple(layer for layer, one in self._buttons.items() if not one.isChecked())

    def hide_layers(self, hidden: Iterable[str]) -> None:
        """Switch these kinds off and the others on."""
        off = set(hidden)
        for layer, button in self._buttons.items():
            button.setChecked(layer not in off)

    def count(self, counts: Mapping[Layer, int]) -> None:
        """Tell how many hints of each kind there are; a kind without any has no button."""
        for layer, button in self._buttons.items():
            many = counts.get(layer, 0)
            words = translate("Hint", "Show: {0} ({1})").format(
                translate("Hint", WORDS[layer]), many
            )
            tip(button, words)
            button.setAccessibleName(words)
            button.setVisible(many > 0)
        self._counts = dict(counts)
        self.spell(False)
        self.counted.emit()

    def spell(self, on: bool) -> None:
        """Say beside each sign what it stands for, where there is room for words."""
        for layer, button in self._buttons.items():
            many = str(self._counts.get(layer, 0))
            button.setText(f"{translate('Hint', WORDS[layer])} {many}" if on else many)
        self._row.invalidate()  # whoever asks at once for the width is told the new one
