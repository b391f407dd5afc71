"""A file of the telephone system before it is taken in: what each column is taken for, and who wants no calls."""

from pathlib import Path

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.services.campaigns.importing import Headings
from desktop.services.campaigns.quiet import Quiet
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_PICKER_PX = PX.navigation


class CampaignFile(Part):
    """`taken` tells the file, its kind (list, log) and the columns as they are chosen."""

    taken = Signal(object, str, dict)
    cancelled = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._file, self._kind = Path(), ""
        self._pickers: dict[str, tuple[str, Picker]] = {}
        self._headings: Headings | None = None
        self._card, self._about, self._rows = Card(" "), Label("", "small", "ink2", wraps=True), Part()
        self.take_button, self.cancel_button = Button("", "filled"), Button("", "outline")
        self.take_button.setObjectName("take_calls")
        self.take_button.clicked.connect(self._take)
        self.cancel_button.clicked.connect(self.cancelled)
        for part in (self._about, self._rows):
            self._card.body.addWidget(part)
        self._card.body.addLayout(row(self.take_button, PX.s8, self.cancel_button, None))
        inside = Part()
        inside.setProperty("fill", "background")
        inside.setLayout(column(self._card, None, margins=(0, 0, PX.scroll, 0)))
        self.setLayout(column(scrolled(inside)))
        self.retranslate()

    def show_file(self, file: Path, kind: str, headings: Headings) -> None:
        """Show the columns of a file; each can be taken for something else."""
        self._file, self._kind, self._headings = file, kind, headings
        layout = column(gap=PX.s8)
        self._pickers = {}
        for heading, field in headings.columns:
            picker = Picker()
            picker.setFixedWidth(_PICKER_PX)
            self._pickers[heading] = (field, picker)
            label = ElidedLabel(heading, "body")
            label.setFixedWidth(_PICKER_PX)
            one = row(label, PX.s12, picker, None)
            layout.addLayout(one)
        refill(self._rows, layout)
        self.retranslate()
        for field, picker in self._pickers.values():
            picker.choose(field)

    @override
    def retranslate(self) -> None:
        title = self.tr("Log of calls") if self._kind == "log" else self.tr("List of calls to make")
        self._card.set_title(title, self._file.name)
        self._about.setText(
            self.tr("What each column is. What you choose is remembered for files with these headings.")
        )
        self.take_button.setText(self.tr("Take it in"))
        self.cancel_button.setText(self.tr("Do not take it in"))
        for button in (self.take_button, self.cancel_button):
            button.updateGeometry()
        fields = self._headings.fields if self._headings else ()
        said = {
            "order_number": self.tr("Order number"), "caller": self.tr("Client's name"), "phone": self.tr("Telephone"),
            "extension": self.tr("Extension"), "asked_at": self.tr("When they called"), "words": self.tr("Their words"),
            "staff": self.tr("Who calls back"), "day": self.tr("Day"), "at": self.tr("Time of the call"),
            "direction": self.tr("In or out"), "ring_s": self.tr("Seconds of ringing"),
            "talk_s": self.tr("Seconds of talk"), "result": self.tr("Result"), "from_number": self.tr("Calling number"),
            "to_number": self.tr("Called number"),
        }  # fmt: skip
        values = (("", self.tr("Nothing of ours")), *((one, said[one]) for one in fields if one in said))
        for _field, picker in self._pickers.values():
            picker.set_values(values)

    def _take(self) -> None:
        chosen = {heading: picker.choice for heading, (_field, picker) in self._pickers.items()}
        guessed = {heading: field for heading, (field, _picker) in self._pickers.items()}
        changed = chosen != guessed
        # One that is to mean nothing is said as such, or it would be guessed again.
        mapping = {heading: field or "ignore" for heading, field in chosen.items()} if changed else {}
        self.taken.emit(self._file, self._kind, mapping)


class QuietList(Part):
    """Who wants no calls: `added` tells a number and why, `lifted` whose wish is over."""

    added = Signal(str, str)
    lifted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._quiet: tuple[Quiet, ...] = ()
        self.phone, self.reason = Line(), Line()
        self._phone, self._reason = Field("", self.phone), Field("", self.reason)
        self.add_button, self.lift_button = Button("", "outline", icon="plus"), Button("", "outline", icon="undo-2")
        self.add_button.setObjectName("add_quiet")
        self.lift_button.setObjectName("lift_quiet")
        self.add_button.clicked.connect(self._add)
        self.table = Table(
            (Column("", 160, fits=True), Column("", 128, fits=True), Column(""), Column("", 112, fits=True))
        )
        self.lift_button.clicked.connect(lambda: self.lifted.emit(self.table.choice))
        self.table.chosen.connect(lambda _key: self.lift_button.setEnabled(True))
        card = Card(is_flush=True)
        card.body.addWidget(self.table)
        self._about = Label("", "small", "ink2", wraps=True)
        form = row(self._phone, PX.s12, self._reason, PX.s12, column(None, self.add_button, PX.s6))
        form.setStretch(2, 1)
        whole = column(self._about, PX.s12, form, PX.s8, card, PX.s8, row(self.lift_button, None))
        whole.setStretchFactor(card, 1)
        self.setLayout(whole)
        self.retranslate()

    def show_quiet(self, quiet: tuple[Quiet, ...]) -> None:
        """Show who is not to be called."""
        self._quiet = quiet
        self.retranslate()

    def clear(self) -> None:
        """Empty the form."""
        self.phone.clear()
        self.reason.clear()

    @override
    def retranslate(self) -> None:
        said = self.tr("Their numbers are not shown for dialling, in any campaign. A call from them may be answered.")
        self._about.setText(said)
        self._phone.set_label(self.tr("Telephone"))
        self._reason.set_label(self.tr("What they said"))
        self.add_button.setText(self.tr("Add"))
        self.lift_button.setText(self.tr("May be called again"))
        for button in (self.add_button, self.lift_button):
            button.updateGeometry()
        titles = (self.tr("Client"), self.tr("Telephone"), self.tr("What they said"), self.tr("Since"))
        self.table.rows.set_titles(titles)
        self.table.show_rows(
            tuple(
                Row(
                    one.quiet,
                    (
                        Cell(one.name), Cell(one.phone_masked, "ink2"), Cell(one.reason, "ink2"),
                        Cell(self._speech.moment(one.at), "ink2", order=one.at),
                    ),
                )
                for one in self._quiet
            )
        )  # fmt: skip
        self.lift_button.setEnabled(bool(self.table.choice))

    def _add(self) -> None:
        if self.phone.text().strip():
            self.added.emit(self.phone.text(), self.reason.text())
