"""The staff's corner: the day in figures, the last decisions to put right, and this kiosk's own switches."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.kiosk.hall_buttons import HallButtons
from desktop.kiosk.parts import LanguageSwitch
from desktop.kiosk.sizes import KIOSK
from desktop.kiosk.staff_parts import FigureTile, StaffRow, Switch
from desktop.kiosk.state import AtWork, Board, Decision, Door
from desktop.kiosk.voice import Voice
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said
from desktop.rules.codes import codes, entries, label
from desktop.settings import Settings
from desktop.widgets.buttons import KioskButton
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from resources.wording import wording

ROWS: Final = 5
QUIET, LOUD = 35, 70
_STAFF: Final = Said(QT_TRANSLATE_NOOP("Kiosk", "Staff"))
# What staff read at the foot of the client's page.
CODES: Final = {"wrong_event": "F1", "not_today": "F2", "revoked": "F3", "unknown": "F4", "malformed": "F5"}
_RETURNS = "home"


class StaffPage(Part):
    """`wished` carries "home" and "help"; `worked` a deed with what it is done to; `chosen` a setting and its value."""

    wished = Signal(str)
    worked = Signal(str, str)
    chosen = Signal(str, str)
    kit_wanted = Signal()
    # A check-in whose ticket or badge is wanted once more.
    print_wanted = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._state = AtWork(Board())
        self._settings, self._first, self._is_choosing, self._is_placing = Settings(), 0, False, False
        self._is_sure = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.language = LanguageSwitch()
        self._back = KioskButton("", "outline", "kiosk_small", icon="chevron-left")
        self._back.setObjectName(_RETURNS)
        self._back.clicked.connect(lambda: self.wished.emit(_RETURNS))
        self._title = Label("", "k_title")
        self._place = ElidedLabel("", "k_small", "ink3")
        self._left = Label("", "k_note", "warning_ink")
        self._tiles = tuple(FigureTile() for _ in range(5))
        self._heading = Label("", "k_small_strong")
        self._empty = Label("", "k_small", "ink2", wraps=True)
        self._rows = tuple(StaffRow() for _ in range(ROWS))
        for number, line in enumerate(self._rows):
            line.button.setObjectName(f"act_{number}")
            line.button.clicked.connect(partial(self._act, number))
            line.print_button.setObjectName(f"print_{number}")
            line.print_button.clicked.connect(partial(self._print, number))
        self._newer = self._small("newer", "chevron-up", partial(self._turn, -ROWS))
        self._older = self._small("older", "chevron-down", partial(self._turn, ROWS))
        self._cancel = self._small("cancel", "x", self._stop_choosing)
        self._make_switches()
        self._lay_out()
        self.retranslate()

    def show_state(self, state: AtWork, door: Door, settings: Settings, *, left_s: int) -> None:
        """Paint the board as it is now."""
        if state.admitting != self._state.admitting or state.board.events != self._state.board.events:
            self._first = 0
        self._is_sure = self._is_sure and state == self._state
        self._state, self._settings = state, settings
        place = f"{door.title} · {door.desk}" if door.title else door.desk
        self._place.setText(self._said(state) or place)
        asking = self.tr("Back to the start in {seconds} s").replace("{seconds}", str(left_s))
        self._left.setText(asking if 0 < left_s <= KIOSK.staff_asks_s else "")
        self._show_figures()
        self._show_rows()
        self._show_switches()

    def begin(self) -> None:
        """The page has just come up."""
        self._first, self._is_choosing, self._is_placing, self._is_sure = 0, False, False, False
        # On no button: the ring comes with the keyboard.
        self.setFocus()

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back"))
        self._title.setText(self._voice.say(_STAFF))
        self.language.show_language(self._voice.language)
        names = (
            *(self.tr("Came"), self.tr("Invited"), self.tr("Without invitation")),
            *(self.tr("To be confirmed"), self.tr("Sent to our desk")),
        )
        for tile, name in zip(self._tiles, names, strict=True):
            tile.name(name)
        self._newer.setText(self.tr("Newer"))
        self._older.setText(self.tr("Older"))
        self._cancel.setText(self.tr("Cancel"))
        self._mode.name(self.tr("At the door"), (self.tr("Staff"), self.tr("Clients alone")))
        self._reader.name(self.tr("Codes by"), (self.tr("Scanner"), self.tr("Camera")))
        self._sound.name(self.tr("Sound"), (self.tr("Off"), self.tr("Soft"), self.tr("Louder")))
        self._side.name(self.tr("Our desk"), (self.tr("Left"), self.tr("Right"), self.tr("Not said")))
        self._event.setText(self.tr("Other event"))
        self._kit.setText(self.tr("Take the kit"))
        self._close.setText(self.tr("Close the program"))
        self._show_rows()
        self._show_switches()
        for button in self.findChildren(KioskButton):
            button.updateGeometry()

    def _make_switches(self) -> None:
        self._mode = Switch(("staffed", "self_service"))
        self._reader = Switch(("scanner", "camera"))
        self._sound = Switch(("0", str(QUIET), str(LOUD)))
        self._side = Switch(("left", "right", ""))
        for name, switch in (
            ("mode", self._mode), ("reader", self._reader), ("volume", self._sound), ("side", self._side),
        ):  # fmt: skip
            switch.call(name)
            switch.chosen.connect(partial(self.chosen.emit, name))
        self._event = self._small("event", "calendar-days", self._choose_event)
        self._station = self._small("station", "map-pin", self._choose_station)
        self._device = self._small("device", "settings", partial(self.worked.emit, "device", ""))
        self._pin = self._small("new_pin", "lock", partial(self.worked.emit, "new_pin", ""))
        self._guests = self._small("destroy_guests", "trash-2", self._destroy)
        self._kit = self._small("kit", "usb", self.kit_wanted.emit)
        self.hall = HallButtons()
        self._close = KioskButton("", "danger", "kiosk_small", icon="x")
        self._close.setObjectName("close")
        self._close.clicked.connect(partial(self.worked.emit, "close", ""))

    def _lay_out(self) -> None:
        top = row(
            self._back,
            PX.s24,
            self._title,
            PX.s16,
            self._place,
            self._left,
            PX.s16,
            self._station,
            PX.s16,
            self.language,
        )
        top.setStretchFactor(self._place, 1)
        tiles = row(*self._tiles, gap=PX.s12)
        head = row(self._heading, None, self._newer, PX.s8, self._older, PX.s8, self._cancel)
        head_box = QWidget()
        head_box.setLayout(head)
        head_box.setFixedHeight(PX.kiosk_small)
        left = column(head_box, PX.s8, *self._rows, self._empty, None, gap=0)
        for place in range(len(self._rows)):
            left.insertSpacing(3 + 2 * place, PX.s8)
        right_side = QWidget()
        right_side.setFixedWidth(KIOSK.staff_right)
        right_side.setLayout(
            column(
                *(self._mode, PX.s8, self._reader, PX.s8, self._sound, PX.s8, self._side, None),
                *(_pair(self._event, self._guests), PX.s8, _pair(self._device, self._pin), PX.s8),
                *(self.hall, PX.s8, _pair(self._kit, self._close)),
            )
        )
        body = row(left, PX.s32, right_side)
        body.setStretchFactor(left, 1)
        whole = column(*(top, PX.s12, tiles, PX.s12, body), margins=(PX.s24, PX.s16, PX.s24, PX.s24))
        whole.setStretchFactor(body, 1)
        self.setLayout(whole)

    def _small(self, name: str, icon: str, work: Callable[[], object]) -> KioskButton:
        button = KioskButton("", "outline", "kiosk_small", icon=icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: work())
        return button

    # Figures and rows

    def _show_figures(self) -> None:
        figures = self._state.board.figures
        shown = (
            (figures.arrived, figures.invited, figures.walk_ins, figures.provisional, figures.to_desk)
            if figures
            else (0,) * len(self._tiles)
        )
        for tile, count in zip(self._tiles, shown, strict=True):
            tile.show_count(count)

    def _lines(self) -> tuple[tuple[str, str, str, str, str], ...]:
        """Key, first text, second text, the button's words and its deed, for what is listed now."""
        board = self._state.board
        if self._state.admitting:
            words = self.tr("Let in")
            language = self._voice.language
            return tuple(
                (entry.code, entry.zh if language == "zh" else entry.en, "", words, "admit")
                for entry in entries("admit_reason")
            )
        if self._is_placing:
            words, language = self.tr("Choose this one"), self._voice.language
            return tuple(
                (code, label("station", code, language), "", words, "stand_where") for code in codes("station")
            )
        if self._is_choosing:
            return tuple(
                (one.event, one.title, one.day.isoformat(), self.tr("Stand here"), "stand_at") for one in board.events
            )
        return tuple(self._decision(one) for one in board.decisions)

    def _decision(self, one: Decision) -> tuple[str, str, str, str, str]:
        deed = "undo" if one.may_undo else "reason" if one.may_admit else ""
        words = {"undo": self.tr("Undo"), "reason": self.tr("Let in"), "": ""}[deed]
        return one.check_in, f"{one.at:%H:%M}  {self._outcome(one)}", one.name, words, deed

    def _outcome(self, one: Decision) -> str:
        if one.is_undone:
            return self.tr("Taken back")
        if one.means in ("staff", "walk_in"):
            return label("check_in_means", one.means, self._voice.language)
        words = label("outcome", one.outcome, self._voice.language)
        return f"{words} {CODES[one.outcome]}" if one.outcome in CODES else words

    def _show_rows(self) -> None:
        lines = self._lines()
        is_asking = bool(self._state.admitting) or self._is_choosing or self._is_placing
        shown = lines[self._first : self._first + ROWS]
        for number, line in enumerate(self._rows):
            line.setVisible(number < len(shown))
            if number < len(shown):
                _key, first, second, words, deed = shown[number]
                is_printed = deed == "undo" and bool(self._settings.prints_on_welcome)
                line.show_line(first, second, words, self.tr("Print again") if is_printed else "")
        self._empty.setVisible(not lines)
        self._empty.setText(self.tr("Nobody has come yet. The first one will stand here"))
        headings = (self.tr("Why is this client let in?"), self.tr("Which event?"), self.tr("The last decisions here"))
        heading = headings[0 if self._state.admitting else 1 if self._is_choosing else 2]
        self._heading.setText(self.tr("Which station?") if self._is_placing else heading)
        self._cancel.setVisible(is_asking)
        has_more = len(lines) > ROWS
        for button, is_possible in ((self._newer, self._first > 0), (self._older, self._first + ROWS < len(lines))):
            button.setVisible(has_more)
            button.setEnabled(is_possible)

    def _act(self, number: int) -> None:
        key, _first, _second, _words, deed = self._lines()[self._first + number]
        if deed in ("stand_at", "stand_where"):
            self._stop_choosing()
        self.worked.emit(deed, key)

    def _print(self, number: int) -> None:
        self.print_wanted.emit(self._lines()[self._first + number][0])

    def _said(self, state: AtWork) -> str:
        if state.said == "printed":
            return self.tr("Printed once more")
        return wording(state.said, dict(state.facts), self._voice.language).message if state.said else ""

    def _turn(self, by: int) -> None:
        self._first = max(0, self._first + by)
        self._show_rows()

    def _choose_event(self) -> None:
        self._is_choosing, self._is_placing, self._first = True, False, 0
        self._show_rows()

    def _choose_station(self) -> None:
        self._is_choosing, self._is_placing, self._first = False, True, 0
        self._show_rows()

    def _stop_choosing(self) -> None:
        self._is_choosing, self._is_placing, self._first = False, False, 0
        if self._state.admitting:
            self.worked.emit("reason", "")
        self._show_rows()

    def _destroy(self) -> None:
        """What cannot be undone is asked for twice."""
        if self._is_sure:
            self.worked.emit("destroy_guests", "")
        self._is_sure = not self._is_sure
        self._show_switches()

    # Switches

    def _show_switches(self) -> None:
        board, settings = self._state.board, self._settings
        self._mode.show_choice("staffed" if board.is_staffed else "self_service")
        self.hall.show_paused(is_paused=board.is_paused, has_event=board.figures is not None)
        self._reader.show_choice("camera" if settings.has_camera else "scanner")
        loudness = 0 if not settings.has_sounds else LOUD if settings.volume > QUIET else QUIET
        self._sound.show_choice(str(loudness))
        self._side.show_choice(settings.desk_side)
        self._station.setText(label("station", settings.station, self._voice.language))
        self._station.updateGeometry()
        self._device.setText(self.tr("This device"))
        self._pin.setText(self.tr("Change the PIN") if board.has_pin else self.tr("Set a PIN"))
        self._guests.setText(self.tr("Press once more") if self._is_sure else self.tr("Destroy the list"))
        self._guests.setEnabled(bool(board.guests) and board.is_delivered)
        without = self.tr("There is no list of guests on this device")
        waiting = self.tr("The office has not confirmed yet that it has everything from here")
        self._guests.setToolTip(without if not board.guests else "" if board.is_delivered else waiting)


def _pair(first: QWidget, second: QWidget) -> QHBoxLayout:
    both = row(first, second, gap=PX.s12)
    both.setStretch(0, 1)
    both.setStretch(1, 1)
    return both
