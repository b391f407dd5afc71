"""The guide at the right: what to keep in mind, to be ticked, and what to ask, answered by digits or in a line."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.host.wording import language_now
from desktop.rules.guides import SCALE, Guide
from desktop.rules.guides import Line as GuideLine
from desktop.widgets.buttons import Options
from desktop.widgets.fields import Line, Tick
from desktop.widgets.labels import Hairline, IconLabel, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, mark, row

# The value and the words of an answer, by the question's key.
Answers = Mapping[str, tuple[str, str]]
_NEXT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_CLEAR_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class PromptLine(Part):
    """One line of the guide: a tick with a text that may need two lines; a click on the text ticks too."""

    def __init__(self, place: int, text: str, *, is_on: bool) -> None:
        super().__init__()
        self.tick = Tick()
        self.tick.setObjectName(f"guide_{place}")
        self.tick.setAccessibleName(text)
        self.tick.setChecked(is_on)
        self._said = Label(text, "small", wraps=True)
        self.tick.toggled.connect(self._show)
        line = row(column(self.tick, None), column(PX.s4, self._said, None), gap=PX.s4)
        line.setStretch(1, 1)
        self.setLayout(line)
        self._show()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.tick.toggle()

    def _show(self) -> None:
        self._said.set_ink("ink3" if self.tick.isChecked() else "ink1")


class AnswerLine(Line):
    """The line for an answer in words; `moved` asks for the next question (1) or the one before (-1)."""

    moved = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _NEXT_KEYS:
            self.moved.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)


class ChoiceLine(Part):
    """One answer to choose: its digit and its words, over as many lines as they need."""

    pressed = Signal()

    def __init__(self, digit: str, text: str, *, is_on: bool) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{digit} {text}")
        said = Label(text, "small_strong" if is_on else "small", "accent_ink" if is_on else "ink1", wraps=True)
        sign = column(PX.s4, IconLabel("check", PX.icon_small, "accent_ink"), None) if is_on else column(PX.icon_small)
        line = row(column(KeyCap(digit), None), column(PX.s2, said, None), sign, gap=PX.s8)
        line.setStretch(1, 1)
        self.setLayout(line)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class QuestionPart(Part):
    """One question; the one asked now offers its answers, the others show what was answered."""

    wanted = Signal()
    answered = Signal(str, str)
    moved = Signal(int)

    def __init__(self, line: GuideLine, value: str, words: str, *, is_now: bool) -> None:
        super().__init__()
        self.setObjectName(f"question_{line.key}")
        self.line = line
        self.field: AnswerLine | None = None
        language = language_now()
        answer = line.value_said(value, language) if value else words
        self.setAccessibleName(" ".join((line.said(language), answer)))
        title = Label(line.said(language), "small_strong" if is_now else "small", "ink1", wraps=True)
        parts: list[QWidget] = [title]
        if is_now:
            self.setProperty("part", "banner")
            mark(self, "tone", "accent")
            parts += self._choices(value, language) if line.codes else [self._written(words)]
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            parts += [Label(answer, "small", "accent", wraps=True)] if answer else []
        sides = (PX.s12, PX.s8, PX.s12, PX.s8) if is_now else (0, PX.s4, 0, PX.s4)
        self.setLayout(column(*parts, gap=PX.s6 if is_now else PX.s2, margins=sides))
        self._is_now = is_now

    @property
    def spoken(self) -> str:
        """The question with what can be pressed, as a screen reader says it."""
        language = language_now()
        offered = [f"{number} {one.said(language)}" for number, one in enumerate(self.line.options, 1)]
        return ", ".join((self.line.said(language), *(offered if self.line.kind == "choice" else ())))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._is_now and self.rect().contains(event.position().toPoint()):
            self.wanted.emit()

    def _choices(self, value: str, language: str) -> list[QWidget]:
        if self.line.kind == "scale":
            points = Options(tuple((one, one) for one in SCALE), has_digits=False)
            points.choose(value)
            points.chosen.connect(lambda chosen: self.answered.emit(chosen, ""))
            if not self.line.options:
                return [points]
            ends, low, high = Part(), self.line.options[0], self.line.options[-1]
            ends.setLayout(
                row(Label(low.said(language), "caption", "ink2"), None, Label(high.said(language), "caption", "ink2"))
            )
            return [points, ends]
        made: list[QWidget] = []
        for number, option in enumerate(self.line.options, 1):
            line = ChoiceLine(str(number), option.said(language), is_on=option.code == value)
            line.pressed.connect(lambda code=option.code: self.answered.emit(code, ""))
            made.append(line)
        return made

    def _written(self, words: str) -> AnswerLine:
        self.field = field = AnswerLine(words)
        field.setObjectName("guide_words")
        field.setAccessibleName(self.line.said(language_now()))
        field.textChanged.connect(lambda typed: self.answered.emit("", typed))
        field.moved.connect(self.moved)
        return field


class GuidePanel(Part):
    """`ticked` tells a prompt and whether it is done, `answered` a question's key with value and words, `left` that
    the words are to be written on. With `is_alone` the client may look on: it shows the questions and nothing else."""

    ticked = Signal(int, bool)
    answered = Signal(str, str, str)
    left = Signal()

    def __init__(self, guide: Guide, ticked: frozenset[int], answers: Answers, *, is_alone: bool) -> None:
        super().__init__()
        # F5 leads here; Tab goes on through the fields.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._guide, self._answers, self._is_alone = guide, dict(answers), is_alone
        self._now = -1
        self._count = Label("", "small", "ink3")
        self._questions: QVBoxLayout = column()
        parts: list[QWidget | QVBoxLayout] = []
        if not is_alone:
            version = self.tr("Version {number}").replace("{number}", str(guide.version))
            parts.append(self._head(self.tr("Guide"), Label(version, "small", "ink3")))
            for place, prompt in enumerate(guide.prompts):
                line = PromptLine(place, prompt.said(language_now()), is_on=place in ticked)
                line.tick.toggled.connect(lambda is_on, place=place: self.ticked.emit(place, is_on))
                parts.append(line)
        if guide.questions:
            parts += [] if is_alone else [Hairline()]
            parts.append(self._head(self.tr("Questions"), self._count, KeyCap("F5")))
            parts.append(self._questions)
            self._keys = Label("", "caption", "ink3", wraps=True)
            parts.append(self._keys)
        self.setLayout(column(*parts, gap=PX.s8))
        self._show()

    def begin(self) -> None:
        """Ask the first question that has no answer yet, else the first."""
        keys = [line.key for line in self._guide.questions]
        self._ask(next((place for place, key in enumerate(keys) if not self._has(key)), 0))

    def _ask(self, place: int) -> None:
        if not self._guide.questions:
            self.left.emit()
            return
        self._now = max(0, min(place, len(self._guide.questions) - 1))
        self._show()

    def _move(self, by: int) -> None:
        if self._now + by >= len(self._guide.questions):
            self.left.emit()
        else:
            self._ask(self._now + by)

    def _answer(self, key: str, value: str, words: str, *, goes_on: bool) -> None:
        self._answers[key] = (value, words)
        self.answered.emit(key, value, words)
        if goes_on:
            keys = [line.key for line in self._guide.questions]
            following = [place for place, one in enumerate(keys) if not self._has(one)]
            after = next((place for place in following if place > self._now), next(iter(following), None))
            if after is None:
                self.left.emit()
            else:
                self._ask(after)
        else:
            self._say_count()

    def _has(self, key: str) -> bool:
        return any(text.strip() for text in self._answers.get(key, ()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._guide.questions
        line = asked[self._now] if 0 <= self._now < len(asked) else None
        digit = event.text()
        if line is None:
            super().keyPressEvent(event)
        elif line.codes and digit.isdecimal() and 1 <= int(digit) <= len(line.codes):
            self._answer(line.key, line.codes[int(digit) - 1], "", goes_on=True)
        elif event.key() in _NEXT_KEYS:
            self._move(1)
        elif event.key() == Qt.Key.Key_Up:
            self._move(-1)
        elif event.key() in _CLEAR_KEYS:
            self._answer(line.key, "", "", goes_on=False)
            self._show()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        """Show the questions anew, with the keyboard where the answer goes."""
        while item := self._questions.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        now: QuestionPart | None = None
        for place, line in enumerate(self._guide.questions):
            value, words = self._answers.get(line.key, ("", ""))
            part = QuestionPart(line, value, words, is_now=place == self._now)
            part.wanted.connect(lambda place=place: self._ask(place))
            part.moved.connect(self._move)
            part.answered.connect(
                lambda value, words, line=line: self._answer(line.key, value, words, goes_on=bool(line.codes))
            )
            self._questions.addWidget(part)
            now = part if place == self._now else now
        if self._guide.questions:
            self._say_count()
            self._keys.setText(self.tr("Digits answer, up and down move, F5 goes back to the words"))
            self._keys.setVisible(now is not None)
        if now is not None:
            self.setAccessibleName(now.spoken)
            (now.field or self).setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, now, lambda: self._bring(now))

    def _bring(self, part: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part, 0, PX.s16)

    def _say_count(self) -> None:
        asked = self._guide.questions
        self._count.setText(f"{sum(self._has(line.key) for line in asked)} / {len(asked)}")

    def _head(self, title: str, aside: Label, *beside: QWidget) -> QWidget:
        part = Part()
        part.setLayout(row(Label(title, "body_strong"), *beside, None, aside, gap=PX.s8))
        return part
