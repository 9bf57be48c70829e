"""The words of a sentence, each with a letter for its class, so that rules can be patterns."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from evidence_board.suggest.cue_verbs import BARE_FORMS, PHRASES, PUTTING, SAYING
from evidence_board.suggest.people_words import BODIES, DOCUMENTS, OUTLETS, PERSONS, TITLES
from evidence_board.suggest.word_sets import word_set

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Rev|Hon|Sen|Rep"
    r"|Gov|St"
    r"|Jr|Sr|Engr|Atty|Supt|Insp|Det|Brig|Fr|Inc|Ltd|Co|Corp)\.(?=\s)|[A-Z]\.(?=\s[A-Z])"
    r"|\d+(?:[.,]\d+)+|\w+(?:[’'‑&-]\w+|-(?=\s))*(?:[’'](?=\s))?|\.\.\.|[^\w\s]"
)
_POSSESSIVE = ("’s", "'s", "s’", "s'")

_DETERMINERS = word_set(
    "the a an its his her their our my your this these those one two three four five six",
    "seven eight several some many most all both another other each every any no half",
    "dozens hundreds",
)
_PREPOSITIONS = word_set(
    "of for from at with in on by to near under into about against within inside outside"
)
_BE = word_set("is was are were be been being am")
_AUXILIARY = word_set("has have had having did does do also")
_ADVERBS = word_set(
    "also later earlier then again now already meanwhile further once first still even",
    "just repeatedly previously recently subsequently initially afterwards publicly",
    "privately reportedly never often always simply only today yesterday",
)
_BOUNDARIES = word_set(
    "that which but as while because when after before since if where although though",
    "than whether until or so yet unless whereas despite amid how why what however nor",
)
_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march",
    "april june july august september october november december week month year weekend",
    "morning afternoon evening night tonight tomorrow earlier later mon tue tues wed thu",
    "thur thurs fri jan feb mar apr jun jul aug sept oct nov dec",
)
_PRONOUNS = word_set("he she they it we i you")
_NOT_NAMES = word_set(
    "beyond among unlike like amid within without through throughout across behind below above",
    "besides once given via upon elsewhere together instead perhaps maybe indeed thus therefore",
    "first second third finally overall next such even just only",
    "but and in on at for from with after before as if when while however meanwhile",
    "although though since because yet so also still then now earlier later last this",
    "that these those there here according asked speaking despite following during under",
    "by to of not no or nor both more most about around what who why how where yes well",
    "sentencing addressing writing",
)


@dataclass(frozen=True)
class Token:
    """A word or a mark: where it stands, in lower case, and the letter of its class."""

    start: int
    end: int
    word: str
    plain: str
    letter: str


@dataclass(frozen=True)
class Words:
    """The tokens of a sentence, and their letters as one text."""

    tokens: tuple[Token, ...]
    letters: str


def words_of(text: str, start: int, end: int) -> Words:
    """Return the tokens of a sentence.

    Letters: N name, H noun for those who speak, R document, D determiner, P pronoun, w who,
    o preposition, v cue, b form of be, x auxiliary, m modal or not, r adverb, t time, j boundary,
    & and, n number, a any other word; marks stand for themselves, opening quotation marks as “,
    closing ones as ”.
    """
    found = list(_TOKEN.finditer(text, start, end))
    tokens: list[Token] = []
    for number, one in enumerate(found):
        first = number == 0 or (tokens[-1].letter == "“" and number <= 2)
        letter = _letter(one[0], first=first, after=tokens[-1] if tokens else None)
        if letter == '"':
            opens = one.start() == start or text[one.start() - 1].isspace()
            letter = "“" if opens else "”"
        tokens.append(Token(one.start(), one.end(), one[0], one[0].casefold(), letter))
    _mend(tokens)
    return Words(tuple(tokens), "".join(token.letter for token in tokens))


def _mend(tokens: list[Token]) -> None:
    """Give words their class where the next one tells it: think tank, last week."""
    for place, (token, after) in enumerate(pairwise(tokens)):
        if token.plain == "think" and after.plain.startswith("tank"):
            tokens[place] = replace(token, letter="a")
        elif (token.plain in ("last", "this", "next") and after.letter == "t") or (
            token.plain == "day" and after.plain in ("before", "earlier")
        ):
            tokens[place] = replace(token, letter="t")
        elif place == 0 and _begins_name(token, after):
            tokens[place] = replace(token, letter="N")
        elif token.letter == "v" and after.plain == "by" and token.plain.endswith("ed"):
            tokens[place] = replace(token, letter="a")  # submitted by
        elif token.letter == "t" and after.letter == "H":
            tokens[place] = replace(token, letter="a")  # a night nurse
        elif (
            token.letter == "r"
            and after.letter == "H"
            and place
            and tokens[place - 1].letter == "D"
        ):
            tokens[place] = replace(token, letter="a")  # the first person
        elif token.plain == "long" and place and tokens[place - 1].letter == "x":
            tokens[place] = replace(token, letter="r")  # has long warned
        elif token.plain in PHRASES and not _speaks(tokens, place):
            tokens[place] = replace(token, letter="a")


def _begins_name(token: Token, after: Token) -> bool:
    """Whether a noun at the start of a sentence belongs to a name: Network Rail."""
    bodies = token.plain in (BODIES | OUTLETS) - PERSONS
    return bodies and token.letter == "H" and after.letter == "N" and after.start == token.end + 1


def _speaks(tokens: list[Token], place: int) -> bool:
    """Whether a verb that speaks only with the next word has it: gave evidence."""
    plain = tokens[place].plain
    if tokens[place + 1].plain in PHRASES[plain]:
        return True
    return plain in PUTTING and _gives_figure(tokens[place + 1 : place + 12])


def _gives_figure(tokens: list[Token]) -> bool:
    """Whether words after "put" give a figure: put the dead at 40."""
    return any(
        one.plain in ("at", "on") and (after.letter in "n$£€₦₹₱" or after.plain in _COUNTING)
        for one, after in pairwise(tokens)
    )


_COUNTING = word_set(
    "about around nearly almost over some more less under between up at two three four five six",
    "seven eight nine ten eleven twelve dozens hundreds thousands",
)


def _letter(word: str, *, first: bool, after: Token | None) -> str:
    if not word[0].isalnum():
        return _mark(word)
    if word[0].isdigit():
        return "n"
    plain = word.casefold().rstrip(".")
    if word[0].isupper() and not _is_plain_at_start(plain, first):
        if plain in _TIMES or plain == "may":
            return "t"
        return "D" if plain in ("the", "a", "an") else "N"
    return _lower(plain, after)


def _is_plain_at_start(plain: str, first: bool) -> bool:
    """Whether a word has its capital only from standing first, or is "I"."""
    if plain in ("i", "the", "a", "an") or plain in _NOT_NAMES | _PRONOUNS:
        return True
    if not first:
        return False
    if plain in _PLAIN:
        return True
    return plain.endswith("ly") or (plain.endswith("s") and plain[:-1] in PERSONS)


_PLAIN = (
    _DETERMINERS | PERSONS | BODIES | OUTLETS | DOCUMENTS | _ADVERBS | _BOUNDARIES | _BE
) - TITLES


_MODALS = word_set("could can may might must should would will shall not cannot never")
_LETTERS: dict[str, str] = {
    word: letter
    for letter, words in (
        ("t", _TIMES),
        ("j", _BOUNDARIES),
        ("D", _DETERMINERS),
        ("o", _PREPOSITIONS),
        ("x", _AUXILIARY),
        ("r", _ADVERBS),
        ("m", _MODALS),
        ("v", SAYING),
        ("b", _BE),
        ("w", frozenset({"who", "whom", "whose"})),
        ("P", _PRONOUNS),
    )
    for word in words
}
_SPEAKERS = PERSONS | BODIES | OUTLETS


def _lower(plain: str, after: Token | None) -> str:
    if letter := _LETTERS.get(plain):
        return _or_noun(letter, plain, after)
    if plain == "and":
        return "&"
    base = plain[:-2] if plain.endswith(_POSSESSIVE) else plain
    if base in _SPEAKERS or base.rstrip("s") in _SPEAKERS or base.rpartition("-")[2] in PERSONS:
        return "H"
    if base.endswith("ies") and f"{base[:-3]}y" in _SPEAKERS:
        return "H"
    if base in DOCUMENTS:
        return "R"
    if plain.endswith(("n’t", "n't")):
        return "m"
    return "r" if plain.endswith("ly") and plain not in ("family", "assembly", "daily") else "a"


def _or_noun(letter: str, plain: str, after: Token | None) -> str:
    """Return the class of a cue that is a noun here: after a determiner or an adjective."""
    if letter == "v" and plain in DOCUMENTS & BARE_FORMS and not _is_of_several(after):
        return "R"
    lone = after is not None and after.plain in ("another", "others", "some", "many", "one", "both")
    if letter == "v" and after is not None and after.letter == "D" and not lone:
        if plain in (
            "reports",
            "report",
            "claims",
            "estimates",
            "notes",
            "shows",
            "warning",
            "calls",
        ):
            return "R" if plain in ("reports", "report", "estimates") else "a"
        bare = plain in BARE_FORMS or plain in ("accused", "found", "alleged", "said")
        return "a" if bare else letter
    return letter


def _is_of_several(after: Token | None) -> bool:
    """Whether the word before is for several who may report or note: researchers report."""
    return after is not None and (
        after.plain in ("they", "we", "also")
        or (after.letter in "HN" and after.plain.endswith("s"))
    )


def _mark(word: str) -> str:
    if word in "“„«‘":
        return "“"
    if word in "”»’":
        return "”"
    if word in "–—-":
        return "–"
    return word[0]
