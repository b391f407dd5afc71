"""The left column: who is being received, who waits, and the next one; or, while covered, nothing of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from desktop.host.cover import Cover
from desktop.host.days import lasted
from desktop.host.guest_rows import GuestRow, SeatedRow
from desktop.host.guests import WHOSE, Guest, Whose, next_of
from desktop.host.state import LONG_WAIT_MIN, Hall, Talk, waited_min
from desktop.host.wording import code_said, joined, minute_said, said_in, short_room
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, Hairline, Label, Mark
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# From then on the minutes tell nobody anything.
_LONGEST_IN_MIN = 120


class WaitingColumn(Part):
    """The column; `next_wanted` does what comes next with whoever is next, `nameless_wanted` begins a talk,
    `tasks_wanted` goes to the promises. `deed_wanted` names a key: F7 calls again, F10 leaves and comes back, `gone`
    says that somebody who was called has left."""

    next_wanted = Signal()
    deed_wanted = Signal(str)
    nameless_wanted = Signal()
    tasks_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("fill", "raised")
        self.setFixedWidth(PX.host_left)
        self._hall: Hall | None = None
        self._shown: object = None
        self._now_ms = 0
        self._chosen = ""
        self._is_covered = self._is_talking = False
        self._talk: Talk | None = None
        self._seated_title, self._seated = Label("", "small", "ink2"), SeatedRow()
        self._title = ElidedLabel("", "body_strong")
        self._place = ElidedLabel("", "small", "ink3")
        self._count = Label("", "small", "ink2")
        self._target = Label("", "caption", "ink3")
        self._rows = QScrollArea()
        self._rows.setWidgetResizable(True)
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._next = Button("", "outline", "next", key="F8")
        self._next.setObjectName("next_client")
        self._nameless = Button("", "quiet", "small")
        self._nameless.setObjectName("nameless")
        self._tasks = Button("", "quiet", "small", icon="list-todo", key="Ctrl+2")
        self._tasks.setObjectName("to_tasks")
        self._again = Button("", "quiet", "small", key="F7")
        self._gone = Button("", "quiet", "small")
        self._away = Button("", "quiet", "small", icon="door-open", key="F10")
        for button, name, deed in (
            (self._again, "call_again", "F7"), (self._gone, "has_left", "gone"), (self._away, "away", "F10"),
        ):  # fmt: skip
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, deed=deed: self.deed_wanted.emit(deed))
        self._next.clicked.connect(self.next_wanted)
        self._nameless.clicked.connect(self.nameless_wanted)
        self._tasks.clicked.connect(self.tasks_wanted)
        self._cover = Cover()
        self._open = self._opened()
        head = row(Mark(), column(self._title, self._place), gap=PX.s12, margins=(PX.s16, PX.s8, PX.s12, PX.s8))
        whole = column(head, Hairline(), self._open, self._cover)
        whole.setStretch(2, 1)
        whole.setStretch(3, 1)
        self.setLayout(row(whole, Hairline(is_upright=True)))
        self.retranslate()

    @property
    def chosen(self) -> Guest | None:
        """Who is next: the client chosen, else the one of this host who has waited longest."""
        return next_of(self._hall.waiting if self._hall else (), self._chosen)

    def show_hall(
        self, hall: Hall, now_ms: int, *, is_covered: bool, is_talking: bool, talk: Talk | None = None
    ) -> None:
        """Show who waits; while covered no name is held by any part of the column."""
        waits = tuple((one, waited_min(one.since, now_ms)) for one in hall.waiting)
        shown = (waits, hall.event, hall.host, hall.here, is_covered, is_talking, talk.reception if talk else "")
        self._hall, self._now_ms, self._talk = hall, now_ms, talk
        self._is_covered, self._is_talking = is_covered, is_talking
        # Rows made anew would lose the keyboard.
        if shown != self._shown:
            self._shown = shown
            self.retranslate()

    def set_now(self, now_ms: int) -> None:
        """Let the time of the talk go on."""
        self._seated.set_time(lasted(now_ms - self._talk.started_at) if self._talk else "")

    @override
    def retranslate(self) -> None:
        self._seated_title.setText(self.tr("Talking now"))
        self._nameless.setText(self.tr("Somebody not on the list"))
        self._tasks.setText(self.tr("My tasks"))
        self._cover.setVisible(self._is_covered)
        self._open.setVisible(not self._is_covered)
        hall = self._hall
        if hall is None:
            return
        event = hall.event
        self._title.setText(event.title if event else self.tr("No event today"))
        table = hall.here.place if hall.here else None
        place = self.tr("Table {place}").replace("{place}", table) if table else event.place if event else ""
        self._place.setText(joined(place, hall.host.name if hall.host else ""))
        shown = () if self._is_covered else hall.waiting
        self._count.setText(self.tr("{count} waiting").replace("{count}", str(len(shown))))
        self._target.setText(self.tr("Goal {count} min").replace("{count}", str(LONG_WAIT_MIN)))
        self._show_seated(hall)
        self._fill(shown, hall)
        self._show_next(None if self._is_covered else self.chosen)
        self._nameless.setVisible(event is not None and not self._is_talking)
        self._tasks.setVisible(not self._is_talking)
        here = hall.here
        self._away.setVisible(here is not None and not self._is_talking)
        is_away = here is not None and here.away_at is not None
        self._away.setText(self.tr("I am back") if is_away else self.tr("Leave for a while"))
        self._away_note.setText(self.tr("You are away: nobody is sent to you"))
        self._away_note.setVisible(is_away and not self._is_covered)

    def _show_next(self, following: Guest | None) -> None:
        """The button that goes on with whoever is next, and what else can be done with one who was called."""
        name = following.name if following else ""
        said = self._next_said(following).replace("{name}", name) if following else self.tr("Nobody waits")
        # A long name takes the place of the key before it gives way itself.
        metrics, room = self._next.fontMetrics(), PX.host_left - 2 * (PX.s16 + self._next.body.side)
        self._next.set_key("F8" if metrics.horizontalAdvance(said) <= room - PX.s32 else "")
        self._next.setText(metrics.elidedText(said, Qt.TextElideMode.ElideRight, room))
        self._next.setAccessibleName(said)
        self._next.setEnabled(bool(name) and not self._is_talking)
        self._next.setToolTip(self.tr("End this talk first (F9)") if self._is_talking else "")
        is_called = following is not None and following.whose == "mine" and following.called_at is not None
        for button, text in ((self._again, self.tr("Call again")), (self._gone, self.tr("Did not come"))):
            button.setText(text)
            button.updateGeometry()
            button.setVisible(is_called and not self._is_talking)

    def _next_said(self, guest: Guest) -> str:
        if guest.deed == "take":
            return self.tr("Take over: {name}")
        if guest.deed == "call":
            return self.tr("Call: {name}")
        return self.tr("Seated: {name}") if guest.turn and guest.is_called_first else self.tr("Next: {name}")

    def _show_seated(self, hall: Hall) -> None:
        talk = None if self._is_covered else self._talk
        card = talk.card if talk else None
        name = card.name if card else self.tr("A client without a name") if talk else ""
        second = joined(short_room(card.room), code_said(hall.codes.relations, card.relation)) if card else ""
        self._seated.show_client(name, second)
        self._seated_title.setVisible(talk is not None)
        self._seated.setVisible(talk is not None)
        self.set_now(self._now_ms)

    def _opened(self) -> Part:
        part = Part()
        self._seated_title.setContentsMargins(PX.s16, PX.s8, PX.s16, PX.s8)
        self._away_note = Label("", "small", "warning", wraps=True)
        self._away_note.setContentsMargins(PX.s16, PX.s8, PX.s16, PX.s8)
        self._away_note.hide()
        top = column(
            self._away_note, row(self._count, None, self._target, margins=(PX.s16, PX.s8, PX.s16, PX.s8)), gap=0
        )
        called = row(self._again, None, self._gone)
        foot = column(
            *(self._next, called, self._nameless, self._tasks, self._away),
            gap=PX.s4, margins=(PX.s16, PX.s8, PX.s16, PX.s12),
        )  # fmt: skip
        layout = column(self._seated_title, self._seated, top, Hairline(), self._rows, foot)
        layout.setStretch(4, 1)
        part.setLayout(layout)
        return part

    def _fill(self, guests: tuple[Guest, ...], hall: Hall) -> None:
        following = next_of(guests, self._chosen)
        lines: list[QWidget] = []
        for whose in WHOSE:
            several = tuple(one for one in guests if one.whose == whose)
            if several and any(one.turn for one in guests):
                lines.append(self._group(whose, len(several)))
            lines += [self._row(one, hall, is_next=one is following and not self._is_talking) for one in several]
        page = QWidget()
        page.setProperty("fill", "raised")
        page.setLayout(column(*lines, None))
        self._rows.setWidget(page)

    def _group(self, whose: Whose, count: int) -> Label:
        said = {"mine": self.tr("For you"), "free": self.tr("For nobody yet"), "theirs": self.tr("Other tables")}[whose]
        label = Label(f"{said}  {count}", "caption", "ink3")
        label.setContentsMargins(PX.s16, PX.s8, PX.s16, PX.s4)
        return label

    def _row(self, guest: Guest, hall: Hall, *, is_next: bool) -> GuestRow:
        minutes = waited_min(guest.since, self._now_ms)
        number = guest.number if guest.number != guest.name else ""
        standing = self._standing(guest, hall)
        # Where something stands beside it there is no room for what they are.
        relation = "" if standing else code_said(hall.codes.relations, guest.relation)
        second = joined(number, short_room(guest.room), relation)
        marks = ", ".join(said_in("client_mark", mark) for mark in guest.marks)
        line = GuestRow(
            guest, second, self._wait_said(minutes), standing, marks=marks,
            is_long=minutes >= LONG_WAIT_MIN, is_next=is_next,
        )  # fmt: skip
        line.setEnabled(not self._is_talking)
        line.clicked.connect(lambda: self._choose(guest.key))
        return line

    def _standing(self, guest: Guest, hall: Hall) -> str:
        """What there is to know of a turn: called when, sent to whom, wishes to see an executive."""
        if guest.called_at is not None:
            return self.tr("Called {time}").replace("{time}", minute_said(guest.called_at, hall.zone))
        if guest.host:
            return guest.host
        return self.tr("Wants an executive") if guest.wish == "executive" else ""

    def _wait_said(self, minutes: int) -> str:
        if minutes < _LONGEST_IN_MIN:
            return self.tr("{count} min").replace("{count}", str(minutes))
        return self.tr("{count} h").replace("{count}", str(minutes // 60))

    def _choose(self, key: str) -> None:
        self._chosen = key
        self.retranslate()
