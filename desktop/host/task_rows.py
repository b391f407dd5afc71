"""One task of the host as a row to tick or open, and as a page to read."""

from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.host.days import day_and_weekday
from desktop.host.state import Codes
from desktop.host.wording import code_said, joined, language_now
from desktop.rules.codes import label
from desktop.services.promises.mine import Mine
from desktop.widgets.buttons import Button
from desktop.widgets.chips import Chip
from desktop.widgets.icons import pixmap
from desktop.widgets.labels import Label, Words
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Ink, Tone

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_DAY_WIDTH = PX.s96 + PX.s16
_CIRCLE_WIDTH = PX.s32 + PX.s8
_STATE_TONES: dict[str, Tone] = {
    "dispatched": "warning",
    "returned": "warning",
    "accepted": "info",
    "in_progress": "info",
    "resolved": "success",
    "callback": "info",
    "closed": "success",
}


class TaskRow(QPushButton):
    """One promise, 56 px high: a circle to tick, or an hourglass; what was promised to whom, and its day."""

    ticked = Signal()
    opened = Signal()

    def __init__(self, mine: Mine, second: str, day: str, ink: str, chip: Chip) -> None:
        super().__init__()
        self.mine = mine
        self._second, self._day, self._ink, self._chip = second, day, ink, chip
        self._pressed_at = 0
        self.setObjectName(f"promise_{mine.promise}")
        self.setAccessibleName(joined(mine.text, second, chip.text, day))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(PX.row_two_lines)
        chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(row(None, chip, _DAY_WIDTH))
        self.clicked.connect(self._clicked)

    @override
    def sizeHint(self) -> QSize:
        return QSize(PX.reading_pane, PX.row_two_lines)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(PX.s96, PX.row_two_lines)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = round(event.position().x())
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._pressed_at = 0
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_soft" if self.hasFocus() else "raised" if self.underMouse() else "background"
        painter.fillRect(self.rect(), colour(ground))
        painter.fillRect(QRect(0, self.height() - PX.hairline, self.width(), PX.hairline), colour("line"))
        self._paint_sign(painter)
        inner = self.rect().adjusted(_CIRCLE_WIDTH, PX.s8, -PX.s8, -PX.s8)
        painter.setFont(font("small_strong"))
        painter.setPen(colour(self._ink))
        painter.drawText(inner, _LINE | Qt.AlignmentFlag.AlignRight, self._day)
        wide = max(self._chip.x() - inner.left() - PX.s16, PX.s96)
        half = inner.height() // 2
        for number, text in enumerate((self.mine.text, self._second)):
            painter.setFont(font("caption" if number else "body"))
            painter.setPen(colour("ink3" if number else "ink1"))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRect(inner.left(), inner.top() + number * half, wide, half), _LINE, shown)
        painter.end()

    def _paint_sign(self, painter: QPainter) -> None:
        side = PX.card_x
        if self.mine.is_waiting:
            glass = pixmap("hourglass", PX.icon, theme().ink2, self.devicePixelRatioF())
            painter.drawPixmap(PX.s4 + PX.hairline, (self.height() - PX.icon) // 2, glass)
            return
        painter.setPen(QPen(colour("line_strong"), PX.thick))
        painter.drawEllipse(QRectF(PX.s4, (self.height() - side) / 2, side, side))
        if self.isDown():
            tick = pixmap("check", PX.icon_small, theme().accent, self.devicePixelRatioF())
            painter.drawPixmap(PX.s4 + PX.rule, (self.height() - PX.icon_small) // 2, tick)

    def _clicked(self) -> None:
        """The circle is ticked, the rest of the row opens; what others are to do has no circle."""
        (self.opened if self.mine.is_waiting or self._pressed_at > _CIRCLE_WIDTH else self.ticked).emit()


def state_chip(codes: Codes, mine: Mine, promise: str) -> Chip:
    """What stands at a row's right: whose word it is, or how far the others are."""
    if mine.turn:
        return Chip(label("turn", mine.turn, language_now()), "warning")
    if not mine.is_waiting:
        return Chip(promise, "accent", "handshake")
    return Chip(code_said(codes.states, mine.state), _STATE_TONES.get(mine.state, "neutral"))


class TaskDetail(Part):
    """One promise with the words it was made for; `closed` goes back to the list, `ticked` says that it was kept."""

    closed = Signal()
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mine: Mine | None = None
        self._codes: Codes | None = None
        self._late = ""
        self._back = Button("", "outline", "small", icon="arrow-left", key="Esc")
        self._back.setObjectName("task_back")
        self._kept = Button("", "filled", icon="check", key="Space")
        self._kept.setObjectName("task_kept")
        self._back.clicked.connect(self.closed)
        self._kept.clicked.connect(self.ticked)
        self._title, self._about = Label("", "title", wraps=True), Label("", "small", "ink2", wraps=True)
        self._chip, self._day = Chip(""), Label("", "small_strong")
        self._words: QVBoxLayout = column(gap=PX.s12)
        head = column(row(self._back, None), PX.s16, self._title, PX.s4, self._about, PX.s8)
        foot = row(self._kept, None)
        page, scroll = QWidget(), QScrollArea()
        page.setProperty("fill", "background")
        inside = column(row(self._chip, self._day, None, gap=PX.s12), PX.s12, self._words, PX.s24, foot, None)
        page.setLayout(inside)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        whole = column(head, scroll)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back to the list"))
        self._kept.setText(self.tr("Kept"))
        if self._mine and self._codes:
            self.show_task(self._mine, self._codes, self._late)

    def show_task(self, mine: Mine, codes: Codes, late: str) -> None:
        """Show one; `late` says by how much it is late, "" while it is not."""
        self._mine, self._codes, self._late = mine, codes, late
        department = code_said(codes.departments, mine.department) if mine.department else ""
        self._title.setText(mine.text)
        self._about.setText(joined(mine.client, mine.room, mine.number, department))
        self._chip.show_state(code_said(codes.states, mine.state), _STATE_TONES.get(mine.state, "neutral"))
        day = day_and_weekday(date.fromisoformat(mine.due), language_now())
        self._day.setText(joined(self.tr("Due {day}").replace("{day}", day), late))
        ink: Ink = "danger" if late else "ink2"
        self._day.set_ink(ink)
        while item := self._words.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._words.addWidget(Label(self.tr("In the client's words"), "body_strong"))
        self._words.addWidget(Words(mine.words))
        for added in mine.added:
            self._words.addWidget(Words(added, "words", "ink2"))
        self._kept.setVisible(not mine.is_waiting)

    def begin(self) -> None:
        """Stand where the next key is expected."""
        (self._back if self._mine is None or self._mine.is_waiting else self._kept).setFocus()
