"""Plays the sounds of kiosk and board where the computer can; elsewhere the screen says the same without them."""

from typing import Any, Protocol

from PySide6.QtCore import QObject, QUrl

from desktop.devices.mallet import SOUNDS
from desktop.devices.multimedia import multimedia
from resources import path


class Player(Protocol):
    """What plays one file."""

    def play(self) -> None: ...
    def setVolume(self, volume: float, /) -> None: ...  # noqa: N802 - Qt's own name


class Sounds(QObject):
    """One player for each sound, ready before the first client comes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._players: dict[str, Player] = {}
        self._volume = 0.0

    def set_up(self, *, is_on: bool, volume: int) -> None:
        """Be silent, or this loud (0 to 100). Loads what plays sounds the first time it is asked to be heard."""
        self._volume = volume / 100 if is_on else 0.0
        if self._volume and not self._players:
            self._players = self._make()
        for player in self._players.values():
            player.setVolume(self._volume)

    def play(self, outcome: str) -> None:
        """Let an outcome be heard; one without a sound, and a computer without one, stay silent."""
        player = self._players.get(outcome)
        if player is not None and self._volume:
            player.play()

    def _make(self) -> dict[str, Player]:
        module: Any = multimedia()
        if module is None or not module.QMediaDevices.audioOutputs():
            return {}
        players: dict[str, Player] = {}
        for name in SOUNDS:
            effect = module.QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(path(f"sounds/{name}.wav"))))
            players[name] = effect
        return players
