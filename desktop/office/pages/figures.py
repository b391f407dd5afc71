"""The five figures at the head of the first page; each opens the list that it counts."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.parts import Figure, divided
from desktop.office.state import Home
from desktop.widgets.cards import Card
from desktop.widgets.measures import PX
from desktop.widgets.theme import Ink

_VIEWS = {"overdue": "overdue", "returned": "returned", "callback": "callback", "promises": "promised"}
_SHORT = 8


class FiguresCard(Card):
    """`list_wanted` names a view of the work list."""

    list_wanted = Signal(str)
    conflicts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._home = Home("", "")
        self._figures = {name: Figure() for name in (*_VIEWS, "conflicts")}
        # Each figure has a line of its own round it, seen while it has the keyboard.
        x, y = PX.card_x - PX.s2, PX.card_y - PX.s2
        self.body.setContentsMargins(x, y, x, y)
        self.body.addLayout(divided(*self._figures.values()))
        for name, view in _VIEWS.items():
            self._figures[name].opened.connect(lambda view=view: self.list_wanted.emit(view))
        self._figures["conflicts"].opened.connect(self.conflicts_wanted)
        self.retranslate()

    def show_home(self, home: Home) -> None:
        """Show other figures."""
        self._home = home
        self.retranslate()

    @override
    def retranslate(self) -> None:
        home = self._home
        more = home.overview
        longest = self.tr("past their day")
        if more.longest_late:
            days, words = more.longest_late
            longest = self.tr("longest {days} d · {words}").replace("{days}", str(days))
            longest = longest.replace("{words}", words if len(words) <= _SHORT else words[:_SHORT] + "…")

        def count(text: str, number: int, plain: str) -> str:
            return text.replace("{count}", f"{number:,}") if number else plain

        promised = count(self.tr("{count} due this week"), more.promised_this_week, self.tr("none late"))
        shown: dict[str, tuple[str, int, str, Ink]] = {
            "overdue": (self.tr("Overdue"), home.count("overdue"), longest, "danger"),
            "returned": (
                *(self.tr("Returned to us"), home.count("returned")),
                *(count(self.tr("{count} for the third time"), more.returned_often, self.tr("to dispatch anew")),),
                "warning",
            ),
            "callback": (
                *(self.tr("Callbacks due"), home.count("callback")),
                *(count(self.tr("{count} due today"), more.callbacks_today, self.tr("ask the client")),),
                "ink1",
            ),
            "promises": (
                *(self.tr("Promises open"), home.open_promises),
                *(count(self.tr("{count} late"), home.late_promises, promised),),
                "ink1",
            ),
            "conflicts": (
                *(self.tr("To settle"), home.disagreements),
                *(count(self.tr("from {count} devices"), more.disagreeing_devices, self.tr("between devices")),),
                "warning",
            ),
        }
        for name, (title, number, hint, ink) in shown.items():
            self._figures[name].show_number(title, number, hint, ink)

    def number(self, name: str) -> str:
        """The figure called `name` as it is shown."""
        return self._figures[name].number
