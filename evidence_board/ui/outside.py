"""Handing a file or folder of ours to the desktop: the one place that does."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show(path: Path) -> None:
    """Open a folder, or a file that the program itself has just written, in its usual program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
