"""Making claims: from marked words, or written by the analyst."""

from collections.abc import Sequence

from evidence_board.commands import placing
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim, ClaimKind
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.scales import scale_of
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction


def mark(
    project: Project,
    excerpt: Excerpt,
    text: str | None = None,
    *,
    chain: Sequence[str] = (),
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> Claim:
    """Make a claim that rests on marked words; its text is the words unless another is given."""
    with project.transaction("Make claim from words") as tx:
        claim = new(tx, project, text if text is not None else one_line(excerpt.exact), "reported")
        _assert(tx, claim, excerpt, chain)
        placing.put(tx, claim.id, board, x, y)
    return claim


def write(
    project: Project,
    text: str,
    *,
    kind: ClaimKind = "judgement",
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> Claim:
    """Write a claim without a source: shown as *analyst* until words carry it."""
    with project.transaction("Write claim") as tx:
        claim = new(tx, project, text, kind)
        placing.put(tx, claim.id, board, x, y)
    return claim


def attach(
    project: Project, claim: Claim, excerpt: Excerpt, *, chain: Sequence[str] = ()
) -> Assertion:
    """Tie further words to a claim."""
    with project.transaction("Add words to claim") as tx:
        return _assert(tx, claim, excerpt, chain)


def excerpt(project: Project, marked: Excerpt) -> Excerpt:
    """Keep marked words without a claim; the same words twice are one excerpt."""
    with project.transaction("Mark excerpt") as tx:
        return _excerpt(tx, marked)


def set_likelihood(project: Project, claim: Claim, word: str | None) -> Claim:
    """Set the likelihood to a term of the project's scale, with its range; None takes it away."""
    scale = scale_of(project.record.scale)
    term = scale.term(word) if word is not None else None
    if word is not None and term is None:
        raise ValueError(
            f"“{word}” is not a term of the {scale.name} scale. Choose one of its terms."
        )
    if term is not None and term.low == term.high:
        raise ValueError(f"“{term.word}” is not an estimate. Choose a term between the ends.")
    held = (term.low, term.high) if term else None
    with project.transaction("Set likelihood") as tx:
        return tx.update(claim, likelihood=term.word if term else None, likelihood_range=held)


def one_line(words: str) -> str:
    """Return words on one line, without the spaces around them."""
    return " ".join(words.split())


def new(tx: Transaction, project: Project, text: str, kind: ClaimKind) -> Claim:
    """Store a claim inside a transaction; ValueError if it has no words."""
    if not text.strip():
        raise ValueError("A claim needs words. Write what is claimed.")
    made_by = project.author
    return tx.add(Claim(text=text.strip(), kind=kind, made_at=project.now(), made_by=made_by))


def _assert(tx: Transaction, claim: Claim, marked: Excerpt, chain: Sequence[str]) -> Assertion:
    held = _excerpt(tx, marked)
    return tx.add(
        Assertion(claim=claim.id, excerpt=held.id, source=held.source, chain=tuple(chain))
    )


def _excerpt(tx: Transaction, marked: Excerpt) -> Excerpt:
    for one in tx.referrers(marked.source):
        if isinstance(one, Excerpt) and _same_words(one, marked):
            return one
    return tx.add(marked)


def _same_words(one: Excerpt, other: Excerpt) -> bool:
    places = [(e.capture, e.start, e.end, e.page, e.region) for e in (one, other)]
    return places[0] == places[1]
