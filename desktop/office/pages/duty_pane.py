"""One post of one person: what is owed and done in the period, exemptions, further posts, the calendar."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from db.duty_records import DutyExemption, StaffPost
from desktop.office.duty_state import Duties
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.rules import duty as rules
from desktop.services.duty.book import DutyLine
from desktop.widgets.bars import Progress
from desktop.widgets.buttons import Button
from desktop.widgets.cards import EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Tone

# What a state looks like: the same in the table and beside it.
TONES: dict[str, tuple[Tone, str]] = {
    "missed": ("danger", "clock-alert"), "soon": ("warning", "clock"), "due": ("neutral", ""),
    "exempt": ("info", "coffee"), "done": ("success", "check"), "none": ("neutral", ""),
}  # fmt: skip


class DutyPane(Part):
    """`exempt_wanted` tells person, first and last day, reason; `approve_wanted` an exemption and who agrees;
    `post_wanted` person, level, what it is called, first day."""

    calendar_wanted = Signal(str, str)
    exempt_wanted = Signal(str, str, str, str)
    approve_wanted = Signal(str, str)
    drop_wanted = Signal(str)
    post_wanted = Signal(str, str, str, str)
    end_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._line: DutyLine | None = None
        self._duties: Duties | None = None
        self._form = ""
        self._empty = EmptyState("calendar-check")
        self._name, self._about = Label("", "page", wraps=True), Label("", "small", "ink2", wraps=True)
        self._chip = Part()
        self._done, self._of = Label("", "figure"), Label("", "body", "ink2")
        self._bar = Progress()
        self._more = Part()
        self.first, self.last, self.reason = Line(), Line(), Line()
        self.level, self.post, self.since = Picker(), Line(), Line()
        self._fields = tuple(
            Field("", one) for one in (self.first, self.last, self.reason, self.level, self.post, self.since)
        )
        self.exempt_button = Button("", "outline", "small", icon="plus")
        self.exempt_button.setObjectName("exempt")
        self.exempt_button.clicked.connect(self._exempt)
        self.post_button = Button("", "outline", "small", icon="plus")
        self.post_button.setObjectName("further_post")
        self.post_button.clicked.connect(self._add_post)
        self.calendar_button = Button("", "outline", icon="calendar-days")
        self.calendar_button.setObjectName("calendar")
        self.calendar_button.clicked.connect(self._calendar)
        self._exempt_form, self._post_form = Part(), Part()
        first, last, reason, level, post, since = self._fields
        self._exempt_form.setLayout(column(row(first, last, gap=PX.s12), reason, gap=PX.s8, margins=(0, PX.s12, 0, 0)))
        self._post_form.setLayout(column(row(level, since, gap=PX.s12), post, gap=PX.s8, margins=(0, PX.s12, 0, 0)))
        self._exemptions, self._posts = Part(), Part()
        self._titles = tuple(Label("", "section") for _ in range(2))
        self._whole = Part()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        inside, foot = Part(), Part()
        inside.setProperty("fill", "surface")
        head = row(column(self._name, self._about), self._chip, gap=PX.s12)
        head.setStretch(0, 1)
        figure = row(self._done, column(None, self._of, PX.s6), None, gap=PX.s8)
        inside.setLayout(
            column(
                head, PX.s12, figure, self._bar, PX.s12, self._more, PX.s16, Hairline(), PX.s12,
                row(self._titles[0], None, self.exempt_button), PX.s4, self._exemptions, self._exempt_form, PX.s16,
                Hairline(), PX.s12, row(self._titles[1], None, self.post_button), PX.s4, self._posts, self._post_form,
                None, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s16),
            )
        )  # fmt: skip
        foot.setLayout(column(Hairline(), row(self.calendar_button, None, margins=(PX.s24, PX.s12, PX.s24, PX.s12))))
        whole = column(scrolled(inside), foot)
        whole.setStretch(0, 1)
        self._whole.setLayout(whole)
        self.setLayout(column(self._whole, self._empty))

    def show_line(self, line: DutyLine | None, duties: Duties | None) -> None:
        """Show a post; None shows that nobody is chosen."""
        if line is None or self._line is None or line.post_id != self._line.post_id:
            self._form = ""
        self._line, self._duties = line, duties
        self.retranslate()

    def close_form(self) -> None:
        """What was typed was taken."""
        self._form = ""
        for one in (self.reason, self.post):
            one.clear()
        self.retranslate()

    def _calendar(self) -> None:
        if self._line is not None:
            self.calendar_wanted.emit(self._line.staff, self._line.name)

    def _exempt(self) -> None:
        line = self._line
        if line is None:
            return
        if self._form != "exempt":
            self._form = "exempt"
            self.first.setText(line.first)
            self.last.setText(line.last)
            self.retranslate()
            self.reason.setFocus()
            return
        self._fields[2].set_error("" if self.reason.text().strip() else self.tr("Please fill this in"))
        if self.reason.text().strip():
            self.exempt_wanted.emit(line.staff, self.first.text(), self.last.text(), self.reason.text())

    def _add_post(self) -> None:
        line, duties = self._line, self._duties
        if line is None or duties is None:
            return
        if self._form != "post":
            self._form = "post"
            self.since.setText(duties.today)
            self.retranslate()
            self.post.setFocus()
            return
        self.post_wanted.emit(line.staff, self.level.choice, self.post.text(), self.since.text())

    @override
    def retranslate(self) -> None:
        line, duties = self._line, self._duties
        self._empty.say(self.tr("Nobody chosen"), self.tr("Choose somebody on the left to see what they owe."))
        self._empty.setVisible(line is None)
        self._whole.setVisible(line is not None)
        labels = (
            (self.tr("From"), ""), (self.tr("Until"), ""), (self.tr("Why"), ""),
            (self.tr("Level"), ""), (self.tr("What the post is called"), ""), (self.tr("Since"), ""),
        )  # fmt: skip
        for field, (text, help_text) in zip(self._fields, labels, strict=True):
            field.set_label(text, help_text)
        self.level.set_values(self._speech.choices("level"))
        self._titles[0].setText(self.tr("Exemptions"))
        self._titles[1].setText(self.tr("Posts"))
        self._exempt_form.setVisible(self._form == "exempt")
        self._post_form.setVisible(self._form == "post")
        texts = {
            self.exempt_button: self.tr("Ask now") if self._form == "exempt" else self.tr("Ask for one"),
            self.post_button: self.tr("Add now") if self._form == "post" else self.tr("A further post"),
            self.calendar_button: self.tr("Calendar (.ics)"),
        }
        for button, text in texts.items():
            button.setText(text)
            button.updateGeometry()
        if line is not None and duties is not None:
            self._show(line, duties)

    def _show(self, line: DutyLine, duties: Duties) -> None:
        speech = self._speech
        self._name.setText(line.name)
        level = speech.code("level", line.level)
        self._about.setText(" · ".join(filter(None, (line.post, level, speech.code("department", line.department)))))
        tone, icon = TONES[line.state]
        refill(self._chip, column(PX.s4, Chip(speech.code("duty_state", line.state), tone, icon), None))
        self._done.setText(str(line.done))
        of = self.tr("of {owed} owed in {period}, until {day}") if line.owed else self.tr("nothing owed in {period}")
        last = speech.short_day(date.fromisoformat(line.last))
        said = of.replace("{owed}", str(line.owed)).replace("{day}", last)
        self._of.setText(said.replace("{period}", rules.period_words(line.period, speech.language)))
        self._bar.setVisible(bool(line.owed))
        self._bar.set_share(min(line.done / line.owed, 1) if line.owed else 0)
        self._bar.setAccessibleName(f"{line.done} {self._of.text()}")
        refill(self._more, column(*self._facts(line), gap=PX.s8))
        mine = [one for one in duties.exemptions if one.staff == line.staff]
        refill(self._exemptions, column(*self._exempted(mine, duties), gap=PX.s8))
        posts = [one for one in duties.posts if one.staff == line.staff]
        refill(self._posts, column(*self._held(posts, duties), gap=PX.s8))

    def _facts(self, line: DutyLine) -> list[QWidget | QLayout]:
        speech, found = self._speech, list[QWidget | QLayout]()
        if line.missed:
            period = rules.period_of(line.level, date.fromisoformat(line.missed))
            said = self.tr("Not done in the period before ({period})")
            words = rules.period_words(rules.Period(date.fromisoformat(line.missed), date.fromisoformat(line.first),
                                                    period.months, period.first_month), speech.language)  # fmt: skip
            found.append(Label(said.replace("{period}", words), "small", "danger", wraps=True))
        for one in line.received:
            day = Label(speech.short_day(date.fromisoformat(one.day)), "small", "ink3")
            clients = self.tr("1 client") if one.clients == 1 else self.tr("{count} clients")
            count = Label(clients.replace("{count}", str(one.clients)), "small", "ink2")
            made = row(day, ElidedLabel(one.title, "small"), count, gap=PX.s12)
            made.setStretch(1, 1)
            found.append(made)
        apart = []
        if line.calls:
            apart.append(self.tr("calls {count}, counted apart").replace("{count}", str(line.calls)))
        if line.delegated:
            apart.append(self.tr("by a delegate {count}, not counted").replace("{count}", str(line.delegated)))
        if apart:
            found.append(Label(speech.joined(apart), "small", "ink3", wraps=True))
        if line.doubtful:
            said = self.tr("{count} receptions lie on a day without their event. Check the clock of that laptop.")
            found.append(Label(said.replace("{count}", str(len(line.doubtful))), "small", "warning", wraps=True))
        if line.planned:
            said = self.tr("Planned: {day}, {event}").replace("{event}", line.planned.title)
            on = speech.short_day(date.fromisoformat(line.planned.day))
            found.append(Label(said.replace("{day}", on), "small", "ink2", wraps=True))
        elif line.state in ("due", "soon", "missed"):
            found.append(Label(self.tr("Nothing is planned yet. Put them on duty under Events."), "small", "ink2",
                               wraps=True))  # fmt: skip
        return found

    def _exempted(self, mine: list[DutyExemption], duties: Duties) -> list[QWidget | QLayout]:
        speech, found = self._speech, list[QWidget | QLayout]()
        if not mine:
            return [Label(self.tr("None"), "small", "ink3")]
        for one in mine:
            first, last = (speech.short_day(date.fromisoformat(day)) for day in (one.first_day, one.last_day))
            said = self.tr("{first} to {last}: {reason}").replace("{first}", first).replace("{last}", last)
            found.append(Label(said.replace("{reason}", one.reason), "small", wraps=True))
            drop = Button(self.tr("Take back"), "quiet", "small")
            drop.setObjectName(f"drop_{one.id}")
            drop.clicked.connect(lambda _checked=False, id_=one.id: self.drop_wanted.emit(id_))
            if one.approved_by is not None:
                by = self.tr("Approved by {name}").replace("{name}", duties.name_of(one.approved_by))
                found.append(row(Label(by, "small", "success"), None, drop, gap=PX.s8))
                continue
            who = Picker(tuple(each for each in duties.approvers if each[0] not in (one.staff, one.created_by)))
            who.setAccessibleName(self.tr("Who approves"))
            agree = Button(self.tr("Approve"), "outline", "small")
            agree.setObjectName(f"approve_{one.id}")
            agree.setEnabled(who.count() > 0)
            agree.clicked.connect(lambda _checked=False, id_=one.id, who=who: self.approve_wanted.emit(id_, who.choice))
            # Who asked and whom it is for cannot agree to it.
            made = row(who if who.count() else Label(self.tr("Nobody may approve it"), "small", "ink3"), agree, drop,
                       gap=PX.s8)  # fmt: skip
            made.setStretch(0, 1)
            found.append(made)
        return found

    def _held(self, posts: list[StaffPost], duties: Duties) -> list[QWidget | QLayout]:
        speech, found = self._speech, list[QWidget | QLayout]()
        if not posts:
            return [Label(self.tr("Only the one on the list of staff"), "small", "ink3")]
        for one in posts:
            what = one.post or speech.code("level", one.level)
            since = self.tr("{post}, since {day}").replace("{post}", what).replace("{day}", one.from_day)
            until = self.tr("{post}, {day} to {last}").replace("{post}", what).replace("{day}", one.from_day)
            made: list[QWidget | None] = [
                ElidedLabel(until.replace("{last}", one.until_day) if one.until_day else since, "small")
            ]
            if one.until_day is None:
                end = Button(self.tr("Ends today"), "quiet", "small")
                end.setObjectName(f"end_{one.id}")
                end.clicked.connect(lambda _checked=False, id_=one.id: self.end_wanted.emit(id_))
                made.append(end)
            line = row(*made, gap=PX.s8)
            line.setStretch(0, 1)
            found.append(line)
        return found
