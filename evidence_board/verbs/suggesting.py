"""The verb of suggestions: what the texts say of themselves and share; nothing is written."""

import argparse

from evidence_board.commands.suggesting import Suggested, over
from evidence_board.suggest.plain import plain_values
from evidence_board.verbs.verb import Verbs, add_verb, opened, tell

_WIDEST = 100


def add_verbs(verbs: Verbs) -> None:
    """Add this verb."""
    add_verb(verbs, "suggest", suggest, json_option=True)


def suggest(options: argparse.Namespace) -> int:
    """List what is proposed of the sources: who says what, hedges, figures, dates, shared words."""
    with opened(options.file, read_only=True) as project:
        found = list(over(project))
    plain = {"suggestions": [plain_values(one.source.id, one.suggestion) for one in found]}
    tell(options, plain, "\n".join([*map(_line, found), f"{len(found)} suggestions."]))
    return 0


def _line(one: Suggested) -> str:
    """Return a suggestion on one line: source, place, kind, words, and why."""
    span, words = one.suggestion.span, " ".join(one.suggestion.span.exact.split())
    shown = words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"
    place = f"{one.source.mark} {span.start}-{span.end}"
    return f"{place} {one.suggestion.kind} “{shown}”: {one.suggestion.reason}"
