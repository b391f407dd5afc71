"""Bringing devices together: the card, packages out, packages in after a look, devices and whom to trust."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.parts import Page, head, refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import DeviceLine, PackageLine
from desktop.widgets.bars import Loading
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Tick
from desktop.widgets.labels import Dot, ElidedLabel, Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table


class ExchangePage(Page):
    """`files_given` tells files that were dropped; `trust_wanted` a fingerprint that two people have compared."""

    card_wanted = Signal()
    export_wanted = Signal(bool)
    choose_wanted = Signal()
    files_given = Signal(list)
    merge_wanted = Signal()
    drop_wanted = Signal(str)
    trust_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self.setAcceptDrops(True)
        self._packages: tuple[PackageLine, ...] = ()
        self._devices: tuple[DeviceLine, ...] = ()
        self._title = Label("", "page")
        self.card_button = Button("", "outline", icon="qr-code")
        self.export_button = Button("", "outline", icon="package-plus")
        self.only_new = Tick()
        self.card_button.clicked.connect(self.card_wanted)
        self.export_button.clicked.connect(lambda: self.export_wanted.emit(self.only_new.isChecked()))
        self._empty = EmptyState("folder-sync")
        self._incoming = Card(" ")
        self._table = Table(
            (Column(""), Column("", 136), *(Column("", 88, is_number=True) for _ in range(3)), Column("", 128))
        )
        self.merge_button, self.choose_button = Button("", "filled"), Button("", "outline", icon="folder-open")
        self._say = Label("", "small", "ink2")
        self.merge_button.clicked.connect(self.merge_wanted)
        self.choose_button.clicked.connect(self.choose_wanted)
        self.loading = Loading()
        self._refused = Part()
        self._known = Card(" ")
        self._device_rows = Part()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._incoming.body.addWidget(self._table)
        self._incoming.body.addWidget(self._empty)
        foot = row(self.merge_button, self.choose_button, None, self.loading, self._say, gap=PX.s8)
        self._incoming.body.addLayout(foot)
        self._known.body.addWidget(self._device_rows)
        inside = Part()
        inside.setProperty("fill", "background")
        inside.setLayout(
            column(
                *(self._incoming, self._refused, self._known, None),
                gap=PX.between_cards,
                margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s24),
            )
        )
        tools = head(self._title, self.only_new, self.export_button, self.card_button)
        top = row(tools, margins=(PX.page_margin, PX.s16, PX.page_margin, 0))
        self.setLayout(column(top, scrolled(inside)))

    def show_devices(self, devices: tuple[DeviceLine, ...]) -> None:
        """Show the project's devices."""
        self._devices = devices
        self.retranslate()

    def show_packages(self, packages: tuple[PackageLine, ...]) -> None:
        """Show the packages that wait, as the look into each has found them."""
        self._packages = packages
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Exchange"))
        self.card_button.setText(self.tr("Write the device card"))
        self.export_button.setText(self.tr("Export a package"))
        self.only_new.setText(self.tr("Only what is new"))
        self.choose_button.setText(self.tr("Choose packages"))
        self._show_packages()
        self._show_refused()
        self._show_devices()
        for button in (self.card_button, self.export_button, self.choose_button, self.merge_button):
            button.updateGeometry()
        self.only_new.updateGeometry()

    def _show_packages(self) -> None:
        ready = tuple(one for one in self._packages if not one.code)
        new = sum(one.outcome == "merged" for one in ready)
        self._incoming.set_title(self.tr("Packages to take in"), self.tr("Nothing changes before you press Merge"))
        self._table.rows.set_titles(
            (
                *(self.tr("File"), self.tr("From"), self.tr("Added"), self.tr("Changed"), self.tr("To settle")),
                self.tr("State"),
            )
        )
        self._table.show_rows(tuple(self._row(one) for one in ready))
        self._table.setVisible(bool(ready))
        if ready:
            self._table.fit_height()
        self._empty.setVisible(not ready)
        self._empty.say(
            self.tr("Drop packages here"),
            self.tr("Packages of the kiosks and the hosts' laptops end in .qinting. First you see what they hold."),
        )
        self.merge_button.setText(self.tr("Merge {count}").replace("{count}", str(new)))
        self.merge_button.setVisible(new > 0)
        self._say.setText(self.tr("All of this is here already") if ready and not new else "")

    def _row(self, one: PackageLine) -> Row:
        is_known = one.outcome == "known"
        state = (
            Cell(self.tr("Known"), tone="neutral") if is_known else Cell(self.tr("Ready"), tone="success", icon="check")
        )
        counts = (
            Cell("" if is_known else f"{count:,}", order=count) for count in (one.added, one.changed, one.conflicts)
        )
        return Row(one.file, (Cell(Path(one.file).name), Cell(one.device, "ink2"), *counts, state))

    def _show_refused(self) -> None:
        refused = [one for one in self._packages if one.code]
        cards = [self._refused_card(one) for one in refused]
        refill(self._refused, column(*cards, gap=PX.between_cards))
        self._refused.setVisible(bool(cards))

    def _refused_card(self, one: PackageLine) -> Card:
        card = Card()
        said = self.speech.trouble(one.code, dict(one.facts))
        sign = IconLabel("shield-alert", PX.icon, "danger")
        title = Label(self.tr("Not taken in: {file}").replace("{file}", Path(one.file).name), "section", "danger_ink")
        card.body.addLayout(row(sign, PX.s8, title, None))
        card.body.addWidget(Label(said.message, "body", "ink2", wraps=True))
        card.body.addWidget(Label(said.next, "body", wraps=True))
        away = Button(self.tr("Put aside"), "outline", "small")
        away.clicked.connect(lambda: self.drop_wanted.emit(one.file))
        buttons: list[QWidget] = [away]
        if one.fingerprint:
            card.body.addWidget(Label(one.fingerprint, "body_strong"))
            buttons.insert(0, self._trust_button(one.fingerprint))
        card.body.addLayout(row(*buttons, None, gap=PX.s8))
        return card

    def _trust_button(self, fingerprint: str) -> Button:
        trust = Button(self.tr("The fingerprint is the same: trust it"), "outline", "small", icon="shield-check")
        trust.setObjectName(f"trust_{fingerprint}")
        trust.clicked.connect(lambda: self.trust_wanted.emit(fingerprint))
        return trust

    def _show_devices(self) -> None:
        count = self.tr("{count} with this one").replace("{count}", str(len(self._devices)))
        self._known.set_title(self.tr("Devices"), count)
        rows: list[QLayout | Hairline] = []
        for one in self._devices:
            rows += [Hairline(), self._device_row(one)]
        refill(self._device_rows, column(*rows, gap=PX.s8))

    def _device_row(self, one: DeviceLine) -> QLayout:
        name = ElidedLabel(
            self.tr("{name} (this one)").replace("{name}", one.name) if one.is_this else one.name, "body_strong"
        )
        name.setFixedWidth(PX.navigation)
        roles = {"kiosk": self.tr("Kiosk"), "host": self.tr("Host"), "office": self.tr("Office")}
        role = Label(roles.get(one.role, one.role), "body", "ink2")
        role.setFixedWidth(PX.s96)
        fingerprint = ElidedLabel(one.fingerprint, "caption", "ink2")
        heard = Label(self.speech.moment(one.heard_at) if one.heard_at else self.tr("Not heard yet"), "body", "ink2")
        dot = Dot("success" if one.is_trusted else "warning")
        end: QWidget = Chip(self.tr("Trusted"), "success", "check")
        if not one.is_trusted:
            end = self._trust_button(one.fingerprint)
        made = row(dot, PX.s4, name, role, fingerprint, heard, PX.s8, end, gap=PX.s8)
        made.setStretchFactor(fingerprint, 1)
        return made

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_given.emit(files)
