"""Elements of WordprocessingML as text: nothing in a text is markup."""

import re
from xml.sax.saxutils import escape, quoteattr

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold; `blocks_of` has replaced them, file names may not say so."""

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def text(words: str) -> str:
    """Return words as content."""
    return escape(_NOT_XML.sub("\ufffd", words))


def quoted(words: str) -> str:
    """Return words as the value of an attribute, quotation marks included."""
    return quoteattr(_NOT_XML.sub("\ufffd", words))


def element(name: str, content: str = "", /, **values: str | int) -> str:
    """Return an element in the namespace of Word; so are its attributes."""
    told = "".join(f" w:{key}={quoted(str(value))}" for key, value in values.items())
    return f"<w:{name}{told}>{content}</w:{name}>" if content else f"<w:{name}{told}/>"
