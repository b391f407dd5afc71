"""Bringing devices together: packages out, packages in after a look, devices and whom to trust."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.devices_state import DeviceLine, PackageLine, Waiting
from desktop.office.pages.exchange_cards import ExportCard, FolderCard, NotTakenCard, SecretCard, StrangerCard
from desktop.office.pages.parts import Page, head, refill, scrolled
from desktop.office.speech import Speech
from desktop.widgets.bars import Loading
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.labels import Dot, ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_RIGHT_PX = PX.host_right + PX.row
_NAME_PX, _ROLE_PX, _HEARD_PX, _RECORDS_PX, _TRUST_PX = 168, 80, 112, 80, 144


class ExchangePage(Page):
    """`files_given` tells files that were dropped; `trust_wanted` a fingerprint that two people have compared."""

    card_wanted = Signal()
    export_wanted = Signal(object)
    choose_wanted = Signal()
    folder_wanted = Signal()
    look_wanted = Signal()
    files_given = Signal(list)
    merge_wanted = Signal()
    trust_wanted = Signal(str)
    refuse_wanted = Signal(str)
    passphrase_given = Signal(str, str)
    again_wanted = Signal(str)
    show_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self.setAcceptDrops(True)
        self._waiting = Waiting()
        self._devices: tuple[DeviceLine, ...] = ()
        self._title = Label("", "page")
        self.card_button = Button("", "outline", icon="qr-code")
        self.export_button = Button("", "outline", icon="package-plus")
        self.look_button = Button("", "outline", key="F5")
        self.folder, self.export = FolderCard(speech), ExportCard()
        self.export.hide()
        self._empty = EmptyState("folder-sync")
        self._incoming = Card(" ")
        self.table = Table(
            (Column(""), *(Column("", 80, is_number=True) for _ in range(3)), Column("", 136)),
            PX.row_two_lines,
            inset_px=0,
        )
        self._detail = Label("", "small", "ink2", wraps=True)
        self.merge_button, self.choose_button = Button("", "filled"), Button("", "outline", icon="folder-open")
        self._say = Label("", "small", "ink2")
        self.loading = Loading()
        self._questions = Part()
        self.not_taken = NotTakenCard(speech)
        self._right = Part()
        self._known = Card(" ")
        self._device_rows = Part()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for part in (self.table, self._empty, self._detail):
            self._incoming.body.addWidget(part)
        self._incoming.body.addSpacing(PX.s4)
        foot = row(self.merge_button, self.choose_button, None, self.loading, self._say, gap=PX.s8)
        self._incoming.body.addLayout(foot)
        self._incoming.body.addSpacing(PX.s4)
        self._known.body.addWidget(self._device_rows)
        self._right.setFixedWidth(_RIGHT_PX)
        self._right.setLayout(column(self._questions, self.not_taken, None, gap=PX.between_cards))
        left = column(self.export, self._incoming, None, gap=PX.between_cards)
        middle = row(left, self._right, gap=PX.between_cards)
        middle.setStretchFactor(left, 1)
        inside = Part()
        inside.setProperty("fill", "background")
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        cards = column(self.folder, middle, self._known, None, gap=PX.between_cards, margins=margins)
        inside.setLayout(cards)
        tools = head(self._title, self.card_button, self.export_button, self.look_button)
        top = row(tools, margins=(PX.page_margin, PX.s16, PX.page_margin, 0))
        area = scrolled(inside)
        self.setLayout(column(top, area))
        # The cards end where the buttons above them do, whether there is a scroll bar or not.
        bar = area.verticalScrollBar()

        def leave_room(_least: int, most: int) -> None:
            right = PX.page_margin - (bar.sizeHint().width() if most else 0)
            cards.setContentsMargins(PX.page_margin, PX.s16, right, PX.s24)

        bar.rangeChanged.connect(leave_room)

    def _connect(self) -> None:
        self.card_button.clicked.connect(self.card_wanted)
        self.export_button.clicked.connect(self._open_export)
        self.export.wanted.connect(self.export_wanted)
        self.look_button.clicked.connect(self.look_wanted)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.look_button.click)
        self.merge_button.clicked.connect(self.merge_wanted)
        self.choose_button.clicked.connect(self.choose_wanted)
        self.folder.choose_wanted.connect(self.folder_wanted)
        self.not_taken.again_wanted.connect(self.again_wanted)
        self.not_taken.folder_wanted.connect(self.show_wanted)
        self.table.chosen.connect(lambda _file: self._show_detail())

    @override
    def begin(self) -> None:
        (self if self.table.isHidden() else self.table).setFocus()
        self.look_wanted.emit()

    def show_devices(self, devices: tuple[DeviceLine, ...]) -> None:
        """Show the project's devices."""
        if devices != self._devices:
            self._devices = devices
            self._show_devices()

    def show_waiting(self, waiting: Waiting) -> None:
        """Show what came and is not merged, as the look into each has found it."""
        self._waiting = waiting
        self._show_waiting()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Exchange"))
        self.card_button.setText(self.tr("Write the device card"))
        self.export_button.setText(self.tr("Export a package"))
        self.look_button.setText(self.tr("Look now"))
        self.choose_button.setText(self.tr("Choose packages"))
        self._show_waiting()
        self._show_devices()
        for button in (self.card_button, self.export_button, self.look_button, self.choose_button):
            button.updateGeometry()

    def _open_export(self) -> None:
        self.export.setVisible(self.export.isHidden())
        if not self.export.isHidden():
            self.export.begin()

    def _show_waiting(self) -> None:
        packages = self._waiting.packages
        ready = tuple(one for one in packages if not one.code)
        new = sum(one.outcome == "merged" for one in ready)
        self.folder.show_folder(self._waiting.folder)
        self._incoming.set_title(self.tr("Packages to take in"), self.tr("Nothing changes before you press Merge"))
        self.table.rows.set_titles(
            (
                *(self.tr("File and where it comes from"), self.tr("Added"), self.tr("Changed"), self.tr("To settle")),
                self.tr("State"),
            )
        )
        self.table.show_rows(tuple(self._row(one) for one in ready))
        self.table.setVisible(bool(ready))
        if ready:
            self.table.fit_height()
        self._empty.setVisible(not ready)
        self._empty.say(
            self.tr("Drop packages here"),
            self.tr("Packages of the kiosks and the hosts' laptops end in .qinting. First you see what they hold."),
        )
        self.merge_button.setText(self.tr("Merge {count}").replace("{count}", str(new)))
        self.merge_button.setVisible(new > 0)
        self.merge_button.updateGeometry()
        self._say.setText(self._remark(ready, new))
        self._show_detail()
        self._show_questions()

    def _remark(self, ready: tuple[PackageLine, ...], new: int) -> str:
        if ready and not new:
            return self.tr("All of this is here already")
        lacks = any(one.missing for one in ready)
        return self.tr("What is missing joins on when it comes") if lacks else ""

    def _row(self, one: PackageLine) -> Row:
        is_known = one.outcome == "known"
        state = Cell(self.tr("Ready"), tone="success", icon="check")
        if is_known:
            state = Cell(self.tr("Known"), tone="neutral")
        elif one.missing:
            state = Cell(self.tr("{count} steps missing").replace("{count}", f"{one.missing:,}"), tone="warning")
        counts = (
            Cell("" if is_known else f"{count:,}", order=count) for count in (one.added, one.changed, one.conflicts)
        )
        return Row(one.file, (Cell(Path(one.file).stem, second=one.device), *counts, state))

    def _show_detail(self) -> None:
        one = next((one for one in self._waiting.packages if one.file == self.table.choice and one.made_at), None)
        self._detail.setVisible(one is not None)
        if one is None:
            return
        kind = self.tr("only what was new") if one.kind == "delta" else self.tr("everything")
        made = self.tr("Written {when}, {kind}").replace("{when}", self.speech.moment(one.made_at))
        counted = (
            f"{self.speech.table(name)} {count:,}" for name, count in one.rows if count and self.speech.table(name)
        )
        self._detail.setText(self.speech.joined((made.replace("{kind}", kind), *counted)))

    def _show_questions(self) -> None:
        cards: list[QWidget] = []
        for one in self._waiting.packages:
            if one.fingerprint:
                stranger = StrangerCard(self.speech, one)
                stranger.trusted.connect(self.trust_wanted)
                stranger.refused.connect(self.refuse_wanted)
                cards.append(stranger)
            elif one.wants_passphrase:
                secret = SecretCard(self.speech, one)
                secret.given.connect(self.passphrase_given)
                cards.append(secret)
        refill(self._questions, column(*cards, gap=PX.between_cards))
        self._questions.setVisible(bool(cards))
        self.not_taken.show_lines(self._waiting.not_taken)
        self._right.setVisible(bool(cards or self._waiting.not_taken))

    def _show_devices(self) -> None:
        count = self.tr("{count} with this one").replace("{count}", str(len(self._devices)))
        self._known.set_title(self.tr("Devices"), count)
        rows: list[QLayout | Hairline] = [self._device_head(), Hairline()]
        for one in self._devices:
            rows += [self._device_row(one), Hairline()]
        if len(self._devices) == 1:
            alone = self.tr("No other device yet. Write the device card and open it on the new computer.")
            refill(self._device_rows, column(*rows, Label(alone, "small", "ink2", wraps=True), gap=PX.s8))
        else:
            refill(self._device_rows, column(*rows[:-1], gap=PX.s8))

    def _device_head(self) -> QLayout:
        texts = (
            (self.tr("Device"), _NAME_PX), (self.tr("Used as"), _ROLE_PX), (self.tr("Fingerprint"), 0),
            (self.tr("Last heard"), _HEARD_PX), (self.tr("Its records"), _RECORDS_PX), (self.tr("Trust"), _TRUST_PX),
        )  # fmt: skip
        labels = []
        for text, width in texts:
            label = Label(text, "caption", "ink3")
            if width:
                label.setFixedWidth(width)
            labels.append(label)
        made = row(PX.dot + PX.s12, *labels, gap=PX.s8)
        made.setStretchFactor(labels[2], 1)
        return made

    def _device_row(self, one: DeviceLine) -> QLayout:
        name = ElidedLabel(
            self.tr("{name} (this one)").replace("{name}", one.name) if one.is_this else one.name, "body_strong"
        )
        roles = {"kiosk": self.tr("Kiosk"), "host": self.tr("Host"), "office": self.tr("Office")}
        role = Label(roles.get(one.role, one.role), "body", "ink2")
        # Two people compare it to the letter: it is never cut short.
        fingerprint = Label(one.fingerprint.replace("-", " "), "caption", "ink2")
        heard = Label(self.speech.moment(one.heard_at) if one.heard_at else self.tr("Not heard yet"), "body", "ink2")
        gaps = self.tr("{count} missing").replace("{count}", f"{one.missing:,}")
        records = Label(gaps if one.missing else self.tr("Complete"), "body", "warning" if one.missing else "ink2")
        if not one.heard_at:
            records.setText("—")
        for label, width in ((name, _NAME_PX), (role, _ROLE_PX), (heard, _HEARD_PX), (records, _RECORDS_PX)):
            label.setFixedWidth(width)
        end = Part()
        end.setFixedWidth(_TRUST_PX)
        end.setLayout(row(self._trust(one), None))
        dot = Dot("warning" if one.missing or not one.is_trusted else "success")
        made = row(dot, PX.s4, name, role, fingerprint, heard, records, end, gap=PX.s8)
        made.setStretchFactor(fingerprint, 1)
        return made

    def _trust(self, one: DeviceLine) -> QWidget:
        if one.is_trusted:
            return Chip(self.tr("Trusted"), "success", "check")
        trust = Button(self.tr("Compared: trust it"), "outline", "small", icon="shield-check")
        trust.setObjectName(f"known_{one.fingerprint}")
        trust.clicked.connect(lambda: self.trust_wanted.emit(one.fingerprint))
        return trust

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
