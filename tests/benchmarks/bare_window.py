"""The floor of a start: a main window of plain Qt with menus, a tool bar and a dock."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QListWidget, QMainWindow, QPlainTextEdit

MENUS = ("&File", "&Edit", "&View", "&Insert", "&Help")
ACTIONS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")


def bare_window() -> QMainWindow:
    """Return the window, not yet shown."""
    window = QMainWindow()
    window.setCentralWidget(QPlainTextEdit(window))
    for title in MENUS:
        menu = window.menuBar().addMenu(title)
        for text in ACTIONS:
            menu.addAction(text)
    bar = window.addToolBar("Tools")
    for text in ACTIONS:
        bar.addAction(text)
    dock = QDockWidget("List", window)
    dock.setWidget(QListWidget(dock))
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.statusBar().showMessage("Ready")
    window.resize(1280, 800)
    return window


def main() -> int:
    """Show the window until it is closed."""
    application = QApplication(sys.argv)
    window = bare_window()
    window.show()
    return application.exec()
