"""The event kit: which devices are meant, the stick they take it from, and what each of them has answered."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.office.pages.inner import InnerPage
from desktop.office.pages.kit_parts import WAITING, CompareCard, DeviceForm, KitLineRow, StepsCard, StickCard
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.services.exchange.cards import KnownDevice
from desktop.services.exchange.kit import Line
from desktop.widgets.bars import Loading
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column


class KitPage(InnerPage):
    """`plan_wanted` tells name, role, needs and a known device's id; `drop_wanted` a line; `trust_wanted` a
    fingerprint that two people have compared."""

    folder_wanted = Signal()
    write_wanted = Signal()
    erase_wanted = Signal()
    read_wanted = Signal()
    plan_wanted = Signal(str, str, tuple, str)
    drop_wanted = Signal(str)
    trust_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._event: EventRow | None = None
        self._lines: tuple[Line, ...] = ()
        self._known: tuple[KnownDevice, ...] = ()
        self._folder, self._made_at = "", 0
        # Compared and found different: asked no more until the window is opened again.
        self._refused: set[str] = set()
        self.read_button = Button("", "outline", icon="folder-sync", key="F5")
        self.write_button = Button("", "filled", icon="package-plus")
        self.stick = StickCard()
        self._questions = Part()
        self._card = Card(" ")
        self._rows = Part()
        self._apart = Label("", "small", "ink2", wraps=True)
        self._empty = EmptyState("usb")
        self.form = DeviceForm()
        self._steps = StepsCard()
        self.loading = Loading()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for part in (self._empty, self._rows, self._apart, Hairline(), self.form):
            self._card.body.addWidget(part)
        self._card.body.addSpacing(PX.s4)
        left = column(self.stick, self._questions, self._card, self.loading, None, gap=PX.between_cards)
        head = self._head(self.read_button, PX.s8, self.write_button)
        self._lay_beside(head, left, column(self._steps, None))

    def _connect(self) -> None:
        self.stick.folder_wanted.connect(self.folder_wanted)
        self.stick.erase_wanted.connect(self.erase_wanted)
        self.write_button.clicked.connect(self.write_wanted)
        self.read_button.clicked.connect(self.read_wanted)
        self.form.planned.connect(self.plan_wanted)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.read_button.click)

    @property
    def event_id(self) -> str:
        """The event whose kit it is; "" before one was opened."""
        return self._event.event if self._event else ""

    @property
    def event_title(self) -> str:
        """What the event is called."""
        return self._event.title if self._event else ""

    @override
    def begin(self) -> None:
        (self.form.name if not self._lines else self.write_button).setFocus()

    def show_event(self, event: EventRow) -> None:
        """Show another event's kit; what it holds comes by `show_lines`."""
        if event.event != self.event_id:
            self._lines, self._refused = (), set()
        self._event = event
        self.retranslate()

    def show_folder(self, folder: str, made_at: int) -> None:
        """Show the folder chosen ("" for none) and when the kit in it was written (UTC ms, 0 where there is none)."""
        self._folder, self._made_at = folder, made_at
        self._show_tools()

    def show_lines(self, lines: tuple[Line, ...], known: tuple[KnownDevice, ...]) -> None:
        """Show how every device stands, and which of ours could be meant as well."""
        self._lines, self._known = lines, known
        self._show_lines()
        self._show_tools()

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Events"))
        self._title.setText(self.tr("Event kit"))
        one = self._event
        self._about.setText(f"{one.title} · {self.speech.moment(one.starts_at)}" if one else "")
        self.read_button.setText(self.tr("Read it back"))
        self.write_button.setText(self.tr("Write the kit"))
        for button in (self._back, self.read_button, self.write_button):
            button.updateGeometry()
        self._show_lines()
        self._show_tools()

    def _show_tools(self) -> None:
        moment = self.speech.moment(self._made_at) if self._made_at else ""
        self.stick.show_folder(self._folder, moment)
        self.write_button.setEnabled(bool(self._lines))
        self.read_button.setEnabled(bool(self._made_at))

    def _show_lines(self) -> None:
        ready = sum(one.standing == "ready" for one in self._lines)
        said = self.tr("{ready} of {count} ready").replace("{count}", str(len(self._lines)))
        self._card.set_title(
            self.tr("Devices of this event"), said.replace("{ready}", str(ready)) if self._lines else ""
        )
        self._empty.say(
            self.tr("Which devices will be there?"),
            self.tr("Name each of them: the kiosks at the doors, the laptops at the tables."),
        )
        self._empty.setVisible(not self._lines)
        rows: list[QWidget] = []
        for one in self._lines:
            line = KitLineRow(self.speech, one)
            line.dropped.connect(self.drop_wanted)
            rows += [*([Hairline()] if rows else []), line]
        refill(self._rows, column(*rows, gap=PX.s8))
        self._rows.setVisible(bool(rows))
        apart = [one.name for one in self._lines if any(found.code == WAITING for found in one.findings)]
        said = self.tr(
            "{names} do not trust every device yet. The shared folder brings that by itself; without one, let them take"
            " the kit once more after you have compared the new devices."
        )
        self._apart.setText(said.replace("{names}", self.speech.listed(apart)))
        self._apart.setVisible(bool(apart))
        meant = {one.device for one in self._lines}
        self.form.show_known(tuple(one for one in self._known if not one.this and one.device not in meant))
        cards: list[QWidget] = []
        for one in self._lines:
            if one.standing == "compare" and one.fingerprint not in self._refused:
                card = CompareCard(self.speech, one)
                card.trusted.connect(self.trust_wanted)
                card.refused.connect(self._refuse)
                cards.append(card)
        refill(self._questions, column(*cards, gap=PX.between_cards))
        self._questions.setVisible(bool(cards))

    def _refuse(self, fingerprint: str) -> None:
        self._refused.add(fingerprint)
        self._show_lines()
