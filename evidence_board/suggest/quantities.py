"""Figures: numbers with unit and comparator, and the range that they may mean."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from evidence_board.suggest.figures import COMPARATORS, INDEFINITE, PATTERN
from evidence_board.suggest.no_counts import is_lone_word, is_name
from evidence_board.suggest.no_quantities import masked
from evidence_board.suggest.numbers import SCALES, Number, number_of_figures, number_of_words
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.suggestion import Quantity, span_of
from evidence_board.suggest.unit_words import Unit, unit_after
from evidence_board.suggest.units import MONEY_BEFORE
from evidence_board.suggest.word_sets import word_set

_INDEFINITE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(INDEFINITE, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)
_SCORE = re.compile(
    r"\s*(?:-?(?:win|victory|defeat|draw|loss|lead|triumph|aggregate|thrashing|down|up|ahead"
    r"|away|home"
    r"|after|in\b|at\b|against|over\b|to\b)|[A-Z]|[.,;)]|$|on\b)"
)
_CHANGE = re.compile(
    r"\b(?:rose|grew|fell|up|down|jumped|dropped|climbed|went|cut|raised|rising|growing|falling"
    r"|increased?|increasing|decreased?|lowered|expanded|shrank|swelled|doubled|reduced|slid|soared"
    r"|changed|improved|widened|narrowed)\b[^.;]{0,30}\bfrom\s+$",
    re.IGNORECASE,
)
_DISPUTED = re.compile(
    r"\b(?:critici[sz]\w+|rows?|disputes?|anger|fury|concerns?|clash\w*|charged|sued|jailed|fined"
    r"|arrested|questioned|probed?|accus\w+|slam\w*|backlash|protests?|questions|quizzed|held"
    r"|walks? out|scandal)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_LASTING = word_set("s min h day week month year decade")
_LASTS = re.compile(
    r"(?:^|\b(?:for|of|in|after|well|just|is|was|took|lasted|spent|by|within|takes|last|than))\s*$"
)
_IDIOM = re.compile(r"\b(?:adds?|added|adding)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")


def quantities(reading: Reading, dates: tuple[Place, ...]) -> Iterator[Quantity]:
    """Yield the figures of a text in order; what is part of a date, a name or a clock is none."""
    for start, end in reading.sentences:
        taken = [*masked(reading.text, start, end), *_within(dates, start, end)]
        for found in _found(reading.text, start, end):
            if any(
                one.start < last and first < one.end
                for one in [found.span]
                for first, last in taken
            ):
                continue
            taken.append((found.span.start, found.span.end))
            yield found


def _within(places: tuple[Place, ...], start: int, end: int) -> Iterator[Place]:
    for place in places[bisect_left(places, (start, 0)) :]:
        if place[0] >= end:
            break
        yield place


def _found(text: str, start: int, end: int) -> Iterator[Quantity]:
    for words in _INDEFINITE.finditer(text, start, end):
        yield _indefinite(text, words, end)
    place = start
    while found := PATTERN.search(text, place, end):
        both = _both(text, found, start, end)
        if both is not None:
            yield both
            place = max(both.span.end, found.start() + 1)
            continue
        one = None if _is_score(text, found, end) else _one(text, found, start, end)
        if one is not None:
            yield one
        skipped = found.end() if _is_score(text, found, end) else _end_of_first(found)
        place = max(skipped, found.start() + 1)


def _is_score(text: str, found: re.Match[str], end: int) -> bool:
    """Whether two numbers around a dash are a score or a code: 3-1, 50-50."""
    if not found["joint"] or found["joint"].strip() not in "-–‑—" or found["money1"]:
        return False
    if found["words1"] or found["words2"] or found["scale1"] or found["scale2"]:
        return False
    unit = unit_after(text, found.end("figures2"), end)
    return not unit.known and (not unit.plural or float_of(found, "1") >= float_of(found, "2"))


def float_of(found: re.Match[str], n: str) -> float:
    """Return the plain number of the first or second figures."""
    number = number_of_figures(found[f"figures{n}"])
    return number.value if number else 0.0


def _indefinite(text: str, words: re.Match[str], end: int) -> Quantity:
    low, high = INDEFINITE[" ".join(words[0].casefold().split())]
    unit = unit_after(text, words.end(), end)
    reason = "words for a number: a convention says what they may mean"
    last = unit.end if unit.sign else words.end()
    span = span_of(text, words.start(), last)
    return Quantity(span, reason, None, low, high, unit.sign, "indefinite")


def _end_of_first(found: re.Match[str]) -> int:
    return found.start("joint") if found["joint"] else found.end()


def _both(text: str, found: re.Match[str], start: int, end: int) -> Quantity | None:
    """Return a range such as 20 to 25, "between 3 and 5" or 5-10 tonnes; None if it is none."""
    joint = found["joint"]
    if not joint:
        return None
    low, high = _number(found, "1"), _number(found, "2")
    if low is None or high is None:
        return None
    before = text[max(start, found.start() - 12) : found.start()].casefold()
    word = joint.strip()
    if word == "and" and not before.rstrip().endswith("between"):
        return None
    if word == "to" and before.rstrip().endswith("from") and found["scale1"] != found["scale2"]:
        return None
    if word == "to" and _CHANGE.search(text, max(start, found.start() - 60), found.start()):
        return None
    scaled = _in_scale_of(found, low, high)
    if scaled.value >= high.value or (word == "or" and high.value > 3 * scaled.value):
        return None
    unit = _unit(text, found, "2", found.end("plus") if found["plus"] else _end_of(found, "2"), end)
    if word in "-–‑—" and (
        not unit.sign and not found["scale2"] and _SCORE.match(text, found.end(), end)
    ):
        return None
    if is_name(text, found, start, end, unit) or _are_years(found):
        return None
    first = found.start()
    if word == "and":
        first = text.rindex("between", start, first) if "between" in before else first
    span = span_of(text, first, max(unit.end, _end_of(found, "2")))
    reason = "a range, as written"
    return Quantity(span, reason, None, scaled.value, high.value, unit.sign, "range")


def _are_years(found: re.Match[str]) -> bool:
    return all(_YEAR.fullmatch(found[f"figures{n}"] or "") for n in "12")


def _in_scale_of(found: re.Match[str], low: Number, high: Number) -> Number:
    """Return the lower end in the scale of the upper one: 3 to 5 million."""
    if found["figures1"] and not found["scale1"].strip() and found["scale2"] and low.value < 1000:
        factor = _factor(found["scale2"], bool(found["money1"] or found["money2"]))
        return Number(round(low.value * factor, 6), round(low.half_unit * factor, 6))
    return low


def _one(text: str, found: re.Match[str], start: int, end: int) -> Quantity | None:
    number = _number(found, "1")
    if number is None:
        return None
    if _is_millions(text, found, end):
        number = Number(number.value * 1e6, number.half_unit * 1e6)
    first_end = _end_of(found, "1")
    unit = _unit(text, found, "1", first_end, end)
    if unit.blocked or is_name(text, found, start, end, unit):
        return None
    if is_lone_word(text, found, start, end, unit):
        return None
    comparator = COMPARATORS.get(" ".join((found["compared"] or "").casefold().split()), "exact")
    if _IDIOM.search(text, max(start, found.start() - 8), found.start()):
        comparator = "exact"  # adds up to
    if _DISPUTED.search(text, max(start, found.start() - 60), found.start()) and _is_over(found):
        comparator = "exact"  # a row over €336,000
    if comparator == "more than" and unit.sign in _LASTING and _is_through(text, found, start):
        comparator = "exact"  # grew over 18 months
    plus = (found["plus"] or "") if not found["joint"] else ""
    if plus:
        comparator = _after_number(plus)
        unit = unit_after(text, found.end(), end) if not unit.sign else unit
    low, high = bounds(number, comparator)
    last = max(unit.end if unit.sign else 0, first_end, found.end("plus") if plus else 0)
    span = span_of(text, found.start(), last)
    reason = f"{comparator} {number.value:g}" if comparator != "exact" else "a figure, as written"
    return Quantity(span, reason, number.value, low, high, unit.sign, comparator)


def _is_over(found: re.Match[str]) -> bool:
    return (found["compared"] or "").casefold() == "over" and bool(found["money1"])


def _is_through(text: str, found: re.Match[str], start: int) -> bool:
    """Whether "over" tells how long something lasted, and not that it was longer."""
    before = text[max(start, found.start() - 12) : found.start()]
    return (found["compared"] or "").casefold() == "over" and not _LASTS.search(before)


def _after_number(plus: str) -> str:
    if "more" in plus or plus in ("+", "-plus"):
        return "at least"
    return "up to" if "less" in plus or "fewer" in plus else "about"


def bounds(number: Number, comparator: str) -> tuple[float | None, float | None]:
    """Return what a number may mean under a comparator (tradecraft, section 8)."""
    value, half = number.value, number.half_unit
    wide = max(half, 0.05 * abs(value))
    ends: dict[str, tuple[float | None, float | None]] = {
        "exact": (value - half, value + half),
        "about": (value - wide, value + wide),
        "more than": (value, None),
        "at least": (value, None),
        "less than": (0.0, value),
        "up to": (0.0, value),
        "nearly": (0.9 * value, value),
    }
    low, high = ends[comparator]
    return _plain(low), _plain(high)


def _plain(number: float | None) -> float | None:
    """Return a number without the last digits that come from reckoning in binary."""
    return None if number is None else float(f"{number:.12g}")


def _end_of(found: re.Match[str], n: str) -> int:
    return max(found.end(f"scale{n}"), found.end(f"figures{n}"), found.end(f"words{n}"))


def _number(found: re.Match[str], n: str) -> Number | None:
    if words := found[f"words{n}"]:
        return number_of_words(words)
    number = number_of_figures(found[f"figures{n}"])
    if number is None:
        return None
    factor = _factor(found[f"scale{n}"], bool(found[f"money{n}"]))
    return Number(round(number.value * factor, 6), round(number.half_unit * factor, 6))


def _factor(scale: str, money: bool) -> float:
    """Return what a scale multiplies by; m is millions of money only, else metres."""
    factor = 1.0
    for word in re.split(r"[\s-]+", scale.strip().casefold()):
        if word in ("m", "b", "k") and not money:
            continue
        factor *= SCALES.get(word, SCALES.get(word.removesuffix("s"), 1.0))
    return factor


def _unit(text: str, found: re.Match[str], n: str, place: int, end: int) -> Unit:
    """Return the unit: a currency before, or what follows the number."""
    if money := found[f"money{n}"] or (n == "2" and found["money1"]):
        return Unit(MONEY_BEFORE.get(money, MONEY_BEFORE.get(money.upper(), money)), place)
    scale = found[f"scale{n}"] or ""
    if scale.strip().casefold() in ("m", "b", "k"):
        # Without a currency it is metres, or the number of a thing.
        counted = unit_after(text, place, end)
        if scale == "m" and (counted.known or counted.plural):
            return counted  # 2.5m tonnes
        return Unit("m", place) if scale.strip() == "m" else Unit("", place)
    return unit_after(text, place, end)


def _is_millions(text: str, found: re.Match[str], end: int) -> bool:
    """Whether "m" right after a number stands for millions: 2.5m tonnes, not 50m of rope."""
    if found["scale1"] != "m" or found["money1"]:
        return False
    counted = unit_after(text, found.end("scale1"), end)
    return counted.known or counted.plural
