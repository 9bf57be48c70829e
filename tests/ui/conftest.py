"""What the tests of the interface share."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, SignalInstance
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts

PATIENCE = 60_000
"""So many ms are waited at most: another process may be slow to start where much goes on."""


class PatientQtBot(QtBot):
    """Gives up as late as a busy machine needs; pytest-qt's five seconds may be too short there."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        """Wait until ``callback`` is true, or raises no more."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self,
        signal: SignalInstance,
        *,
        timeout: int = PATIENCE,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        """Wait at the end of a block until ``signal`` was told."""
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Give the hands of pytest-qt, with more patience."""
    return PatientQtBot(request)


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
