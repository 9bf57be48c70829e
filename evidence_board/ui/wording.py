"""Texts that people see: translating them, and marking those that stand in tables.

In a class of Qt's use ``self.tr("Text")``, elsewhere ``translate("Context", "Text")``; a table
marks its texts with ``QT_TRANSLATE_NOOP("Context", "Text")`` and translates them when it is read.
The names are those that the translation tools look for; the texts must be literals.
"""

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """Return a text in the language of the interface."""
    return QCoreApplication.translate(context, text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return ``text``: the name tells the translation tools to take it up under the context.

    As Qt's function of this name, which has no type.
    """
    return text
