"""When something was done, in the time of this place: today and yesterday by these words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from evidence_board.ui.wording import translate


def moment_words(at: str, now: datetime) -> str:
    """Return a UTC time in words, seen from ``now``; text that is no time as it stands."""
    try:
        moment = datetime.fromisoformat(at).astimezone(now.tzinfo)
    except ValueError:
        return at
    days = (now.date() - moment.date()).days
    if days == 0:
        day = translate("Moment", "Today")
    elif days == 1:
        day = translate("Moment", "Yesterday")
    else:
        form = "d MMMM" if moment.year == now.year else "d MMMM yyyy"
        day = QLocale().toString(QDate(moment.year, moment.month, moment.day), form)
    return translate("Moment", "{day}, {time}").format(day=day, time=f"{moment:%H:%M}")


def told_moment(moment: datetime | str) -> str:
    """Return a moment in words, seen from now; text that is no time as it stands."""
    at = moment if isinstance(moment, str) else moment.isoformat()
    return moment_words(at, datetime.now().astimezone())


def told_ago(moment: datetime, now: datetime) -> str:
    """Return how long ago a moment was, in the largest unit that fits."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 0:
        return translate("Moment", "in the future")
    if minutes == 0:
        return translate("Moment", "just now")
    if minutes < 60:
        return QCoreApplication.translate("Moment", "%n minute(s) ago", "", minutes)
    if minutes < 60 * 24:
        return QCoreApplication.translate("Moment", "%n hour(s) ago", "", minutes // 60)
    return QCoreApplication.translate("Moment", "%n day(s) ago", "", minutes // (60 * 24))
