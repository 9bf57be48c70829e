"""What the tests of the interface share."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application with our fonts, and plain again afterwards."""
    load_fonts()
    load_other_fonts()
    yield qapp
    qapp.clipboard().clear()  # it outlives Python, and what Python has put on it does not
    # No event loop runs between tests: widgets would stay, and each theme would style them all.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    apply_theme(qapp, "light")
    qapp.setStyleSheet("")


@pytest.fixture(scope="session", autouse=True)
def _what_came_before_stays() -> None:
    """Let no collection look again at what the tests before these left: it took seconds each."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collect_between_tests() -> Iterator[None]:
    """Collect garbage on this thread and between tests only, as the program does by a timer."""
    gc.disable()
    yield
    if gc.get_count()[0] > 10_000:
        gc.collect()
