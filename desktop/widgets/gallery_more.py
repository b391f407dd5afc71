"""The rest of the gallery: swatches, what the office's pages are made of, and the large parts of the kiosk."""

from dataclasses import fields

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from desktop.widgets.bars import Loading, StatusBar
from desktop.widgets.buttons import KioskButton
from desktop.widgets.cards import Card
from desktop.widgets.icons import pixmap
from desktop.widgets.labels import Label
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX
from desktop.widgets.navigation import Navigation
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import PANELS, Theme

_SWATCHES_IN_LINE = 11


class Swatches(Part):
    """The colours of the theme with their names."""

    def __init__(self) -> None:
        super().__init__()
        self._step_y = PX.button + 2 * PX.s24
        self.setFixedHeight(3 * self._step_y)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption"))
        for number, (name, value) in enumerate(_colours(theme())):
            y, x = divmod(number, _SWATCHES_IN_LINE)
            self._swatch(painter, x * self.width() // _SWATCHES_IN_LINE, y * self._step_y, name, value)
        painter.end()

    def _swatch(self, painter: QPainter, x: int, y: int, name: str, value: str) -> None:
        width = self.width() // _SWATCHES_IN_LINE - PX.s12
        painter.setPen(QPen(colour("line"), PX.hairline))
        painter.setBrush(QColor(value))
        half = PX.hairline / 2
        box = QRectF(x + half, y + half, width - PX.hairline, PX.button - PX.hairline)
        painter.drawRoundedRect(box, PX.radius, PX.radius)
        painter.setPen(colour("ink1"))
        painter.drawText(QRect(x, y + PX.button + PX.s4, width, PX.card_x), Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(colour("ink3"))
        painter.drawText(QRect(x, y + PX.button + PX.card_x, width, PX.card_x), Qt.AlignmentFlag.AlignLeft, value)


def _colours(worn: Theme) -> list[tuple[str, str]]:
    named = [(field.name, getattr(worn, field.name)) for field in fields(worn)]
    return [(name, value) for name, value in named if isinstance(value, str) and value.startswith("#")]


class _OfficeParts(Part):
    """Navigation, a table in a card, a bar while reading, the status bar."""

    def __init__(self) -> None:
        super().__init__()
        pages = ((("home", "house"), ("clients", "users")), (("concerns", "messages-square"),), (("set", "settings"),))
        navigation = Navigation(pages)
        navigation.set_head(self.tr("Qinting"), self.tr("Qinghe · Office"))
        texts = (self.tr("Home"), self.tr("Clients"), self.tr("Concerns"), self.tr("Settings"))
        for name, text in zip(("home", "clients", "concerns", "set"), texts, strict=True):
            navigation.set_text(name, text)
        navigation.set_count("concerns", 38)
        navigation.show_page("concerns")
        loading = Loading()
        loading.report(1_240, 3_000)
        card = Card(is_flush=True)
        card.body.addWidget(self._table())
        right = column(loading, PX.s12, card, None)
        upper = row(navigation, PX.s24, right)
        upper.setStretch(2, 1)
        self.setLayout(column(upper, PX.s16, self._status()))
        loading.show()

    def _table(self) -> Table:
        columns = (
            Column(self.tr("Due"), 120),
            Column(self.tr("In the client's words")),
            Column(self.tr("Client"), 150),
            Column(self.tr("Department"), 120),
            Column(self.tr("Days"), 72, is_number=True),
        )
        today = Cell(self.tr("Today"), tone="info", icon="phone", order=0)
        rows = (
            (self._late(6), self.tr("Water above the parking space"), self.tr("Shen Yinuo"), "", 6),
            (self._late(2), self.tr("Wind through the north window"), self.tr("Chen Zhixia"), "", 2),
            (today, self.tr("The wall came forward"), self.tr("Gu Nanqiao"), self.tr("Design"), 0),
        )
        table = Table(columns)
        table.show_rows(
            tuple(
                Row(words, (due, Cell(words), Cell(who, "ink2"), Cell(where, "ink2"), Cell(str(days), order=days)))
                for due, words, who, where, days in rows
            )
        )
        table.choose(rows[1][1])
        table.fit_height()
        return table

    def _late(self, days: int) -> Cell:
        text = self.tr("{days} days late").replace("{days}", str(days))
        return Cell(text, tone="danger", icon="clock-alert", order=-days)

    def _status(self) -> StatusBar:
        status = StatusBar()
        status.set_saved(self.tr("Saved 10:02:41"))
        status.set_sending(self.tr("3 to be sent"))
        status.set_heard(self.tr("Desk 2 · 8 s ago"))
        status.set_clock(self.tr("Saturday 16 May, 10:02"))
        return status


class _KioskParts(Part):
    """Large buttons and the panel's shapes."""

    def __init__(self) -> None:
        super().__init__()
        first = KioskButton(
            self.tr("No code? Find your name"), "outline", "kiosk_first", icon="search", trailing="chevron-right"
        )
        pair = row(
            KioskButton(self.tr("No invitation"), icon="user-plus"),
            KioskButton(self.tr("Ask our staff"), icon="concierge-bell"),
            gap=PX.s16,
        )
        filled = row(
            KioskButton(self.tr("Find by name"), "filled", icon="search"),
            KioskButton(self.tr("Back"), "outline", "kiosk_small", icon="chevron-left"),
            *(KioskButton(letter, "pad", "pad") for letter in "QW7"),
            KioskButton(self.tr("Clear"), "pad_side", "pad"),
            gap=PX.s16,
        )
        left = column(Label(self.tr("Welcome"), "k_head"), first, PX.s16, pair, PX.s16, filled)
        shapes = QGridLayout()
        shapes.setSpacing(PX.s12)
        for number, name in enumerate(PANELS):
            shapes.addWidget(_Shape(name), 0, number)
        self.setLayout(column(left, PX.s24, shapes))


class _Shape(QWidget):
    """One outcome's shape on its fill."""

    def __init__(self, outcome: str) -> None:
        super().__init__()
        self._panel = PANELS[outcome]
        self.setFixedSize(PX.s96 + PX.s24, PX.s96 + PX.s64)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._panel.fill))
        painter.drawRoundedRect(QRectF(self.rect()), PX.radius_card, PX.radius_card)
        panel = self._panel
        shape = pixmap(panel.shape, PX.s96, panel.on, self.devicePixelRatioF(), panel.fill)
        painter.drawPixmap((self.width() - PX.s96) // 2, (self.height() - PX.s96) // 2, shape)
        painter.end()


def office_parts() -> tuple[QWidget | int, ...]:
    """What the pages of host and office are made of."""
    return (_OfficeParts(), PX.s32)


def kiosk_parts() -> tuple[QWidget, ...]:
    """What the kiosk's pages are made of."""
    return (_KioskParts(),)
