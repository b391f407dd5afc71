"""Who takes part in a campaign: a bar each, both counters, tries, waits, scores; below, what is known of the one
chosen, or the form by which somebody joins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from desktop.office.pages.parts import Pressable, dotted, refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.services.campaigns.reporting import MemberLine, Report
from desktop.widgets.bars import Progress
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Tone

_TONES: dict[str, Tone] = {"before": "neutral", "open": "info", "done": "success", "short": "warning"}
_PERMILLE, _PERCENT = 1000, 100


class CampaignPeople(Part):
    """`joined` tells person, coach, extension and why without the training; `changed` a person and fields."""

    joined = Signal(str, str, str, str)
    changed = Signal(str, dict)
    left = Signal(str)
    certificate_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._report: Report | None = None
        self._people: tuple[Person, ...] = ()
        self._chosen, self._courses = "", ""
        self._rows, self._others = Part(), Label("", "small", "ink2", wraps=True)
        self._list = Card(" ")
        self._list.body.addWidget(self._rows)
        self._list.body.addWidget(self._others)
        self._form = Card(" ")
        self.person, self.coach = Picker(), Picker()
        self.extension, self.reason = Line(), Line()
        self._fields = {
            name: Field("", control)
            for name, control in (
                ("person", self.person), ("coach", self.coach), ("extension", self.extension), ("reason", self.reason)
            )
        }  # fmt: skip
        self.save_button = Button("", "outline")
        self.save_button.setObjectName("save_member")
        self.certificate_button = Button("", "outline", icon="badge-check")
        self.certificate_button.setObjectName("certificate")
        self.leave_button, self.new_button = (
            Button("", "quiet", "small"),
            Button("", "quiet", "small", icon="user-plus"),
        )
        self.save_button.clicked.connect(self._save)
        self.certificate_button.clicked.connect(lambda: self.certificate_wanted.emit(self._chosen))
        self.leave_button.clicked.connect(lambda: self.left.emit(self._chosen))
        self.new_button.clicked.connect(lambda: self.choose(""))
        # The form stands beside the list at any height; the list scrolls.
        for field in self._fields.values():
            self._form.body.addWidget(field)
        self._form.body.addLayout(row(self.save_button, PX.s8, self.certificate_button, None))
        self._form.body.addLayout(row(self.leave_button, self.new_button, None, gap=PX.s8))
        self._form.body.addStretch(1)
        self._form.setFixedWidth(PX.host_right - PX.s48)
        inside = Part()
        inside.setProperty("fill", "background")
        inside.setLayout(column(self._list, None, margins=(0, 0, PX.scroll, 0)))
        both = row(scrolled(inside), column(self._form, None), gap=PX.s8)
        both.setStretch(0, 1)
        self.setLayout(both)
        self.retranslate()

    def show_report(self, report: Report) -> None:
        """Show a campaign as it stands."""
        is_other = self._report is None or self._report.campaign.id != report.campaign.id
        self._report = report
        if is_other or not any(one.member.staff == self._chosen for one in report.people):
            self._chosen = ""
        self.retranslate()

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Show who could join."""
        self._people = people
        self._show_form()

    def choose(self, staff: str) -> None:
        """Show what is known of somebody; "" offers the form for another."""
        self._chosen, self._courses = staff, ""
        self.retranslate()

    def ask_reason(self, courses: str) -> None:
        """Ask why somebody who has not passed these courses goes on the line all the same."""
        self._courses = courses
        self._show_form()
        self.reason.setFocus()

    def forget(self) -> None:
        """Somebody joined: empty the form."""
        self._courses = ""
        self.extension.clear()
        self.reason.clear()

    @override
    def retranslate(self) -> None:
        report = self._report
        people = report.people if report else ()
        done = sum(one.progress.is_done for one in people)
        said = self.tr("{done} of {count} done").replace("{done}", str(done)).replace("{count}", str(len(people)))
        self._list.set_title(self.tr("Who takes part"), said if people else "")
        layout: QVBoxLayout = column(gap=PX.s4)
        for place, one in enumerate(people):
            if place:
                layout.addWidget(Hairline())
            layout.addWidget(self._row(one))
        if not people:
            layout.addWidget(Label(self.tr("Nobody yet. The form at the right puts somebody in."), "small", "ink3"))
        refill(self._rows, layout)
        self._others.setText("\n".join(self._beside(report)) if report else "")
        self._others.setVisible(bool(self._others.text()))
        self._show_form()

    def _beside(self, report: Report) -> list[str]:
        lines = []
        if report.listeners:
            each = (f"{one.name} {one.calls}" for one in report.listeners)
            said = self.tr("Sat beside and listened, calls: {people}. They owe none for it.")
            lines.append(said.replace("{people}", self._speech.listed(each)))
        if report.newcomers:
            days = self.tr("{name}, {days} d late")
            each = (days.replace("{name}", one.name).replace("{days}", str(one.days_late)) for one in report.newcomers)
            lines.append(self.tr("New and not through it yet: {people}").replace("{people}", self._speech.listed(each)))
        if report.items:
            said = self.tr("To call: {open} of {count} left").replace("{open}", str(report.items_open))
            lines.append(said.replace("{count}", str(report.items)))
        return lines

    def _row(self, one: MemberLine) -> Pressable:
        line = Pressable()
        line.setObjectName(f"member_{one.member.staff}")
        line.opened.connect(lambda: self.choose(one.member.staff))
        line.mark("selected", one.member.staff == self._chosen)
        made = one.progress
        post = one.member.post or self._speech.code("level", one.member.level)
        about = dotted(post, self._speech.code("department", one.department) if one.department else "")
        figure = Label(f"{made.talked} / {made.owed}", "body_strong")
        bar = Progress()
        bar.set_share(made.talked / made.owed)
        chip = Chip(self._speech.code("campaign_standing", one.standing), _TONES[one.standing])
        if one.is_overdue:
            chip.show_state(self.tr("Past their day"), "danger", "clock-alert")
        head = row(
            Label(one.name, "body_strong"), PX.s8, ElidedLabel(about, "small", "ink2"), PX.s8, figure, PX.s12, chip
        )
        head.setStretch(2, 1)
        line.setLayout(
            column(
                *(head, PX.s6, bar, PX.s6, Label(self._counts(one), "small", "ink2", wraps=True)),
                margins=(PX.s8, PX.s8, PX.s8, PX.s8),
            )
        )
        line.setAccessibleName(f"{one.name} {made.talked} / {made.owed}")
        return line

    def _counts(self, one: MemberLine) -> str:
        made, count = one.progress, self._counted
        tries = self._speech.listed(
            f"{self._speech.code('call_result', code)} {number}" for code, number in made.tries.items()
        )
        waits = ""
        if one.waits.known:
            share = round(_PERCENT * one.waits.quick / one.waits.known)
            waits = self.tr("within three rings {share} % (n {count})").replace("{share}", str(share))
            waits = waits.replace("{count}", str(one.waits.known))
        score = "" if one.score is None else self.tr("score {score} (n {count})").replace("{score}", str(one.score))
        return dotted(
            count(self.tr("received {count}"), made.received, always=True),
            count(self.tr("called back {count}"), made.called_back, always=True),
            self.tr("not counted: {tries}").replace("{tries}", tries) if tries else "",
            count(self.tr("{count} void"), made.voided),
            count(self.tr("{count} on other days"), made.outside),
            count(self.tr("entered after the limit: {count}"), one.late),
            count(self.tr("{count} to be entered"), one.to_enter),
            waits,
            score.replace("{count}", str(one.scored)),
            count(self.tr("{count} brought along"), one.member.carried or 0),
            self.tr("coach {name}").replace("{name}", one.coach) if one.coach else "",
            self.tr("certificate given") if one.member.certified_at else "",
        )

    @staticmethod
    def _counted(text: str, count: int, *, always: bool = False) -> str:
        return text.replace("{count}", str(count)) if count or always else ""

    def _show_form(self) -> None:
        report = self._report
        one = next((each for each in report.people if each.member.staff == self._chosen), None) if report else None
        self._form.set_title(one.name if one else self.tr("Put somebody in"))
        here = {each.member.staff for each in report.people} if report else set()
        self._fields["person"].setVisible(one is None)
        self.person.set_values(tuple((each.id, each.name) for each in self._people if each.id not in here))
        self.coach.set_values((("", self.tr("Nobody")), *((each.id, each.name) for each in self._people)))
        if one is not None and not (self.extension.hasFocus() or self.reason.hasFocus()):
            self.coach.choose(one.member.coach or "")
            self.extension.setText(one.member.extension or "")
            self.reason.setText(one.member.shortfall_reason or "")
        is_short = one is not None and not one.progress.is_done
        self._fields["reason"].setVisible(is_short or bool(self._courses))
        asked = self.tr("Not passed: {courses}. Why on the line all the same?").replace("{courses}", self._courses)
        self._fields["reason"].set_label(self.tr("Why the quota was not reached") if is_short else asked)
        for name, text in (
            ("person", self.tr("Person")), ("coach", self.tr("Coach beside them")),
            ("extension", self.tr("Extension of the telephone")),
        ):  # fmt: skip
            self._fields[name].set_label(text)
        self.save_button.setText(self.tr("Save") if one else self.tr("Put in"))
        self.certificate_button.setText(self.tr("Certificate"))
        self.certificate_button.setVisible(one is not None and one.progress.is_done)
        self.leave_button.setText(self.tr("Take out"))
        self.leave_button.setVisible(one is not None and not one.progress.talked)
        self.new_button.setText(self.tr("Somebody else"))
        self.new_button.setVisible(one is not None)
        for button in (self.save_button, self.certificate_button, self.leave_button, self.new_button):
            button.updateGeometry()

    def _save(self) -> None:
        if self._chosen:
            told = {"coach": self.coach.choice, "extension": self.extension.text()}
            if self._fields["reason"].isVisibleTo(self):
                told["shortfall_reason"] = self.reason.text()
            self.changed.emit(self._chosen, told)
        elif self.person.choice:
            reason = self.reason.text() if self._courses else ""
            self.joined.emit(self.person.choice, self.coach.choice, self.extension.text(), reason)
