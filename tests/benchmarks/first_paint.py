"""Run a program until its first window is painted, and tell when that was and what was loaded.

As a program: ``python -m tests.benchmarks.first_paint MODULE [ARGUMENTS]`` runs the ``main()`` of
the module and prints one line of JSON once its window is there.
"""

import importlib
import json
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Ends the program once the first window has been painted."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._seen = False
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint of a window."""
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if not self._seen and is_window and event.type() == QEvent.Type.Paint:
            self._seen = True
            # The event has yet to reach the window; after it, and after its children's, comes this.
            QTimer.singleShot(0, self, self.tell)
        return False

    def tell(self) -> None:
        """Print when the window was there, and end the program."""
        at = time.monotonic_ns()
        print(json.dumps({"painted": at, "loaded": list(sys.modules)}), flush=True)
        QApplication.exit(0)


def main() -> None:
    """Run the module that the first argument names, with the rest as its arguments."""
    enter = QApplication.exec
    watchers = []  # kept: Qt would otherwise drop the filter

    def enter_watched(*_: object) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        watchers.append(FirstPaint(application))
        return enter()

    QApplication.exec = enter_watched  # type: ignore[method-assign] # to see the paint
    name, *arguments = sys.argv[1:]
    sys.argv = [name, *arguments]
    importlib.import_module(name).main()


if __name__ == "__main__":
    main()
