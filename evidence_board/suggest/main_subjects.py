"""Whom a sentence is about, where that is somebody who can speak."""

import re

from evidence_board.suggest.cast import Cast
from evidence_board.suggest.speakers import Speaker, speaker_of
from evidence_board.suggest.tokens import Words

SUBJECT = re.compile(
    r"P|D?[aNHR]{0,6}[NHR](?:oD?[aNHR]{0,5}[NHR])?(?:&D?[aNHR]{0,4}[NH])?(?![NHR&])"
)
_PRAISED = re.compile(r"(?:ed|ing|ful|less|ous|en|ave|al|ic)$")


def main_subject(text: str, words: Words, cast: Cast) -> Speaker | None:
    """Return whom the sentence is about, where that is somebody who can speak."""
    first = 0
    if words.tokens and words.tokens[0].plain.endswith(("ed", "ing")):
        first = words.letters.find(",") + 1  # Reached by phone, she
    if words.tokens and words.tokens[0].plain in ("but", "and", "yet", "so", "still"):
        first = 1
    elif words.letters[:1] in ("o", "j"):
        comma = words.letters.find(",", 0, 12)
        first = comma + 1 if comma > 0 and "v" not in words.letters[:comma] else 0
    if re.match(r"N{3},n,", words.letters) and _PRAISED.search(words.tokens[0].plain):
        first = 1  # Heartbroken Anna Reed, 71, had
    match = SUBJECT.match(words.letters, first)
    if match is None:
        return None
    end = match.end()
    name = re.match(r",(N{2,4}),", words.letters[end:])
    if name is not None and words.letters[end - 1] != "N":
        first, end = end + 1, end + name.end() - 1  # the mayor, Anna Reed,
    speaker = speaker_of(text, words, first, end)
    if speaker is None or speaker.sort == "other":
        return None
    return cast.resolved(speaker, words.tokens[0].start)


def may_stand_for(pronoun: str, speaker: Speaker) -> bool:
    """Whether a pronoun may stand for a speaker: he for a full name, or a role of one person."""
    if pronoun == "they":
        return speaker.plural and speaker.sort == "role"
    if pronoun not in ("he", "she"):
        return False
    named = speaker.sort == "person" and " " in speaker.name
    return (named or speaker.sort == "role") and not speaker.plural
