"""How cards and lines are read aloud: what they are and say, in one order for all."""

from collections import Counter

import numpy as np

from evidence_board.model.link_types import LINK_TYPES
from evidence_board.ui.canvas.faces import Face, tr
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.canvas.ties import Tie
from evidence_board.ui.naming import short_of


def card_name(face: Face, *, selected: bool, lines: str = "") -> str:
    """Return kind, mark, title, likelihood, confidence, lines, origins, state: in this order.

    ``lines`` says what is drawn to the card, as `lines_told` does.
    """
    noted = face.kind in ("note", "indicator")  # whose cards name the kind and the mark apart
    kind, mark = (face.mark, face.aside) if noted else (_kind_words()[face.kind], face.mark)
    parts = []
    if face.likelihood:
        parts.append(face.likelihood)
    if face.confidence:
        parts.append(tr("Confidence {0}").format(face.confidence))
    if face.unfinished:
        parts.append(tr("Reason missing"))
    if face.misfit:
        parts.append(tr("does not fit"))
    parts.append(lines)
    if face.badge is not None:
        parts.append(face.badge.text)
    parts += ["" if noted else face.aside, face.state, face.meta, face.lost, *face.tags]
    if face.locked:
        parts.append(tr("Locked"))
    if selected:
        parts.append(tr("Selected"))
    head = [_ended(f"{kind} {mark}".strip()), _ended(face.title)]
    return " ".join((*head, *(_ended(part[:1].upper() + part[1:]) for part in parts if part)))


def lines_told(sheet: Sheet, row: int) -> str:
    """Return how many links speak for and against a card, or what a note is about."""
    lines, own = sheet.layout.lines, sheet.layout.records[row]
    ties = [lines.ties[one] for one in lines.of_cards(np.array([row]), len(sheet.layout.ids))]
    about = [tie.end for tie in ties if tie.kind == "remark" and tie.start == own]
    if about:
        return tr("About {0}").format(short_of(sheet.project.find(about[0]), sheet.project))
    counted = Counter(tie.type for tie in ties if tie.kind == "link" and tie.end == own)
    weighing = (kind for kind in LINK_TYPES if kind.effect != "none" and counted[kind.key])
    return ", ".join(f"{counted[kind.key]} {kind.word}" for kind in weighing)


def line_name(sheet: Sheet, tie: Tie, *, selected: bool) -> str:
    """Return what a line says, from where to where, why, and how strongly."""
    project = sheet.project
    start, end = (short_of(project.find(id), project) for id in (tie.start, tie.end))
    parts = [tie.word, tr("{0} to {1}").format(start, end)]
    reason = getattr(project.find(tie.id), "reason", "")
    if reason:
        parts.append(tr("reason: {0}").format(" ".join(str(reason).split())))
    elif tie.unreasoned:
        parts.append(tr("no reason"))
    if tie.kind == "link" and tie.weight != "moderate":
        parts.append(tie.weight)
    if tie.group:
        parts.append(tr("linked premises"))
    told = _ended(", ".join(part.rstrip(".") for part in parts))
    return f"{told} {tr('Selected')}." if selected else told


def _ended(part: str) -> str:
    """Return words that end as a sentence does, for a voice to pause."""
    return part if part.endswith(("?", "!", "…")) else f"{part.rstrip('.')}."


def _kind_words() -> dict[str, str]:
    return {
        "claim": tr("Claim"),
        "hypothesis": tr("Hypothesis"),
        "source": tr("Source"),
        "origin": tr("Origin"),
        "actor": tr("Person"),
        "excerpt": tr("Excerpt"),
        "gap": tr("Question"),
        "placeholder": tr("Card"),
        "image": tr("Image"),
    }
