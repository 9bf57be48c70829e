"""Files that travel inside a brief."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Attachment:
    """A JSON file inside a PDF: its name, its text, what it is in words."""

    name: str
    text: str
    description: str
