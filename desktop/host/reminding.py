"""What a host is reminded of when nobody sits with them: receptions that fall due, tasks that are late or soon."""

from datetime import date

from PySide6.QtCore import QObject

from desktop.host.days import day_said
from desktop.host.state import Hall, group_of
from desktop.host.wording import language_now


class Reminders(QObject):
    """Puts them into words."""

    def lines(self, hall: Hall, today: date) -> str:
        """One line to three; an empty text where nothing is due within seven days."""
        found: list[str] = []
        for line in hall.duty.lines if hall.duty else ():
            day = day_said(date.fromisoformat(line.last), language_now())
            if line.state == "missed":
                text = self.tr("You owe a reception since the last period. This one ends on {day}.")
            elif line.state == "soon":
                text = self.tr("You owe a reception by {day}.")
            else:
                continue
            found.append(text.replace("{day}", day))
        groups = [group_of(one.due, today, is_waiting=one.is_waiting) for one in hall.mine]
        late, soon = groups.count("late"), groups.count("soon")
        if late or soon:
            text = self.tr("Your tasks: {late} late, {soon} due within seven days (Ctrl+2).")
            found.append(text.replace("{late}", str(late)).replace("{soon}", str(soon)))
        return "\n".join(dict.fromkeys(found))
