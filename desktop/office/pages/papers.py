"""Every paper of an event: chosen at the left, looked at on the right as it will be printed, then printed or kept."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from desktop.jobs import Jobs
from desktop.office.pages.parts import Page, offer_events
from desktop.office.pages.print_choices import PrintChoices
from desktop.office.pages.print_list import PrintList
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.services.papers.printing import Queues
from desktop.services.papers.shelf import BY_DEPARTMENT, BY_OWNER, BY_TALK, KINDS, WORN, Talk, Wanted
from desktop.settings import Settings, print_habit
from desktop.widgets.bars import Banner, Loading
from desktop.widgets.buttons import Button
from desktop.widgets.cards import EmptyState
from desktop.widgets.fields import Field, Picker, Tick
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.pdf_view import PdfView
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_LEFT_PX = PX.navigation + PX.s96 + PX.s48
_LEAST_ROWS = 3
# Against the empty space below a list that has room.
_LIST_STRETCH = 100


class PapersPage(Page):
    """`wanted` tells that another paper is to be looked at; `print_wanted` names a printer, `save_wanted` nothing."""

    events_wanted = Signal()
    changed = Signal()
    print_wanted = Signal(str)
    save_wanted = Signal()

    def __init__(self, speech: Speech, jobs: Jobs) -> None:
        super().__init__(speech)
        self.rows: tuple[EventRow, ...] = ()
        self._queues, self._owners, self._talks = Queues(()), tuple[str, ...](), tuple[Talk, ...]()
        self._pages = -1
        # The paper shown says of itself that it is a draft.
        self.is_draft = False
        self._told: tuple[object, ...] = ()
        self._choices = Settings()
        self._title, self._bare_title = Label("", "page"), Label("", "page")
        self.events, self.owners, self.departments, self.talks = Picker(), Picker(), Picker(), Picker()
        pickers = (self.events, self.owners, self.departments, self.talks)
        self._event, self._owner, self._department, self._talk = (Field("", one) for one in pickers)
        self.printing, self.jobs = PrintChoices(), PrintList(speech)
        self.sizes, self.again = Picker(), Tick()
        self._size = Field("", self.sizes)
        self.table = Table((Column(""),), PX.row_two_lines, inset_px=PX.card_x)
        self.table.horizontalHeader().hide()
        self.view = PdfView(jobs)
        self.loading = Loading()
        self._note = Banner("warning", "circle-alert")
        self._state = Label("", "small", "ink2", wraps=True)
        self.print_button = Button("", "filled", icon="printer", key="Ctrl+P")
        self.save_button = Button("", "outline", icon="file-down")
        self._empty = EmptyState("calendar-days")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left = Part()
        left.setProperty("fill", "surface")
        left.setFixedWidth(_LEFT_PX)
        side = PX.card_x
        top = column(self._title, self._event, gap=PX.s12, margins=(side, PX.s16, side, PX.s12))
        buttons = row(self.print_button, self.save_button, gap=PX.s8)
        foot = column(
            *(self._owner, self._department, self._talk, self._size, self.printing, self.again),
            *(self._note, self._state, self.loading, buttons),
            gap=PX.s12, margins=(side, PX.s12, side, PX.s16),
        )  # fmt: skip
        listed = column(top, Hairline(), self.table, None, Hairline(), foot)
        listed.setStretchFactor(self.table, _LIST_STRETCH)
        left.setLayout(listed)
        self.table.setMinimumHeight(_LEAST_ROWS * PX.row_two_lines)
        self._whole = Part()
        right = Part()
        looked = column(self.view, self.jobs)
        looked.setStretchFactor(self.view, 1)
        right.setLayout(looked)
        whole = row(left, Hairline(is_upright=True), right)
        whole.setStretchFactor(right, 1)
        self._whole.setLayout(whole)
        # With nothing to show there is no list either; the page keeps its title.
        self._bare = Part()
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        self._bare.setLayout(column(self._bare_title, self._empty, margins=margins))
        self.setLayout(column(self._whole, self._bare))

    def _connect(self) -> None:
        self._empty.acted.connect(self.events_wanted)
        self.table.chosen.connect(lambda _kind: self._choose() if self.isVisible() else None)
        for picker in (self.events, self.owners, self.departments, self.talks, self.sizes):
            picker.activated.connect(lambda _place: self._choose())
        self.table.opened.connect(lambda _kind: self.view.setFocus())
        self.print_button.clicked.connect(lambda: self.print_wanted.emit(self.printing.queue))
        self.printing.printer_chosen.connect(self.jobs.show_other)
        self.printing.more.clicked.connect(self._keep_in_sight)
        self.save_button.clicked.connect(self.save_wanted)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self).activated.connect(self.print_button.click)

    @override
    def begin(self) -> None:
        self.table.setFocus()
        self._told = self._chosen_now()
        self.changed.emit()

    def _chosen_now(self) -> tuple[object, ...]:
        pickers = (self.events, self.owners, self.departments, self.talks, self.sizes)
        return (self.table.choice, *(picker.choice for picker in pickers))

    @property
    def chosen_event(self) -> EventRow | None:
        """The event chosen."""
        return next((one for one in self.rows if one.event == self.events.choice), None)

    @property
    def wanted(self) -> Wanted | None:
        """The paper chosen; None while there is no event."""
        event, kind = self.chosen_event, self.table.choice
        if event is None or not kind:
            return None
        if kind in BY_TALK and not self.talks.choice:
            return None
        owner = self.owners.choice if kind in BY_OWNER else ""
        if kind in WORN:
            return Wanted(
                kind, event.event, size=self.sizes.choice, has_room=self._choices.has_room_on_badge,
                again=self.again.isChecked(),
            )  # fmt: skip
        department = self.departments.choice if kind in BY_DEPARTMENT else ""
        talk = self.talks.choice if kind in BY_TALK else ""
        return Wanted(kind, event.event, owner, talk, department=department)

    @property
    def paper_name(self) -> str:
        """What the paper chosen is called."""
        name = self._words(self.table.choice)[0]
        return self.tr("{paper} (draft)").replace("{paper}", name) if self.is_draft else name

    def show_events(self, events: tuple[EventRow, ...], chosen: str = "") -> None:
        """The events to choose from."""
        self.rows = events
        offer_events(self.events, events, chosen)
        self.retranslate()

    def show_device(self, choices: Settings) -> None:
        """The printers and papers that this device is used to."""
        if choices.badge_size != self._choices.badge_size or not self._told:
            self.sizes.choose(choices.badge_size)
        self._choices = choices

    def choose(self, event: str, kind: str) -> None:
        """Choose a paper of an event as by hand."""
        self.events.choose(event)
        self.table.choose(kind)

    def show_surroundings(self, queues: Queues, owners: tuple[str, ...], talks: tuple[Talk, ...]) -> None:
        """The printers there are, whose clients are on the event's list, and which talks have ended."""
        kind = self.table.choice
        if kind != self.printing.kind:
            self._keep_in_sight()
        is_worn = kind in WORN
        own = self._choices.badge_printer if is_worn else self._choices.form_printer
        self._queues, self._owners, self._talks = queues, owners, talks
        self.printing.show_kind(kind, queues, print_habit(self._choices, kind), usual=own, is_worn=is_worn)
        self.jobs.show_other("" if is_worn else self.printing.queue)
        self.retranslate()

    def _keep_in_sight(self) -> None:
        """The list gets lower or higher with what stands below it; the paper chosen is not to slip out."""
        QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))

    def show_paper(self, content: bytes, pages: int, missing: str, *, is_draft: bool = False) -> None:
        """Show how the paper would come out; `missing` are characters that no face has."""
        self._pages, self.is_draft = pages, is_draft
        self.view.show_pdf(content) if pages else self.view.show_nothing()
        self._note.say(self.tr("No face has these characters: {missing}").replace("{missing}", missing), "")
        self._note.setVisible(bool(missing))
        self._show_state()

    def show_nothing(self) -> None:
        """There is nothing to look at."""
        self._pages, self.is_draft = -1, False
        self.view.show_nothing()
        self._note.hide()
        self._show_state()

    def _choose(self) -> None:
        """Another paper, event or owner was chosen; setting the texts anew is no choice."""
        told = self._chosen_now()
        if told != self._told:
            self._told = told
            self._show_state()
            self.changed.emit()

    def _show_state(self) -> None:
        is_there = self._pages > 0
        self._owner.setVisible(bool(self._owners) and self.table.choice in BY_OWNER)
        self._department.setVisible(self.table.choice in BY_DEPARTMENT)
        self._talk.setVisible(bool(self._talks) and self.table.choice in BY_TALK)
        is_worn = self.table.choice in WORN
        self._size.setVisible(is_worn)
        self.again.setVisible(is_worn and self.printing.has_printer)
        self.print_button.setEnabled(is_there and self.printing.has_printer)
        self.save_button.setEnabled(is_there)
        said = self.tr("Nobody to print it for yet") if self._pages == 0 else ""
        if self._pages == 0 and self.table.choice == "dispatch":
            said = self.tr("No concern waits to be signed for")
        if self.table.choice in BY_TALK and not self._talks:
            said = self.tr("No talk of this event has ended yet")
        if is_there and not self.printing.has_printer:
            said = self.tr("This computer has no printer. Keep the paper as a PDF and print it elsewhere.")
        if self.is_draft:
            draft = self.tr("A draft: the event's closing list still has open lines.")
            said = f"{draft}\n{said}".strip()
        self._state.setText(said)
        self._state.setVisible(bool(said))

    def _words(self, kind: str) -> tuple[str, str]:
        """A paper's name and what it is for."""
        return {
            "forms": (self.tr("Feedback forms"), self.tr("A page for each client of the list")),
            "heard": (self.tr("Forms filled in"), self.tr("Only clients who had something to say")),
            "copy": (self.tr("Client's copy"), self.tr("Of one talk: words, answers, promises")),
            "record": (self.tr("Record of a talk"), self.tr("For the file: all of one talk; internal")),
            "interview": (self.tr("Interview records"), self.tr("By the guide; blank before the first talk")),
            "invitations": (self.tr("Invitations"), self.tr("Cards with code and number")),
            "cards": (self.tr("Invitation cards"), self.tr("A6, one to hand to each client")),
            "notice": (self.tr("Privacy notice"), self.tr("To hang at the desk; its words are in Settings")),
            "badges": (self.tr("Badges"), self.tr("To be worn; each is printed once")),
            "common": (self.tr("Common issues, to sign"), self.tr("Counts, quotes, what is proposed")),
            "walk": (self.tr("Unit inspection records"), self.tr("A sheet for each home, in walking order")),
            "dispatch": (self.tr("Work orders"), self.tr("One for each concern not signed for yet")),
            "department": (self.tr("Department list"), self.tr("What is open, by deadline, with room to note")),
            "summary": (self.tr("Summary"), self.tr("Figures, charts, every concern; internal")),
            "owners": (self.tr("Summary for owners"), self.tr("Nobody named; marked until it is approved")),
            "before": (self.tr("One page before"), self.tr("For the telephone, the evening before")),
            "after": (self.tr("One page after"), self.tr("For the telephone, the same evening")),
            "digest": (self.tr("Digest for executives"), self.tr("Two pages at most; nobody is named")),
        }.get(kind, ("", ""))

    @override
    def retranslate(self) -> None:
        for label in (self._title, self._bare_title):
            label.setText(self.tr("Papers"))
        self._event.set_label(self.tr("Event"))
        self._owner.set_label(self.tr("Whose clients"))
        self._talk.set_label(self.tr("Of which talk"))
        self._department.set_label(self.tr("Of which department"))
        self._size.set_label(self.tr("Size"))
        chosen = self.sizes.choice or self._choices.badge_size
        names = {
            "a6": "A6", "90x54": self.tr("90 x 54 mm"), "62": self.tr("Roll, 62 mm"), "80": self.tr("Roll, 80 mm"),
        }  # fmt: skip
        self.sizes.set_values(tuple(names.items()))
        self.sizes.choose(chosen)
        self.again.setText(self.tr("Also those printed before"))
        chosen = self.owners.choice
        self.owners.set_values((("", self.tr("Everybody's")), *((name, name) for name in self._owners)))
        self.owners.choose(chosen)
        chosen = self.departments.choice
        self.departments.set_values((("", self.tr("All departments")), *self.speech.choices("department")))
        self.departments.choose(chosen)
        chosen = self.talks.choice
        self.talks.set_values(
            tuple((one.reception, " ".join(filter(None, (one.number, one.client)))) for one in self._talks)
        )
        if chosen:
            self.talks.choose(chosen)
        self.print_button.setText(self.tr("Print"))
        self.save_button.setText(self.tr("Keep as PDF"))
        for button in (self.print_button, self.save_button):
            button.updateGeometry()
        words = ((kind, *self._words(kind)) for kind in KINDS)
        self.table.show_rows(tuple(Row(k, (Cell(name, second=text, is_strong=True),)) for k, name, text in words))
        # More papers than a low window holds are scrolled to.
        self.table.setMaximumHeight(self.table.verticalHeader().length() + PX.s2)
        if not self.table.choice:
            self.table.choose(KINDS[0])
        self._whole.setVisible(bool(self.rows))
        self._bare.setVisible(not self.rows)
        self._empty.say(self.tr("There is no event yet"), self.tr("Build the event first."), self.tr("New event"))
        self._show_state()
