"""The verbs of lineage: who rests on whom, who took back what, which origins are independent."""

import argparse
import re
from collections.abc import Callable
from typing import get_args

from evidence_board.analysis.closure import Counts, closed
from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.origins import origins_of
from evidence_board.analysis.retraction import Recounted, recounted_words
from evidence_board.analysis.verdicts import counted_as
from evidence_board.commands import chains, groups, independence, retracting, tracing
from evidence_board.commands.chains import Teller
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.independence import Relation
from evidence_board.model.link_types import CitationKind
from evidence_board.model.source import OriginGroup, Source, Standing
from evidence_board.project.project import Project
from evidence_board.verbs.origins import counted_plain
from evidence_board.verbs.verb import Failed, Verbs, add_verb, id_of, opened, tell

_MARK = re.compile(r"[SC]\d+")
_SOURCE = "a source: its id, its mark such as S3, or its name"
_ORIGIN = f"{_SOURCE}; or an origin group: its id or its label"
Act = Callable[[Project], object]


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    made = add_verb(verbs, "cite", cite, json_option=True)
    made.add_argument("source", metavar="SOURCE", help=_SOURCE)
    made.add_argument("upstream", metavar="UPSTREAM", help=f"{_SOURCE}; a new name is added")
    made.add_argument("--type", choices=get_args(CitationKind), default="relays")
    made.add_argument("--reason", default="", help="by what that is known")
    made = add_verb(verbs, "cut", cut, json_option=True)
    made.add_argument("source", metavar="SOURCE", help=_SOURCE)
    made.add_argument("upstream", metavar="UPSTREAM", help=_SOURCE)
    made = add_verb(verbs, "chain", chain, json_option=True)
    made.add_argument("claim", metavar="CLAIM", help="id or mark of a claim")
    made.add_argument("carrier", metavar="CARRIER", help=f"{_SOURCE}, that states the claim")
    made.add_argument(
        "behind", nargs="*", metavar="BEHIND", help="who told it, nearest first, the origin last"
    )
    made = add_verb(verbs, "standing", standing, json_option=True)
    made.add_argument("source", metavar="SOURCE", help=_SOURCE)
    made.add_argument("standing", choices=get_args(Standing))
    made.add_argument("--words", default="", help="where that stands: date and words of the note")
    made = add_verb(verbs, "independence", independent, json_option=True)
    made.add_argument("one", metavar="ONE", help=_ORIGIN)
    made.add_argument("other", metavar="OTHER", help=_ORIGIN)
    made.add_argument("verdict", choices=(*get_args(Relation), "apart", "unjudged"))
    made.add_argument("--reason", default="", help="why; needed but for apart and unjudged")
    made.add_argument("--label", default="", help="of the group that what is shared becomes")


def cite(options: argparse.Namespace) -> int:
    """Let a source rest on another one, for all claims; say which claims count otherwise by that.

    UPSTREAM may be a new name: such a source is an origin until it is known better.
    """

    def act(project: Project) -> object:
        upstream = _known(project, options.upstream)
        nearer = _source(project, options.source).id
        to = upstream.id if upstream else options.upstream
        if to == nearer:
            raise Failed("A source cannot rest on itself. Choose another source.")
        return tracing.cite(project, nearer, to, options.type, options.reason)

    return _done(options, act)


def cut(options: argparse.Namespace) -> int:
    """Cut the step from a source to what it rests on: citations, and the chains of all claims."""

    def act(project: Project) -> object:
        ends = _source(project, options.source).id, _source(project, options.upstream).id
        claims = tuple(one.id for one in project.all(Claim))
        try:
            return tracing.cut(project, tracing.Step(*ends, claims))
        except ValueError as error:
            words = f"{options.source} does not rest on {options.upstream}. Nothing was cut."
            raise Failed(words) from error

    return _done(options, act)


def chain(options: argparse.Namespace) -> int:
    """Say through whom a carrier has a claim, from the carrier to the origin; nobody clears it.

    Names that no source has are added, the last one as an origin, the others as relays.
    """

    def act(project: Project) -> object:
        claim, carrier = _claim(project, options.claim), _source(project, options.carrier)
        said = [
            one
            for one in project.referrers(claim.id)
            if isinstance(one, Assertion) and (one.claim, one.source) == (claim.id, carrier.id)
        ]
        if not said:
            raise Failed(f"{carrier.mark} does not state {claim.mark}. Tie it to the claim first.")
        behind = [_teller(project, one) for one in options.behind]
        members = (carrier.id, *behind) if behind else ()
        return chains.set_chains(project, said, members)

    return _done(options, act)


def standing(options: argparse.Namespace) -> int:
    """Mark that a source retracted or corrected what it said, or that it is current again.

    What was retracted is kept and counts no more; the claims that count otherwise are listed.
    """

    def act(project: Project) -> object:
        source = _source(project, options.source)
        return retracting.mark(project, source, options.standing, options.words)

    return _done(options, act)


def independent(options: argparse.Namespace) -> int:
    """Judge whether two origins are independent: shared, assumed or shown, each with a reason.

    What is shared becomes one group; apart takes a group apart, unjudged takes a verdict back.
    """

    def act(project: Project) -> None:
        one, other = (_origin(project, word) for word in (options.one, options.other))
        match options.verdict:
            case "apart":
                _take_apart(project, one, other)
            case "unjudged":
                independence.take_back(project, one, other)
            case verdict:
                told = verdict, options.reason, options.label
                independence.judge(project, one, other, *told)

    return _done(options, act)


def _done(options: argparse.Namespace, act: Act) -> int:
    """Do it, and say under which step it stands and which claims count otherwise."""
    with opened(options.file) as project:
        before = _counts(project)
        act(project)
        after = _counts(project)
        found = [
            Recounted(id, before[id], now)
            for id, now in after.items()
            if id in before and before[id] != now
        ]
        step = project.undo_label or ""
        words = recounted_words(project, found)
    plain = {
        "step": step,
        "recounted": [
            {
                "claim": one.claim,
                "before": counted_plain(one.before),
                "after": counted_plain(one.after),
            }
            for one in found
        ],
    }
    told = f"Origins recounted: {words}." if words else "No claim counts otherwise."
    tell(options, plain, f"{step}. {told}")
    return 0


def _counts(project: Project) -> Counts:
    return closed(project, origins_of(project))


def _take_apart(project: Project, one: str, other: str) -> None:
    ground = ground_of(project)
    both = {counted_as(id, ground) for id in (one, other)}
    group = both.pop()
    if both or not isinstance(project.find(group), OriginGroup):
        raise Failed("These two are not in one origin group. Nothing is to be taken apart.")
    groups.take_apart(project, group)


def _claim(project: Project, word: str) -> Claim:
    found = project.find(id_of(project, word))
    if not isinstance(found, Claim):
        raise Failed(f"There is no claim {word}. `show --json` lists the claims.")
    return found


def _source(project: Project, word: str) -> Source:
    found = _known(project, word)
    if found is None:
        raise Failed(f"There is no source {word}. `show --json` lists the sources.")
    return found


def _known(project: Project, word: str) -> Source | None:
    """Return the source that is meant; a mark that none has is no new name."""
    found = project.find(id_of(project, word)) or chains.known(project, word)
    if isinstance(found, Source):
        return found
    if found is not None or _MARK.fullmatch(word):
        raise Failed(f"There is no source {word}. `show --json` lists the sources.")
    return None


def _teller(project: Project, word: str) -> str | Teller:
    found = _known(project, word)
    return found.id if found else Teller(word)


def _origin(project: Project, word: str) -> str:
    """Return the id of the source or origin group that is meant."""
    named = (one for one in project.all(OriginGroup) if word in (one.id, one.label))
    group = next(named, None)
    return group.id if group else _source(project, word).id
