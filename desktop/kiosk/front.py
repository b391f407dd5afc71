"""The page with the panel: idle, every outcome, and whatever else is said rather than asked."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.kiosk.parts import Foot, LanguageSwitch, NextStep, Panel, fitting
from desktop.kiosk.sheet import Choice, Sheet, Tile
from desktop.kiosk.sheets import sheet_of
from desktop.kiosk.sizes import KIOSK
from desktop.kiosk.state import Answer, Door, Idle, Opening, State, Troubled, stays_s
from desktop.kiosk.tiles import Counter, Tiles
from desktop.kiosk.voice import Voice
from desktop.rules.codes import worded
from desktop.widgets.buttons import KioskButton
from desktop.widgets.labels import ElidedLabel, Label, Mark
from desktop.widgets.look import font
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from resources.wording import wording


class FrontPage(Part):
    """Paints one sheet; `wished` carries what a button asks for."""

    wished = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._state: State = Opening()
        self._door = Door("", "")
        self._now: datetime | None = None
        self._left_s = 0
        self.panel = Panel()
        self.language = LanguageSwitch()
        self._project = ElidedLabel("", "k_small_strong")
        self._title = ElidedLabel("", "k_note", "ink2")
        self._clock = Label("", "k_lead_strong")
        self._over = Label("", "k_text", "ink2")
        # The head stands at the same height on every page.
        stays = self._over.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self._over.setSizePolicy(stays)
        self._head = Label("", "k_head")
        self._head.setObjectName("head")
        self._head.setFixedHeight(KIOSK.head)
        self._head.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._lead = Label("", "k_lead", "ink2", wraps=True)
        self._lead.setObjectName("lead")
        self._other = Label("", "k_small", "ink3", wraps=True)
        self._tiles = Tiles()
        self._step = NextStep()
        self._foot = Foot()
        self._wide = KioskButton("", "outline", "kiosk_first", trailing="chevron-right")
        self._wide_box = QWidget()
        self._filled = KioskButton("", "filled")
        self._tiles_gap = QWidget()
        self._tiles_gap.setFixedHeight(PX.s24)
        self._left = KioskButton()
        self._right = KioskButton()
        self._wishes: dict[KioskButton, str] = {}
        self.counter = Counter()
        self.counter.wished.connect(self.wished)
        # What is not there at first must not widen the window before the first page is painted.
        for part in (self._tiles, self._tiles_gap, self.counter):
            part.hide()
        for button in (self._wide, self._filled, self._left, self._right):
            button.clicked.connect(lambda _checked=False, button=button: self.wished.emit(self._wishes[button]))
        self._lay_out()

    def show_state(self, state: State, door: Door, now: datetime | None, left_s: int) -> None:
        """Paint another state; states with a page of their own are left alone."""
        self._state, self._door, self._now, self._left_s = state, door, now, left_s
        sheet = sheet_of(state, door, now.date() if now else None)
        if sheet is not None:
            self._paint(sheet)

    @override
    def retranslate(self) -> None:
        self.show_state(self._state, self._door, self._now, self._left_s)

    def _lay_out(self) -> None:
        names = column(None, self._project, self._title, None)
        top = row(Mark(KIOSK.mark), PX.s16, names, PX.s16, self.language, PX.s32, self._clock)
        top.setStretchFactor(names, 1)
        # A gap of its own, which goes with it.
        self._wide_box.setLayout(column(self._wide, PX.s16))
        pair = row(self._filled, self._left, self._right, self.counter, gap=PX.s16)
        for place in range(4):
            pair.setStretch(place, 1)
        right = column(
            *(top, PX.s48 + PX.s8, self._over, self._head, self._lead, PX.s8, self._other, None),
            *(self._tiles, self._tiles_gap, self._step, PX.s24, self._wide_box, pair, PX.s24, self._foot),
        )
        whole = row(
            self.panel,
            PX.kiosk_inner,
            right,
            margins=(PX.kiosk_margin, PX.kiosk_margin, PX.kiosk_inner, PX.kiosk_margin),
        )
        whole.setStretchFactor(right, 1)
        self.setLayout(whole)

    def _paint(self, sheet: Sheet) -> None:
        say, other = self._voice.say, self._voice.say_other
        self.panel.say(sheet.panel, say(sheet.word), other(sheet.word), is_asking=sheet.is_idle)
        self.language.show_language(self._voice.language)
        self._project.setText(self._door.project)
        self._title.setText(self._door.title)
        self._title.setVisible(bool(self._door.title))
        self._clock.setText(f"{self._now:%H:%M}" if self._now else "")
        self._over.setText(say(sheet.over))
        self._over.setVisible(bool(sheet.over.source))
        self._show_head(sheet)
        self._lead.setText(say(sheet.lead))
        self._lead.setVisible(bool(sheet.lead.source))
        beneath = next(said for said in (sheet.beneath, sheet.lead, sheet.head) if said.source)
        self._other.setText(other(beneath))
        has_tiles = bool(sheet.tiles)
        # The tiles come after the answer, into a place that was kept for them: nothing moves.
        # Those that go first: all of them at once are higher than the window, which would grow.
        if not has_tiles:
            self._tiles.hide()
            self._tiles_gap.hide()
        self._other.setVisible(not sheet.has_tiles)
        self._tiles.setVisible(has_tiles)
        self._tiles_gap.setVisible(has_tiles)
        self._tiles.show_tiles(tuple((say(one.name), self._value(one)) for one in sheet.tiles))
        self._step.setVisible(bool(sheet.step.source))
        self._step.say(sheet.step_icon, say(sheet.step), other(sheet.step))
        self._show_choices(sheet)
        self._show_foot(sheet)

    def _value(self, tile: Tile) -> str:
        return tile.value if isinstance(tile.value, str) else self._voice.say(tile.value)

    def _show_head(self, sheet: Sheet) -> None:
        text = self._voice.say(sheet.head)
        is_welcome = sheet.panel in ("welcomed", "unknown")
        # The largest face is higher than its place by just what hangs below the line in Latin letters.
        is_welcome = is_welcome and not any(letter in "gjpqy" for letter in text)
        kinds = ("k_name", "k_head", "k_word") if is_welcome else ("k_head", "k_word", "k_value")
        self._head.setFont(font(fitting(text, kinds, KIOSK.column)))
        self._head.setText(text)

    def _show_choices(self, sheet: Sheet) -> None:
        choices = list(sheet.choices)
        arrival = self._state.arrival if isinstance(self._state, Answer) else None
        counts = sheet.counts and self._door.is_staffed and bool(arrival and arrival.check_in)
        if sheet.counts and self._door.is_staffed:
            # Staff stand there anyhow: their place is for the counter, also while it is not known yet.
            choices = [choice for choice in choices if choice.wish != "help"]
        wanted: list[tuple[KioskButton, Choice | None]] = [
            (self._wide, choices.pop(0) if sheet.has_wide else None),
            (self._filled, choices.pop(0) if sheet.is_first_filled else None),
            (self._left, choices.pop(0) if choices else None),
            (self._right, choices.pop(0) if choices else None),
        ]
        # Those that go first: all of them at once are wider than the window, which would grow.
        self._wide_box.setVisible(sheet.has_wide)
        for button, choice in wanted:
            if choice is None:
                button.hide()
        if not counts:
            self.counter.hide()
        for button, choice in wanted:
            if choice is not None:
                self._fill(button, choice)
        if counts and arrival:
            self.counter.show_party(arrival.party)
            self.counter.show()

    def _fill(self, button: KioskButton, choice: Choice) -> None:
        self._wishes[button] = choice.wish
        button.setObjectName(choice.wish)
        button.set_icon_name(choice.icon)
        text = self._voice.say(choice.words)
        # Whoever stays as they are is not laid out anew: the client waits for it.
        if text != button.text():
            button.setText(text)
            button.updateGeometry()
        button.show()

    def _show_foot(self, sheet: Sheet) -> None:
        desk = self._door.desk
        if isinstance(self._state, Troubled):
            said = wording(self._state.code, dict(self._state.facts), self._voice.language)
            self._foot.say_ready(f"{said.message} · {said.next}", is_well=False)
        elif isinstance(self._state, Idle) and self._door.camera in ("none", "lost", "absent"):
            text = self.tr("{desk} · The camera does not answer, please call our staff")
            self._foot.say_ready(text.replace("{desk}", desk), is_well=False)
        elif isinstance(self._state, Idle):
            self._foot.say_ready(self.tr("{desk} · All set").replace("{desk}", desk))
        elif (stays := stays_s(self._state)) > 0:
            text = self.tr("Back in {seconds} s · the next client can scan now")
            if self._is_already_for_staff():
                text = self.tr("Back in {seconds} s · F7 the same, let in · F8 another")
            elif sheet.code and self._now:
                text = self.tr("{time} · Result {code} · {desk}")
                text = text.replace("{time}", f"{self._now:%H:%M:%S}").replace("{code}", sheet.code)
            if self._may_direct():
                text = self.tr("{seconds} s · F5 companion · F6 executive")
            if hint := self._staff_hint():
                text = f"{hint} · {text if self._may_direct() else self.tr('Back in {seconds} s')}"
            text = text.replace("{seconds}", str(self._left_s)).replace("{desk}", desk)
            self._foot.count_down(text, self._left_s / stays)
        else:
            self._foot.say_ready(desk)

    def _may_direct(self) -> bool:
        arrival = self._state.arrival if isinstance(self._state, Answer) else None
        return bool(arrival and arrival.turn) and self._door.is_staffed and not self._is_already_for_staff()

    def _is_already_for_staff(self) -> bool:
        state = self._state
        return (
            isinstance(state, Answer)
            and state.outcome == "already"
            and not state.station_only
            and self._door.is_staffed
        )

    def _staff_hint(self) -> str:
        """What only the staff care for: the slot, or what keeps the hall from hearing of the arrival."""
        arrival = self._state.arrival if isinstance(self._state, Answer) else None
        if arrival and arrival.trouble:
            facts = worded(dict(arrival.facts), self._voice.language)
            return wording(arrival.trouble, facts, self._voice.language).message
        if arrival and arrival.slot and not self._is_already_for_staff():
            said = self.tr("{slot} slot, full") if arrival.is_slot_full else self.tr("{slot} slot")
            return said.replace("{slot}", arrival.slot)
        return ""
