"""The verb of independent origins: on how many claims rest, and what they fall with."""

import argparse
from dataclasses import dataclass

from evidence_board.analysis.independence import Independence, independence_of
from evidence_board.analysis.lineage import Ground, ground_of
from evidence_board.analysis.origins import Origins
from evidence_board.analysis.retraction import Recounted, fallen, recounted_words, withdrawn
from evidence_board.analysis.titles import line_of, mark_of, short
from evidence_board.analysis.verdicts import Paired, Verdicts, pairs_of, verdicts_of
from evidence_board.brief.origins import independence_sentence, origins_sentence
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from evidence_board.verbs.verb import Failed, Verbs, add_verb, id_of, opened, tell

_MUTABLE = (Source, OriginGroup, Link)


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    made = add_verb(verbs, "origins", origins, json_option=True)
    made.add_argument("claim", nargs="?", metavar="CLAIM", help="only this claim (id or mark)")
    made.add_argument(
        "--mute", action="append", metavar="ID", default=[], help="count as if this were gone"
    )


def origins(options: argparse.Namespace) -> int:
    """Print on how many independent origins claims rest, and what they fall with.

    A judgement counts the origins of what supports it. With --mute a source, origin, group or link
    counts as gone, and what rests on it alone with it; nothing is written.
    """
    with opened(options.file, read_only=True) as project:
        gone = frozenset(_muted(project, word) for word in options.mute)
        ground = ground_of(project).without(gone)
        verdicts = verdicts_of(project, ground)
        found = [_found(project, one, ground, verdicts) for one in _asked(project, options.claim)]
        taken = [_Withdrawn(one, fallen(project, one.id, ground)) for one in withdrawn(project)]
        lines = [line for one in found for line in one.lines(project)]
        lines += [one.line(project) for one in taken]
    plain = {
        "claims": [one.plain() for one in found],
        "withdrawn": [one.plain() for one in taken],
    }
    tell(options, plain, "\n".join(lines) or "No claims.")
    return 0


def _found(project: Project, claim: Claim, ground: Ground, verdicts: Verdicts) -> "_Found":
    independence = independence_of(project, claim.id, ground)
    return _Found(claim, independence, pairs_of(independence.origins.groups, verdicts))


def _asked(project: Project, word: str | None) -> tuple[Claim, ...]:
    if word is None:
        return project.all(Claim)
    found = project.find(id_of(project, word))
    if not isinstance(found, Claim):
        raise Failed(f"There is no claim {word}. `show --json` lists the claims.")
    return (found,)


def _muted(project: Project, word: str) -> str:
    found = project.find(id_of(project, word))
    if not isinstance(found, _MUTABLE):
        raise Failed(
            f"There is no source, origin group or link {word} to mute. `show --json` lists them."
        )
    return found.id


@dataclass(frozen=True)
class _Found:
    claim: Claim
    independence: Independence
    pairs: tuple[Paired, ...]

    def plain(self) -> dict[str, object]:
        """Return it as the JSON document has it."""
        found, origins = self.independence, self.independence.origins
        return {
            "claim": self.claim.id,
            "files": origins.files,
            "n_min": origins.n_min,
            "n_max": origins.n_max,
            "groups": origins.groups,
            "unattributed": origins.unattributed,
            "single_points": found.single_points,
            "cut_origins": found.cut_origins,
            "cut_carriers": found.cut_carriers,
            "cut_any": found.cut_any,
            "circular": origins.circular,
            "n_min_strict": found.n_min_strict,
            "observed": found.observed,
            "asserted": found.asserted,
            "independence": [
                {"one": x.one, "other": x.other, "verdict": x.verdict, "reason": x.reason}
                for x in self.pairs
            ],
        }

    def lines(self, project: Project) -> list[str]:
        """Return it in words: the claim, its origins, and what it falls with."""
        single = [_named(project, one) for one in _apart(project, self.independence)]
        told = [
            f"{self.claim.mark}  {short(self.claim.text)}",
            f"    {origins_sentence(self.independence.origins)}",
        ]
        if single:
            told.append(f"    Falls with: {', '.join(single)}.")
        if self.pairs:
            told.append(f"    {independence_sentence(self.pairs)}")
        return told


@dataclass(frozen=True)
class _Withdrawn:
    """A source that retracted or corrected what it said, and what is or would be recounted."""

    source: Source
    claims: tuple[Recounted, ...]

    def plain(self) -> dict[str, object]:
        """Return it as the JSON document has it."""
        return {
            "source": self.source.id,
            "standing": self.source.standing,
            "claims": [
                {
                    "claim": one.claim,
                    "before": counted_plain(one.before),
                    "after": counted_plain(one.after),
                }
                for one in self.claims
            ],
        }

    def line(self, project: Project) -> str:
        """Return it in words."""
        told = recounted_words(project, self.claims) or "no claim rests on less"
        verb = "recounted" if self.source.standing == "retracted" else "without it"
        return f"{self.source.mark} {self.source.standing}; {verb}: {told}."


def counted_plain(origins: Origins) -> dict[str, object]:
    """Return a count as the JSON document has it where two are compared."""
    return {"files": origins.files, "n_min": origins.n_min, "n_max": origins.n_max}


def _apart(project: Project, independence: Independence) -> list[str]:
    """Return the single points of failure, a group of one of them left out."""
    points = independence.single_points
    sources = [one for one in map(project.find, points) if isinstance(one, Source)]
    groups = {one.group for one in sources}
    return [one for one in points if one not in groups]


def _named(project: Project, id: str) -> str:
    found = project.find(id)
    if isinstance(found, OriginGroup):
        return found.label
    return f"{mark_of(found)} {line_of(found, project)}" if found is not None else id
