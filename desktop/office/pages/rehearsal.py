"""彩排: invented guests come to an event on a throw-away database; what it showed; and a kiosk to practise at."""

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from desktop.office.pages.inner import InnerPage
from desktop.office.pages.parts import divided, refill
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.paper.tickets import SIZES
from desktop.services.rehearsing.play import MOST_FAMILIES, MOST_MINUTES, Failure, Result
from desktop.widgets.bars import Banner, Progress
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_USUAL_FAMILIES, _USUAL_MINUTES = 300, 30
_MOST_FAILURES = 8
_FIGURES = 4


class RehearsalPage(InnerPage):
    """`begin_wanted` tells families, minutes, the printer ("" for none) and the paper; `kiosk_wanted` a practice."""

    begin_wanted = Signal(int, int, str, str)
    stop_wanted = Signal()
    kiosk_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._event: EventRow | None = None
        self._result: Result | None = None
        self._queues: tuple[str, ...] = ()
        self._is_running, self._progress = False, (0, 0)
        self.start_button = Button("", "filled", icon="timer")
        self.stop_button = Button("", "outline", icon="x")
        self.kiosk_button = Button("", "outline", icon="monitor")
        self.kiosk_button.setObjectName("practice_kiosk")
        self.families, self.minutes = Line(str(_USUAL_FAMILIES)), Line(str(_USUAL_MINUTES))
        self.printers, self.sizes = Picker(), Picker()
        self._fields = tuple(Field("", one) for one in (self.families, self.minutes, self.printers, self.sizes))
        self._setting, self._shown, self._practice, self._how = Card(" "), Card(" "), Card(" "), _HowCard()
        self._told, self._bar = Label("", "caption", "ink3"), Progress()
        self._running = Part()
        self._well, self._ill = Banner("success", "check"), Banner("warning", "circle-alert")
        self._values = tuple(Label("", "figure") for _ in range(_FIGURES))
        self._captions = tuple(Label("", "small", "ink2", wraps=True) for _ in range(_FIGURES))
        self.table = Table((Column(""), Column("", 96, is_number=True), Column("", 96, is_number=True)))
        self._failures = Part()
        self._practice_text = Label("", "small", "ink2", wraps=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        fields = row(*self._fields, gap=PX.s12)
        for place in range(len(self._fields)):
            fields.setStretch(place, 1)
        self._setting.body.addLayout(fields)
        self._running.setLayout(row(self._told, self._bar, gap=PX.s12))
        self._setting.body.addWidget(self._running)
        figures = divided(*(_figure(value, text) for value, text in zip(self._values, self._captions, strict=True)))
        for part in (self._well, self._ill):
            self._shown.body.addWidget(part)
        self._shown.body.addSpacing(PX.s4)
        self._shown.body.addLayout(figures)
        self._shown.body.addSpacing(PX.s4)
        self._shown.body.addWidget(self._failures)
        self._shown.body.addWidget(self.table)
        self._practice.body.addWidget(self._practice_text)
        self._practice.body.addLayout(row(self.kiosk_button, None))
        left = column(self._setting, self._shown, None, gap=PX.between_cards)
        right = column(self._practice, self._how, None, gap=PX.between_cards)
        self._lay_beside(self._head(self.stop_button, PX.s8, self.start_button), left, right)

    def _connect(self) -> None:
        self.start_button.clicked.connect(self._begin)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.kiosk_button.clicked.connect(self.kiosk_wanted)
        for line in (self.families, self.minutes):
            line.returnPressed.connect(self._begin)

    @property
    def event_id(self) -> str:
        """The event that is rehearsed; "" before one was opened."""
        return self._event.event if self._event else ""

    @override
    def begin(self) -> None:
        self.start_button.setFocus()

    def show_event(self, event: EventRow) -> None:
        """Show another event; what one rehearsal showed does not stand for another's."""
        if event.event != self.event_id:
            self._result = None
        self._event = event
        self.retranslate()

    def show_printers(self, queues: tuple[str, ...], size: str) -> None:
        """The printers of this computer, and the paper of this device's tickets. Nothing is printed unless chosen."""
        self._queues = queues
        self.retranslate()
        self.sizes.choose(size)

    def show_running(self, done: int, total: int) -> None:
        """It is this far."""
        self._is_running, self._progress = True, (done, total)
        self._show_running()

    def show_result(self, result: Result | None) -> None:
        """It has ended: with what it showed, or with None where something stood in the way."""
        self._is_running, self._result = False, result
        self._show_running()
        self._show_result()

    def _begin(self) -> None:
        counts: list[int] = []
        for field, most in zip(self._fields[:2], (MOST_FAMILIES, MOST_MINUTES), strict=True):
            text = field.control.text().strip() if isinstance(field.control, Line) else ""
            is_well = text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= most
            said = self.tr("A number from 1 to {most}").replace("{most}", f"{most:,}")
            field.set_error("" if is_well else said)
            counts += [int(text)] if is_well else []
        if len(counts) == len(self._fields[:2]) and not self._is_running:
            self.begin_wanted.emit(counts[0], counts[1], self.printers.choice, self.sizes.choice)

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Events"))
        self._title.setText(self.tr("Rehearsal"))
        one = self._event
        self._about.setText(f"{one.title} · {self.speech.moment(one.starts_at)}" if one else "")
        self.stop_button.setText(self.tr("Stop"))
        self.kiosk_button.setText(self.tr("Open a practice kiosk"))
        self._setting.set_title(self.tr("Who comes"))
        names = (self.tr("Families"), self.tr("Within minutes"), self.tr("Tickets"), self.tr("Paper"))
        for field, name in zip(self._fields, names, strict=True):
            field.set_label(name)
        chosen = self.printers.choice
        self.printers.set_values((("", self.tr("Drawn only")), *((name, name) for name in self._queues)))
        self.printers.choose(chosen)
        chosen = self.sizes.choice
        self.sizes.set_values(tuple((size, self.tr("{width} mm").replace("{width}", size)) for size in SIZES))
        self.sizes.choose(chosen or SIZES[-1])
        self._shown.set_title(self.tr("What it showed"))
        self._practice.set_title(self.tr("Practise at the door"))
        self._practice_text.setText(
            self.tr(
                "A kiosk of its own with invented guests, marked on every page. A button at the top shows its codes."
            )
        )
        self.table.rows.set_titles((self.tr("The door's answer"), self.tr("Expected"), self.tr("Found")))
        for button in (self._back, self.stop_button, self.kiosk_button):
            button.updateGeometry()
        self._show_running()
        self._show_result()

    def _show_running(self) -> None:
        done, total = self._progress
        self._told.setText(
            self.tr("{done} of {total} have come").replace("{done}", f"{done:,}").replace("{total}", f"{total:,}")
        )
        self._bar.set_share(done / total if total else 0)
        self._running.setVisible(self._is_running)
        self.stop_button.setVisible(self._is_running)
        self.start_button.setEnabled(not self._is_running)
        self.start_button.setText(self.tr("Rehearse once more") if self._result else self.tr("Start the rehearsal"))
        self.start_button.updateGeometry()

    def _show_result(self) -> None:
        result = self._result
        self._shown.setVisible(result is not None)
        if result is None:
            return
        self._well.setVisible(result.is_well)
        self._ill.setVisible(not result.is_well)
        self._well.say(self.tr("Nothing amiss. Its data are deleted again."), "")
        self._ill.say(self.tr("See to the lines below before the day. Its data are deleted again."), "")
        wanted = self.tr("families a minute at this desk; {count} are to come").replace("{count}", _few(result.wanted))
        where = result.printer or self.tr("drawn only")
        shown = (
            (f"{result.per_minute:,.0f}", wanted),
            (self._ms(result.answer_p99), self.tr("from code to answer, 99 of 100; half within {time}")),
            (self._ms(result.ticket_worst), self.tr("the slowest of {count} tickets ({printer})")),
            (f"{result.called:,}", self.tr("called by {hosts}; {count} still waited at the end")),
        )
        facts = {
            "{time}": self._ms(result.answer_p50), "{printer}": where,
            "{hosts}": self.tr("the hosts on duty"),
        }  # fmt: skip
        counts = ("", "", f"{result.tickets:,}", f"{result.still_waiting:,}")
        for (value, text), count, figure, caption in zip(shown, counts, self._values, self._captions, strict=True):
            figure.setText(value)
            for name, fact in (*facts.items(), ("{count}", count)):
                text = text.replace(name, fact)
            caption.setText(text)
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._show_rows(result)

    def _ms(self, value: float) -> str:
        said = self.tr("{number} s") if value >= 1_000 else self.tr("{number} ms")
        return said.replace("{number}", f"{value / 1_000:.1f}" if value >= 1_000 else f"{value:.0f}")

    def _show_rows(self, result: Result) -> None:
        found, expected = dict(result.outcomes), dict(result.expected)
        self.table.show_rows(
            tuple(
                Row(
                    code,
                    (
                        Cell(self.speech.code("outcome", code)),
                        Cell(f"{expected.get(code, 0):,}", "ink2"),
                        Cell(f"{found.get(code, 0):,}", "ink1" if found.get(code) == expected.get(code) else "danger"),
                    ),
                )
                for code in sorted(expected | found, key=lambda code: -expected.get(code, 0))
            )
        )
        self.table.setFixedHeight(self.table.verticalHeader().length() + self.table.horizontalHeader().height() + PX.s2)
        labels = [Label(self._failure(one), "small", "danger_ink", wraps=True) for one in self._kinds(result)]
        refill(self._failures, column(*labels, gap=PX.s4))
        self._failures.setVisible(bool(labels))

    def _kinds(self, result: Result) -> list[tuple[Failure, int]]:
        """Failures of one kind counted together, the most frequent first."""
        counted_: dict[Failure, int] = {}
        for one in result.failures:
            counted_[one] = counted_.get(one, 0) + 1
        return sorted(counted_.items(), key=lambda pair: -pair[1])[:_MOST_FAILURES]

    def _failure(self, counted_: tuple[Failure, int]) -> str:
        one, count = counted_
        is_outcome = one.got in dict(self.speech.choices("outcome"))
        facts = {"printer": self.printers.choice, "words": ""}
        got = self.speech.code("outcome", one.got) if is_outcome else self.speech.sentence(one.got, facts)
        steps = {
            "scan": self.tr("At the door"), "turn": self.tr("The ticket's number"), "ticket": self.tr("The ticket"),
            "call": self.tr("Calling"),
        }  # fmt: skip
        return f"{steps[one.step]}: {got} × {count}"


class _HowCard(Card):
    """What a rehearsal does and does not do."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._texts = tuple(Label("", "small", "ink2", wraps=True) for _ in range(4))
        for label in self._texts:
            self.body.addWidget(label)
        self.body.addSpacing(PX.s4)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("What happens"))
        texts = (
            self.tr("Invented people come with codes of their own; some twice, some with a wrong one, some with none."),
            self.tr("Every one of them takes the same way as a real guest: code, answer, number, ticket, call."),
            self.tr("The place, the hours and the tables are this event's. No client and no name of ours is used."),
            self.tr("It runs in a folder of its own and is deleted afterwards; the real data are not touched."),
        )
        for label, text in zip(self._texts, texts, strict=True):
            label.setText(text)


def _figure(value: Label, caption: Label) -> Part:
    """A figure over its caption; figures side by side stand on one line, however long their captions are."""
    made = Part()
    made.setLayout(column(value, caption, None))
    return made


def _few(value: float) -> str:
    return f"{value:.0f}" if value >= 1 else f"{value:.1f}"
