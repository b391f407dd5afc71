"""心得: who has not written, what was meant to be done, what was learnt and to whom it was told."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from db.spelling.phrases import plain
from desktop.office.pages.inner import InnerPage
from desktop.office.pages.parts import refill
from desktop.office.pages.reflection_form import ReflectionForm, TellingForm
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.services.reflections.listing import Owed, Told
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Line
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# So many are told in full; the search finds the others.
_MOST = 40


class ReflectionsPage(InnerPage):
    """`kept` names a reflection whose commitment is done, `sheet_wanted` one to be printed without the client."""

    kept = Signal(str)
    sheet_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._owed: tuple[Owed, ...] = ()
        self._told: tuple[Told, ...] = ()
        self._people: tuple[Person, ...] = ()
        self._today = ""
        self._owed_card, self._due_card, self._told_card = Card(" ", " "), Card(" ", " "), Card(" ", " ")
        self._owed_rows, self._due_rows, self._told_rows = Part(), Part(), Part()
        self._search = Line(icon="search")
        self.searched_in = self._search
        self._search.setObjectName("search_reflections")
        self._search.textChanged.connect(lambda _text: self._show_told())
        for card, rows in ((self._owed_card, self._owed_rows), (self._due_card, self._due_rows)):
            card.body.addWidget(rows)
        self._told_card.body.addWidget(self._search)
        self._told_card.body.addWidget(self._told_rows)
        self.form, self.telling = ReflectionForm(), TellingForm()
        self.telling.left.connect(self.finish_telling)
        left = column(self._owed_card, self._due_card, self._told_card, None, gap=PX.between_cards)
        right = column(self.telling, self.form, None, gap=PX.between_cards)
        self._lay_beside(self._head(), left, right)
        self.telling.hide()
        self.retranslate()

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Whose reflection may be written here."""
        self._people = people
        self.form.show_people(people, self._owed)

    def show_reflections(self, owed: tuple[Owed, ...], told: tuple[Told, ...], today: str) -> None:
        """Show everything anew; `today` is an ISO day. What is being written stays."""
        self._owed, self._told, self._today = owed, told, today
        self.form.show_people(self._people, owed)
        self.retranslate()

    def finish_telling(self) -> None:
        """It is noted to whom a reflection was told, or is not to be."""
        self.telling.hide()
        self.form.show()

    def _show_owed(self) -> None:
        late = [one for one in self._owed if one.is_late]
        lines: list[QWidget | QLayout | int | None] = []
        for one in late:
            days = self.tr("{count} days ago").replace("{count}", str(one.days))
            write = Button(self.tr("Write for them"), "outline", "small", icon="notebook-pen")
            write.setObjectName("write_for")
            write.clicked.connect(lambda _on, one=one: self._write_for(one))
            words = ElidedLabel(f"{one.title} · {self.speech.day(one.day)}", "small", "ink2")
            line = row(column(Label(one.name, "body_strong"), words), Chip(days, "warning", "clock"), write, gap=PX.s8)
            line.setStretch(0, 1)
            lines += [line, Hairline()]
        if not late:
            lines.append(Label(self.tr("Nobody owes one."), "small", "ink3", wraps=True))
        refill(self._owed_rows, column(*lines, gap=PX.s8))
        self._owed_card.set_title(self.tr("Not written yet"), str(len(late)) if late else "")

    def _show_due(self) -> None:
        open_ones = sorted((one for one in self._told if one.commitment and not one.kept), key=lambda one: one.due)
        lines: list[QWidget | QLayout | int | None] = []
        for one in open_ones:
            done = Button(self.tr("It was done"), "outline", "small", icon="check")
            done.setObjectName("commitment_done")
            done.clicked.connect(lambda _on, one=one: self.kept.emit(one.id))
            words = column(
                Label(one.commitment, "body", wraps=True),
                ElidedLabel(" · ".join(filter(None, (one.name, one.title))), "small", "ink2"),
            )
            chip = Chip(
                self.speech.day(one.due), "danger" if one.is_late else "neutral", "clock-alert" if one.is_late else ""
            )
            line = row(words, chip, done, gap=PX.s8)
            line.setStretch(0, 1)
            lines += [line, Hairline()]
        if not open_ones:
            lines.append(Label(self.tr("Nothing is open."), "small", "ink3"))
        refill(self._due_rows, column(*lines, gap=PX.s8))
        self._due_card.set_title(self.tr("Said, and not done yet"), str(len(open_ones)) if open_ones else "")

    def _show_told(self) -> None:
        words = [plain(word) for word in self._search.text().split()]
        found = [
            one
            for one in self._told
            if all(word in plain(f"{one.name}{one.title}{one.case_words}{one.lesson}") for word in words)
        ]
        lines: list[QWidget | QLayout | int | None] = []
        for one in found[:_MOST]:
            lines += [*self._reflection(one), Hairline()]
        if not found:
            text = self.tr("Nothing found") if words else self.tr("Nothing was written yet. Begin at the right.")
            lines.append(Label(text, "small", "ink3"))
        refill(self._told_rows, column(*lines, gap=PX.s8))
        count = f"{len(found):,}" if len(found) == len(self._told) else f"{len(found):,} / {len(self._told):,}"
        self._told_card.set_title(self.tr("What was learnt"), count if self._told else "")
        self._search.setVisible(bool(self._told))

    def _reflection(self, one: Told) -> list[QWidget | QLayout]:
        by = self.tr("entered by {name}").replace("{name}", one.entered_by) if one.entered_by else ""
        about = " · ".join(filter(None, (one.title, self.speech.day(one.day), by)))
        tell = Button(self.tr("Told to others"), "quiet", "small", icon="users")
        tell.setObjectName("tell")
        tell.clicked.connect(lambda: self._open_telling(one))
        sheet = Button(self.tr("Sheet without names"), "quiet", "small", icon="file-down")
        sheet.setObjectName("sheet")
        sheet.clicked.connect(lambda: self.sheet_wanted.emit(one.id))
        head = row(Label(one.name, "body_strong"), ElidedLabel(about, "small", "ink2"), tell, sheet, gap=PX.s8)
        head.setStretch(1, 1)
        parts: list[QWidget | QLayout] = [head, Label(one.case_words, "body", "ink2", wraps=True)]
        parts.append(Label(one.lesson, "body", wraps=True))
        if one.commitment:
            done = self.tr("done {day}").replace("{day}", self.speech.day(one.kept)) if one.kept else ""
            parts.append(Label(f"→ {one.commitment} · {done or self.speech.day(one.due)}", "small", "ink2", wraps=True))
        for each in one.shared:
            heard = self.tr("{count} heard it").replace("{count}", f"{each.people:,}") if each.people else ""
            text = " · ".join(filter(None, (self.speech.day(each.day), each.audience, heard, each.words)))
            parts.append(Label(text, "small", "ink3", wraps=True))
        return parts

    def _write_for(self, one: Owed) -> None:
        self.finish_telling()
        self.form.begin(one)

    def _open_telling(self, one: Told) -> None:
        self.telling.open(one, self._today)
        # One thing at a time; what was typed in the other stays.
        self.form.hide()
        self.telling.show()
        self.telling.audience.setFocus()

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back"))
        self._back.updateGeometry()
        self._title.setText(self.tr("Reflections"))
        self._about.setText(self.tr("What executives took from a session; owed from the third day after it"))
        self._search.setPlaceholderText(self.tr("Words of a case, a name, an event"))
        self._show_owed()
        self._show_due()
        self._show_told()
