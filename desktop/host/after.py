"""The page after a talk: what was recorded under which number, and the client's copy."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.host.sheet import narrow
from desktop.services.receptions.drafts import Draft, Ended
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.labels import IconLabel, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class AfterPage(Part):
    """`copy_wanted` asks for the paper, `done` says that the client has left."""

    copy_wanted = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ended: Ended | None = None
        self._drafts: tuple[Draft, ...] = ()
        self._file = ""
        self._has_client = True
        self._title, self._number = Label("", "page"), Label("", "section", "ink2")
        self._copy = Button("", "filled", icon="file-down", key="Ctrl+P")
        self._copy.setObjectName("copy")
        self._done = Button("", "outline", key="F8")
        self._done.setObjectName("talk_done")
        self._copy.clicked.connect(self.copy_wanted)
        self._done.clicked.connect(self.done)
        self._kept_sign = IconLabel("check", PX.icon_small, "success")
        self._kept = Label("", "small", "success", wraps=True)
        self._cards: QVBoxLayout = column(gap=PX.s12)
        page, scroll = QWidget(), QScrollArea()
        page.setProperty("fill", "background")
        page.setLayout(column(self._cards, None, margins=(PX.s24, 0, PX.s24, PX.s12)))
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        head = column(self._title, self._number, gap=PX.s4, margins=(PX.s24, PX.s16, PX.s24, PX.s16))
        kept = row(self._kept_sign, PX.s4, self._kept)
        kept.setStretch(2, 1)
        deeds = row(self._copy, self._done, None, gap=PX.s12)
        foot = column(deeds, kept, gap=PX.s8, margins=(PX.s24, PX.s12, PX.s24, PX.s16))
        layout = column(head, scroll, foot)
        layout.setStretch(1, 1)
        self.setLayout(narrow(layout))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._copy.setText(self.tr("Keep the client's copy (PDF)"))
        self._done.setText(self.tr("The client has left"))
        self._kept.setText(self.tr("Kept as {file}").replace("{file}", self._file) if self._file else "")
        self._kept_sign.setVisible(bool(self._file))
        self._copy.setVisible(self._has_client)
        if self._ended is None:
            return
        count = str(len(self._ended.concerns))
        self._title.setText(self.tr("Recorded: {count}").replace("{count}", count))
        self._number.setText(self._ended.number)

    def show_ended(self, ended: Ended, drafts: tuple[Draft, ...], *, has_client: bool) -> None:
        """Show what was recorded; `drafts` are the concerns in the same order."""
        self._ended, self._drafts, self._has_client, self._file = ended, drafts, has_client, ""
        while item := self._cards.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for recorded, draft in zip(ended.concerns, drafts, strict=True):
            card = Card()
            card.body.addWidget(Label(recorded.number, "small", "ink3"))
            card.body.addWidget(Words(draft.words, "body"))
            self._cards.addWidget(card)
        self.retranslate()

    def show_file(self, file: str) -> None:
        """Say where the client's copy is."""
        self._file = file
        self.retranslate()
