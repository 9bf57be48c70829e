"""The bar at the selection: what can be made of the selected words."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from evidence_board.ui.labels import label, scaled
from evidence_board.ui.reader.paper import paint_paper
from evidence_board.ui.theme import Theme, set_icon


class SelectionBar(QFrame):
    """Acts with their keys; two of them only where there are claims, or one is selected."""

    claim_asked = Signal()
    excerpt_asked = Signal()
    attach_asked = Signal()
    """The words are for the claim that is selected."""
    choose_asked = Signal()
    """The words are for a claim that is to be chosen."""

    def __init__(self, theme: Theme) -> None:
        """Stand hidden until words are selected."""
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*(scaled(side) for side in (6, 5, 10, 5)))
        self._row.setSpacing(scaled(4))
        self.claim = self._act("scale", "kind.claim", self.tr("Claim"))
        self.claim.clicked.connect(self.claim_asked)
        self._key("C")
        self.excerpt = self._act("quote", "kind.excerpt", self.tr("Excerpt"))
        self.excerpt.clicked.connect(self.excerpt_asked)
        self._key("E")
        self.attach = self._act("link", "text.secondary", "")
        self.attach.clicked.connect(self.attach_asked)
        self._attach_key = self._key("Shift+C")
        self.choose = self._act("link", "text.secondary", self.tr("Add to claim"))
        self.choose.clicked.connect(self.choose_asked)
        self._choose_key = self._key("Shift+A")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def offer_claim(self, mark: str | None, *, others: bool) -> None:
        """Offer to add the words to the claim with this mark, or not; to `others`, or not."""
        self.choose.setVisible(others)
        self._choose_key.setVisible(others)
        self.attach.setVisible(mark is not None)
        self._attach_key.setVisible(mark is not None)
        if mark is not None:
            self.attach.setText(self.tr("Add to {claim}").format(claim=mark))

    def stand_at(self, boxes: list[QRectF], room: QRectF) -> None:
        """Stand below the last line of the selection, above the first where there is no room."""
        self._row.activate()
        size = self._row.sizeHint()
        gap = scaled(8)
        first, last = boxes[0], boxes[-1]
        x = last.center().x() - size.width() / 2
        y = last.bottom() + gap
        if y + size.height() > room.bottom():
            y = first.top() - gap - size.height()
        x = min(max(x, room.left() + gap), room.right() - gap - size.width())
        y = min(max(y, room.top() + gap), room.bottom() - gap - size.height())
        self.setGeometry(round(x), round(y), size.width(), size.height())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        paint_paper(self, self._theme, "border.default", 1)

    def _act(self, icon: str, color: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_icon(button, icon, color)
        self._row.addWidget(button)
        return button

    def _key(self, keys: str) -> QLabel:
        sign = label(keys, "key")
        self._row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addSpacing(scaled(4))
        return sign
