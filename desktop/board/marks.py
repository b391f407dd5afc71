"""What is painted on the board, mark by mark: sizes are those of a screen of 1280 x 800, which the page enlarges."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from desktop.board.state import Board, Ticket
from desktop.board.words import Words
from desktop.widgets.labels import text_width
from desktop.widgets.measures import PX, TYPES

Align = Literal["left", "centre", "right"]
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class BoardSizes:
    """Where things stand."""

    edge: int = 48
    panel_top: int = 120
    panel_width: int = 624
    inner: int = 48
    column_gap: int = 40
    head_middle: int = 68
    mark: int = 56
    icon: int = 32
    over_middle: int = 184
    number_middle: int = 276
    name_middle: int = 404
    place_top: int = 500
    place_height: int = 140
    place_side: int = 42
    place_least: int = 194
    foot_line: int = 126
    foot_middle: int = 84
    list_head: int = 150
    list_rule: int = 176
    row: int = 72
    rows: int = 5
    number_column: int = 136
    card: int = 88
    empty_icon: int = 64
    paused_icon: int = 128


AT: Final = BoardSizes()
_NUMBER, _PLACE = ("k_call", "k_name", "k_head", "k_word"), ("k_head", "k_word", "k_value", "k_lead_strong", "k_small")
_NAME = (*_NUMBER, "k_value", "k_lead_strong", "k_small_strong")
_LEAD, _SMALL = ("k_lead_strong", "k_button", "k_small_strong", "k_note"), ("k_small", "k_note")


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box; `ink` is a token of the theme, or `panel` and `on_panel`."""

    box: Box
    ink: str
    radius: int = 0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A line round a box."""

    box: Box
    ink: str
    radius: int
    width: int


@dataclass(frozen=True, slots=True)
class Picture:
    """An icon."""

    x: int
    y: int
    side: int
    name: str
    ink: str
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text on one line in the middle of its box, or, if it wraps, on as many as it needs."""

    box: Box
    text: str
    kind: str
    ink: str
    align: Align = "left"
    opacity: float = 1.0
    wraps: bool = False


Mark = Fill | Frame | Picture | Text


def fitting(text: str, kinds: tuple[str, ...], room: int) -> str:
    """The first of these steps of the type scale in which the text fits on one line; the last where none does."""
    return next((kind for kind in kinds if text_width(text, kind) <= room), kinds[-1])


def called_said(ticket: Ticket) -> str:
    """A023 陈女士."""
    return f"{ticket.number} {ticket.name}".strip()


def marks_of(board: Board, words: Words, width: int, height: int) -> tuple[Mark, ...]:
    """Everything that is painted, the lowest first, on a screen of this size in enlarged px."""
    if board.is_paused:
        return tuple(_paused(board, words, width, height))
    made: list[Mark] = [Fill((0, 0, width, height), "background")]
    made += _head(board, words, width)
    made += _panel(board, words, height)
    made += _column(board, words, width, height)
    return tuple(made)


def _paused(board: Board, words: Words, width: int, height: int) -> list[Mark]:
    room, middle = width - 2 * AT.edge, height // 2
    kind = fitting(words.paused, ("k_name", "k_head"), room)
    is_long = text_width(words.paused, kind) > room
    lines = TYPES[kind].px * 3 // 2 * (2 if is_long else 1)
    other = _line(AT.edge, middle + lines + PX.s32, room, words.other_paused, ("k_lead", *_SMALL), "on_panel")
    return [
        Fill((0, 0, width, height), "panel"),
        Picture((width - AT.paused_icon) // 2, middle - AT.paused_icon - PX.s48, AT.paused_icon, "mark", "on_panel",
                "panel"),
        Text((AT.edge, middle, room, lines), words.paused, kind, "on_panel", "centre", wraps=True),
        replace(other, align="centre"),
        _line(width - AT.edge - room, AT.head_middle, room, board.clock, ("k_value",), "on_panel", align="right"),
    ]  # fmt: skip


def _line(
    x: int,
    middle: int,
    room: int,
    text: str,
    kinds: tuple[str, ...],
    ink: str,
    align: Align = "left",
) -> Text:
    kind = fitting(text, kinds, room)
    height = TYPES[kind].px * 3 // 2
    return Text((x, middle - height // 2, room, height), text, kind, ink, align)


def _head(board: Board, words: Words, width: int) -> list[Mark]:
    right = width - AT.edge
    clock = text_width(board.clock, "k_value")
    said = words.listen if board.is_lost else words.chime if board.has_event else ""
    title_x = AT.edge + AT.mark + PX.s16
    room = right - clock - PX.s32 - title_x
    said_room = min(text_width(said, "k_small"), room // 2)
    title_room = room - said_room - PX.s32
    return [
        Picture(AT.edge, AT.head_middle - AT.mark // 2, AT.mark, "mark", "on_accent", "accent"),
        _line(title_x, AT.head_middle, title_room, board.title, ("k_title", *_LEAD), "ink1"),
        _line(right - clock - PX.s32 - said_room, AT.head_middle, said_room, said, _SMALL, "ink2", align="right"),
        _line(right - clock, AT.head_middle, clock, board.clock, ("k_value",), "ink1", align="right"),
    ]


def _panel(board: Board, words: Words, height: int) -> list[Mark]:
    box = (AT.edge, AT.panel_top, AT.panel_width, height - AT.panel_top - PX.kiosk_margin)
    left, room = AT.edge + AT.inner, AT.panel_width - 2 * AT.inner
    made: list[Mark] = [Fill(box, "panel", PX.radius_panel)]
    if board.called is not None:
        made += _called(board.called, words, left, room)
    else:
        is_quiet = not board.waiting and not board.before
        said = (words.welcome, words.other_welcome) if is_quiet else (words.seat, words.other_seat)
        middle = box[1] + (box[3] - (AT.foot_line if board.before else 0)) // 2
        made += [
            Picture(box[0] + (box[2] - AT.paused_icon) // 2, middle - PX.s96 - AT.paused_icon // 2, AT.paused_icon,
                    "mark", "on_panel", "panel"),
            _line(left, middle + PX.s48, room, said[0], ("k_head", "k_word", "k_value", *_LEAD), "on_panel",
                  align="centre"),
            _line(left, middle + PX.s96 + PX.s24, room, said[1], ("k_text", *_SMALL), "on_panel", align="centre"),
        ]  # fmt: skip
    if board.before:
        made += _before(board.before, words, left, room, height)
    return made


def _called(ticket: Ticket, words: Words, left: int, room: int) -> list[Mark]:
    over = f"{words.now_please} · {words.other_now_please}"
    made: list[Mark] = [
        _line(left, AT.over_middle, room, over, _LEAD, "on_panel"),
        _line(left, AT.number_middle, room, ticket.number, _NUMBER, "on_panel"),
        _line(left, AT.name_middle, room, ticket.name, _NAME, "on_panel"),
    ]
    middle = AT.place_top + AT.place_height // 2
    if not ticket.place:
        kinds = ("k_value", *_LEAD)
        return [*made, _line(left, middle, room, ticket.host or words.comes, kinds, "on_panel")]
    kind = fitting(ticket.place, _PLACE, room - 2 * AT.place_side)
    width = min(max(text_width(ticket.place, kind) + 2 * AT.place_side, AT.place_least), room)
    made += [
        Frame((left, AT.place_top, width, AT.place_height), "on_panel", PX.radius_panel, PX.rule),
        Text((left, AT.place_top, width, AT.place_height), ticket.place, kind, "on_panel", "centre"),
    ]
    beside = room - width - PX.s32
    if ticket.host and text_width(ticket.host, "k_note") <= beside:
        made.append(_line(left + width + PX.s32, middle, beside, ticket.host, ("k_value", *_LEAD), "on_panel"))
    return made


def _before(before: tuple[Ticket, ...], words: Words, left: int, room: int, height: int) -> list[Mark]:
    middle = height - AT.foot_middle
    made: list[Mark] = [
        Fill((left, height - AT.foot_line, room, PX.hairline), "on_panel", opacity=0.3),
        Text((left, middle - PX.s24, room, PX.s48), words.just_now, "k_small", "on_panel", opacity=0.85),
    ]
    x, end = left + text_width(words.just_now, "k_small") + PX.s32, left + room
    for ticket in before:
        said = called_said(ticket)
        width, place = text_width(said, "k_small_strong"), text_width(ticket.place, "k_small")
        if x + width + (PX.s12 + place if place else 0) > end:
            # A name is never cut short: where two do not stand side by side, the later one stands alone.
            break
        made.append(Text((x, middle - PX.s24, width, PX.s48), said, "k_small_strong", "on_panel"))
        x += width + PX.s12
        if place:
            made.append(Text((x, middle - PX.s24, place, PX.s48), ticket.place, "k_small", "on_panel"))
            x += place
        x += PX.s24
    return made


def _column(board: Board, words: Words, width: int, height: int) -> list[Mark]:
    x = AT.edge + AT.panel_width + AT.column_gap
    room = width - AT.edge - x
    foot = height - PX.kiosk_margin - AT.card
    middle = foot + AT.card // 2
    made: list[Mark] = [
        Fill((x, foot, room, AT.card), "surface", PX.radius_kiosk),
        Frame((x, foot, room, AT.card), "line", PX.radius_kiosk, PX.hairline),
        Picture(x + PX.s32, middle - AT.icon // 2, AT.icon, "concierge-bell", "accent"),
        _line(x + PX.s32 + AT.icon + PX.s24, middle, room - PX.s96 - PX.s24, words.ask, _SMALL, "ink1"),
    ]
    if not board.waiting:
        said = words.nobody if board.has_event else words.no_event
        top = AT.panel_top + (foot - AT.panel_top) // 2
        return [
            *made,
            Picture(x + (room - AT.empty_icon) // 2, top - PX.s96, AT.empty_icon, "coffee", "accent"),
            Text((x, top, room, 3 * PX.s48), said, "k_lead", "ink1", "centre", wraps=True),
        ]
    made += [
        _line(x, AT.list_head, room, words.waiting, _LEAD, "ink1"),
        Fill((x, AT.list_rule, room, PX.thick), "line_strong"),
    ]
    shown = AT.rows + max(height - PX.window_height, 0) // AT.row
    top = AT.list_rule + PX.thick
    for ticket in board.waiting[:shown]:
        made += _row(ticket, x, top, room)
        top += AT.row
    if len(board.waiting) > shown:
        made.append(_line(x, top + PX.s32, room, words.in_order, _SMALL, "ink2"))
    return made


def _row(ticket: Ticket, x: int, top: int, room: int) -> list[Mark]:
    middle = top + AT.row // 2
    place_kind = fitting(ticket.place, ("k_text", *_SMALL), room // 3)
    place = min(text_width(ticket.place, place_kind), room // 3)
    name_x = x + AT.number_column
    name_room = x + room - name_x - place - PX.s16
    return [
        _line(x, middle, AT.number_column - PX.s16, ticket.number, _LEAD, "ink1"),
        _line(name_x, middle, name_room, ticket.name, ("k_lead", *_LEAD[1:]), "ink1"),
        _line(x + room - place, middle, place, ticket.place, (place_kind,), "ink2", align="right"),
        Fill((x, top + AT.row - PX.hairline, room, PX.hairline), "line"),
    ]
