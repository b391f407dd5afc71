"""The family chosen, what can be done with it, and everybody on duty to whom it can be sent with one key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.hall_words import HERE, lasted, marks_said, name_said, people_said, standing, to_whom
from desktop.office.pages.parts import Pressable, refill, scrolled
from desktop.office.speech import Speech
from desktop.services.hall.hosts import Host
from desktop.services.hall.lines import Line
from desktop.widgets.buttons import Button, Kind, Options
from desktop.widgets.cards import EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.labels import Dot, ElidedLabel, Hairline, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

DIRECTIONS = ("companion", "table", "executive")
DIRECTION_KEYS = "PTE"
DIGITS = 9
_PLACE_PX = PX.s48


class HostRow(Pressable):
    """Somebody on duty: the key that sends to them, their table, what they have to do, away or back."""

    def __init__(self, host: Host, digit: str, words: str, waiting: str, away: str) -> None:
        super().__init__()
        self.host = host
        self.setObjectName(f"host_{host.staff}")
        place = Label(host.place or "—", "body_strong", "ink1" if host.place else "ink3")
        place.setFixedWidth(_PLACE_PX)
        name = ElidedLabel(host.name, "body")
        first = row(name, PX.s8, Label(waiting, "small", "ink2"))
        first.setStretchFactor(name, 1)
        texts = column(first, *([ElidedLabel(words, "small", "ink2")] if words else []))
        is_here = host.away_at is None
        dot = Dot("neutral" if not is_here else "info" if host.since is not None else "success")
        self.away = Button(away, "quiet", "small")
        self.away.setObjectName(f"away_{host.staff}")
        layout = row(
            KeyCap(digit) if digit else PX.key_cap, PX.s12, place, PX.s8, dot, PX.s8, texts, PX.s8, self.away,
            margins=(PX.s8, PX.s4, PX.s4, PX.s4),
        )  # fmt: skip
        layout.setStretchFactor(texts, 1)
        self.setLayout(layout)
        self.setAccessibleName(" ".join(filter(None, (host.place, host.name, words, waiting))))


class HallPane(Part):
    """`deed_wanted` names what is to be done with the family chosen (send, call, again, greet, leave, return);
    `wish_wanted` a direction, `host_wanted` whom to send it to; `away_wanted` a host who goes or is back."""

    deed_wanted = Signal(str)
    wish_wanted = Signal(str)
    host_wanted = Signal(str)
    away_wanted = Signal(str)
    client_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._line: Line | None = None
        self._hosts: tuple[Host, ...] = ()
        self._now_ms = 0
        self._empty = EmptyState("armchair")
        self._choice, self._people = Part(), Part()
        self._wish = Options(tuple((one, "") for one in DIRECTIONS), keys=DIRECTION_KEYS)
        self._wish.chosen.connect(self.wish_wanted)
        inside = Part()
        inside.setProperty("fill", "surface")
        sides = (PX.card_x, PX.s16, PX.card_x, PX.s16)
        inside.setLayout(column(self._choice, self._wish, PX.s4, self._people, self._empty, None, gap=PX.s8,
                                margins=sides))  # fmt: skip
        self.setLayout(row(Hairline(is_upright=True), scrolled(inside)))
        self.retranslate()

    @property
    def hosts(self) -> tuple[Host, ...]:
        """Those on duty in the order of their digits."""
        return self._hosts

    def show_hall(self, line: Line | None, hosts: tuple[Host, ...], now_ms: int) -> None:
        """Show a family, None for none, and who is on duty."""
        shown = (line, hosts, now_ms // 60_000)
        if shown == (self._line, self._hosts, self._now_ms // 60_000):
            return
        self._line, self._hosts, self._now_ms = line, hosts, now_ms
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._wish.set_texts(tuple(self._speech.code("direction", one) for one in DIRECTIONS))
        line = self._line
        self._choice.setVisible(line is not None)
        self._wish.setVisible(line is not None and line.state != "left")
        if line is not None:
            refill(self._choice, self._facts(line))
            self._wish.choose(line.direction)
        refill(self._people, self._on_duty())
        self._people.setVisible(bool(self._hosts))
        self._empty.setVisible(not self._hosts)
        self._empty.say(
            self.tr("Nobody is on duty here"), self.tr("Say under Seats who receives clients, and at which table.")
        )

    def _facts(self, line: Line) -> QLayout:
        head = row(Label(line.number, "page"), PX.s12, Label(name_said(line), "title", wraps=True))
        head.setStretch(2, 1)
        speech = self._speech
        cell = standing(line, speech)
        chips: list[QWidget] = [Chip(cell.text, cell.tone or "neutral", cell.icon)]
        if line.marks:
            icon = "triangle-alert" if "risk" in line.marks else "star"
            chips.append(Chip(marks_said(line, speech), "warning", icon))
        came = self.tr("came {time}").replace("{time}", speech.time(line.arrived_at)[:5])
        others = self.tr("also {numbers}") if len(line.numbers) > 1 else ""
        also = others.replace("{numbers}", speech.listed(one for one in line.numbers if one != line.number))
        facts = " · ".join(filter(None, (line.room, people_said(line.party), came, also)))
        sent = self.tr("Sent to {whom}").replace("{whom}", to_whom(line)) if to_whom(line) else ""
        by = self.tr("called by {name}").replace("{name}", line.called_by) if line.called_by else ""
        waited = self.tr("waited {time}").replace("{time}", lasted(line.waited_ms))
        parts: list[QWidget | QLayout | int] = [
            head,
            row(*chips, None, gap=PX.s8),
            Label(facts, "small", "ink2", wraps=True),
        ]
        parts.append(Label(" · ".join(filter(None, (sent, by, waited))), "small", "ink2", wraps=True))
        return column(*parts, PX.s4, *self._deeds(line), gap=PX.s8)

    def _deeds(self, line: Line) -> list[QLayout]:
        """The next step filled, the others beside it."""
        first = {"waiting": "call" if to_whom(line) else "send", "called": "greet", "left": "return"}.get(
            line.state, ""
        )
        texts = {
            "send": (self.tr("Send to whoever is free"), "D"), "call": (self.tr("Call"), "C"),
            "greet": (self.tr("Has been greeted"), "G"), "again": (self.tr("Call again"), "R"),
            "leave": (self.tr("Has left"), "L"), "return": (self.tr("Is back"), "B"),
        }  # fmt: skip
        others = {"waiting": ("greet", "leave"), "called": ("again", "leave")}.get(line.state, ())

        def button(name: str, kind: Kind) -> Button:
            text, key = texts[name]
            made = Button(text, kind, key=key)
            made.setObjectName(f"hall_{name}")
            made.clicked.connect(lambda: self.deed_wanted.emit(name))
            return made

        lines: list[QLayout] = []
        if first:
            lines.append(row(button(first, "filled")))
        if others:
            lines.append(row(*(button(one, "outline") for one in others), None, gap=PX.s8))
        if line.client:
            client = line.client
            opened = Button(self.tr("Open the client"), "quiet", "link", icon="user")
            opened.setObjectName("hall_client")
            opened.clicked.connect(lambda: self.client_wanted.emit(client))
            lines.append(row(opened, None))
        return lines

    def _on_duty(self) -> QLayout:
        is_free = self._line is None or self._line.state not in (*HERE, "greeted")
        title = self.tr("On duty") if is_free else self.tr("Send to")
        parts: list[QWidget | QLayout | int] = [Label(title, "section"), PX.s4, Hairline(is_head=True)]
        for place, host in enumerate(self._hosts):
            digit = str(place + 1) if place < DIGITS and not is_free else ""
            away = self.tr("Is back") if host.away_at is not None else self.tr("Away")
            waiting = self.tr("{count} waiting").replace("{count}", str(host.waiting)) if host.waiting else ""
            made = HostRow(host, digit, self._load(host), waiting, away)
            made.opened.connect(lambda host=host: self.host_wanted.emit(host.staff))
            made.away.clicked.connect(lambda _checked=False, host=host: self.away_wanted.emit(host.staff))
            parts += [made, Hairline()]
        return column(*parts)

    def _load(self, host: Host) -> str:
        """What somebody has to do."""
        if host.away_at is not None:
            return self.tr("away since {time}").replace("{time}", self._speech.time(host.away_at)[:5])
        parts = [] if host.part == "host" else [self._speech.code("part", host.part)]
        if host.since is not None:
            minutes = max(self._now_ms - host.since, 0) // 60_000
            with_whom = self.tr("{name}, {count} min") if host.client else self.tr("in a talk, {count} min")
            parts.append(with_whom.replace("{count}", str(minutes)).replace("{name}", host.client))
        return " · ".join(parts) or (self.tr("free") if not host.waiting else "")
