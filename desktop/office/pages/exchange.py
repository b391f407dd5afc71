"""Bringing devices together: packages out, packages in after a look, devices and whom to trust."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.office.devices_state import DeviceLine, PackageLine, Waiting
from desktop.office.pages.devices_card import DevicesCard
from desktop.office.pages.exchange_cards import ExportCard, FolderCard, NotTakenCard, SecretCard, StrangerCard
from desktop.office.pages.parts import Page, head, refill, scrolled
from desktop.office.pages.shared_card import SharedCard
from desktop.office.speech import Speech
from desktop.widgets.bars import Loading
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_RIGHT_PX = PX.host_right + PX.row


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
    remove_wanted = Signal(str)
    refuse_wanted = Signal(str)
    passphrase_given = Signal(str, str)
    again_wanted = Signal(str)
    show_wanted = Signal()
    share_wanted = Signal()
    unshare_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self.setAcceptDrops(True)
        self._waiting = Waiting()
        self._title = Label("", "page")
        self.card_button = Button("", "outline", icon="qr-code")
        self.export_button = Button("", "outline", icon="package-plus")
        self.look_button = Button("", "outline", key="F5")
        self.shared, self.folder, self.export = SharedCard(speech), FolderCard(speech), ExportCard()
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
        self.devices = DevicesCard(speech)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for part in (self.folder, self.table, self._empty, self._detail):
            self._incoming.body.addWidget(part)
        self._incoming.body.addSpacing(PX.s4)
        foot = row(self.merge_button, self.choose_button, None, self.loading, self._say, gap=PX.s8)
        self._incoming.body.addLayout(foot)
        self._incoming.body.addSpacing(PX.s4)
        self._right.setFixedWidth(_RIGHT_PX)
        self._right.setLayout(column(self._questions, self.not_taken, None, gap=PX.between_cards))
        left = column(self.export, self._incoming, None, gap=PX.between_cards)
        middle = row(left, self._right, gap=PX.between_cards)
        middle.setStretchFactor(left, 1)
        inside = Part()
        inside.setProperty("fill", "background")
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        cards = column(self.shared, middle, self.devices, None, gap=PX.between_cards, margins=margins)
        inside.setLayout(cards)
        tools = head(self._title, self.card_button, self.export_button, self.look_button)
        top = row(tools, margins=(PX.page_margin, PX.s16, PX.page_margin, 0))
        self.setLayout(column(top, scrolled(inside)))

    def _connect(self) -> None:
        self.card_button.clicked.connect(self.card_wanted)
        self.export_button.clicked.connect(self._open_export)
        self.export.wanted.connect(self.export_wanted)
        self.look_button.clicked.connect(self.look_wanted)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.look_button.click)
        self.merge_button.clicked.connect(self.merge_wanted)
        self.choose_button.clicked.connect(self.choose_wanted)
        self.folder.choose_wanted.connect(self.folder_wanted)
        self.shared.choose_wanted.connect(self.share_wanted)
        self.shared.stop_wanted.connect(self.unshare_wanted)
        self.not_taken.again_wanted.connect(self.again_wanted)
        self.not_taken.folder_wanted.connect(self.show_wanted)
        self.devices.trust_wanted.connect(self.trust_wanted)
        self.devices.remove_wanted.connect(self.remove_wanted)
        self.table.chosen.connect(lambda _file: self._show_detail())

    @override
    def begin(self) -> None:
        (self if self.table.isHidden() else self.table).setFocus()
        self.look_wanted.emit()

    def show_devices(self, devices: tuple[DeviceLine, ...]) -> None:
        """Show the project's devices."""
        self.devices.show_devices(devices)

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
