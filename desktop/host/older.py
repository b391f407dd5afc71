"""The earlier concerns of a long talk, painted: two hundred cards scroll like one picture. The latest stay parts of
their own; Enter or a click opens one of these to write on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.host.days import day_said
from desktop.host.state import Codes
from desktop.host.wording import code_said, joined, language_now
from desktop.rules.promising import AUTHORITY
from desktop.services.receptions.drafts import Draft
from desktop.widgets.chips import chip_width, paint_chip
from desktop.widgets.icons import pixmap
from desktop.widgets.labels import broken, text_width
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX
from desktop.widgets.theme import Ink, Tone

FOLDED_LINES = 3
_Index = QModelIndex | QPersistentModelIndex
_TEXT = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Painted:
    """One card in words: its number, chips, the client's words, lines under them, the promise and until when."""

    draft: str
    number: int
    chips: tuple[tuple[str, Tone, str], ...]
    words: str
    under: tuple[str, ...]
    promise: str
    until: str


@dataclass(frozen=True, slots=True)
class _Laid:
    """A card laid out for a width: lines of the words, of what is under them, of the promise, and its height in px."""

    words: tuple[str, ...]
    under: tuple[str, ...]
    promise: tuple[str, ...]
    height: int


class OlderCards(QListView):
    """As high as its cards: the page around it scrolls. `opened` names the draft to write on."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("older")
        self._cards = _Cards(self)
        self._draw = _Drawing(self)
        self.setModel(self._cards)
        self.setItemDelegate(self._draw)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("fill", "background")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.activated.connect(lambda index: self.opened.emit(self._cards.at(index).draft))
        self.clicked.connect(lambda index: self.opened.emit(self._cards.at(index).draft))
        self.hide()

    def show_cards(self, cards: Sequence[Painted], *, is_folded: bool) -> None:
        """Show these cards, their words folded or in full."""
        if self._cards.take(tuple(cards), is_folded=is_folded):
            self._fit()
        self.setVisible(bool(cards))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self._draw.forget()
        self.doItemsLayout()
        width = max(self.width(), PX.s96)
        self.setFixedHeight(sum(self._draw.laid(card, width, self._cards.is_folded).height for card in self._cards.all))


def painted(draft: Draft, number: int, codes: Codes, words: "CardWords", *, is_folded: bool) -> Painted:
    """What a card says; where it is read out, of a promise no more than we may say."""
    chips: list[tuple[str, Tone, str]] = []
    if draft.type_code:
        chips.append((code_said(codes.types, draft.type_code), "neutral", ""))
    if draft.area:
        chips.append((code_said(codes.areas, draft.area), "neutral", ""))
    if draft.grade:
        chips.append((code_said(codes.grades, draft.grade), "warning", ""))
    if draft.answer.strip():
        chips.append((words.answered, "success", "check"))
    where = joined(draft.unit, draft.place, code_said(codes.parts, draft.part) if draft.part else "")
    answer = joined(words.answer, draft.answer) if draft.answer.strip() else ""
    department = code_said(codes.departments, draft.promise_department) if draft.promise_department else ""
    day = day_said(date.fromisoformat(draft.promise_due), language_now()) if draft.promise_due else ""
    is_inside = draft.promise_kind == AUTHORITY and not is_folded
    return Painted(
        draft.id, number, tuple(chips), draft.words, tuple(filter(None, (where, answer))),
        "" if not draft.promise.strip() else words.in_writing if is_inside else draft.promise,
        joined(department, words.until.replace("{day}", day) if day else ""),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardWords:
    """The few words of ours on a card, in the language spoken now."""

    answered: str
    answer: str
    until: str
    in_writing: str


class _Cards(QAbstractListModel):
    def __init__(self, parent: OlderCards) -> None:
        super().__init__(parent)
        self.all: tuple[Painted, ...] = ()
        self.is_folded = True

    def take(self, cards: tuple[Painted, ...], *, is_folded: bool) -> bool:
        """Other cards; whether anything is new."""
        if (cards, is_folded) == (self.all, self.is_folded):
            return False
        self.beginResetModel()
        self.all, self.is_folded = cards, is_folded
        self.endResetModel()
        return True

    def at(self, index: _Index) -> Painted:
        """The card of a row."""
        return self.all[index.row()]

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.all)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            card = self.at(index)
            return joined(str(card.number), *(text for text, _, _ in card.chips), card.words, card.promise)
        return None


class _Drawing(QStyledItemDelegate):
    def __init__(self, cards: OlderCards) -> None:
        super().__init__(cards)
        self._list = cards
        self._laid: dict[tuple[Painted, int, bool], _Laid] = {}

    def forget(self) -> None:
        """Nothing is laid out yet: another width, other cards or another face."""
        shown = set(self._list._cards.all)
        self._laid = {known: laid for known, laid in self._laid.items() if known[0] in shown}

    def laid(self, card: Painted, width: int, is_folded: bool) -> _Laid:
        """The card at this width; laid out once."""
        known = (card, width, is_folded)
        if known not in self._laid:
            self._laid[known] = _lay(card, width, is_folded)
        return self._laid[known]

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        cards = self._list._cards
        width = max(self._list.width(), PX.s96)
        return QSize(width, self.laid(cards.at(index), width, cards.is_folded).height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cards, box = self._list._cards, option.rect
        card = cards.at(index)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        laid = self.laid(card, box.width(), cards.is_folded)
        _paint(painter, box, card, laid, has_focus, self._list.devicePixelRatioF())


def _lay(card: Painted, width: int, is_folded: bool) -> _Laid:
    inside = width - 2 * PX.card_x
    room = inside - PX.rule - PX.s16
    words = _lines(card.words, "body", room)
    if is_folded and len(words) > FOLDED_LINES:
        end = QFontMetrics(font("body")).elidedText(f"{words[FOLDED_LINES - 1]}……", Qt.TextElideMode.ElideRight, room)
        words = (*words[: FOLDED_LINES - 1], end)
    under = tuple(line for text in card.under for line in _lines(text, "small", inside))
    beside = PX.s12 + PX.icon + PX.s8 + PX.s12 + (text_width(card.until, "small") + PX.s8 if card.until else 0)
    promise = _lines(card.promise, "body", inside - beside) if card.promise else ()
    height = PX.card_y + PX.small_button + PX.s8 + len(words) * _words_px() + PX.card_y
    height += PX.s8 + len(under) * _px("small") if under else 0
    height += PX.s8 + _promise_px(promise) if promise else 0
    return _Laid(words, under, promise, height + PX.s12)


def _paint(painter: QPainter, box: QRect, card: Painted, laid: _Laid, has_focus: bool, ratio: float) -> None:
    worn = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(QColor(worn.accent if has_focus else worn.line))
    pen.setWidth(PX.thick if has_focus else PX.hairline)
    painter.setPen(pen)
    painter.setBrush(QColor(worn.surface))
    edge = pen.width() / 2
    frame = QRectF(box.x() + edge, box.y() + edge, box.width() - 2 * edge, laid.height - PX.s12 - 2 * edge)
    painter.drawRoundedRect(frame, PX.radius_card, PX.radius_card)
    left, right, y = box.x() + PX.card_x, box.right() + 1 - PX.card_x, box.y() + PX.card_y
    x = left + _write(painter, left, y, PX.small_button, str(card.number), "small", "ink3") + PX.s8 + PX.s6
    for text, tone, icon in card.chips:
        paint_chip(painter, x, y + PX.s2, text, tone, icon, ratio)
        x += chip_width(text, icon) + PX.s4
    painter.drawPixmap(right - PX.icon_small, y + (PX.small_button - PX.icon_small) // 2,
                       pixmap("pencil", PX.icon_small, worn.ink3, ratio))  # fmt: skip
    y += PX.small_button + PX.s8
    painter.fillRect(QRect(left, y, PX.rule, len(laid.words) * _words_px()), colour("accent"))
    for line in laid.words:
        _write(painter, left + PX.rule + PX.s16, y, _words_px(), line, "body", "ink1")
        y += _words_px()
    y += PX.s8 if laid.under else 0
    for line in laid.under:
        _write(painter, left, y, _px("small"), line, "small", "ink2")
        y += _px("small")
    if laid.promise:
        y += PX.s8
        _paint_promise(painter, QRect(left, y, right - left, _promise_px(laid.promise)), card, laid, ratio)
    painter.restore()


def _paint_promise(painter: QPainter, box: QRect, card: Painted, laid: _Laid, ratio: float) -> None:
    worn = theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn.accent_soft))
    painter.drawRoundedRect(QRectF(box), PX.radius, PX.radius)
    x, y = box.x() + PX.s12, box.y() + PX.s8
    painter.drawPixmap(x, y + (_px("body") - PX.icon) // 2, pixmap("handshake", PX.icon, worn.accent_ink, ratio))
    for place, line in enumerate(laid.promise):
        _write(painter, x + PX.icon + PX.s8, y + place * _px("body"), _px("body"), line, "body", "accent_ink")
    if card.until:
        at = box.right() + 1 - PX.s12 - text_width(card.until, "small")
        _write(painter, at, y, _px("body"), card.until, "small", "accent_ink")


def _write(painter: QPainter, x: int, y: int, height: int, text: str, kind: str, ink: Ink) -> int:
    """Write one line; returns its width."""
    painter.setPen(colour(ink))
    painter.setFont(font(kind))
    width = text_width(text, kind)
    painter.drawText(QRectF(x, y, width + PX.s4, height), _TEXT, text)
    return width


def _lines(text: str, kind: str, room: int) -> tuple[str, ...]:
    """The text broken into lines, where its author broke it and where the width ends."""
    return tuple(
        line for paragraph in text.splitlines() or [""] for line in broken(paragraph, font(kind), max(room, PX.s16))
    )


def _px(kind: str) -> int:
    return QFontMetrics(font(kind)).height()


def _words_px() -> int:
    return round(_px("body") * PX.words_line_percent / 100)


def _promise_px(lines: tuple[str, ...]) -> int:
    return 2 * PX.s8 + len(lines) * _px("body")
