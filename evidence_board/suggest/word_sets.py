"""Sets of words, written out as lines of text."""


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of these lines."""
    return frozenset(" ".join(lines).split())
