"""What changed since the last issue, and what moved it."""

from collections.abc import Iterator

from evidence_board.brief.parts.changes import NEW, ChangedJudgement, Changes
from evidence_board.typeset.blocks import Block, Cell, Paragraph, Table, foreign, said
from evidence_board.typeset.flow.words import mark, marks, minor, told_elsewhere


def changes(part: Changes) -> Iterator[Block]:
    """Yield each judgement with its change."""
    title = f"What changed since issue {part.number}"
    yield minor(title)
    yield Paragraph(said(f"Issue {part.number} went out on {part.issued}."), "quiet")
    rows = tuple(_row(row) for row in part.rows)
    yield Table(title, ("", "Judgement", "What moved it"), rows, (14, 43, 43))
    yield from told_elsewhere(part.more, "judgement")


def _row(row: ChangedJudgement) -> tuple[Cell, ...]:
    judgement = (*mark(row.claim), *said(" "), *foreign(row.text))
    return (said(row.change, "strong"),), (judgement,), _moved(row)


def _moved(row: ChangedJudgement) -> Cell:
    """Return what moved a judgement; where nothing did, that."""
    lines = [foreign(one) for one in row.sentences]
    if row.came:
        lead = "Behind it: " if row.change == NEW else "New behind it: "
        lines.append((*said(lead, "quiet"), *marks(row.came)))
    if row.went:
        lines.append((*said("No longer behind it: ", "quiet"), *marks(row.went)))
    return tuple(lines) or (said("nothing", "quiet"),)
