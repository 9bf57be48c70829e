"""The window: everything that draws, listens and needs QtWidgets."""

from evidence_board.ui.plain_imports import import_plainly

import_plainly()  # here, since it concerns each module that is imported after Qt
