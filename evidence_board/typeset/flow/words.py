"""Values that many parts share, as runs: references, grades, likelihood, confidence, origins."""

from collections.abc import Iterator, Sequence

from evidence_board.brief.content import Brief
from evidence_board.brief.values import Badge, Grade, Likelihood, Reference, Sentence
from evidence_board.typeset.blocks import (
    Block,
    Heading,
    Line,
    Paragraph,
    Run,
    foreign,
    joined,
    said,
)
from evidence_board.typeset.characters import StandIns, shows


def running(brief: Brief) -> str:
    """Return the short title that runs along, which says of a draft that it is one."""
    title = StandIns(shows, breaks=False).printed(brief.running)
    return title if brief.issue else f"Draft · {title}"


def mark(reference: Reference) -> Line:
    """Return a mark that leads to where it is described."""
    return (Run(reference.mark, to=reference.to),)


def marks(references: Sequence[Reference]) -> Line:
    """Return marks with commas between them; a dash where there are none."""
    return joined([mark(one) for one in references], ", ") or said("–")


def sentence(whole: Sentence) -> Line:
    """Return a sentence with its term stressed.

    After a term come words of ours up to the colon; those of the claim may run the other way, and
    must not take ours along.
    """
    if not whole.term:
        return (*foreign(whole.lead), *foreign(whole.tail))
    ours, colon, theirs = whole.tail.partition(": ")
    stressed = (*said(whole.lead), *said(whole.term, "strong"))
    return (*stressed, *said(ours + colon), *foreign(theirs))


def grade(held: Grade) -> Line:
    """Return a grade as letter and digit, a dash for what nobody has given."""
    return (Run(f"{held.letter or '–'}{held.digit or '–'}", "code"),)


def letter(held: Grade) -> Line:
    """Return the letter of a grade alone."""
    return (Run(held.letter or "–", "code"),)


def likelihood(held: Likelihood | None) -> Line:
    """Return a likelihood with its range, or that there is none."""
    if held is None:
        return (Run("likelihood not judged", "quiet", sign="likelihood none"),)
    word = Run(held.word, "strong", sign=f"likelihood {held.cell}")
    return (word, *said(f" {held.range}" if held.range else "", "quiet"))


def confidence(term: str, *, held_back: bool, named: bool = True) -> Line:
    """Return a confidence in a word or two; ``named`` says what it is, where nothing else does."""
    if held_back:
        return (Run("not yet fit for export", "warning", sign="confidence none"),)
    if not term:
        missing = "confidence not judged" if named else "not judged"
        return (Run(missing, "quiet", sign="confidence none"),)
    return (Run(f"confidence {term}" if named else term, sign=f"confidence {term}"),)


def badge(held: Badge) -> Line:
    """Return files against origins."""
    return (Run(held.text, sign=f"origins {held.state}"),)


def section(title: str) -> Heading:
    """Return the heading of a part."""
    return Heading(1, said(title))


def minor(title: str, level: int = 2) -> Heading:
    """Return a heading within a part."""
    return Heading(level, said(title))


def told_elsewhere(number: int, noun: str) -> Iterator[Block]:
    """Yield how many more of a sort only the full brief has; nothing where there are none."""
    if number:
        several = noun if number == 1 else f"{noun}s"
        yield Paragraph(said(f"The full brief has {number} more {several}."), "quiet")


def or_missing(text: str, missing: str) -> Line:
    """Return words, or in a warning look that they are missing."""
    return foreign(text) or (Run(missing, "warning"),)
