"""What each form of a date stands for, as EDTF, and why."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from evidence_board.ingest.dates import dates_in
from evidence_board.suggest import date_values as values
from evidence_board.suggest.calendar_words import (
    COUNTS,
    SEASONS,
    month_number,
    weekday_number,
)


def _whole(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    dated = next(dates_in(found["whole_form"]), None)
    if dated is None:
        raise ValueError
    if len(dated.readings) > 1 and base in dated.readings:
        return base.isoformat(), "of its readings the one that is the day of publication"
    if len(dated.readings) > 1:
        return dated.edtf, "which figure is the day is not said: both readings are kept"
    return dated.edtf, "as written"


def _two_days(
    found: re.Match[str], base: date | None, ahead: bool | None
) -> tuple[str | None, str]:
    if found["m1"]:
        parts = (found["d1"], found["m1"], found["y1"], found["d2"], found["m2"], found["y2"])
    else:
        parts = (found["e1"], found["n1"], found["z1"], found["e2"], found["n2"], found["z2"])
    day1, month1, year1, day2, month2, year2 = parts
    last = values.day_of(day2, month2, year2, base, ahead)
    first = values.day_of(day1, month1, year1 or (str(last.year) if last else None), base, ahead)
    if first is None or last is None:
        return None, "the year is not said"
    if first > last:
        first = first.replace(year=last.year - 1)
    return f"{first}/{last}", "from the first day to the last"


def _days(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    if found["m3"]:
        one, two, month, year = found["d3"], found["d4"], found["m3"], found["y3"]
    else:
        one, two, month, year = found["e3"], found["e4"], found["n3"], found["z3"]
    first = values.day_of(one, month, year, base, ahead)
    last = values.day_of(two, month, year, base, ahead)
    if first is None or last is None:
        return None, "the year is not said"
    if first >= last:
        raise ValueError
    return f"{first}/{last}", "from the first day to the last"


def _day(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    number, month = (found["d5"], found["m5"]) if found["m5"] else (found["d6"], found["m6"])
    day = values.day_of(number, month, None, base, ahead)
    if day is None:
        return None, "the year is not said"
    return day.isoformat(), f"the year by the day of publication, {base}"


def _month_year(
    found: re.Match[str], base: date | None, ahead: bool | None
) -> tuple[str | None, str]:
    year, month = int(found["y7"]), month_number(found["m7"])
    part = found["part"] if found["part"] else ""
    return values.part_of_month(year, month, part), "as written"


def _months(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    year = found["y9"]
    if year is None:
        if base is None:
            return None, "the year is not said"
        last = values.year_of_month(month_number(found["m9"]), base, "", ahead)
        first = last - (month_number(found["m8"]) > month_number(found["m9"]))
        span = f"{first}-{month_number(found['m8']):02}/{last}-{month_number(found['m9']):02}"
        return span, f"the year by the day of publication, {base}"
    first_year = found["y8"] or year
    if int(first_year) > int(year) or (found["y8"] and not found["lead9"]):
        raise ValueError
    return (
        f"{first_year}-{month_number(found['m8']):02}/{year}-{month_number(found['m9']):02}",
        "as written",
    )


def _season(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    return f"{found['y10']}-{SEASONS[found['s10'].casefold()]}", "as written"


def _quarter(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    word, sort = found["q11"].casefold(), found["h11"]
    if word[0] != "q" and sort is None:
        raise ValueError
    number = (
        int(word[1]) if word[0] == "q" else ("first", "second", "third", "fourth").index(word) + 1
    )
    length = 6 if sort == "half" else 3
    last = number * length
    if last > 12:
        raise ValueError
    return f"{found['y11']}-{last - length + 1:02}/{found['y11']}-{last:02}", "as written"


def _decade(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    return found["y12"][:3] + "X", "a decade"


_ORDINALS = [
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
]


def _century(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    word = found["n23"].casefold()
    number = int(word[:2]) if word[0].isdigit() else _ORDINALS.index(word) + 15
    return f"{number - 1}XX", "a century"


def _years(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    first, last = int(found["y13"]), found["y14"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    joint = found["to13"].strip()
    if second <= first or (len(last) == 2 and joint not in "-–—/"):
        raise ValueError
    if joint == "and" and not found[0].casefold().startswith("between"):
        raise ValueError
    return f"{first}/{second}", "from the first year to the last"


def _month(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    month = month_number(found["m15"])
    relative = (found["rel15"] or found["pre15"] or "").casefold()
    if base is None:
        return None, "the year is not said"
    year = values.year_of_month(month, base, relative, ahead)
    part = found.groupdict().get("part15") or _part_before(found)
    return values.part_of_month(year, month, part), f"the year by the day of publication, {base}"


def _part_before(found: re.Match[str]) -> str:
    words = re.search(
        r"(?i)\b(early|mid|late|beginning of|start of|middle of|end of)[\s-]", found[0]
    )
    return words[1] if words else ""


def _year(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    if plain := found["y24"] or found["y25"]:
        return plain, "as written"
    lead = found["pre16"].strip(" -").casefold()
    about = "~" if lead in ("early", "late", "mid", "around", "circa", "in about") else ""
    return found["y16"] + about, "as written"


def _ago(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    count = int(found["n17"]) if found["n17"].isdigit() else COUNTS.get(found["n17"])
    if count is None:
        raise ValueError
    if base is None:
        return None, "counts from a day of publication that is not known"
    edtf = values.before(base, count, found["u17"])
    about = "~" if found["about17"] and not edtf.endswith("~") else ""
    return edtf + about, f"counted back from the day of publication, {base}"


def _part_of(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    if base is None:
        return None, "counts from a day of publication that is not known"
    unit = found["u18"].split()[-1].casefold()
    if unit == "today":
        return base.isoformat(), "the day of publication"
    return values.stretch(base, unit, 0), f"by the day of publication, {base}"


def _weekday(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    if base is None:
        return None, "counts from a day of publication that is not known"
    day = values.weekday(base, weekday_number(found["w19"]), (found["r19"] or "").casefold(), ahead)
    return day.isoformat(), f"counted from the day of publication, {base}"


def _relative(
    found: re.Match[str], base: date | None, ahead: bool | None
) -> tuple[str | None, str]:
    if base is None:
        return None, "counts from a day of publication that is not known"
    word, unit = found["r20"].casefold(), found["u20"].casefold()
    step = {"last": -1, "this": 0}.get(word, 1)
    if word == "the following":
        return "", ""
    if word.endswith(" the"):
        step = values.years_to_season(unit, base, ahead)
    return values.stretch(base, unit, step), f"counted from the day of publication, {base}"


def _deictic(found: re.Match[str], base: date | None, ahead: bool | None) -> tuple[str | None, str]:
    if base is None:
        return None, "counts from a day of publication that is not known"
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(found["k21"].casefold(), 0)
    return (base + timedelta(days=step)).isoformat(), f"counted from the day of publication, {base}"


READINGS: dict[str, Callable[[re.Match[str], date | None, bool | None], tuple[str | None, str]]] = {
    "two_days": _two_days,
    "days": _days,
    "whole": _whole,
    "day": _day,
    "month_year": _month_year,
    "months": _months,
    "season": _season,
    "quarter": _quarter,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "month": _month,
    "year": _year,
    "ago": _ago,
    "part_of": _part_of,
    "weekday": _weekday,
    "relative": _relative,
    "deictic": _deictic,
}
"""What reads each form; it raises ValueError for a day that no calendar has."""
