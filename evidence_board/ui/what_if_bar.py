"""The bar of a what-if: what is taken for gone; it ends with one key, and exports wait."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from evidence_board.analysis.titles import mark_of, short_of
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.document import Document
from evidence_board.ui.labels import IconLabel, label, scaled, tip
from evidence_board.ui.scaled_size import ScaledSize

_MOST_NAMED = 4


class WhatIfBar(QFrame):
    """Hidden while nothing is taken for gone. Nothing of it is written."""

    ended = Signal()

    def __init__(self, document: Document) -> None:
        """Follow what ``document`` takes for gone."""
        super().__init__()
        self._document = document
        self._words = ""
        self.setProperty("role", "banner")
        self.setProperty("level", "warn")
        self.setAccessibleName(self.tr("What-if"))
        ScaledSize(self, height=32)
        self.text = label("")
        self.text.setMinimumWidth(1)
        self.end = QPushButton(self.tr("End what-if"))
        tip(self.end, self.tr("Count all again (Shift+Q)"))
        self.end.clicked.connect(self.ended)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), scaled(3), scaled(8), scaled(3))
        row.setSpacing(scaled(8))
        row.addWidget(IconLabel("volume-off", "status.warn.text"))
        row.addWidget(self.text, 1)
        row.addWidget(self.end, 0, Qt.AlignmentFlag.AlignVCenter)
        document.muted_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what is taken for gone, or hide."""
        muted = sorted(self._document.counts.muted)
        self.setVisible(bool(muted))
        if not muted:
            return
        records = [self._document.project.find(one) for one in muted]
        names = [self._name(one) for one in records[:_MOST_NAMED] if one is not None]
        if len(muted) > _MOST_NAMED:
            names.append(self.tr("%n more", "", len(muted) - _MOST_NAMED))
        told = self.tr("What if these were gone: {names}. Nothing is written; exports wait.")
        self._words = told.format(names=", ".join(names))
        self.text.setAccessibleName(self._words)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self.text.fontMetrics()
        room = max(self.text.width() - scaled(4), 0)
        self.text.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room))
        tip(self.text, self._words)

    def _name(self, record: Record) -> str:
        if isinstance(record, OriginGroup):
            return record.label
        if isinstance(record, Source):
            return f"{mark_of(record)} {record.name}"
        return short_of(record, self._document.project)
