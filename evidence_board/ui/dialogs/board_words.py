"""How many cards and notes there are, in the words of the dialogs that picture or print a board.

A class of its own, without heirs: `tr` looks in the context of the heir first, and takes the
"card(s)" that it does not find there for a text in the plural.
"""

from PySide6.QtCore import QObject


class BoardWords(QObject):
    """Texts with a number."""

    def whole(self, cards: int) -> str:
        """Name the whole board."""
        return self.tr("The whole board, %n card(s)", "", cards)

    def cards(self, count: int) -> str:
        """Return how many cards there are."""
        return self.tr("%n card(s)", "", count)

    def notes(self, count: int) -> str:
        """Offer to show notes."""
        return self.tr("Show %n note(s)", "", count)

    def private_notes(self, count: int) -> str:
        """Offer to show private notes."""
        return self.tr("Show %n private note(s)", "", count)

    def warning(self, count: int) -> str:
        """Say that private notes will be seen."""
        return self.tr("%n private note(s) will be shown.", "", count)
