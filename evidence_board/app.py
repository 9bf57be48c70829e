"""The program with windows: the one place that builds the objects and wires them."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from evidence_board import VERSION
from evidence_board.paths import resource, user_settings_folder
from evidence_board.ui.program import Program
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.theme import load_fonts


def main(arguments: Sequence[str]) -> int:
    """Show the window of a project, or the start window, until all windows are closed."""
    application = QApplication(["evidence-board", *arguments])
    application.setApplicationName("evidence-board")
    application.setApplicationDisplayName("Evidence Board")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("evidence-board")
    sys.excepthook = tell_fault
    load_fonts()
    translate(application, QLocale())
    program = Program(application, SettingsFile(user_settings_folder() / "settings.json"))
    paths = [Path(argument) for argument in arguments]
    for path in paths:
        program.open(path)
    if not paths:
        program.show_start()
    code = application.exec()
    if program.left_behind:  # Python would wait for that thread, and the process never end
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def translate(application: QApplication, locale: QLocale) -> None:
    """Let the interface speak the language of ``locale``, or English where there is none."""
    ours = str(resource("translations"))
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qts), ("evidence-board", ours)):
        translator = QTranslator(application)
        known = translator.load(locale, name, "_", folder)
        if known or (folder == ours and translator.load(f"{name}_en", folder)):
            application.installTranslator(translator)


def tell_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Log a fault of ours and say so once; the project is saved up to the last whole step."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.exit(130)
        return
    if _is_of_the_world(kind):
        from evidence_board.ui.dialogs.message import show_sentence  # as below

        if QApplication.activeModalWidget() is None:
            show_sentence(QApplication.activeWindow(), str(fault))
        return
    from evidence_board import faults  # they are rare, and this is not needed to start

    log = faults.note(kind, fault, trace)
    sys.__excepthook__(kind, fault, trace)
    if QApplication.activeModalWidget() is not None:
        return  # one dialog is enough; the log has the rest
    from evidence_board.ui.dialogs.message import show_sentence  # faults are rare

    told = QCoreApplication.translate(
        "Fault", "Something in the program went wrong. What you did before is saved."
    )
    show_sentence(QApplication.activeWindow(), told, f"{kind.__name__}: {fault}\n\n{log}")


def _is_of_the_world(kind: type[BaseException]) -> bool:
    """Whether it is no fault of ours: a file that could not be read while it was shown, say."""
    errors = sys.modules.get("evidence_board.project.errors")  # without it, there is no file
    return errors is not None and issubclass(kind, errors.ProjectError)
