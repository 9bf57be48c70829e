"""Marking texts for translation where they stand in a table."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return ``text``: the name tells the translation tools to take it up under the context.

    As Qt's function of this name, which has no type.
    """
    return text
