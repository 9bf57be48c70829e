"""Files against origins in words: the badge and the sentence that stand with a claim."""

from collections.abc import Sequence

from evidence_board.analysis.origins import Origins
from evidence_board.analysis.verdicts import Paired, tally
from evidence_board.brief.values import Badge, BadgeState
from evidence_board.brief.wording import counted, ended


def badge(count: Origins | None) -> Badge:
    """Return the badge: "5 sources, 1 origin", a range where an origin is unknown."""
    if count is None or (count.files == 0 and count.n_max == 0 and not count.circular):
        return Badge("none", "no source")
    files = counted(count.files, "source")
    if count.circular and count.n_max == 0:
        return Badge("circular", f"circular: {files}")
    span = f"{count.n_min}–{count.n_max} origins"
    exact = counted(count.n_min, "origin")
    return Badge(_state(count), f"{files}, {exact if count.n_min == count.n_max else span}")


def single_points(count: Origins | None) -> tuple[str, ...]:
    """Return the origin without which nothing would be left, if there is only one."""
    return count.groups if count is not None and count.n_min == count.n_max == 1 else ()


def origins_sentence(count: Origins | None) -> str:
    """Return in one sentence what the claim rests on."""
    if count is None or (count.files == 0 and count.n_max == 0 and not count.circular):
        return "No source stands behind it."
    files = counted(count.files, "source")
    if count.n_max == 0:
        loop = ", and their chains only lead back to each other" if count.circular else ""
        return f"{files}, no identified origin{loop}."
    if count.n_min == count.n_max:
        return f"{files}, {counted(count.n_min, 'independent origin')}."
    unknown = count.n_max - count.n_min
    return (
        f"{files}, {count.n_min} to {count.n_max} independent origins: "
        f"{counted(unknown, 'origin')} {'is' if unknown == 1 else 'are'} not known."
    )


def independence_sentence(pairs: Sequence[Paired]) -> str:
    """Return on what it rests that origins count apart; nothing where there is only one."""
    if not pairs:
        return ""
    if len(pairs) == 1:
        (pair,) = pairs
        if pair.verdict is None:
            return "Whether the two are independent is not judged."
        return f"That the two are independent is {pair.verdict}: {ended(pair.reason)}"
    found = tally(pairs)
    told = [
        f"{number} {word}"
        for number, word in (
            (found.shown, "shown"),
            (found.assumed, "assumed"),
            (found.unjudged, "not judged"),
        )
        if number
    ]
    return f"Independence of their {len(pairs)} pairs: {', '.join(told)}."


def _state(count: Origins) -> BadgeState:
    if count.n_max > count.n_min:
        return "range"
    if count.n_min == 0:
        return "zero"
    return "one" if count.n_min == 1 else "many"
