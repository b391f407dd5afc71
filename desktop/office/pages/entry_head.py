"""Whose form it is, whether its paper is back, whether words entered now are late, and what of it is here already."""

from typing_extensions import override

from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.services.forms.finding import Entered, Found
from desktop.widgets.chips import Chip
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_DAY_MS = 24 * 3_600_000


class EntryHead(Part):
    """Two lines and a row for every concern of the form that is recorded."""

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._found: Found | None = None
        self._late_ms = 0
        self._name = ElidedLabel("", "title")
        self._facts = ElidedLabel("", "small", "ink2")
        self._back, self._late = Chip("", "success", "check"), Chip("", "warning", "clock-alert")
        self._known = Part()
        top = row(self._name, self._back, self._late, gap=PX.s8)
        top.setStretch(0, 1)
        self.setLayout(column(column(top, self._facts), self._known, gap=PX.s8))
        self.retranslate()

    @property
    def is_late(self) -> bool:
        """Whether words entered now are marked as late."""
        return self._late_ms > 0

    def show_found(self, found: Found) -> None:
        """Show another form."""
        self._found = found
        self.retranslate()

    def show_late(self, late_ms: int) -> None:
        """How long after the time on the form its words come in; 0 where that is not late."""
        self._late_ms = late_ms
        self._late.setVisible(late_ms > 0)
        days = self.tr("Entered {days} d late").replace("{days}", f"{max(late_ms // _DAY_MS, 1)}")
        self._late.show_state(days, "warning", "clock-alert")

    @override
    def retranslate(self) -> None:
        found = self._found
        self.show_late(self._late_ms)
        if found is None:
            return
        self._name.setText(found.name or self.tr("Anonymous"))
        facts = (found.room, found.phone_masked, found.number, found.event_title)
        self._facts.setText(" · ".join(filter(None, facts)))
        self._back.setVisible(found.returned_at is not None)
        self._back.show_state(self.tr("Paper is back"), "success", "check")
        refill(self._known, column(*map(self._row, found.words), gap=PX.s4))
        self._known.setVisible(bool(found.words))

    def _row(self, one: Entered) -> Part:
        made = Part()
        words = ElidedLabel(" ".join(one.words.split()), "small", "ink2")
        number = Label(f"-{one.number.rpartition('-')[2]}", "small", "ink3")
        kind = Label(self._speech.code("type", one.type_code), "small", "ink3")
        line = row(IconLabel("check", PX.icon_small, "success"), number, words, kind, gap=PX.s8)
        if one.is_late:
            line.addWidget(Chip(self.tr("Entered late"), "warning", "clock-alert"))
        line.setStretchFactor(words, 1)
        made.setLayout(line)
        return made
