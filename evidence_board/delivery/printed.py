"""The state that a brief prints at the foot of each page, read back."""

import re
from collections.abc import Iterator, Sequence

from evidence_board.delivery.verification import Finding

_PRINTED = re.compile(r"Project state\s+((?:[0-9a-f]{4}\s){2}[0-9a-f]{4})\b")


def printed_states(pages: Sequence[str]) -> tuple[str, ...]:
    """Return the first letters of states at the feet of pages, each once."""
    found = [on_page(words) for words in pages]
    return tuple(dict.fromkeys(state for state in found if state))


def on_page(words: str) -> str:
    """Return the first twelve letters of the state at the foot of a page; empty without one."""
    states = _PRINTED.findall(words)
    return " ".join(states[-1].split()) if states else ""


def wrong_states(pages: Sequence[str], state: str) -> Iterator[Finding]:
    """Yield the pages that name no state, or another one."""
    for number, words in enumerate(pages, 1):
        printed = on_page(words)
        if printed.replace(" ", "") != state[:12]:
            said = f"Page {number} prints {printed or 'no state'}, its stamp names {state[:12]}."
            yield Finding("text", f"page {number}", said)
