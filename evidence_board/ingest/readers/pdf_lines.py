"""Lines of a page to paragraphs: where one goes on in the next, by its place and its length."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

_WIDE_STEP = 1.35
_ENDED = re.compile(r"[.!?:…][\"'”’)\]]*$")
_BULLET = re.compile(r"^(?:[•‣▪●◦·]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)")


@dataclass(frozen=True)
class Line:
    """A line of a page: its words, and its place in points from the lower left corner.

    `divided` says that a word goes on in the next line, after a hyphen.
    """

    words: str
    left: float
    right: float
    height: float
    size: float
    divided: bool = False


def flowed(lines: Sequence[Line]) -> str:
    """Return the text of a page: lines of one paragraph joined, a blank line between paragraphs.

    Words divided at the end of a line are joined, with their hyphen where the page writes them
    so elsewhere.
    """
    return "".join(parts_of(lines))


def parts_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the text of a page in parts: the words of each line, and what stands behind them."""
    if not lines:
        return ()
    step = _usual_step(lines)
    whole = " ".join(one.words for one in lines).casefold()
    parts = [lines[0].words]
    for before, after in pairwise(lines):
        if _goes_on(before, after, step):
            parts.append(_joint(before, after, whole))
        else:
            parts.append(
                "-" * before.divided + ("\n" if _is_close(before, after, step) else "\n\n")
            )
        parts.append(after.words)
    return (*parts, "-" * lines[-1].divided + "\n")


def _usual_step(lines: Sequence[Line]) -> float:
    steps = [one.height - other.height for one, other in pairwise(lines)]
    down = [step for step in steps if 0.5 * lines[0].size < step < 4 * max(lines[0].size, 6.0)]
    return median_low(down) if down else 1.2 * lines[0].size


def _is_close(before: Line, after: Line, step: float) -> bool:
    return 0 <= before.height - after.height <= _WIDE_STEP * step


def _goes_on(before: Line, after: Line, step: float) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    if after.height > before.height + step:  # the next column
        return after.words[:1].islower() and not _ENDED.search(before.words)
    if not 0.3 * step < before.height - after.height <= _WIDE_STEP * step:
        return False
    if abs(before.size - after.size) > 0.15 * max(before.size, after.size):
        return False
    if before.divided:
        return True
    if _BULLET.match(after.words) or after.left > before.left + 0.9 * after.size:
        return False
    width = max(before.right, after.right) - min(before.left, after.left)
    return before.right >= max(before.right, after.right) - 0.18 * width


def _joint(before: Line, after: Line, whole: str) -> str:
    """Return what stands between two lines of a paragraph."""
    if not before.divided:
        return " "
    first = before.words.split()[-1].casefold().strip("“”\"'(")
    rest = after.words.split()[0].casefold().rstrip(".,;:!?”)")
    with_hyphen = f"{first}-{rest}"
    return "-" if with_hyphen in whole or not after.words[:1].islower() else ""
