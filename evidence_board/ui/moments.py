"""When something was done, in the time of this place: today and yesterday by these words."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QObject

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


class Ago(QObject):
    """Says how long ago something was; an object, for the sake of its plurals."""

    def told(self, moment: datetime, now: datetime) -> str:
        """Return how long ago a moment was, in the largest unit that fits."""
        minutes = int((now - moment).total_seconds() // 60)
        if minutes < 0:
            return self.tr("in the future")
        if minutes == 0:
            return self.tr("just now")
        if minutes < 60:
            return self.tr("%n minute(s) ago", "", minutes)
        hours = minutes // 60
        if hours < 24:
            return self.tr("%n hour(s) ago", "", hours)
        days = hours // 24
        return self.tr("%n day(s) ago", "", days)
