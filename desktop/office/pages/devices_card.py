"""The project's devices: who uses each, when it was heard, what of it is missing, how its clock goes, and trust."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.devices_state import DeviceLine
from desktop.office.pages.fingerprints import FingerprintView
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.rules.clocks import is_off, is_ours
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.labels import Dot, ElidedLabel, Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_NAME_PX, _HEARD_PX, _RECORDS_PX, _CLOCK_PX, _TRUST_PX, _MORE_PX = 168, 112, 112, 104, 168, 128
_SPANS = ((365 * 86_400_000, "years"), (86_400_000, "days"), (3_600_000, "hours"), (60_000, "minutes"))


class DevicesCard(Card):
    """`trust_wanted` tells a fingerprint that two people have compared, `remove_wanted` one not to trust any more."""

    trust_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(" ")
        self._speech = speech
        self._devices: tuple[DeviceLine, ...] = ()
        self._open = ""
        self._rows = Part()
        self.body.addWidget(self._rows)
        self.body.addSpacing(PX.s4)
        self.retranslate()

    def show_devices(self, devices: tuple[DeviceLine, ...]) -> None:
        """Show the project's devices."""
        if devices != self._devices:
            self._devices = devices
            self.retranslate()

    @override
    def retranslate(self) -> None:
        waiting = sum(not one.is_trusted and one.removed_at is None for one in self._devices)
        count = self.tr("{count} with this one").replace("{count}", str(len(self._devices)))
        compared = self.tr("all fingerprints compared")
        left = self.tr("{count} to compare").replace("{count}", str(waiting))
        self.set_title(self.tr("Devices"), " · ".join((count, left if waiting else compared)))
        parts: list[QLayout | QWidget] = [self._head(), Hairline()]
        for one in self._devices:
            parts.append(self._row(one))
            if one.fingerprint == self._open:
                parts.append(self._inside(one))
            parts.append(Hairline())
        parts.pop()
        off = [one.clock_ms for one in self._devices if one.clock_ms is not None]
        if is_ours(off):
            parts.append(self._told("clock-alert", self.tr("All others differ alike: is this computer's clock right?")))
        elif any(map(is_off, off)):
            parts.append(
                self._told("clock-alert", self.tr("A clock that is wrong spoils nothing here. Please set it there."))
            )
        if len(self._devices) == 1:
            alone = self.tr("No other device yet. Write the device card and open it on the new computer.")
            parts.append(Label(alone, "small", "ink2", wraps=True))
        refill(self._rows, column(*parts, gap=PX.s8))

    def _told(self, icon: str, text: str) -> QLayout:
        made = row(IconLabel(icon, PX.icon, "warning"), PX.s8, Label(text, "small", "warning_ink", wraps=True))
        made.setStretch(2, 1)
        return made

    def _head(self) -> QLayout:
        texts = (
            (self.tr("Device"), _NAME_PX), (self.tr("Used by"), 0), (self.tr("Last heard"), _HEARD_PX),
            (self.tr("Its records"), _RECORDS_PX), (self.tr("Clock"), _CLOCK_PX), ("", _TRUST_PX), ("", _MORE_PX),
        )  # fmt: skip
        labels = []
        for text, width in texts:
            label = Label(text, "caption", "ink3")
            if width:
                label.setFixedWidth(width)
            labels.append(label)
        made = row(PX.dot + PX.s12, *labels, gap=PX.s8)
        made.setStretchFactor(labels[1], 1)
        return made

    def _row(self, one: DeviceLine) -> QLayout:
        name = ElidedLabel(
            self.tr("{name} (this one)").replace("{name}", one.name) if one.is_this else one.name, "body_strong"
        )
        roles = {"kiosk": self.tr("Kiosk"), "host": self.tr("Host"), "office": self.tr("Office")}
        used = ElidedLabel(" · ".join(filter(None, (roles.get(one.role, one.role), one.user))), "body", "ink2")
        heard = Label(self._speech.moment(one.heard_at) if one.heard_at else self.tr("Not heard yet"), "body", "ink2")
        if one.is_this:
            heard.setText("—")
        gaps = self.tr("{count} missing").replace("{count}", f"{one.missing:,}")
        records = Label(gaps if one.missing else self.tr("Complete"), "body", "warning" if one.missing else "ink2")
        records.setToolTip(self._numbers(one))
        if not one.heard_at:
            records.setText("—")
        is_wrong = is_off(one.clock_ms)
        clock = Label("—" if one.clock_ms is None else self._clock(one.clock_ms), "body", "ink2")
        clock.set_ink("warning" if is_wrong else "ink2")
        for label, width in ((name, _NAME_PX), (heard, _HEARD_PX), (records, _RECORDS_PX), (clock, _CLOCK_PX)):
            label.setFixedWidth(width)
        trust, more = Part(), Part()
        trust.setFixedWidth(_TRUST_PX)
        trust.setLayout(row(self._trust(one), None))
        more.setFixedWidth(_MORE_PX)
        more.setLayout(row(None, self._more(one)))
        is_well = one.is_trusted and not one.missing and not is_wrong
        dot = Dot("success" if is_well else "neutral" if one.removed_at else "warning")
        made = row(dot, PX.s4, name, used, heard, records, clock, trust, more, gap=PX.s8)
        made.setStretchFactor(used, 1)
        return made

    def _trust(self, one: DeviceLine) -> QWidget:
        if one.is_trusted:
            return Chip(self.tr("This computer") if one.is_this else self.tr("Compared"), "success", "check")
        if one.removed_at is not None:
            return Chip(self.tr("Removed"), "neutral")
        trust = Button(self.tr("Compared: trust it"), "outline", "small", icon="shield-check")
        trust.setObjectName(f"known_{one.fingerprint}")
        trust.clicked.connect(lambda: self.trust_wanted.emit(one.fingerprint))
        return trust

    def _more(self, one: DeviceLine) -> QWidget:
        is_open = one.fingerprint == self._open
        more = Button(self.tr("Fingerprint"), "quiet", "small", trailing="chevron-up" if is_open else "chevron-down")
        more.setObjectName(f"more_{one.fingerprint}")
        more.setAccessibleName(f"{self.tr('Fingerprint')} {one.name}")
        more.clicked.connect(lambda: self._unfold("" if is_open else one.fingerprint))
        return more

    def _unfold(self, fingerprint: str) -> None:
        self._open = fingerprint
        self.retranslate()
        again = self.findChild(Button, f"more_{fingerprint}")
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _inside(self, one: DeviceLine) -> QWidget:
        made = Part()
        made.setProperty("fill", "sunken")
        parts: list[QLayout | QWidget] = [FingerprintView(self._speech, one.fingerprint, is_own=one.is_this)]
        if one.missing:
            parts.append(Label(self._numbers(one), "small", "warning_ink", wraps=True))
        if one.removed_at is not None:
            when = self.tr("Removed on {when}. What it wrote before stays.")
            if one.removed_office:
                when = self.tr("{office} removed it on {when}. What it wrote before stays.")
            told = when.replace("{when}", self._speech.moment(one.removed_at)).replace("{office}", one.removed_office)
            again = Button(self.tr("Compared: trust it again"), "outline", "small", icon="shield-check")
            again.setObjectName(f"known_{one.fingerprint}")
            again.clicked.connect(lambda: self.trust_wanted.emit(one.fingerprint))
            parts.append(row(Label(told, "small", "ink2"), None, again))
        elif one.is_trusted and not one.is_this:
            told = self.tr(
                "Lost, or given away? Once it is removed nothing of it is taken in, here and, after the next exchange,"
                " on every device that trusts this office; what it wrote stays."
            )
            gone = Button(self.tr("Remove"), "outline", "small", icon="shield-alert", ink="danger")
            gone.setObjectName(f"remove_{one.fingerprint}")
            gone.clicked.connect(lambda: self.remove_wanted.emit(one.fingerprint))
            line = row(Label(told, "small", "ink2", wraps=True), PX.s16, gone)
            line.setStretch(0, 1)
            parts.append(line)
        made.setLayout(column(*parts, gap=PX.s12, margins=(PX.s16, PX.s12, PX.s16, PX.s12)))
        return made

    def _numbers(self, one: DeviceLine) -> str:
        """Which steps of a device have not come, by their numbers."""
        if not one.missing:
            return ""
        spans = (str(first) if first == last else f"{first}-{last}" for first, last in one.missing_numbers)
        told = self.tr("Steps of this device that have not come: {numbers}. Ask for another export there.")
        return told.replace("{numbers}", self._speech.listed(spans))

    def _clock(self, offset_ms: int) -> str:
        size = abs(offset_ms)
        if not is_off(offset_ms):
            return self.tr("{n} s off").replace("{n}", str(round(size / 1_000)))
        span, unit = next((span, unit) for span, unit in _SPANS if size >= span)
        ahead = {
            "years": self.tr("{n} y ahead"), "days": self.tr("{n} d ahead"), "hours": self.tr("{n} h ahead"),
            "minutes": self.tr("{n} min ahead"),
        }  # fmt: skip
        behind = {
            "years": self.tr("{n} y behind"), "days": self.tr("{n} d behind"), "hours": self.tr("{n} h behind"),
            "minutes": self.tr("{n} min behind"),
        }  # fmt: skip
        return (ahead if offset_ms > 0 else behind)[unit].replace("{n}", f"{size / span:.0f}")
