"""接待履职: who owes receptions and who did them, how often each level owes one, and who was trained."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from desktop.office.duty_state import Duties
from desktop.office.pages.cadence_pane import CadencePane
from desktop.office.pages.duty_pane import TONES, DutyPane
from desktop.office.pages.parts import Figure, Page, divided
from desktop.office.pages.training_pane import TrainingPane
from desktop.office.speech import Speech
from desktop.rules import duty as rules
from desktop.services.duty.book import DutyLine
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import EmptyState
from desktop.widgets.fields import Picker
from desktop.widgets.labels import Hairline, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Ink

VIEWS = ("duties", "training", "cadence")
_FIGURES = ("missed", "soon", "due", "done")
_INKS: Final[dict[str, Ink]] = {"missed": "danger", "soon": "warning", "due": "ink1", "done": "success"}
_LIST_PX = 6 * PX.s96 + PX.s64
_WIDE_PX = 1_500
_MORE_COLUMNS = (2, 6, 7)


class DutyPage(Page):
    """`export_wanted` names the posts shown; `sheet_wanted` too, or none where nobody is left out."""

    export_wanted = Signal(list)
    sheet_wanted = Signal(list)
    staff_wanted = Signal()
    reflections_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._duties: Duties | None = None
        self._state = ""
        self._title, self._as_of = Label("", "page"), Label("", "small", "ink2")
        self.views = Options(tuple((view, "") for view in VIEWS), has_digits=False)
        self.views.choose(VIEWS[0])
        self.views.chosen.connect(lambda _view: self.retranslate())
        self.export_button = Button("", "outline", icon="file-down")
        self.export_button.setObjectName("export")
        self.export_button.clicked.connect(lambda: self.export_wanted.emit([line.post_id for line in self._shown()]))
        self.sheet_button = Button("", "outline", icon="file-text")
        self.sheet_button.setObjectName("sheet")
        self.sheet_button.clicked.connect(lambda: self.sheet_wanted.emit(self._filtered()))
        self.reflections_button = Button("", "outline", icon="notebook-pen")
        self.reflections_button.setObjectName("reflections")
        self.reflections_button.clicked.connect(self.reflections_wanted)
        self._figures = {name: Figure() for name in _FIGURES}
        for name, figure in self._figures.items():
            figure.setObjectName(f"figure_{name}")
            figure.opened.connect(lambda name=name: self._filter(name))
        self.level, self.department = Picker(), Picker()
        for picker in (self.level, self.department):
            picker.currentIndexChanged.connect(lambda _place: self._show_rows())
        self._all = Button("", "quiet", "small", icon="x")
        self._all.clicked.connect(lambda: self._filter(""))
        self.table = Table(
            (
                *(Column("", 96, fits=True, most_px=PX.navigation, folds=True), Column("", folds=True)),
                Column("", 104, fits=True),
                *(Column("", 88, fits=True), Column("", 64, is_number=True, fits=True), Column("", 96, fits=True)),
                Column("", 56, is_number=True, fits=True),
                Column("", 96, fits=True, most_px=PX.navigation - PX.s24, folds=True),
            ),
            inset_px=PX.page_margin,
        )
        self.widen(self.table, _MORE_COLUMNS, _WIDE_PX)
        self.table.chosen.connect(lambda _key: self._show_pane())
        self._empty = EmptyState("calendar-check")
        self._empty.acted.connect(self.staff_wanted)
        self._coverage = Label("", "small", "ink2", wraps=True)
        self._key_text = Label("", "caption", "ink3")
        self.pane, self.cadence, self.training = DutyPane(speech), CadencePane(speech), TrainingPane(speech)
        self._stack = QStackedWidget()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        left, foot, duties, tops = Part(), Part(), Part(), Part()
        tops.setLayout(
            row(self._title, PX.s12, self._as_of, None, self.views, PX.s8, self.reflections_button, PX.s8,
                self.sheet_button, PX.s8, self.export_button, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s8))
        )  # fmt: skip
        figures = divided(*self._figures.values(), gap=PX.s12)
        filters = row(self.level, self.department, self._all, None, gap=PX.s8)
        tools = column(figures, filters, gap=PX.s8, margins=(PX.page_margin, 0, PX.page_margin, PX.s12))
        foot.setProperty("fill", "surface")
        keys = row(KeyCap("J"), KeyCap("K"), self._key_text, None, gap=PX.s4)
        told = column(self._coverage, PX.s8, keys, margins=(PX.page_margin, PX.s8, PX.page_margin, PX.s8))
        foot.setLayout(column(Hairline(), told))
        listed = column(tools, self.table, self._empty, foot)
        listed.setStretchFactor(self.table, 1)
        listed.setStretchFactor(self._empty, 1)
        left.setLayout(listed)
        left.setMinimumWidth(_LIST_PX)
        both = row(left, Hairline(is_upright=True), self.pane)
        both.setStretch(0, 3)
        both.setStretch(2, 2)
        duties.setLayout(both)
        for part in (duties, self.training, self.cadence):
            self._stack.addWidget(part)
        whole = column(tops, self._stack)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @property
    def duties(self) -> Duties | None:
        """What is shown."""
        return self._duties

    def show_duties(self, found: Duties) -> None:
        """Show everything anew; whoever was chosen stays so."""
        self._duties = found
        self.training.show_duties(found)
        self.cadence.show_cadences(found)
        self.retranslate()

    def _filter(self, state: str) -> None:
        self._state = "" if self._state == state else state
        self._show_rows()

    def _filtered(self) -> list[str]:
        is_whole = not (self._state or self.level.choice or self.department.choice)
        return [] if is_whole else [line.post_id for line in self._shown()]

    def _shown(self) -> tuple[DutyLine, ...]:
        lines = self._duties.report.lines if self._duties else ()
        return tuple(
            line
            for line in lines
            # Who owes nothing and did something all the same is shown where their level is asked for.
            if (line.state == self._state if self._state else line.state != "none" or self.level.choice)
            and self.level.choice in ("", line.level)
            and self.department.choice in ("", line.department)
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.fit_columns()

    @override
    def begin(self) -> None:
        (self.table if self._shown() and self.views.choice == "duties" else self).setFocus()

    @override
    def retranslate(self) -> None:
        self.reflections_button.setText(self.tr("Reflections"))
        self.reflections_button.updateGeometry()
        duties, speech = self._duties, self.speech
        self._title.setText(self.tr("Duties"))
        as_of = self.tr("as of {day}").replace("{day}", speech.day(duties.today)) if duties else ""
        self._as_of.setText(as_of)
        self.views.set_texts((self.tr("Who owes"), self.tr("Training"), self.tr("How often")))
        self.export_button.setText(self.tr("Export"))
        self.export_button.updateGeometry()
        self.sheet_button.setText(self.tr("Sheet to sign"))
        self.sheet_button.updateGeometry()
        self.sheet_button.setVisible(self.views.choice == "duties")
        self.export_button.setVisible(self.views.choice == "duties")
        self._stack.setCurrentIndex(VIEWS.index(self.views.choice))
        self._all.setText(self.tr("All states"))
        self._all.updateGeometry()
        self.level.set_values((("", self.tr("All levels")), *speech.choices("level")))
        self.department.set_values((("", self.tr("All departments")), *speech.choices("department")))
        self._key_text.setText(self.tr("up and down"))
        self.table.rows.set_titles(
            (
                *(self.tr("Name"), self.tr("Post"), self.tr("Department"), self.tr("Period")),
                *(self.tr("Done"), self.tr("State"), self.tr("Calls"), self.tr("Next")),
            )
        )
        lines = duties.report.lines if duties else ()
        hints = {
            "missed": self.tr("the period before, and not yet now"), "soon": self.tr("within seven days"),
            "due": self.tr("in this period"), "done": self.tr("in this period"),
        }  # fmt: skip
        titles = {
            "missed": self.tr("Missed before"), "soon": self.tr("Due soon"), "due": self.tr("To come"),
            "done": self.tr("Done this period"),
        }  # fmt: skip
        for name, figure in self._figures.items():
            count = sum(line.state == name for line in lines)
            figure.show_number(titles[name], count, hints[name], _INKS[name])
        self._show_rows()

    def _show_rows(self) -> None:
        duties, shown = self._duties, self._shown()
        self.table.show_rows(tuple(self._row(line) for line in shown))
        self.table.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._all.setVisible(bool(self._state))
        if duties is not None and not duties.report.lines:
            self._empty.say(
                self.tr("Nobody owes a reception yet"),
                self.tr("Presidents, functional heads and project managers do; they stand in Settings, Staff."),
                self.tr("To the staff"),
            )
        else:
            self._empty.say(self.tr("Nobody here"), self.tr("Nobody of this level and state."), "")
        self._coverage.setVisible(duties is not None)
        if duties is not None:
            self._coverage.setText(self._covered(duties))
        if shown and not self.table.choice:
            self.table.choose(shown[0].post_id)
        self._show_pane()

    def _covered(self, duties: Duties) -> str:
        """How many of everybody had a part this quarter, and some of those who had none."""
        covered = duties.report.coverage
        said = self.tr("Of {due} people {count} had a part this quarter.").replace("{due}", str(covered.due))
        said = said.replace("{count}", str(covered.took_part))
        if not covered.without:
            return said
        named = self.speech.listed(name for _, name in covered.without[:8])
        more = self.tr("{names} and {count} more").replace("{count}", str(len(covered.without) - 8))
        named = more.replace("{names}", named) if len(covered.without) > 8 else named
        wanting = self.tr("Not yet: {names}").replace("{names}", named)
        return f"{said} {wanting}"

    def _show_pane(self) -> None:
        line = next((one for one in self._shown() if one.post_id == self.table.choice), None)
        self.pane.show_line(line, self._duties)

    def _row(self, line: DutyLine) -> Row:
        speech = self.speech
        tone, icon = TONES[line.state]
        planned = f"{speech.day(line.planned.day)} {line.planned.title}" if line.planned else ""
        return Row(
            line.post_id,
            (
                Cell(line.name),
                Cell(line.post or speech.code("level", line.level), "ink2"),
                Cell(speech.code("department", line.department), "ink2"),
                Cell(rules.period_words(line.period, speech.language), "ink2", order=line.last),
                Cell(f"{line.done} / {line.owed or '—'}", order=line.done - line.owed),
                Cell(speech.code("duty_state", line.state), tone=tone, icon=icon),
                Cell(str(line.calls) if line.calls else "", "ink2", order=line.calls),
                Cell(planned, "ink2", order=line.planned.day if line.planned else ""),
            ),
        )
