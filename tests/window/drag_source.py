"""Another program, from which files are dragged: ``... tests.window.drag_source X Y FILE...``."""

import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Files(QLabel):
    """A small window; pressing and moving in it drags its files."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__("Files to drag")
        self._paths = paths
        self.setWindowTitle("Files to drag")
        self.setWindowFlags(Qt.WindowType.BypassWindowManagerHint)
        self.resize(160, 60)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            carried = QMimeData()
            carried.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
            drag = QDrag(self)
            drag.setMimeData(carried)
            print(drag.exec(Qt.DropAction.CopyAction).name, flush=True)


def main() -> int:
    """Show the window until it is ended."""
    application = QApplication(sys.argv[:1])
    files = Files(sys.argv[3:])
    files.move(QPoint(int(sys.argv[1]), int(sys.argv[2])))
    files.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
