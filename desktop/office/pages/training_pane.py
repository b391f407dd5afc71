"""Courses, which part needs them, and who passed them until when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.duty_state import Duties
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.rules.training import PARTS, RESULTS
from desktop.services.training.training import CourseLine, TrainingLine
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_LEFT_PX = 4 * PX.s96 + PX.s32


class TrainingPane(Part):
    """`course_wanted` tells name, part and months (0 for ever); `training_wanted` person, course, day, result and
    trainer."""

    course_wanted = Signal(str, str, int)
    end_wanted = Signal(str)
    training_wanted = Signal(str, str, str, str, str)
    drop_wanted = Signal(str)
    import_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "background")
        self._speech = speech
        self._duties: Duties | None = None
        self._courses, self._add, self._taken = Card(" "), Card(" "), Card(" ")
        self._rows = Part()
        self.name, self.part, self.months = Line(), Picker(), Picker()
        self.person, self.course, self.day, self.result, self.trainer = Picker(), Picker(), Line(), Picker(), Line()
        self._course_fields = tuple(Field("", one) for one in (self.name, self.part, self.months))
        self._fields = tuple(Field("", one) for one in (self.person, self.course, self.day, self.result, self.trainer))
        self.course_button = Button("", "outline", "small", icon="plus")
        self.course_button.setObjectName("add_course")
        self.course_button.clicked.connect(self._add_course)
        self.add_button = Button("", "filled", icon="check")
        self.add_button.setObjectName("add_training")
        self.add_button.clicked.connect(self._add_training)
        self.import_button = Button("", "outline", icon="file-spreadsheet")
        self.import_button.setObjectName("import_training")
        self.import_button.clicked.connect(self.import_wanted)
        self.drop_button = Button("", "quiet", "small", icon="undo-2")
        self.drop_button.setObjectName("drop_training")
        self.drop_button.clicked.connect(self._drop)
        self.table = Table(
            (
                *(Column("", 96, fits=True, most_px=PX.navigation, folds=True), Column("", folds=True)),
                *(Column("", 96, fits=True), Column("", 88, fits=True), Column("", 104, fits=True)),
            )
        )
        self._empty = EmptyState("badge-check")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        left, right, inside = Part(), Part(), Part()
        name, part, months = self._course_fields
        pair = row(part, months, gap=PX.s12)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        self._courses.body.addWidget(self._rows)
        self._courses.body.addWidget(Hairline())
        self._courses.body.addWidget(name)
        self._courses.body.addLayout(pair)
        self._courses.body.addLayout(row(self.course_button, None))
        person, course, day, result, trainer = self._fields
        for pair in (row(person, course, gap=PX.s12), row(day, result, trainer, gap=PX.s12)):
            for place in range(pair.count()):
                pair.setStretch(place, 1)
            self._add.body.addLayout(pair)
        self._add.body.addLayout(row(self.add_button, PX.s8, self.import_button, None))
        inside.setProperty("fill", "background")
        inside.setLayout(column(self._courses, None, margins=(0, 0, PX.scroll, 0)))
        left.setFixedWidth(_LEFT_PX)
        left.setLayout(column(scrolled(inside)))
        self._taken.body.addWidget(self.table, 1)
        self._taken.body.addWidget(self._empty, 1)
        self._taken.body.addLayout(row(None, self.drop_button))
        beside = column(self._add, self._taken, gap=PX.between_cards)
        beside.setStretch(1, 1)
        right.setLayout(beside)
        whole = row(left, right, gap=PX.s8, margins=(PX.page_margin, PX.s8, PX.page_margin, PX.s24))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_duties(self, found: Duties) -> None:
        """Show courses and who took them."""
        if self._duties is None:
            self.day.setText(found.today)
        self._duties = found
        self.retranslate()

    def taken(self) -> None:
        """What was typed was taken; the next one is often of the same course and day."""
        self.name.clear()

    def _add_course(self) -> None:
        name = self.name.text().strip()
        self._course_fields[0].set_error("" if name else self.tr("Please fill this in"))
        if name:
            self.course_wanted.emit(name, self.part.choice, int(self.months.choice or 0))

    def _add_training(self) -> None:
        if self.person.choice and self.course.choice:
            self.training_wanted.emit(
                self.person.choice, self.course.choice, self.day.text(), self.result.choice, self.trainer.text()
            )

    def _drop(self) -> None:
        if self.table.choice:
            self.drop_wanted.emit(self.table.choice)

    @override
    def retranslate(self) -> None:
        duties, speech = self._duties, self._speech
        courses = duties.courses if duties else ()
        trainings = duties.trainings if duties else ()
        self._courses.set_title(self.tr("Courses"), str(len(courses)) if courses else "")
        self._add.set_title(self.tr("Note who took a course"))
        self._taken.set_title(self.tr("Trainings taken"), str(len(trainings)) if trainings else "")
        names = (self.tr("A new course"), self.tr("Needed for"), self.tr("Counts for"))
        for field, name in zip(self._course_fields, names, strict=True):
            field.set_label(name)
        labels = (self.tr("Person"), self.tr("Course"), self.tr("On"), self.tr("Result"), self.tr("Trainer"))
        for field, name in zip(self._fields, labels, strict=True):
            field.set_label(name)
        self.part.set_values((("", self.tr("no part")), *((part, speech.code("part", part)) for part in PARTS)))
        months = self.tr("{count} months")
        spans = tuple((str(count), months.replace("{count}", str(count))) for count in (6, 12, 24, 36))
        self.months.set_values((("", self.tr("ever")), *spans))
        self.person.set_values(duties.people if duties else ())
        self.course.set_values(tuple((one.course, one.name) for one in courses))
        self.result.set_values(tuple((one, speech.code("training_result", one)) for one in RESULTS))
        texts = {
            self.course_button: self.tr("Add the course"), self.add_button: self.tr("Note this training"),
            self.import_button: self.tr("Import a list"), self.drop_button: self.tr("Take the chosen one back"),
        }  # fmt: skip
        for button, text in texts.items():
            button.setText(text)
            button.updateGeometry()
        self.add_button.setEnabled(bool(courses))
        titles = (self.tr("Person"), self.tr("Course"), self.tr("On"), self.tr("Result"), self.tr("Counts until"))
        self.table.rows.set_titles(titles)
        self.table.show_rows(tuple(self._row(one) for one in trainings))
        self.table.setVisible(bool(trainings))
        self.drop_button.setVisible(bool(trainings))
        self._empty.setVisible(not trainings)
        self._empty.say(self.tr("Nothing yet"), self.tr("Add a course, then who took it, or import a list."))
        lines: list[QWidget | QLayout] = []
        for one in courses:
            lines += [self._course(one), Hairline()]
        refill(self._rows, column(*(lines[:-1] or [Label(self.tr("None yet."), "small", "ink3")]), gap=PX.s8))

    def _course(self, one: CourseLine) -> QLayout:
        parts = self._speech.listed(self._speech.code("part", part) for part in one.needed_for)
        needed = (
            self.tr("needed for: {parts}").replace("{parts}", parts) if parts else self.tr("for nobody in particular")
        )
        months = self.tr("{count} months").replace("{count}", str(one.valid_months)) if one.valid_months else ""
        count = self.tr("{count} covered now").replace("{count}", str(one.people))
        about = Label(" · ".join(filter(None, (needed, months, count))), "small", "ink2", wraps=True)
        words = column(ElidedLabel(one.name, "body"), about)
        end = Button(self.tr("No longer given"), "quiet", "small")
        end.setObjectName(f"end_{one.course}")
        end.clicked.connect(lambda: self.end_wanted.emit(one.course))
        made = row(words, end, gap=PX.s8)
        made.setStretch(0, 1)
        return made

    def _row(self, one: TrainingLine) -> Row:
        until = one.valid_until or self.tr("ever")
        passed = one.result == RESULTS[0]
        return Row(
            one.training,
            (
                Cell(one.name), Cell(one.course, "ink2"), Cell(one.on_day, "ink2"),
                Cell(self._speech.code("training_result", one.result), tone="success" if passed else "neutral"),
                Cell(until if passed else "", "ink2" if one.is_valid else "danger", order=one.valid_until or "9999"),
            ),
        )  # fmt: skip
