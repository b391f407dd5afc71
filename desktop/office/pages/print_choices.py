"""How a paper is to come out: printer and copies, and, opened, sides, tray and paper as that printer offers them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from typing_extensions import override

from desktop.services.papers.spooling import MOST_COPIES, Offers, PrintOptions, Queues
from desktop.settings import PrintHabit
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_COPIES_PX = PX.s48 + PX.s24


class PrintChoices(Part):
    """`printer_chosen` tells that what can be chosen is to be asked anew. Shown only where there is a printer."""

    printer_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._queues, self._offers, self._habit = Queues(()), Offers(), PrintHabit()
        # What is wished for; only what the printer offers is shown and counts.
        self._wished, self._kind, self._usual = PrintOptions(), "", ""
        self._is_worn = self._is_open = False
        self.printers, self.sides, self.trays, self.media = Picker(), Picker(), Picker(), Picker()
        self.copies = Line("1")
        self.copies.setValidator(QIntValidator(1, MOST_COPIES, self.copies))
        self._printer, self._copies = Field("", self.printers), Field("", self.copies)
        self._copies.setFixedWidth(_COPIES_PX)
        self._sides, self._tray, self._media = Field("", self.sides), Field("", self.trays), Field("", self.media)
        self.more = Button("", "quiet", "small", icon="chevron-right")
        self._details = Part()
        below = row(self._tray, self._media, gap=PX.s8)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        self._details.setLayout(column(self._sides, below, gap=PX.s8))
        first = row(self._printer, self._copies, gap=PX.s8)
        first.setStretch(0, 1)
        self.setLayout(column(first, row(self.more, None), self._details, gap=PX.s4))
        self._details.hide()
        self.more.clicked.connect(self._turn)
        self.printers.activated.connect(lambda _place: self.printer_chosen.emit(self.printers.choice))
        for picker in (self.sides, self.trays, self.media):
            picker.activated.connect(lambda _place: self._wish())
        self.retranslate()

    @property
    def queue(self) -> str:
        """The printer chosen; "" for none."""
        return self.printers.choice

    @property
    def kind(self) -> str:
        """Which kind of paper this is about."""
        return self._kind

    @property
    def is_known(self) -> bool:
        """Whether the printer chosen is one that this device printed such a paper on."""
        return bool(self.queue) and self.queue in (self._habit.printer, self._usual)

    @property
    def has_printer(self) -> bool:
        """Whether there is a printer, or one that may come back."""
        return bool(self.queue)

    @property
    def options(self) -> PrintOptions:
        """What is chosen; a number that is none counts as one copy. A printer that is away is trusted with the wish."""
        text = self.copies.text()
        copies = min(max(int(text), 1), MOST_COPIES) if text.isdigit() else 1
        if self._offers == Offers() and self.is_known:
            return replace(self._wished, copies=copies)
        return PrintOptions(copies, self.sides.choice, self.trays.choice, self.media.choice)

    @property
    def habit(self) -> PrintHabit:
        """What is to be remembered."""
        chosen = self.options
        return PrintHabit(self.queue, chosen.copies, chosen.sides, chosen.tray, chosen.media)

    def show_kind(self, kind: str, queues: Queues, habit: PrintHabit, *, usual: str, is_worn: bool) -> None:
        """The printers there are, and how this kind was printed last; `usual` is the device's own for such papers."""
        is_other = kind != self._kind
        kept = "" if is_other else self.printers.choice
        self._kind, self._queues, self._habit, self._is_worn, self._usual = kind, queues, habit, is_worn, usual
        self._fill_printers()
        wanted = (kept, habit.printer, usual, queues.usual)
        self.printers.choose(next((one for one in wanted if one and self.printers.findData(one) >= 0), ""))
        if is_other:
            self.copies.setText(str(habit.copies))
            self._wished = PrintOptions(habit.copies, habit.sides, habit.tray, habit.media)
            self._offers = Offers()
            self._fill()
        self._show_state()

    def show_offers(self, offers: Offers) -> None:
        """What the printer chosen offers."""
        self._offers = offers
        self._fill()
        self._show_state()

    def _wish(self) -> None:
        self._wished = replace(self._wished, sides=self.sides.choice, tray=self.trays.choice, media=self.media.choice)
        self._show_state()

    def _fill_printers(self) -> None:
        names = [(name, name) for name in self._queues.names]
        away = {self._habit.printer, self._usual} - {"", *self._queues.names}
        # What is worn is printed at once or not at all.
        for name in sorted(away) if not self._is_worn else ():
            names.append((name, self.tr("Not there: {printer}").replace("{printer}", name)))
        self.printers.set_values(tuple(names))

    def _fill(self) -> None:
        sides = {
            "one": self.tr("One side"), "long": self.tr("Both sides, long edge"),
            "short": self.tr("Both sides, short edge"),
        }  # fmt: skip
        offers = self._offers
        self.sides.set_values((("", self.tr("As the printer does")), *((one, sides[one]) for one in offers.sides)))
        self.trays.set_values(
            (("", self.tr("As the printer does")), *((one, self._tray_name(one)) for one in offers.trays))
        )
        self.media.set_values((("", self.tr("As the paper is")), *((one, one) for one in offers.media)))
        wished = self._wished
        for picker, value in ((self.sides, wished.sides), (self.trays, wished.tray), (self.media, wished.media)):
            picker.choose(value)

    def _tray_name(self, tray: str) -> str:
        """What the usual trays are called; others keep the printer's own word."""
        return {
            "Auto": self.tr("Chosen by itself"), "Main": self.tr("Main tray"), "Manual": self.tr("By hand"),
            "ByPassTray": self.tr("Bypass tray"),
        }.get(tray, tray)  # fmt: skip

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_state()

    def _show_state(self) -> None:
        offers = self._offers
        can_choose = bool(offers.sides or offers.trays or offers.media) and not self._is_worn
        self._printer.setVisible(bool(self.printers.count()))
        self._copies.setVisible(bool(self.printers.count()) and not self._is_worn)
        self.more.setVisible(can_choose)
        self._details.setVisible(can_choose and self._is_open)
        self._sides.setVisible(bool(offers.sides))
        self._tray.setVisible(bool(offers.trays))
        self._media.setVisible(bool(offers.media))
        chosen = [picker.currentText() for picker in (self.sides, self.trays, self.media) if picker.choice]
        self.more.setText(" · ".join(chosen) or self.tr("Sides, tray, paper"))
        self.more.set_icon_name("chevron-down" if self._is_open else "chevron-right")
        self.more.updateGeometry()

    @override
    def retranslate(self) -> None:
        self._printer.set_label(self.tr("Printer"))
        self._copies.set_label(self.tr("Copies"))
        self._sides.set_label(self.tr("Sides"))
        self._tray.set_label(self.tr("Tray"))
        self._media.set_label(self.tr("Sheet"))
        self._fill_printers()
        self._fill()
        self._show_state()
