"""What the tests of the interface share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application with our fonts, and plain again afterwards."""
    load_fonts()
    load_other_fonts()
    yield qapp
    apply_theme(qapp, "light")
    qapp.setStyleSheet("")
