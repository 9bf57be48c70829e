"""Faults of ours, kept in a log in the person's own folder, so that they can be reported."""

import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from evidence_board import VERSION
from evidence_board.paths import user_work_folder

LOG = "evidence-board.log"


def note(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> Path:
    """Add a fault to the log; returns where that is."""
    log = user_work_folder() / LOG
    lines = (f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} version {VERSION}\n",)
    with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines((*lines, *traceback.format_exception(kind, fault, trace)))
    return log
