"""The brief's settings and its issues: which parts, which judgements, how deep, what went out."""

from collections.abc import Sequence

from evidence_board.brief.case import key_judgements_of
from evidence_board.brief.plan import BY_NAME, plan_of
from evidence_board.model.brief_plan import BriefPlan, Depth, Paper
from evidence_board.model.claim import Claim, ClaimKind
from evidence_board.model.issue import Issue
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

OURS: tuple[ClaimKind, ...] = ("judgement", "hypothesis")
"""Claims of these kinds are judged in the brief's own name."""


def choose_part(project: Project, name: str, *, wanted: bool) -> None:
    """Take a part into the brief or leave it out; ValueError where it cannot be left out."""
    choice = BY_NAME[name]
    if choice.fixed and not wanted:
        raise ValueError(f"“{choice.title}” belongs to every brief and cannot be left out.")
    held = plan_of(project)
    out = tuple(one for one in held.left_out if one != name)
    verb = "Take part in" if wanted else "Leave part out"
    _set(project, f"{verb}: {choice.title}", left_out=out if wanted else (*out, name))


def order_parts(project: Project, names: Sequence[str], moved: str) -> None:
    """Give the parts another order; `moved` is the one for which a person did it."""
    _set(project, f"Move part: {BY_NAME[moved].title}", parts=tuple(names))


def set_depth(project: Project, depth: Depth) -> None:
    """Set how much the brief has."""
    _set(project, "Set depth of brief", depth=depth)


def set_paper(project: Project, paper: Paper) -> None:
    """Set the paper of the brief."""
    _set(project, "Set paper of brief", paper=paper)


def set_audience(project: Project, words: str) -> None:
    """Set the note to the reader."""
    _set(project, "Write note to the reader", audience=words.strip())


def set_distribution(project: Project, words: str) -> None:
    """Set for whom the brief is."""
    with project.transaction("Set distribution") as tx:
        tx.update(project.record, distribution=words.strip())


def choose_judgement(project: Project, claim: str, *, wanted: bool, place: int = -1) -> None:
    """Make a claim a key judgement, at a place among them (else the last), or take it from them.

    ValueError where it is no judgement of ours, or withdrawn.
    """
    chosen = project.get(Claim, claim)
    ids = [one.id for one in key_judgements_of(project) if one.id != claim]
    if not wanted:
        if not ids:
            raise ValueError(
                f"{chosen.mark} is the only key judgement. Choose another one before you take it "
                "out."
            )
        _rank(project, f"Take {chosen.mark} from the key judgements", ids)
        return
    if chosen.kind not in OURS:
        raise ValueError(
            f"{chosen.mark} is not a judgement. Make it one first: a brief judges in its own name."
        )
    if chosen.status == "withdrawn":
        raise ValueError(f"{chosen.mark} is withdrawn. Open it again first.")
    ids.insert(len(ids) if place < 0 else place, claim)
    _rank(project, f"Make {chosen.mark} a key judgement", ids)


def is_key_judgement(project: Project, claim: Claim) -> bool:
    """Whether a claim is a key judgement: by its rank or, while none has one, as judged."""
    if claim.kind not in OURS or claim.status == "withdrawn":
        return False
    if claim.rank is not None or claim.likelihood is None:
        return claim.rank is not None
    (ranks,) = project.columns(Claim, "rank")
    return all(rank is None for rank in ranks) or claim.id in {
        one.id for one in key_judgements_of(project)
    }


def order_judgements(project: Project, ids: Sequence[str], moved: str) -> None:
    """Give the key judgements another order; `moved` is the one for which a person did it."""
    _rank(project, f"Move key judgement {project.get(Claim, moved).mark}", ids)


def keep_issue(project: Project, issue: Issue, file_name: str, sha256: str) -> Issue:
    """Keep an issue whose file was written, with the SHA-256 of its bytes, as one step.

    ValueError if there is one with its number by now.
    """
    kept = issue.replace(file_name=file_name, sha256=sha256)
    with project.transaction(f"Issue brief {issue.number}") as tx:
        if tx.has_number(Issue, issue.number):
            raise ValueError(f"There is an issue {issue.number} already. Issue the brief again.")
        return tx.add(kept)


def _set(project: Project, label: str, **fields: object) -> None:
    held = next(iter(project.all(BriefPlan)), None)
    with project.transaction(label) as tx:
        if held is None:
            tx.add(BriefPlan.validated(fields))
        else:
            tx.update(held, **fields)


def _rank(project: Project, label: str, ids: Sequence[str]) -> None:
    """Let these claims be the key judgements, in this order."""
    ranks = {id: float(place) for place, id in enumerate(ids, 1)}
    with project.transaction(label) as tx:
        _write_ranks(tx, project.all(Claim), ranks)


def _write_ranks(tx: Transaction, claims: Sequence[Claim], ranks: dict[str, float]) -> None:
    for claim in claims:
        if claim.rank != ranks.get(claim.id):
            tx.update(claim, rank=ranks.get(claim.id))
