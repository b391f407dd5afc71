"""The folder that the project's devices share: whether it is there, when it was looked at, what waits to go out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.courier import Standing
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

if TYPE_CHECKING:
    from desktop.services.exchange.outbox import Peer

# The folder itself is not there: a stick not plugged in, a share not connected.
AWAY = ("outbox_address", "outbox_gone", "database_folder")
_SHOWN_NUMBERS = 8


class SharedCard(Card):
    """`choose_wanted` asks for a folder, `stop_wanted` to share none any more."""

    choose_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._address, self._standing = "", Standing()
        self._names: Mapping[str, str] = {}
        self._name, self._hint = ElidedLabel("", "body_strong"), Label("", "small", "ink2", wraps=True)
        self._state = Part()
        self._peers = Part()
        self.choose_button, self.stop_button = Button("", "outline", "small"), Button("", "quiet", "small")
        self.choose_button.clicked.connect(self.choose_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.choose_button.setObjectName("choose_shared")
        self.stop_button.setObjectName("stop_shared")
        texts = column(self._name, self._hint)
        line = row(
            *(IconLabel("radio-tower", PX.s24, "accent"), PX.s12, texts, PX.s12, self._state, PX.s12),
            *(self.stop_button, PX.s8, self.choose_button),
        )
        line.setStretchFactor(texts, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._peers)
        self.retranslate()

    def show_standing(self, address: str, standing: Standing | None, names: Mapping[str, str]) -> None:
        """Show how the exchange stands; `names` are those of the devices by their writer ids."""
        now = (address, standing or Standing(), names)
        if now != (self._address, self._standing, self._names):
            self._address, self._standing, self._names = now
            self.retranslate()

    @override
    def retranslate(self) -> None:
        has_one, now = bool(self._address), self._standing
        self.choose_button.setText(self.tr("Another folder") if has_one else self.tr("Choose a shared folder"))
        self.stop_button.setText(self.tr("Share no more"))
        for button in (self.choose_button, self.stop_button):
            button.updateGeometry()
        self.stop_button.setVisible(has_one)
        self._state.setVisible(has_one)
        if not has_one:
            self._name.setText(self.tr("No shared folder yet"))
            self._hint.setText(
                self.tr("On a share, a stick or a cloud drive: devices that share one exchange by themselves.")
            )
            refill(self._peers, column())
            return
        name = self._address.replace("\\", "/").rstrip("/").rpartition("/")[2] or self._address
        self._name.setText(self.tr("Shared folder “{name}”").replace("{name}", name))
        self._hint.setText(self._told(now))
        self._hint.setToolTip(self._address)
        chip = Chip(self.tr("Running"), "success", "check")
        if now.trouble is not None:
            chip = Chip(self.tr("Not there") if now.trouble.code in AWAY else self.tr("Stands still"), "warning")
        elif now.last_at is None:
            chip = Chip(self.tr("Beginning"), "neutral")
        refill(self._state, row(chip))
        pictures = self.tr("{count} photographs and files have not come yet: they follow by themselves")
        late = pictures.replace("{count}", f"{now.pictures:,}") if now.pictures else ""
        said = [*map(self._lack, now.peers), late]
        lines = [Label(text, "small", "warning_ink", wraps=True) for text in said if text]
        refill(self._peers, column(*lines, gap=PX.s4))
        self._peers.setVisible(bool(lines))

    def _told(self, now: Standing) -> str:
        last = self.tr("last {time}").replace("{time}", self._speech.time(now.last_at)) if now.last_at else ""
        if now.trouble is None:
            every = self.tr("looked at every few seconds")
            return " · ".join(filter(None, (every, last, self.tr("nothing waits here") if now.last_at else "")))
        gone = self.tr("The folder is not there: is the stick plugged in, the share connected?")
        if now.trouble.code not in AWAY:
            gone = self._speech.sentence(now.trouble.code, dict(now.trouble.facts))
        waits = self.tr("{count} rows wait here and go out when it is back").replace("{count}", f"{now.unsent:,}")
        carry = self.tr("Work goes on as usual")
        return " · ".join(filter(None, (gone, waits if now.unsent else carry, last)))

    def _lack(self, peer: "Peer") -> str:
        """What of another device in the folder is missing or could not be taken; "" where all is well."""
        name = self._names.get(peer.writer, "") or self.tr("A device not known here")
        parts = []
        if peer.missing:
            numbers = self._speech.listed(map(str, peer.missing[:_SHOWN_NUMBERS]))
            more = len(peer.missing) - _SHOWN_NUMBERS
            numbers += self.tr(" and {n} more").replace("{n}", str(more)) if more > 0 else ""
            parts.append(self.tr("file {numbers} is missing in the folder").replace("{numbers}", numbers))
        if peer.waiting:
            unknown = any(one.outcome in ("unknown_device", "device_removed") for one in peer.waiting)
            count = self.tr("{count} files not taken yet").replace("{count}", str(len(peer.waiting)))
            why = self.tr("its fingerprint has to be compared first") if unknown else self.tr("tried again by itself")
            parts.append(self.tr("{count}, {why}").replace("{count}", count).replace("{why}", why))
        named = self.tr("{name}: {value}").replace("{name}", name)
        return named.replace("{value}", self._speech.joined(parts)) if parts else ""
