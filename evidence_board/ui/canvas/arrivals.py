"""What comes to the board from outside: files, pictures, addresses of the web."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from evidence_board.commands import sources
from evidence_board.ingest.draft import Refused
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.offers import addresses_of, files_in, picture_in
from evidence_board.ui.document import Document

if TYPE_CHECKING:
    from evidence_board.ui.canvas.drops import Landing


def bring_files(mime: QMimeData, landing: "Landing") -> None:
    """Bring in files, and what lies below folders."""
    landing.bring(files_in(mime))


def bring_picture(mime: QMimeData, landing: "Landing") -> None:
    """Bring in a picture that comes by no file."""
    picture = picture_in(mime)
    if picture is None:
        landing.document.problem.emit(tr("This picture cannot be read. Save it and add the file."))
    else:
        landing.bring_picture(picture)


def keep_addresses(mime: QMimeData, landing: "Landing") -> None:
    """Keep addresses as sources; an address that is known gives the source that has it."""
    document = landing.document
    try:
        found = addresses_of(mime)
    except Refused as refusal:
        document.problem.emit(str(refusal))
        return
    x, y = landing.rows(len(found), False)
    kept = document.act(sources.keep_addresses, found, board=landing.board_id, x=x, y=y)
    if kept is None:
        return
    ids = tuple(dict.fromkeys(one.source.id for one in kept))
    document.select(ids)
    landing.show(ids)
    _tell_of_addresses(document, kept)
    if len(kept) == 1 and not kept[0].existing:
        landing.name(ids[0])


def _tell_of_addresses(document: Document, kept: Sequence[sources.Kept]) -> None:
    new = sum(not one.existing for one in kept)
    if len(kept) == 1 and not new:
        document.tell(tr("This address is {0} already.").format(kept[0].source.mark))
        return
    told = tr("1 source added") if new == 1 else tr("{0} sources added").format(new)
    if new < len(kept):
        known = tr("{0} known already").format(len(kept) - new)
        told = f"{told}, {known}" if new else known
    document.tell(told, undo=bool(new))
