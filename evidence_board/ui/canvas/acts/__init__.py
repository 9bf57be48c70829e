"""What a person does on the board besides dragging: one function an act, `BOARD_ACTS`."""

from collections.abc import Mapping

from evidence_board.ui.canvas.acts.aligning import ALIGNING
from evidence_board.ui.canvas.acts.arranging import ARRANGING
from evidence_board.ui.canvas.acts.colouring import COLOURING
from evidence_board.ui.canvas.acts.copying import COPYING
from evidence_board.ui.canvas.acts.framing import FRAMING
from evidence_board.ui.canvas.acts.inserting import INSERTING
from evidence_board.ui.canvas.acts.linking import LINKING
from evidence_board.ui.canvas.acts.removing import REMOVING
from evidence_board.ui.canvas.acts.seeing import SEEING
from evidence_board.ui.canvas.acts.selecting import SELECTING
from evidence_board.ui.canvas.acts.tidying import TIDYING
from evidence_board.ui.canvas.workspace import Act

BOARD_ACTS: Mapping[str, Act] = {
    **ALIGNING,
    **ARRANGING,
    **COPYING,
    **COLOURING,
    **FRAMING,
    **INSERTING,
    **LINKING,
    **REMOVING,
    **SELECTING,
    **SEEING,
    **TIDYING,
}
"""By the ids of the window's actions."""
