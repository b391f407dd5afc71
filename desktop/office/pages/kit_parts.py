"""What the page of the event kit is made of: the stick, a device's rows, the comparing, the form for one more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout
from typing_extensions import override

from desktop.office.pages.fingerprints import FingerprintView
from desktop.office.speech import Speech
from desktop.rules.kits import PRINTER, Finding
from desktop.services.exchange.cards import KnownDevice
from desktop.services.exchange.kit import Line
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Picker, Tick
from desktop.widgets.fields import Line as TextLine
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Ink, Tone

_NAME_PX, _ROLE_PX, _HEARD_PX = 160, 72, 104
# That some devices do not trust each other yet is said once for all of them.
WAITING = "kit_others_waiting"
_SIGNS: dict[str, tuple[str, Ink]] = {
    "ready": ("check", "success"),
    "warn": ("circle-alert", "warning"),
    "lacks": ("triangle-alert", "danger"),
}
_TONES: dict[str, tuple[Tone, str]] = {
    "waiting": ("neutral", "hourglass"),
    "compare": ("warning", "shield-alert"),
    "older": ("warning", "clock"),
    "lacks": ("danger", "triangle-alert"),
    "ready": ("success", "check"),
}


class StickCard(Card):
    """The stick or folder that the kit lies on."""

    folder_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder, self._moment = "", ""
        self._name, self._hint = ElidedLabel("", "body_strong"), Label("", "small", "ink2", wraps=True)
        self.choose_button = Button("", "outline", "small", icon="folder-open")
        self.choose_button.clicked.connect(self.folder_wanted)
        self.erase_button = Button("", "quiet", "small")
        self.erase_button.setObjectName("erase_kit")
        self.erase_button.clicked.connect(self.erase_wanted)
        texts = column(self._name, self._hint)
        line = row(
            IconLabel("usb", PX.s24, "accent"), PX.s12, texts, PX.s12, self.erase_button, PX.s8, self.choose_button
        )
        line.setStretchFactor(texts, 1)
        self.body.addLayout(line)
        self.retranslate()

    def show_folder(self, folder: str, moment: str) -> None:
        """Show the folder, and when the kit in it was written, in words."""
        self._folder, self._moment = folder, moment
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.choose_button.setText(self.tr("Choose a stick or folder"))
        self.erase_button.setText(self.tr("Erase the kit"))
        self.erase_button.setVisible(bool(self._folder and self._moment))
        for button in (self.choose_button, self.erase_button):
            button.updateGeometry()
        if not self._folder:
            self._name.setText(self.tr("No stick chosen yet"))
            self._hint.setText(self.tr("The kit opens this project's packages: hand it over in person, then erase it."))
            return
        self._name.setText(self._folder)
        written = self.tr("Kit written {when}").replace("{when}", self._moment)
        self._hint.setText(written if self._moment else self.tr("No kit of this event is here yet"))


class StepsCard(Card):
    """How a kit goes round, in four steps."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._texts = tuple(Label("", "small", "ink2", wraps=True) for _ in range(4))
        for number, label in enumerate(self._texts, 1):
            figure = Label(str(number), "section", "accent")
            figure.setFixedWidth(PX.s16)
            figure.setAlignment(Qt.AlignmentFlag.AlignTop)
            line = row(figure, PX.s8, label)
            line.setStretch(2, 1)
            self.body.addLayout(line)
        self.body.addSpacing(PX.s4)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("One round with one stick"))
        texts = (
            self.tr("Name the devices and write the kit: card, list, staff, forms and the time."),
            self.tr("Plug the stick into each device and press Take it; a new computer joins by it."),
            self.tr("Bring it back and read it: each device says what it has and what it lacks."),
            self.tr("Compare a new device once. From then on all devices of the event trust each other."),
        )
        for label, text in zip(self._texts, texts, strict=True):
            label.setText(text)


class DeviceForm(Part):
    """One device more: `planned` tells name, role, needs, and the id of one that is ours already."""

    planned = Signal(str, str, tuple, str)

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[KnownDevice, ...] = ()
        self.known, self.role = Picker(), Picker(tuple((one, "") for one in ("kiosk", "host", "office")))
        self.name = TextLine()
        self.name.setObjectName("device_name")
        self.name.returnPressed.connect(self._add)
        self.name.textChanged.connect(self._show)
        self.known.activated.connect(self._take_over)
        self.printer = Tick()
        self.add_button = Button("", "outline", icon="plus")
        self.add_button.setObjectName("add_device")
        self.add_button.clicked.connect(self._add)
        self._fields = Field("", self.name), Field("", self.role), Field("", self.known)
        fields = row(*self._fields, gap=PX.s12)
        fields.setStretch(0, 1)
        self.setLayout(column(fields, row(self.add_button, PX.s16, self.printer, None), gap=PX.s12))
        self.retranslate()

    def show_known(self, known: tuple[KnownDevice, ...]) -> None:
        """The devices of ours that could be meant."""
        if known != self._known:
            self._known = known
            self.retranslate()

    def _take_over(self) -> None:
        one = next((one for one in self._known if one.device == self.known.choice), None)
        if one is not None:
            self.name.setText(one.name)
            self.role.choose(one.role)

    def _add(self) -> None:
        if self.name.text().strip():
            needs = (PRINTER,) if self.printer.isChecked() else ()
            self.planned.emit(self.name.text().strip(), self.role.choice, needs, self.known.choice)
            self.name.clear()
            self.printer.setChecked(False)
            self.known.choose("")
            self.name.setFocus()

    def _show(self) -> None:
        self.add_button.setEnabled(bool(self.name.text().strip()))

    @override
    def retranslate(self) -> None:
        self._fields[0].set_label(self.tr("Name of the device"))
        self._fields[1].set_label(self.tr("Used as"))
        self._fields[2].set_label(self.tr("Or one of ours"))
        roles = (("kiosk", self.tr("Kiosk")), ("host", self.tr("Host")), ("office", self.tr("Office")))
        chosen_role = self.role.choice
        self.role.set_values(roles)
        self.role.choose(chosen_role)
        chosen = self.known.choice
        self.known.set_values((("", self.tr("A new computer")), *((one.device, one.name) for one in self._known)))
        self.known.choose(chosen)
        self._fields[2].setVisible(bool(self._known))
        self.printer.setText(self.tr("Needs a printer"))
        self.printer.updateGeometry()
        self.add_button.setText(self.tr("Add the device"))
        self.add_button.updateGeometry()
        self._show()


class CompareCard(Card):
    """A device that has answered and that nobody vouches for yet: two people compare its fingerprint."""

    trusted = Signal(str)
    refused = Signal(str)

    def __init__(self, speech: Speech, one: Line) -> None:
        super().__init__(" ", is_open=True)
        self._one = one
        self.view = FingerprintView(speech, one.fingerprint)
        self.yes, self.no = Button("", "outline", icon="shield-check"), Button("", "quiet")
        self.yes.setObjectName(f"trust_{one.fingerprint}")
        self.yes.clicked.connect(lambda: self.trusted.emit(one.fingerprint))
        self.no.clicked.connect(lambda: self.refused.emit(one.fingerprint))
        self.body.addWidget(self.view)
        self.body.addLayout(row(self.yes, self.no, None, gap=PX.s8))
        self.body.addSpacing(PX.s4)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Is this {name}?").replace("{name}", self._one.name))
        self.yes.setText(self.tr("The same: trust it"))
        self.no.setText(self.tr("Not the same"))
        for button in (self.yes, self.no):
            button.updateGeometry()


class KitLineRow(Part):
    """One device: who it is and how it stands, then whatever is not as it should be. `dropped` tells its line."""

    dropped = Signal(str)

    def __init__(self, speech: Speech, one: Line) -> None:
        super().__init__()
        self._speech, self._one = speech, one
        self.setLayout(column(*self._rows(), gap=PX.s4))

    def _rows(self) -> list[QLayout]:
        one = self._one
        name = ElidedLabel(one.name, "body_strong")
        roles = {"kiosk": self.tr("Kiosk"), "host": self.tr("Host"), "office": self.tr("Office")}
        role = Label(roles.get(one.role, one.role), "body", "ink2")
        heard = Label(self._speech.moment(one.answered_at) if one.answered_at else "—", "body", "ink2")
        for label, width in ((name, _NAME_PX), (role, _ROLE_PX), (heard, _HEARD_PX)):
            label.setFixedWidth(width)
        needs = Part()
        chips = [Chip(self.tr("Printer"), "neutral", "printer")] if PRINTER in one.needs else []
        needs.setLayout(row(*chips, None))
        tone, icon = _TONES[one.standing]
        states = {
            "waiting": self.tr("Not taken yet"), "compare": self.tr("To compare"),
            "older": self.tr("Has an older one"), "lacks": self.tr("Lacks something"), "ready": self.tr("All ready"),
        }  # fmt: skip
        away = IconButton("x", self.tr("{name} will not be there").replace("{name}", one.name))
        away.setObjectName(f"drop_{one.line}")
        away.clicked.connect(lambda: self.dropped.emit(one.line))
        first = row(name, role, heard, needs, Chip(states[one.standing], tone, icon), away, gap=PX.s8)
        first.setStretch(3, 1)
        rows: list[QLayout] = [first]
        if one.standing == "older":
            rows.append(_told(self.tr("It took the kit before you wrote it anew. Let it take this one."), "warn"))
        told = (found for found in one.findings if found.state != "ready" and found.code != WAITING)
        return rows + [self._finding(found) for found in told]

    def _finding(self, found: Finding) -> QLayout:
        said = self._speech.trouble(found.code, dict(found.facts))
        told = self.tr("{what}. {next}").replace("{what}", said.message).replace("{next}", said.next)
        return _told(told if said.next else said.message, found.state)


def _told(text: str, state: str) -> QLayout:
    icon, ink = _SIGNS[state]
    made = row(IconLabel(icon, PX.icon, ink), PX.s8, Label(text, "small", "ink2", wraps=True))
    made.setStretch(2, 1)
    return made
