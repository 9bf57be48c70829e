"""The window: everything that draws, listens and needs QtWidgets."""

import sys

if "PySide6.QtCore" in sys.modules:  # the program has it by now; design tokens are read without
    from evidence_board.ui.plain_imports import import_plainly

    import_plainly()  # here, since it concerns each module that is imported after Qt
