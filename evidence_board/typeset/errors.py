"""What goes wrong in typesetting, for those who must not load Typst to know of it."""


class TypesetError(Exception):
    """The brief could not be typeset; the message is a sentence for the person."""
