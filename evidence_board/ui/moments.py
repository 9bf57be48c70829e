"""When something was done, in the time of this place: today and yesterday by these words."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

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
