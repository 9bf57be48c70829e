"""Who speaks in the text's own name: the article itself, we, I."""

import re

from evidence_board.suggest.reading import Reading
from evidence_board.suggest.speakers import Speaker

_ITSELF = re.compile(
    r"(?:(?P<this>this)\s(?:post|page|blog|thread|website|publication|article|story"
    r"|piece|column|newspaper|paper|correspondent)"
    r"|the\s(?P<noun>article|story|piece|column|newspaper|paper|correspondent))",
    re.IGNORECASE,
)


def is_itself(reading: Reading, speaker: Speaker, place: int) -> bool:
    """Whether a text speaks of itself: this article; the article, where it told of no other."""
    found = _ITSELF.fullmatch(speaker.given)
    if found is None:
        return False
    if found["this"]:
        return True
    noun = rf"(?:[\w’-]+\s){{0,3}}{found['noun']}\b"
    another = rf"(?:\b(?:an?|another|its|his|her|their|one)|[’']s)\s{noun}"
    return re.search(another, reading.text[:place], re.IGNORECASE) is None


def is_of_others(speaker: Speaker) -> bool:
    """Whether a speaker is somebody else than the writer."""
    return speaker.given.casefold() not in ("we", "i", "you")
