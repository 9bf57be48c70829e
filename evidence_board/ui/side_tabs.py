"""The tabs of the left panel: words for what is opened often, a sign for the others."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget

from evidence_board.ui.labels import plain_tip, scaled
from evidence_board.ui.theme import current_theme, icon

_SIDE = 16


class SideTabs(QTabWidget):
    """Holds panels; there is room for two words and two signs where the panel is narrow."""

    def __init__(self) -> None:
        """Start without panels."""
        super().__init__()
        self.setDocumentMode(True)
        self._signs: dict[int, str] = {}
        current_theme().changed.connect(self._redraw)

    def add(self, panel: QWidget, name: str, sign: str = "") -> None:
        """Add a panel by its name; with a ``sign`` the name is in the tool tip."""
        place = self.addTab(panel, "" if sign else name)
        self.tabBar().setAccessibleTabName(place, name)
        if sign:
            self._signs[place] = sign
            self.setTabToolTip(place, plain_tip(name))
            self._redraw()

    def _redraw(self) -> None:
        side = scaled(_SIDE)
        self.setIconSize(QSize(side, side))
        for place, sign in self._signs.items():
            self.setTabIcon(place, icon(sign, "text.secondary", _SIDE))
