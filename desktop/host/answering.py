"""Agreed answers while one answers: two characters look them up, arrows and Enter put one into the field.

The list lies over what is under the field, so that nothing moves while somebody writes; without an arrow Enter takes
nothing, and whoever writes words of their own is never disturbed.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from db.spelling.phrases import plain
from desktop.host.wording import said_in
from desktop.services.answers.finding import Agreed
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Line
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Tone

LEAST = 2
_PAUSE_MS = 80
_ROWS = 5
_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class OfferRow(Part):
    """An answer that was found: what is asked, what is told, and a mark on one that is over."""

    pressed = Signal()

    def __init__(self, one: Agreed) -> None:
        super().__init__()
        self.one = one
        self.setObjectName("answer_offer")
        question = ElidedLabel(one.question, "small_strong", "ink1" if one.is_usable else "ink3")
        words = ElidedLabel(" ".join(one.words.split()), "small", "ink2" if one.is_usable else "ink3")
        head: list[QWidget] = [question]
        if one.state in ("soon", "expired"):
            tone: Tone = "danger" if one.state == "expired" else "warning"
            head.append(Chip(f"{said_in('answer_state', one.state)} {one.valid_until}", tone, "clock"))
        top = row(*head, gap=PX.s8)
        top.setStretch(0, 1)
        self.setLayout(column(top, words, margins=(PX.s12, PX.s4, PX.s12, PX.s4)))
        self.setFixedHeight(PX.row_two_lines)
        self.setAccessibleName(f"{one.question} {one.words}")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class Offers(Part):
    """The list over the page; `taken` carries the answer that was chosen."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.mark("strong", value=True)
        self.setObjectName("answer_offers")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: tuple[OfferRow, ...] = ()
        self.at = -1
        self.is_covered = True
        self._list: QVBoxLayout = column(gap=PX.s2)
        self._note = Banner("warning", "triangle-alert")
        self._whole = column(self._list, self._note, gap=PX.s4, margins=(PX.s4, PX.s4, PX.s4, PX.s4))
        self.setLayout(self._whole)
        self.hide()

    def show_found(self, found: tuple[Agreed, ...], line: QWidget, within: QWidget) -> None:
        """Show what was found under `line`, as wide as `within`; nothing found closes the list."""
        while item := self._list.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.rows = tuple(OfferRow(one) for one in found[:_ROWS])
        for number, offer in enumerate(self.rows):
            self._list.addWidget(offer)
            offer.pressed.connect(lambda number=number: self._press(number))
        if not self.rows:
            self.hide()
            return
        if self.parent() is not line.window():
            self.setParent(line.window())
        self.follow(line, within)
        self.stand(-1)
        self.show()
        self.raise_()

    def stand(self, place: int) -> None:
        """Mark the row at this place, none for -1; what must not be promised with it is said under it, to us alone."""
        self.at = place
        for number, offer in enumerate(self.rows):
            offer.mark("fill", "accent_soft" if number == place else "")
        one = self.rows[place].one if place >= 0 else None
        over = (
            self.tr("Over since {day}: ask the office before you use it").replace("{day}", one.valid_until)
            if one
            else ""
        )
        has_note = one is not None and bool(one.never) and not self.is_covered
        never = self.tr("Do not promise: {text}").replace("{text}", one.never) if one and has_note else ""
        text = never if one is None or one.is_usable else over
        self._note.say(text, "")
        self._note.setVisible(bool(text))
        self._resize()

    def take(self) -> bool:
        """Take the answer that is marked; whether there was one that may be used."""
        one = self.rows[self.at].one if 0 <= self.at < len(self.rows) else None
        if one is None or not one.is_usable:
            return False
        self.hide()
        self.taken.emit(one)
        return True

    def _press(self, place: int) -> None:
        self.stand(place)
        self.take()

    def follow(self, line: QWidget, within: QWidget) -> None:
        """Note where `line` is now; the page may have moved under the list."""
        window = line.window()
        self._left = within.mapTo(window, QPoint(0, 0)).x() + PX.card_x
        self._line_top = line.mapTo(window, QPoint(0, 0)).y()
        self._line_bottom = self._line_top + line.height()
        self.setFixedWidth(within.width() - 2 * PX.card_x)

    def _resize(self) -> None:
        # Rows that are new in an open layout have neither a place nor a size yet.
        for offer in self.rows:
            offer.show()
        self._whole.invalidate()
        self._whole.activate()
        height = self._whole.heightForWidth(self.width()) if self._whole.hasHeightForWidth() else 0
        self.resize(self.width(), max(height, self._whole.sizeHint().height()))
        window = self.parentWidget()
        room = (window.height() if window else 0) - PX.status_bar
        below = self._line_bottom + PX.s4
        fits = below + self.height() <= room
        self.move(self._left, below if fits else max(self._line_top - PX.s4 - self.height(), 0))


class AnswerHelp(Part):
    """Stands under the answer's `line` and says what must not be promised with the agreed answer in it.

    `wanted` tells a text that answers are to be found for, `known_wanted` the id of one to be told of, `changed` that
    another answer, or none, is in the field.
    """

    wanted = Signal(str)
    known_wanted = Signal(str)
    changed = Signal()

    def __init__(self, line: Line, within: QWidget) -> None:
        super().__init__()
        self.answer = ""
        self._known: Agreed | None = None
        self._line, self._within = line, within
        self._watched: set[QWidget] = set()
        self.offers = Offers()
        self.offers.taken.connect(self._take)
        self._sign = IconLabel("book-open-text", PX.icon_small, "accent")
        self._question = ElidedLabel("", "caption", "ink2")
        self._drop = IconButton("x", "")
        self._drop.clicked.connect(self.drop)
        self._never_sign = IconLabel("triangle-alert", PX.icon_small, "warning_ink")
        self._never = Label("", "small", "warning_ink", wraps=True)
        self._never_line = Part()
        never = row(self._never_sign, self._never, gap=PX.s4)
        never.setStretch(1, 1)
        self._never_line.setLayout(never)
        head = row(self._sign, self._question, self._drop, gap=PX.s4)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._never_line))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.wanted.emit(self._line.text()))
        self._moving = QTimer(self)
        self._moving.setSingleShot(True)
        self._moving.setInterval(0)
        self._moving.timeout.connect(self._follow)
        line.textEdited.connect(self._typed)
        line.textChanged.connect(self._emptied)
        line.installEventFilter(self)
        self.destroyed.connect(self.offers.deleteLater)
        self.retranslate()

    def cover(self, *, is_covered: bool) -> None:
        """Whether the client may look on: what must not be promised is for our eyes."""
        self.offers.is_covered = is_covered
        if self.offers.isVisible():
            self.offers.stand(self.offers.at)
        self.retranslate()

    def show_answer(self, answer: str) -> None:
        """Show which agreed answer is in the field, by its id; "" for none."""
        self.offers.hide()
        if answer != self.answer or (answer and self._known is None):
            self.answer, self._known = answer, None
            if answer:
                self.known_wanted.emit(answer)
        self.retranslate()

    def show_known(self, one: Agreed | None) -> None:
        """What is known of the answer that was asked for."""
        if one is not None and one.id == self.answer:
            self._known = one
            self.retranslate()

    def show_found(self, text: str, found: tuple[Agreed, ...]) -> None:
        """Show what was found for `text`, unless the person has gone on by then."""
        if text == self._line.text() and self._line.hasFocus():
            self._watch()
            self.offers.show_found(found, self._line, self._within)

    @property
    def never(self) -> str:
        """What must not be promised with the answer in the field, as it is shown."""
        return self._never.text() if self._never_line.isVisibleTo(self) else ""

    def drop(self) -> None:
        """Say that the words in the field are no agreed answer."""
        if self.answer:
            self.answer, self._known = "", None
            self.retranslate()
            self.changed.emit()

    def _watch(self) -> None:
        """Whatever the field stands in may move: by scrolling, or by what comes above it."""
        around: QWidget | None = self._line.parentWidget()
        while around is not None and not around.isWindow() and around not in self._watched:
            around.installEventFilter(self)
            self._watched.add(around)
            around = around.parentWidget()

    def _follow(self) -> None:
        if self.offers.isVisible():
            self.offers.follow(self._line, self._within)
            self.offers.stand(self.offers.at)

    def _typed(self, text: str) -> None:
        if len(plain(text)) >= LEAST:
            self._pause.start()
        else:
            self._pause.stop()
            self.offers.hide()

    def _emptied(self, text: str) -> None:
        if not text.strip():
            self.offers.hide()
            self.drop()

    def _take(self, one: Agreed) -> None:
        self.answer, self._known = one.id, one
        # Inserted as if typed: Ctrl+Z brings back what stood there.
        self._line.selectAll()
        self._line.insert(" ".join(one.words.split()))
        self._pause.stop()
        self.retranslate()
        self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._line:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.offers.isVisible():
                self._moving.start()
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._pause.stop()
            self.offers.hide()
        elif self.offers.isVisible() and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                return super().eventFilter(watched, event)
            if event.type() == QEvent.Type.ShortcutOverride:
                # Esc closes the list, not the page.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._press(Qt.Key(event.key()))
                return True
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> None:
        count, at = len(self.offers.rows), self.offers.at
        if key == Qt.Key.Key_Escape:
            self.offers.hide()
        elif key == Qt.Key.Key_Down:
            self.offers.stand(min(at + 1, count - 1))
        elif key == Qt.Key.Key_Up:
            self.offers.stand(max(at - 1, -1))
        else:
            self.offers.take()

    @override
    def retranslate(self) -> None:
        known = self._known
        self._drop.set_name(self.tr("These are words of my own"))
        self._question.setText(
            self.tr("Agreed answer: {question}").replace("{question}", known.question if known else "")
        )
        said = self.tr("Do not promise: {text}").replace("{text}", known.never) if known else ""
        hidden = self.tr("A note for us: lift the cover to read it (F12)")
        self._never.setText(hidden if self.offers.is_covered else said)
        self._never_line.setVisible(bool(known and known.never))
        self.setVisible(bool(self.answer))
