"""Settings: this device, printing, and where everything is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout
from typing_extensions import override

from desktop.office.pages.parts import refill
from desktop.office.settings_state import SettingsView
from desktop.settings import Settings
from desktop.widgets.buttons import Button, Options
from desktop.widgets.fields import Field, Picker, Tick
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_GAPS = ("30", "50", "80", "120")
_MEGABYTE = 1_000_000


def _fact(name: str, value: str) -> QLayout:
    label = Label(name, "small", "ink2")
    label.setFixedWidth(PX.s96 + PX.s48)
    text = Label(value or "—", "body", wraps=True)
    made = row(column(label, None), text)
    made.setStretch(1, 1)
    return made


class DeviceSection(Part):
    """`changed` tells a setting and its new value; `trial_wanted` asks for the page on which a scanner is tried."""

    changed = Signal(str, object)
    trial_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view = SettingsView()
        self._facts = Part()
        self.trial_button = Button("", "outline", icon="scan-line")
        self.trial_button.setObjectName("try_scanner")
        self.trial_button.clicked.connect(self.trial_wanted)
        self.gap = Options(tuple((gap, gap) for gap in _GAPS), has_digits=False)
        self.sounds = Tick()
        self._gap_field = Field("", self.gap)
        self.gap.chosen.connect(lambda code: self.changed.emit("scanner_gap_ms", int(code)))
        self.sounds.clicked.connect(lambda is_on: self.changed.emit("has_sounds", is_on))
        trial = row(self.trial_button, None)
        self.setLayout(column(self._facts, self._gap_field, trial, self.sounds, gap=PX.s16))
        self.retranslate()

    def show_device(self, view: SettingsView) -> None:
        """Show the device."""
        self._view = view
        self.retranslate()

    def show_choices(self, choices: Settings) -> None:
        """Show what is chosen; a pause between two of the buttons marks none."""
        self.gap.choose(str(choices.scanner_gap_ms))
        self.sounds.setChecked(choices.has_sounds)

    @override
    def retranslate(self) -> None:
        view = self._view
        roles = {"kiosk": self.tr("Kiosk"), "host": self.tr("Host"), "office": self.tr("Office")}
        refill(
            self._facts,
            column(
                _fact(self.tr("Device name"), view.device),
                _fact(self.tr("Role"), roles.get(view.role, view.role)),
                _fact(self.tr("Fingerprint"), view.fingerprint),
                gap=PX.s8,
            ),
        )
        self._gap_field.set_label(
            self.tr("Hand scanner: longest pause between two characters, in milliseconds"),
            self.tr("50 fits most. A slow scanner whose codes are cut needs more."),
        )
        self.sounds.setText(self.tr("Sounds at check-in"))
        self.trial_button.setText(self.tr("Test the scanner"))
        for part in (self.sounds, self.trial_button):
            part.updateGeometry()


class PrintSection(Part):
    """`changed` tells a setting and its new value."""

    changed = Signal(str, object)
    refresh_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view = SettingsView()
        self._choices = Settings()
        self.forms, self.badges, self.tickets = Picker(), Picker(), Picker()
        self._fields = Field("", self.forms), Field("", self.badges), Field("", self.tickets)
        self.badge_sizes, self.ticket_sizes = Picker(), Picker()
        self._size_fields = Field("", self.badge_sizes), Field("", self.ticket_sizes)
        self.rooms = Tick()
        self._none = Label("", "body", "ink2", wraps=True)
        self.again = Button("", "outline", "small")
        self.again.clicked.connect(self.refresh_wanted)
        for picker, name in (
            *((self.forms, "form_printer"), (self.badges, "badge_printer"), (self.tickets, "ticket_printer")),
            *((self.badge_sizes, "badge_size"), (self.ticket_sizes, "ticket_size")),
        ):
            picker.activated.connect(lambda _place, picker=picker, name=name: self.changed.emit(name, picker.choice))
        self.rooms.clicked.connect(lambda is_on: self.changed.emit("has_room_on_badge", is_on))
        sizes = row(*self._size_fields, gap=PX.s16)
        for place in range(len(self._size_fields)):
            sizes.setStretch(place, 1)
        self.setLayout(column(*self._fields, self._none, row(self.again, None), sizes, self.rooms, gap=PX.s16))
        self.retranslate()

    def show_printers(self, view: SettingsView) -> None:
        """Show the printers of this computer."""
        self._view = view
        self.retranslate()

    def show_choices(self, choices: Settings) -> None:
        """Show what is chosen."""
        self._choices = choices
        self.retranslate()

    @override
    def retranslate(self) -> None:
        usual = self._view.usual_printer
        first = self.tr("The system's own ({name})").replace("{name}", usual) if usual else self.tr("The system's own")
        kept = (self._choices.form_printer, self._choices.badge_printer, self._choices.ticket_printer)
        labels = (self.tr("Forms, invitations, summaries"), self.tr("Badges"), self.tr("Tickets of the hall"))
        pickers = (self.forms, self.badges, self.tickets)
        for field, picker, chosen, text in zip(self._fields, pickers, kept, labels, strict=True):
            # A printer that is switched off stays chosen.
            names = dict.fromkeys((*self._view.printers, *filter(None, (chosen,))))
            picker.set_values((("", first), *((name, name) for name in names)))
            picker.choose(chosen)
            field.set_label(text)
            field.setVisible(bool(names))
        self._none.setVisible(not self._view.printers)
        self._none.setText(
            self.tr("This computer has no printer so far. Papers can be saved as PDF and printed on another one.")
        )
        self.again.setText(self.tr("Look for printers again"))
        self.again.updateGeometry()
        rolls = (("62", self.tr("Roll, 62 mm")), ("80", self.tr("Roll, 80 mm")))
        self.badge_sizes.set_values((("a6", "A6"), ("90x54", self.tr("90 x 54 mm")), *rolls))
        self.ticket_sizes.set_values(rolls)
        self.badge_sizes.choose(self._choices.badge_size)
        self.ticket_sizes.choose(self._choices.ticket_size)
        for field, text in zip(
            self._size_fields, (self.tr("Size of badges"), self.tr("Paper of tickets")), strict=True
        ):
            field.set_label(text)
        self.rooms.setText(self.tr("The room on badges"))
        self.rooms.setChecked(self._choices.has_room_on_badge)
        self.rooms.updateGeometry()


class KeepingSection(Part):
    """Says where everything lies and what that means; `check_wanted` asks whether all of it is sound."""

    check_wanted = Signal()
    export_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view = SettingsView()
        self._facts, self._told = Part(), Label("", "body", "ink2", wraps=True)
        self.check_button = Button("", "outline", icon="shield-check")
        self.export_button = Button("", "outline", icon="package-plus")
        self.check_button.clicked.connect(self._check)
        self.export_button.clicked.connect(self.export_wanted)
        self._has_sheet, self._sheet_sign = Label("", "body", wraps=True), IconLabel("check", PX.icon, "success")
        self.sheet_button = Button("", "outline", icon="printer")
        self.sheet_button.setObjectName("recovery_sheet")
        self.sheet_button.clicked.connect(self.sheet_wanted)
        self._sheet = Part()
        sheet = row(self._sheet_sign, PX.s8, self._has_sheet, PX.s16, self.sheet_button)
        sheet.setStretch(2, 1)
        self._sheet.setLayout(sheet)
        self._sign, self._answer = IconLabel("check", PX.icon, "success"), Label("", "body", wraps=True)
        self._is_sound: bool | None = None
        answer = row(self._sign, PX.s8, self._answer)
        answer.setStretch(2, 1)
        buttons = row(self.check_button, self.export_button, None, gap=PX.s8)
        self.setLayout(column(self._facts, self._told, self._sheet, buttons, answer, gap=PX.s16))
        self.retranslate()

    def show_keeping(self, view: SettingsView) -> None:
        """Show where everything lies."""
        self._view = view
        self.retranslate()

    def show_answer(self, *, is_sound: bool) -> None:
        """Show what the check has found."""
        self._is_sound = is_sound
        self.check_button.setEnabled(True)
        self.retranslate()

    def _check(self) -> None:
        self.check_button.setEnabled(False)
        self.check_wanted.emit()

    @override
    def retranslate(self) -> None:
        view = self._view
        size = self.tr("{size} MB").replace("{size}", f"{view.size_bytes / _MEGABYTE:,.1f}")
        key = self.tr("Encrypted; a passphrase opens it") if view.is_keyed else self.tr("Not encrypted")
        refill(
            self._facts,
            column(
                _fact(self.tr("Database"), view.file),
                _fact(self.tr("Key file"), view.key_file),
                _fact(self.tr("Size"), size),
                _fact(self.tr("Protection"), key),
                gap=PX.s8,
            ),
        )
        keyed = self.tr("Without the passphrase nobody can open it, we neither.")
        self._sheet.setVisible(view.is_keyed)
        none = self.tr(
            "No recovery sheet yet: print one and lock it away. It opens everything if the passphrase is lost."
        )
        there = self.tr("There is a recovery sheet. A new one makes it void.")
        self._has_sheet.setText(there if view.has_sheet else none)
        self._sheet_sign.show_icon(
            "check" if view.has_sheet else "circle-alert", "success" if view.has_sheet else "warning"
        )
        self.sheet_button.setText(self.tr("New recovery sheet") if view.has_sheet else self.tr("Recovery sheet"))
        both = self.tr("A copy needs both files: the database and the key file beside it.")
        plain = self.tr("Whoever has the file can read it.")
        packages = self.tr("A package for headquarters or another office computer holds everything too, encrypted.")
        told = self.tr("{key} {copy} {packages}").replace("{key}", keyed if view.is_keyed else plain)
        self._told.setText(told.replace("{copy}", both).replace("{packages}", packages))
        self.check_button.setText(self.tr("Check everything"))
        self.export_button.setText(self.tr("To the packages"))
        self._sign.setVisible(self._is_sound is not None)
        self._answer.setVisible(self._is_sound is not None)
        self._sign.show_icon("check" if self._is_sound else "triangle-alert", "success" if self._is_sound else "danger")
        sound = self.tr("Database and journal are sound.")
        trouble = self.tr("Something is not as it was written. Copy both files first, then ask for help.")
        self._answer.setText(sound if self._is_sound else trouble)
        for button in (self.check_button, self.export_button, self.sheet_button):
            button.updateGeometry()
