"""The library of agreed answers (统一口径): a list to search, and beside it the answer, to be agreed to or changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from db.spelling.phrases import Phrases
from desktop.office.pages.answer_pane import TONES, AnswerPane
from desktop.office.pages.key_line import KeyLine
from desktop.office.pages.parts import Page
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.services.answers.finding import Agreed, Speed
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import EmptyState
from desktop.widgets.fields import Line, Picker
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

# Each view with the states that it shows.
VIEWS: dict[str, frozenset[str]] = {
    "used": frozenset({"valid", "soon"}), "draft": frozenset({"draft"}), "soon": frozenset({"soon"}),
    "expired": frozenset({"expired"}), "gone": frozenset({"withdrawn", "replaced"}),
}  # fmt: skip
_TABLE_PX = 6 * PX.s96 + PX.s48
_WIDE_PX = 1_300
_MORE_COLUMNS = (3, 4)


class AnswersPage(Page):
    """`import_wanted` asks for a list in a file."""

    import_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._answers: tuple[Agreed, ...] = ()
        self._index = Phrases(())
        self._speed = Speed(0, None, 0, None)
        self.view = "used"
        self._title, self._count = Label("", "page"), Label("", "small", "ink2")
        self.import_button, self.new_button = (
            Button("", "outline", icon="file-spreadsheet"),
            Button("", "outline", icon="plus"),
        )
        self.import_button.setObjectName("import_answers")
        self.new_button.setObjectName("new_answer")
        self.import_button.clicked.connect(self.import_wanted)
        self.new_button.clicked.connect(self.begin_new)
        self.importer = Picker()
        self.importer.setObjectName("answers_importer")
        self._has_importer = False
        self._search = Line(icon="search")
        self.searched_in = self._search
        self._search.setObjectName("search_answers")
        self._search.textChanged.connect(lambda _text: self._show_rows())
        self._search.returnPressed.connect(self.begin)
        self.views = Options(tuple((view, "") for view in VIEWS), has_digits=False)
        self.views.chosen.connect(self.show_view)
        self.views.choose(self.view)
        self.table = Table(
            (
                Column("", 96, fits=True), Column(""), Column("", 104, fits=True),
                Column("", 96, fits=True, most_px=PX.navigation, folds=True), Column("", 64, is_number=True, fits=True),
            ),
            inset_px=PX.page_margin,
        )  # fmt: skip
        self.pane = AnswerPane(speech)
        self.pane.wanted.connect(self.stand_on)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda _answer: self.pane.begin())
        self.table.letter_pressed.connect(self._pressed)
        self._empty = EmptyState("book-open-text")
        self._empty.acted.connect(self.begin_new)
        self._keys = KeyLine(("/",), ("J", "K"), ("Enter",), ("N",))
        self._timing = Label("", "small", "ink2", wraps=True)
        self._foot = Part()
        self._foot.setProperty("fill", "surface")
        self._between = Hairline(is_upright=True)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        # Without anything to search the name stands under the button that it is for.
        searched = row(self._search, None, self.importer, gap=PX.s8)
        searched.setStretch(0, 100)
        tools = column(
            row(self._title, PX.s12, self._count, None, row(self.import_button, self.new_button, gap=PX.s8)),
            searched,
            row(self.views, None),
            gap=PX.s8,
            margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s8),
        )
        self.widen(self.table, _MORE_COLUMNS, _WIDE_PX)
        timing = row(self._timing, margins=(PX.page_margin, PX.s8, PX.page_margin, 0))
        self._foot.setLayout(column(timing, self._keys))
        left = Part()
        left.setLayout(column(tools, self.table, self._empty, self._foot))
        left.setMinimumWidth(_TABLE_PX)
        whole = row(left, self._between, self.pane)
        whole.setStretch(0, 3)
        whole.setStretch(2, 2)
        self.setLayout(whole)

    @property
    def is_new(self) -> bool:
        """Whether the library has nothing at all yet."""
        return not self._answers

    def show_people(self, people: tuple[Person, ...], staff: str | None) -> None:
        """Everybody of the staff, and who is signed in; without anybody signed in a list needs a name."""
        self.pane.show_people(people, staff)
        writers = self.pane.form.writers
        self._has_importer = staff is None and len(writers) > 0
        named = tuple((one.id, one.name) for one in writers)
        self.importer.set_values(named if len(named) == 1 else (("", self.tr("In whose name")), *named))
        self._show_frame()

    def show_answers(self, answers: tuple[Agreed, ...], index: Phrases) -> None:
        """Show the library anew; `index` finds the places in `answers`."""
        self._answers, self._index = answers, index
        if self.view == "used" and answers and not self._of("used") and self._of("draft"):
            self.show_view("draft")
        else:
            self._show_rows()

    def show_speed(self, speed: Speed) -> None:
        """Say how long answering took, with an agreed answer and without."""
        self._speed = speed
        self._say_counts()

    def show_view(self, view: str) -> None:
        """Show the answers of one of the views."""
        self.view = view
        self.views.choose(view)
        self._show_rows()

    def stand_on(self, answer: str) -> None:
        """Show the view that holds an answer, and stand on it."""
        one = self._found(answer)
        if one is not None:
            if one.state not in VIEWS[self.view]:
                self.show_view(next(view for view, states in VIEWS.items() if one.state in states))
            if self.table.rows.place_of(answer) < 0:
                self._search.clear()
            self.table.choose(answer)
            self._show_chosen(answer)

    def begin_new(self) -> None:
        """Write a new answer; one that is being written stays."""
        if not self.pane.is_writing:
            self.pane.write(None)
        self._show_frame()

    @override
    def begin(self) -> None:
        (self.table if self.table.isVisible() else self).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.begin_new()
        else:
            super().keyPressEvent(event)

    def _pressed(self, letter: str) -> None:
        if letter == "N":
            self.begin_new()

    def _found(self, answer: str) -> Agreed | None:
        return next((one for one in self._answers if one.id == answer), None)

    def _of(self, view: str) -> list[Agreed]:
        return [one for one in self._answers if one.state in VIEWS[view]]

    def _shown(self) -> list[Agreed]:
        query = self._search.text().strip()
        found = [self._answers[place] for place in self._index.find(query)] if query else list(self._answers)
        return [one for one in found if one.state in VIEWS[self.view]]

    def _show_rows(self) -> None:
        shown = self._shown()
        self._say_counts()
        self.table.show_rows(tuple(self._row(one) for one in shown))
        self._show_frame()
        if shown:
            self.table.choose(self.table.choice or shown[0].id)
            self._show_chosen(self.table.choice)
        else:
            self.pane.show_answer(None)

    def _show_frame(self) -> None:
        """The page that has nothing yet says so once, and offers one next step."""
        is_quiet = self.is_new and not self.pane.is_writing
        has_rows = bool(self.table.rows.rowCount())
        self.table.setVisible(has_rows)
        self._foot.setVisible(has_rows)
        self._empty.setVisible(not has_rows)
        for part in (self._search, self.views, self.new_button):
            part.setVisible(not self.is_new)
        self.pane.setVisible(not is_quiet)
        self._between.setVisible(not is_quiet)
        self.importer.setVisible(self._has_importer)
        self._say_empty()

    def _say_empty(self) -> None:
        if self.is_new:
            self._empty.say(
                self.tr("No agreed answers yet"),
                self.tr("What is told to clients in one voice stands here. Write the first one, or import a list."),
                "" if self.pane.is_writing else self.tr("Write an answer"),
            )
        elif self._search.text().strip():
            self._empty.say(
                self.tr("Nothing found"), self.tr("Try other words, pinyin, the first letters, or another view.")
            )
        else:
            self._empty.say(self.tr("Nothing here"), self.tr("No answer stands so today."))

    def _show_chosen(self, answer: str) -> None:
        one = self._found(answer)
        before = self._found(one.replaces) if one is not None and one.state == "draft" else None
        self.pane.show_answer(one, before)

    def _say_counts(self) -> None:
        states = ("valid", "draft", "soon", "expired", "withdrawn")
        names = (self.speech.code("answer_state", state) for state in states)
        counts = (len(self._of(view)) for view in VIEWS)
        self.views.set_texts(
            tuple(f"{name} {count}" if count else name for name, count in zip(names, counts, strict=True))
        )
        self._count.setText(self.tr("{count} in use").replace("{count}", f"{len(self._of('used')):,}"))
        self._count.setVisible(not self.is_new)
        self._timing.setText(self._timed())
        self._timing.setVisible(bool(self._timing.text()))

    def _timed(self) -> str:
        """Half of all answers were given within so many minutes of the talk's beginning."""
        speed = self._speed
        if speed.with_min is None:
            return ""
        said = self.tr("Half of all answers on the spot: within {agreed} min with an agreed answer, {free} min without")
        free = "—" if speed.without_min is None else f"{speed.without_min:.0f}"
        return said.replace("{agreed}", f"{speed.with_min:.0f}").replace("{free}", free)

    def _row(self, one: Agreed) -> Row:
        tone, icon = TONES[one.state]
        return Row(
            one.id,
            (
                Cell(self.speech.code("answer_state", one.state), tone=tone, icon=icon),
                Cell(one.question),
                Cell(one.valid_until, "danger_ink" if one.state == "expired" else "ink2"),
                Cell(self.speech.code("department", one.department), "ink2"),
                Cell(f"{one.used:,}" if one.used else "", "ink2", order=one.used),
            ),
        )

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Agreed answers"))
        self._search.setPlaceholderText(self.tr("Words, pinyin, first letters"))
        self.import_button.setText(self.tr("Import answers"))
        self.new_button.setText(self.tr("New answer"))
        for button in (self.import_button, self.new_button):
            button.updateGeometry()
        titles = (
            *(self.tr("Standing"), self.tr("What clients ask"), self.tr("Valid until")),
            *(self.tr("Department"), self.tr("Used")),
        )
        self.table.rows.set_titles(titles)
        self._keys.set_texts(self.tr("search"), self.tr("up and down"), self.tr("change"), self.tr("new"))
        self._show_rows()
