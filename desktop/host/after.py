"""The page after a talk: what was recorded under which number, and the client's copy, seen before it is printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.jobs import Jobs
from desktop.services.receptions.drafts import Draft, Ended
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.labels import Hairline, IconLabel, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.pdf_view import PdfView


class AfterPage(Part):
    """`print_wanted` and `file_wanted` ask for the paper, `done` says that the client has left."""

    print_wanted = Signal()
    file_wanted = Signal()
    done = Signal()
    reflect_wanted = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._ended: Ended | None = None
        self._note = ""
        self._has_printer = True
        self._title, self._number = Label("", "page"), Label("", "section", "ink2")
        self._print = Button("", "filled", icon="printer", key="Ctrl+P")
        self._print.setObjectName("print_copy")
        self._file = Button("", "outline", icon="file-down", key="Ctrl+S")
        self._file.setObjectName("copy")
        self._file_first = Button("", "filled", icon="file-down", key="Ctrl+S")
        self._file_first.setObjectName("copy_first")
        self._done = Button("", "outline", key="F8")
        self._done.setObjectName("talk_done")
        self._reflect = Button("", "quiet", icon="notebook-pen", key="F5")
        self._reflect.setObjectName("reflect")
        self._reflect.clicked.connect(self.reflect_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._file.clicked.connect(self.file_wanted)
        self._file_first.clicked.connect(self.file_wanted)
        self._done.clicked.connect(self.done)
        self._kept_sign = IconLabel("check", PX.icon_small, "success")
        self._kept = Label("", "small", "success", wraps=True)
        self._no_printer = Label("", "small", "ink3", wraps=True)
        self.paper = PdfView(jobs)
        self.paper.setObjectName("paper")
        self._cards: QVBoxLayout = column(gap=PX.s12)
        self._lay()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._print.setText(self.tr("Print the client's copy"))
        self._file.setText(self.tr("Keep as PDF"))
        self._file_first.setText(self.tr("Keep as PDF"))
        self._done.setText(self.tr("The client has left"))
        self._reflect.setText(self.tr("Write down what you take from it"))
        self._no_printer.setText(self.tr("No printer here. The copy can be kept as a file."))
        self._no_printer.setVisible(not self._has_printer)
        self._print.setVisible(self._has_printer)
        self._file.setVisible(self._has_printer)
        self._file_first.setVisible(not self._has_printer)
        self._kept.setText(self._note)
        self._kept_sign.setVisible(bool(self._note))
        self._kept.setVisible(bool(self._note))
        if self._ended is None:
            return
        count = str(len(self._ended.concerns))
        self._title.setText(self.tr("Recorded: {count}").replace("{count}", count))
        self._number.setText(self._ended.number)

    def show_ended(self, ended: Ended, drafts: tuple[Draft, ...]) -> None:
        """Show what was recorded; `drafts` are the concerns in the same order, then the asides."""
        self._ended, self._note = ended, ""
        self.paper.show_nothing()
        while item := self._cards.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        concerns = [one for one in drafts if not one.is_aside]
        for recorded, draft in zip(ended.concerns, concerns, strict=True):
            self._cards.addWidget(self._card(recorded.number, draft.words))
        for draft in drafts:
            if draft.is_aside:
                self._cards.addWidget(self._card(self.tr("Said in passing"), draft.words))
        self.retranslate()

    def show_copy(self, pdf: bytes, *, has_printer: bool) -> None:
        """Show the paper as it will come out of the printer; without a printer a file is the first choice."""
        self._has_printer = has_printer
        self.paper.show_pdf(pdf)
        self.retranslate()

    def say(self, text: str) -> None:
        """Say where the client's copy is now."""
        self._note = text
        self.retranslate()

    def put_away(self) -> None:
        """Nothing of this client stays in any part of the page."""
        self._ended, self._note = None, ""
        self._number.setText("")
        self.paper.show_nothing()
        while item := self._cards.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.retranslate()

    def _lay(self) -> None:
        page, scroll = QWidget(), QScrollArea()
        page.setProperty("fill", "background")
        page.setLayout(column(self._cards, None, margins=(PX.s24, 0, PX.s16, PX.s12)))
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        head = column(self._title, self._number, gap=PX.s4, margins=(PX.s24, PX.s16, PX.s24, PX.s16))
        kept = row(self._kept_sign, PX.s4, self._kept)
        kept.setStretch(2, 1)
        papers = (self._no_printer, self._print, self._file_first, self._file)
        deeds = column(*papers, self._done, self._reflect, gap=PX.s8)
        foot = column(kept, deeds, gap=PX.s8, margins=(PX.s24, PX.s12, PX.s16, PX.s16))
        told = Part()
        told.setFixedWidth(PX.host_right + PX.s96)
        layout = column(head, scroll, foot)
        layout.setStretch(1, 1)
        told.setLayout(layout)
        whole = row(told, Hairline(is_upright=True), self.paper)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _card(self, head: str, words: str) -> Card:
        card = Card()
        card.body.addWidget(Label(head, "small", "ink3"))
        card.body.addWidget(Words(words, "body"))
        return card
