"""The clients of the project: a list to search, and beside it everything known of the one chosen."""

from PySide6.QtCore import QTimer, Signal
from typing_extensions import override

from desktop.office.pages.client_pane import ClientPane
from desktop.office.pages.parts import Page
from desktop.office.speech import Speech
from desktop.services.guests.dossiers import ClientList, ClientRow
from desktop.widgets.buttons import Button
from desktop.widgets.cards import EmptyState
from desktop.widgets.fields import Line
from desktop.widgets.labels import Hairline, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_TABLE_PX = 5 * PX.s96
# From this width on the list has room for more columns.
_WIDE_PX = 1_500
_MORE_COLUMNS = (4, 6)
_TYPING_MS = 150


class ClientsPage(Page):
    """`find_wanted` tells what is searched for, `client_wanted` whose pane is to be shown."""

    find_wanted = Signal(str)
    client_wanted = Signal(str)
    import_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._list = ClientList((), 0)
        self._title, self._count = Label("", "page"), Label("", "small", "ink2")
        self._search = Line(icon="search")
        self.searched_in = self._search
        self.import_button = Button("", "outline", icon="file-spreadsheet")
        self.import_button.clicked.connect(self.import_wanted)
        self.table = Table(
            (
                *(Column("", 144, fits=True, most_px=PX.navigation, folds=True), Column("")),
                Column("", 72, fits=True, most_px=PX.host_left // 2, folds=True),
                *(Column("", 104, fits=True), Column("", 96)),
                *(Column("", 72, is_number=True, fits=True), Column("", 96, fits=True)),
            ),
            inset_px=PX.page_margin,
        )
        self.widen(self.table, _MORE_COLUMNS, _WIDE_PX)
        self.table.chosen.connect(self.client_wanted)
        self._empty = EmptyState("users")
        self._empty.acted.connect(self.import_wanted)
        self._key_texts = tuple(Label("", "caption", "ink3") for _ in range(3))
        self.pane = ClientPane(speech)
        self.table.opened.connect(lambda _client: self.pane.begin())
        # A search after every key would let the slow ones pile up.
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(lambda: self.find_wanted.emit(self.query))
        self._search.textChanged.connect(lambda _text: self._typing.start())
        self._search.returnPressed.connect(self.table.setFocus)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        keys = (("/",), ("J", "K"), ("Enter",))
        foot: list[Label | int] = []
        for caps, text in zip(keys, self._key_texts, strict=True):
            foot += [*(KeyCap(cap) for cap in caps), text, PX.s8]
        self._keys = keys_line = Part()
        keys_line.setLayout(row(*foot, None, gap=PX.s4, margins=(PX.page_margin, PX.s8, 0, PX.s8)))
        keys_line.setProperty("fill", "surface")
        tools = column(
            row(self._title, PX.s12, self._count, None, self.import_button),
            self._search,
            gap=PX.s8,
            margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s8),
        )
        left = Part()
        left.setLayout(column(tools, self.table, self._empty, keys_line))
        left.setMinimumWidth(_TABLE_PX)
        self._between = Hairline(is_upright=True)
        whole = row(left, self._between, self.pane)
        whole.setStretch(0, 3)
        whole.setStretch(2, 2)
        self.setLayout(whole)

    @property
    def query(self) -> str:
        """What is searched for."""
        return self._search.text().strip()

    def show_clients(self, found: ClientList) -> None:
        """Show the list anew; the pane follows the row that is chosen."""
        self._list = found
        self._show_rows()
        if found.rows:
            # With the focus alone a table stands on a row without marking it.
            self.table.choose(self.table.choice or found.rows[0].id)
        else:
            self.pane.show_client(None)

    def begin_again(self) -> None:
        """Show the list without a search."""
        self._search.clear()

    def stand_on(self, one: ClientRow) -> None:
        """Stand on a client, who is put on top where the list does not reach so far."""
        if self.table.rows.place_of(one.id) < 0:
            self.show_clients(ClientList((one, *self._list.rows), self._list.total))
        self.table.choose(one.id)

    @override
    def begin(self) -> None:
        (self.table if self._list.rows else self).setFocus()

    def _show_rows(self) -> None:
        shown = self._list.rows
        count = self.tr("{total} clients") if len(shown) == self._list.total else self.tr("{count} of {total}")
        count = count.replace("{count}", f"{len(shown):,}").replace("{total}", f"{self._list.total:,}")
        self._count.setText(count)
        self.table.show_rows(tuple(self._row(one) for one in shown))
        self.table.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        # The page that has nobody yet says so once, and offers one next step.
        is_new = not shown and not self.query
        for part in (self.import_button, self.pane, self._between, self._keys):
            part.setVisible(not is_new)
        if self.query:
            self._empty.say(
                self.tr("Nobody found"),
                self.tr("Try another spelling, the first letters, a room or the end of a phone."),
            )
        else:
            self._empty.say(
                self.tr("No clients yet"), self.tr("A list in XLSX or CSV brings them in."), self.tr("Import a list")
            )

    def _row(self, one: ClientRow) -> Row:
        sources = {"list": self.tr("List"), "walk_in": self.tr("Walk-in")}
        events = self.speech.listed(str(number) for number in one.events)
        return Row(
            one.id,
            (
                Cell(f"{one.name} {one.title}".strip(), is_strong=False),
                Cell(one.rooms, "ink2"),
                Cell(one.owner, "ink2"),
                Cell(one.phone, "ink2"),
                Cell(events, "ink2"),
                Cell(str(one.open_concerns) if one.open_concerns else "", order=one.open_concerns),
                Cell(sources.get(one.source, one.source), "ink2"),
            ),
        )

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Clients"))
        self._search.setPlaceholderText(self.tr("Name, pinyin, room, end of phone"))
        self.import_button.setText(self.tr("Import a list"))
        self.import_button.updateGeometry()
        titles = (
            *(self.tr("Name"), self.tr("Room"), self.tr("Contact"), self.tr("Phone")),
            *(self.tr("Events no."), self.tr("Concerns"), self.tr("Source")),
        )
        self.table.rows.set_titles(titles)
        texts = (self.tr("search"), self.tr("up and down"), self.tr("edit"))
        for label, text in zip(self._key_texts, texts, strict=True):
            label.setText(text)
        self._show_rows()
