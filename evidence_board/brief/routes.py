"""How a statement reached us, by names: from the carrier through relays to the origin."""

from evidence_board.brief.case import Case
from evidence_board.brief.wording import capital
from evidence_board.model.assertion import Assertion
from evidence_board.model.scales import FACTUALITY
from evidence_board.model.source import Source

NOT_TRACED = "origin not traced"

_FORMS = {
    "translated quotation": "translated, so not word for word",
    "paraphrase": "paraphrase",
    "narrator attributed by context": "attributed by context",
    "narrator unattributed": "in its own voice",
    "headline": "headline only",
    "link teaser": "link teaser only",
}


def name_of(source: Source) -> str:
    """Return what a source is called in a sentence, with what is known of a nameless origin."""
    named = source.publisher or source.title
    if source.origin_kind == "anonymous":
        placed = f" ({source.affiliation})" if source.affiliation else ", affiliation not known"
        return f"{named or 'an anonymous origin'}{placed}"
    if source.origin_kind == "unknown":
        return named or "an unknown origin"
    return named or source.mark


def listed_name(source: Source) -> str:
    """Return what a source is called where its name starts a line; a name keeps its own case."""
    name = name_of(source)
    return name if source.publisher or source.title else capital(name)


def route_of(case: Case, said: Assertion) -> str:
    """Return the chain behind the carrier in words, such as "Reuters (cited only), then CSIS"."""
    chain = [source for id in said.chain if (source := case.source(id))]
    if not chain:
        return NOT_TRACED
    behind = [source for source in chain if source.id != said.source]
    if not behind:
        return "its own knowledge" if chain[-1].origin_kind == "identified" else "the source itself"
    *relays, origin = behind
    steps = [
        f"{name_of(relay)}{'' if case.held(relay.id) else ' (cited only)'}" for relay in relays
    ]
    return ", then ".join([*steps, name_of(origin)])


def speaker_of(case: Case, said: Assertion) -> str:
    """Return who said it: the origin, else the carrier with the gap told."""
    chain = [source for id in said.chain if (source := case.source(id))]
    carrier = case.source(said.source)
    own = name_of(carrier) if carrier else "a source"
    if not chain or chain[-1].origin_kind == "unattributed":
        return f"{own} (origin not named)" if chain else f"{own} ({NOT_TRACED})"
    return name_of(chain[-1])


def hedge_of(said: Assertion) -> str:
    """Return how sure the source was, such as "as probable"; empty where it was certain."""
    if said.factuality in (None, "CT+", "CT-"):
        return ""
    if said.factuality in ("CTu", "Uu"):
        return "without saying whether it is so"
    return f"as {FACTUALITY[said.factuality]}"


def remarks_of(said: Assertion) -> tuple[str, ...]:
    """Return what limits a statement: denied, in part, hedged, translated, headline only."""
    found = ["denies it"] if said.factuality == "CT-" else []
    if hedge := hedge_of(said):
        found.append(f"{hedge} (“{said.hedge}”)" if said.hedge else hedge)
    elif said.hedge:
        found.append(f"hedged: “{said.hedge}”")
    if said.partial:
        found.append("in part")
    if said.mode in _FORMS:
        found.append(_FORMS[said.mode])
    if said.basis != "stated":
        found.append(said.basis)
    return tuple(found)
