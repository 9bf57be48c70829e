"""Every action: what it is called, its keys, its icon and when it may be used.

Menus, tool bar, rail, command list and shortcut sheet are made from these rows alone; where an
action stands in a menu is said in `menus.py`, what it does in `deeds.py` and `canvas/acts`.
"""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.actions.arranging import ARRANGING
from evidence_board.ui.actions.boards import BOARDS
from evidence_board.ui.actions.editing import EDITING
from evidence_board.ui.actions.framing import FRAMING
from evidence_board.ui.actions.inserting import INSERTING
from evidence_board.ui.actions.linking import LINKING
from evidence_board.ui.actions.marking import MARKING
from evidence_board.ui.actions.project import PROJECT
from evidence_board.ui.actions.reading import READING
from evidence_board.ui.actions.seeing import SEEING
from evidence_board.ui.actions.tracing import TRACING
from evidence_board.ui.actions.window import WINDOW

ACTIONS: tuple[Action, ...] = (
    *PROJECT,
    *EDITING,
    *MARKING,
    *INSERTING,
    *FRAMING,
    *ARRANGING,
    *LINKING,
    *READING,
    *SEEING,
    *TRACING,
    *BOARDS,
    *WINDOW,
)

BY_ID = {row.id: row for row in ACTIONS}

__all__ = ["ACTIONS", "BY_ID", "Action"]
