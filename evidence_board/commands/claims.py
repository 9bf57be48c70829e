"""Making claims: from marked words, or written by the analyst."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import JsonValue

from evidence_board.commands import chains, placing
from evidence_board.commands.chains import Teller
from evidence_board.model.assertion import Assertion, Basis, Mode
from evidence_board.model.claim import Claim, ClaimKind
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.scales import Factuality
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction


@dataclass(frozen=True)
class Saying:
    """How a source states a claim: through whom behind the carrier, in what manner, how surely."""

    tellers: tuple[Teller, ...] = ()
    mode: Mode | None = None
    factuality: Factuality | None = None
    hedge: str = ""
    partial: bool = False
    basis: Basis = "stated"


@dataclass(frozen=True)
class Particulars:
    """When, where and how much a claim is about; dates are EDTF."""

    event: str | None = None
    stated: str | None = None
    place: str = ""
    quantity: Mapping[str, JsonValue] = field(default_factory=dict)


PLAIN, NO_PARTICULARS = Saying(), Particulars()


def mark(
    project: Project,
    excerpt: Excerpt,
    text: str | None = None,
    *,
    saying: Saying = PLAIN,
    particulars: Particulars = NO_PARTICULARS,
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> Claim:
    """Make a claim that rests on marked words; its text is the words unless another is given."""
    with project.transaction("Make claim from words") as tx:
        words = text if text is not None else one_line(excerpt.exact)
        claim = new(tx, project, words, "reported", particulars)
        _assert(tx, claim, excerpt, saying)
        placing.put(tx, claim.id, board, x, y)
    return claim


def complete(project: Project, claim: Claim, saying: Saying, particulars: Particulars) -> Claim:
    """Give a claim that was made from words who says it and how, and when, where and how much."""
    with project.transaction("Make claim from words") as tx:
        for said in tx.referrers(claim.id):
            if isinstance(said, Assertion):
                tx.update(said, **_said(tx, said.source, saying))
        return tx.update(claim, **_about(particulars))


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


def attach(project: Project, claim: Claim, excerpt: Excerpt, saying: Saying = PLAIN) -> Assertion:
    """Tie further words to a claim."""
    with project.transaction("Add words to claim") as tx:
        return _assert(tx, claim, excerpt, saying)


def excerpt(project: Project, marked: Excerpt) -> Excerpt:
    """Keep marked words without a claim; the same words twice are one excerpt."""
    with project.transaction("Mark excerpt") as tx:
        return kept(tx, marked)


def one_line(words: str) -> str:
    """Return words on one line, without the spaces around them."""
    return " ".join(words.split())


def new(
    tx: Transaction,
    project: Project,
    text: str,
    kind: ClaimKind,
    particulars: Particulars = NO_PARTICULARS,
) -> Claim:
    """Store a claim inside a transaction; ValueError if it has no words."""
    if not text.strip():
        raise ValueError("A claim needs words. Write what is claimed.")
    made = {"made_at": project.now(), "made_by": project.author, **_about(particulars)}
    return tx.add(Claim.validated({"text": text.strip(), "kind": kind, **made}))


def _assert(tx: Transaction, claim: Claim, marked: Excerpt, saying: Saying) -> Assertion:
    held = kept(tx, marked)
    fields = _said(tx, held.source, saying)
    said = {"claim": claim.id, "excerpt": held.id, "source": held.source, **fields}
    return tx.add(Assertion.validated(said))


def _said(tx: Transaction, carrier: str, saying: Saying) -> dict[str, object]:
    members: tuple[str | Teller, ...] = (carrier, *saying.tellers)
    return {
        "chain": chains.stored(tx, carrier, members),
        "mode": saying.mode,
        "factuality": saying.factuality,
        "hedge": saying.hedge.strip(),
        "partial": saying.partial,
        "basis": saying.basis,
    }


def _about(particulars: Particulars) -> dict[str, object]:
    return {
        "event": particulars.event,
        "stated": particulars.stated,
        "place": particulars.place.strip(),
        "quantity": dict(particulars.quantity),
    }


def kept(tx: Transaction, marked: Excerpt) -> Excerpt:
    """Store an excerpt inside a transaction; the same words twice are one excerpt."""
    for one in tx.referrers(marked.source):
        if isinstance(one, Excerpt) and _same_words(one, marked):
            return one
    return tx.add(marked)


def _same_words(one: Excerpt, other: Excerpt) -> bool:
    places = [(e.capture, e.start, e.end, e.page, e.region) for e in (one, other)]
    return places[0] == places[1]
