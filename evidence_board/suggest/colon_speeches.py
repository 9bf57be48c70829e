"""Quotations that no verb of saying tells of, after a colon."""

from evidence_board.suggest.cast import Cast
from evidence_board.suggest.contents import Content
from evidence_board.suggest.main_subjects import SUBJECT, main_subject
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.suggestion import span_of, trimmed
from evidence_board.suggest.tokens import Words

_FEWEST_WORDS = 4


def after_colon(reading: Reading, words: Words, cast: Cast) -> Said | None:
    """Return what the subject speaks after a colon, as in: the mayor was blunt: “We will not.”."""
    colon = words.letters.find(":")
    if colon < 3 or words.letters[colon + 1 : colon + 2] != "“":
        return None
    quotation = reading.quotation_at(words.tokens[colon + 1].start)
    if (
        quotation is None
        or len(reading.text[quotation.start : quotation.end].split()) < _FEWEST_WORDS
    ):
        return None
    subject = SUBJECT.match(words.letters)
    speaker = main_subject(reading.text, words, cast)
    if subject is None or speaker is None or subject.end() >= colon or speaker.sort == "pronoun":
        return None
    verb = words.tokens[subject.end()]
    if verb.letter not in "abrxv" or speaker.sort == "document":
        return None
    inner = trimmed(reading.text, quotation.inner_start, quotation.inner_end, " ,;")
    cue = span_of(reading.text, verb.start, verb.end)
    return Said(speaker, cue, Content(inner, quoted=True), None)
