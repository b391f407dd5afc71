"""The closing list of an event: what is open, what to do about each line, and the reasons why some may stay."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.office.pages.closing_parts import ClosingRow
from desktop.office.pages.inner import InnerPage
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.services.events.closing import KINDS, ClosingLine, is_settled
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Line
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# Of one kind at first; more are shown when asked for, and one reason may be given for all.
SHOWN, MORE = 10, 30
# From so many on the one reason for all is asked for above them.
_LONG = 8


class ClosingPage(InnerPage):
    """`place_wanted` tells a line's key; `done_wanted` that what it asks for is done; `reason_given` a line's key or a
    kind, and the reason; `reason_back` a line's key; `findings_wanted` the event whose figures are asked for."""

    summary_wanted = Signal()
    findings_wanted = Signal(str)
    place_wanted = Signal(str)
    done_wanted = Signal(str)
    reason_given = Signal(str, str)
    reason_back = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._event: EventRow | None = None
        self._lines: tuple[ClosingLine, ...] = ()
        # The line or the kind for which a reason is being written.
        self._asked = ""
        # How many lines of a kind are shown where that is more than at first.
        self._shown: dict[str, int] = {}
        # What each group shows now: it is built anew only when that is something else.
        self._built: dict[str, object] = {}
        self._holders = {kind: Part() for kind in KINDS}
        self.summary_button = Button("", "filled", icon="printer")
        self.findings_button = Button("", "outline", icon="chart-column")
        self.findings_button.setObjectName("findings")
        self._open, self._done = Banner("warning", "circle-alert"), Banner("success", "check")
        self._groups = Part()
        self._empty = EmptyState("calendar-check")
        self._counts = Card(" ")
        self._count_rows = Part()
        self._hint = Label("", "small", "ink2", wraps=True)
        self._lay_out()
        self.summary_button.clicked.connect(self.summary_wanted)
        self.findings_button.clicked.connect(lambda: self.findings_wanted.emit(self.event_id))
        self.retranslate()

    def _lay_out(self) -> None:
        self._groups.setLayout(column(*self._holders.values(), gap=PX.between_cards))
        left = column(self._open, self._done, self._groups, self._empty, None, gap=PX.between_cards)
        self._counts.body.addWidget(self._count_rows)
        self._counts.body.addWidget(self._hint)
        self._counts.body.addSpacing(PX.s4)
        self._lay_beside(self._head(self.findings_button, PX.s8, self.summary_button), left, column(self._counts, None))

    @property
    def event_id(self) -> str:
        """The event whose list it is; "" before one was opened."""
        return self._event.event if self._event else ""

    @override
    def begin(self) -> None:
        self.summary_button.setFocus()

    def show_event(self, event: EventRow) -> None:
        """Show another event's list; what stands on it comes by `show_lines`."""
        if event.event != self.event_id:
            self._lines, self._asked, self._shown = (), "", {}
        self._event = event
        self.retranslate()

    def show_lines(self, lines: tuple[ClosingLine, ...]) -> None:
        """Show what is open now; a reason that is being written stays."""
        if lines != self._lines:
            self._lines = lines
            self._show()

    def line(self, key: str) -> ClosingLine | None:
        """The line with this key."""
        return next((one for one in self._lines if one.key == key), None)

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Events"))
        self._title.setText(self.tr("Closing list"))
        one = self._event
        self._about.setText(f"{one.title} · {self.speech.moment(one.starts_at)}" if one else "")
        self.summary_button.setText(self.tr("To the summary"))
        self.findings_button.setText(self.tr("Findings of the event"))
        for button in (self._back, self.summary_button, self.findings_button):
            button.updateGeometry()
        self._counts.set_title(self.tr("What is open"))
        self._hint.setText(
            self.tr("Do what a line asks for, or write why it may stay. The reason goes with the data and is printed.")
        )
        self._empty.say(
            self.tr("Everything is in"),
            self.tr("Every device has brought its data, every form is typed in, every talk has an end."),
        )
        self._show()

    def _kinds(self) -> Mapping[str, str]:
        return {
            "device": self.tr("Devices not in yet"), "gap": self.tr("Steps missing in between"),
            "package": self.tr("Packages not taken"), "draft": self.tr("Drafts on this device"),
            "talk": self.tr("Talks without an end"), "provisional": self.tr("Guests to be matched"),
            "double": self.tr("Let in more than once"), "form": self.tr("Forms not typed in"),
            "promise": self.tr("Promises not signed"),
        }  # fmt: skip

    def _show(self) -> None:
        left = sum(one.reason is None for one in self._lines)
        draft = self.tr("Still open: {count}. The summary prints as a draft").replace("{count}", str(left))
        self._open.say(draft, "")
        self._done.say(self.tr("Every line has its reason: the summary prints for good"), "")
        settled = is_settled(self._lines)
        self._open.setHidden(settled)
        self._done.setHidden(not settled or not self._lines)
        self._empty.setHidden(bool(self._lines))
        kinds = self._kinds()
        counts: list[QWidget] = []
        for kind in KINDS:
            found = tuple(one for one in self._lines if one.kind == kind)
            self._show_group(kind, kinds[kind], found)
            counts.append(_Count(kinds[kind], sum(one.reason is None for one in found), len(found)))
        self._groups.setVisible(bool(self._lines))
        refill(self._count_rows, column(*counts, gap=PX.s4))

    def _show_group(self, kind: str, title: str, found: tuple[ClosingLine, ...]) -> None:
        asked = self._asked if self._asked in {kind, *(one.key for one in found)} else ""
        # Codes and moments are worded by the language, which the title tells.
        wanted = (title, found, asked, self._shown.get(kind, SHOWN))
        if self._built.get(kind) != wanted:
            self._built[kind] = wanted
            holder = self._holders[kind]
            refill(holder, column(*([self._group(kind, title, found)] if found else [])))
            holder.setVisible(bool(found))

    def _group(self, kind: str, title: str, found: tuple[ClosingLine, ...]) -> Card:
        card = Card(" ")
        open_ = sum(one.reason is None for one in found)
        card.set_title(title, str(open_) if open_ else self.tr("with reasons"))
        is_long = open_ > _LONG
        if is_long:
            card.body.addWidget(self._for_all(kind, open_))
            card.body.addWidget(Hairline())
        # What nobody has said anything about stands first.
        ordered = sorted(found, key=lambda one: one.reason is not None)
        shown = self._shown.get(kind, SHOWN)
        for number, one in enumerate(ordered[:shown]):
            if number:
                card.body.addWidget(Hairline())
            line = ClosingRow(self.speech, one, is_asked=self._asked == one.key)
            line.place_wanted.connect(self.place_wanted)
            line.done_wanted.connect(self.done_wanted)
            line.asked.connect(self._ask)
            line.given.connect(self._give)
            line.taken_back.connect(self.reason_back)
            card.body.addWidget(line)
        if len(found) > shown:
            more = Button(self.tr("Show more of {count}").replace("{count}", str(len(found))), "quiet", "small")
            more.setObjectName(f"more_{kind}")
            more.clicked.connect(lambda: self._show_more(kind))
            card.body.addLayout(row(more, None))
        if open_ > 1 and not is_long:
            card.body.addWidget(Hairline())
            card.body.addWidget(self._for_all(kind, open_))
        card.body.addSpacing(PX.s4)
        return card

    def _for_all(self, kind: str, count: int) -> Part:
        made = Part()
        button = Button("", "quiet", "small")
        button.setObjectName(f"all_{kind}")
        if self._asked != kind:
            button.setText(self.tr("One reason for all {count}").replace("{count}", str(count)))
            button.clicked.connect(lambda: self._ask(kind))
            made.setLayout(row(button, None))
            return made
        line = Line()
        line.setObjectName(f"reason_{kind}")
        line.setPlaceholderText(self.tr("Why may they stay?"))
        button.setText(self.tr("Write it for all {count}").replace("{count}", str(count)))
        for signal in (button.clicked, line.returnPressed):
            signal.connect(lambda *_: self._give(kind, line.text()))
        layout = row(line, PX.s8, button)
        layout.setStretch(0, 1)
        made.setLayout(layout)
        line.setFocus()
        return made

    def _show_more(self, kind: str) -> None:
        self._shown[kind] = self._shown.get(kind, SHOWN) + MORE
        self._show()

    def _ask(self, key: str) -> None:
        self._asked = key
        self._show()
        field = self.findChild(Line, f"reason_{key}")
        if field is not None:
            field.setFocus()

    def _give(self, key: str, reason: str) -> None:
        if reason.strip():
            self._asked = ""
            self.reason_given.emit(key, reason.strip())


class _Count(Part):
    """A kind with how many lines of it are open."""

    def __init__(self, title: str, count: int, of_all: int) -> None:
        super().__init__()
        number = Label(
            str(count) if of_all else "—", "body_strong" if count else "body", "warning" if count else "ink3"
        )
        self.setLayout(row(Label(title, "body", "ink1" if count else "ink2"), None, number))
