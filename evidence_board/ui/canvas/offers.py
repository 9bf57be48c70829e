"""What a drag or the clipboard offers: files, a picture, addresses, words. Nothing is fetched."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from evidence_board.ingest.addresses import Address, addresses_in, titled
from evidence_board.ingest.draft import Given, Refused
from evidence_board.ingest.formats import PICTURES, format_of
from evidence_board.ui.adding import Bitmap
from evidence_board.ui.canvas.faces import tr

_BROWSER = (("text/x-moz-url", "utf-16-le"), ("_NETSCAPE_URL", "utf-8"))
"""Address and title, a line each, as browsers drag them. Under X11 Qt keeps the first to itself."""

_LIST = "text/uri-list"


def files_in(mime: QMimeData) -> list[Path]:
    """Return the files and folders of this computer that are offered."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def words_in(mime: QMimeData) -> str:
    """Return the text that is offered, empty where there is none but blank space."""
    text = mime.text() if mime.hasText() else ""
    return text if text.strip() else ""


def has_picture(mime: QMimeData) -> bool:
    """Whether a picture is offered, and not as one of several looks of a text.

    An office program offers what was copied from a table as words and as a picture of them: then
    the words are meant. A browser offers a picture with nothing but its address.
    """
    offered = mime.hasImage() or any(mime.hasFormat(one.media_type) for one in PICTURES)
    return offered and (not words_in(mime) or may_be_addresses(mime))


def picture_in(mime: QMimeData) -> Given | Bitmap | None:
    """Return a picture in the bytes in which it is offered, or else its pixels."""
    name = tr("Picture")
    for one in PICTURES:
        original = bytes(mime.data(one.media_type).data())
        if original and format_of(original) is one:
            return Given(f"{name}{one.endings[0]}", original)
    image = mime.imageData()
    if isinstance(image, QImage) and not image.isNull():
        return Bitmap(f"{name}.png", image)
    return None


def addresses_of(mime: QMimeData) -> tuple[Address, ...]:
    """Return the addresses that are offered, with the titles that browsers add to them.

    Refused says why what looks like one cannot be taken.
    """
    for form, encoding in _BROWSER:
        named = titled(_decoded(mime, form, encoding))
        if named:
            return named
    listed = _decoded(mime, _LIST, "utf-8").splitlines()
    lines = [line for line in listed if not line.startswith("#")]
    return addresses_in("\n".join(lines)) or addresses_in(words_in(mime))


def _decoded(mime: QMimeData, form: str, encoding: str) -> str:
    text = bytes(mime.data(form).data()).decode(encoding, "replace")
    return text.removeprefix("\ufeff").rstrip("\0")


def may_be_addresses(mime: QMimeData) -> bool:
    """Whether addresses are offered, or something that only looks like one."""
    try:
        return bool(addresses_of(mime))
    except Refused:
        return True
