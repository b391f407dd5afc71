"""What this device remembers about itself: language, look, the database it opens, its printers and its scanner.

Kept as TOML in the user's configuration folder; notes that a person wrote into the file are kept. A value that cannot
be used counts as not set: a kiosk starts with the house's defaults rather than not at all.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

import platformdirs

Language = Literal["zh", "en"]
ThemeChoice = Literal["light", "dark", "system"]
Face = Literal["kiosk", "host", "office", "board", ""]
KioskMode = Literal["staffed", "self_service", ""]
Side = Literal["left", "right", ""]
Addressing = Literal["path", "virtual", ""]
BadgeSize = Literal["a6", "90x54", "62", "80"]
TicketSize = Literal["62", "80"]
PrintsItself = Literal["ticket", "badge", ""]

SLOWEST_GAP_MS = 150
FASTEST_GAP_MS = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """This device's choices; an empty text means "not chosen yet"."""

    language: Language = "zh"
    theme: ThemeChoice = "light"
    face: Face = ""
    data_file: str = ""
    # The folder that the event's devices share; empty for none.
    shared_folder: str = ""
    # How S3-compatible storage is reached when the shared folder is s3://BUCKET/PREFIX; the environment goes first.
    s3_endpoint: str = ""
    s3_region: str = ""
    s3_key: str = ""
    s3_secret: str = ""
    # "path" or "virtual"; empty for what the endpoint looks like.
    s3_addressing: Addressing = ""
    form_printer: str = ""
    badge_printer: str = ""
    ticket_printer: str = ""
    # The paper of a badge and of a ticket: millimetres, 62 and 80 off a roll.
    badge_size: BadgeSize = "a6"
    ticket_size: TicketSize = "80"
    has_room_on_badge: bool = False
    # What a kiosk prints by itself for everybody who was welcomed.
    prints_on_welcome: PrintsItself = ""
    # Longest pause between two characters of one scan, in milliseconds (20 to 150).
    scanner_gap_ms: int = 50
    # What this device's scanner puts before a code and behind it, its closing key included; learnt on the test page.
    scanner_prefix: str = ""
    scanner_suffix: str = ""
    # The serial port of the scanner; empty where it types like a keyboard.
    scanner_port: str = ""
    has_sounds: bool = True
    # How loud the kiosk is, 0 to 100.
    volume: int = 70
    # Without a choice a kiosk is staffed where somebody is signed in.
    kiosk_mode: KioskMode = ""
    has_camera: bool = False
    # The name of the camera; empty for the system's own.
    camera: str = ""
    # Which station of the event this kiosk stands at: a code, the entrance being one.
    station: str = "entrance"
    # Where the service desk lies as one stands before the kiosk.
    desk_side: Side = ""
    has_reduced_motion: bool = False
    # Whether the rare fields of a host's form stand open.
    has_open_details: bool = False
    # How each kind of paper was printed here last: a table per kind, see `PrintHabit`.
    printing: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PrintHabit:
    """How one kind of paper is printed on this device; "" where nobody chose. `sides` is "", one, long or short."""

    printer: str = ""
    copies: int = 1
    sides: str = ""
    tray: str = ""
    media: str = ""


def print_habit(settings: Settings, kind: str) -> PrintHabit:
    """How this kind was printed last; what the file has wrong counts as not chosen."""
    kept = settings.printing.get(kind, {})
    if not isinstance(kept, dict):
        return PrintHabit()
    default = PrintHabit()
    usable = {one.name: kept[one.name] for one in fields(PrintHabit)
              if type(kept.get(one.name)) is type(getattr(default, one.name))}  # fmt: skip
    made = replace(default, **usable)
    return made if 1 <= made.copies <= 99 else replace(made, copies=1)


def with_print_habit(settings: Settings, kind: str, habit: PrintHabit) -> Settings:
    """The settings that remember it."""
    return replace(settings, printing={**settings.printing, kind: asdict(habit)})


_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "language": ("zh", "en"),
    "theme": ("light", "dark", "system"),
    "face": ("kiosk", "host", "office", "board", ""),
    "kiosk_mode": ("staffed", "self_service", ""),
    "desk_side": ("left", "right", ""),
    "station": (
        "entrance",
        "safety_talk",
        "helmet",
        "show_flat",
        "own_unit",
        "talk",
        "gift",
        "exit",
    ),
    "s3_addressing": ("path", "virtual", ""),
    "badge_size": ("a6", "90x54", "62", "80"),
    "ticket_size": ("62", "80"),
    "prints_on_welcome": ("ticket", "badge", ""),
}
_RANGES: Mapping[str, tuple[int, int]] = {
    "scanner_gap_ms": (FASTEST_GAP_MS, SLOWEST_GAP_MS),
    "volume": (0, 100),
}


def settings_file() -> Path:
    """Where the settings of this user on this device are kept."""
    return Path(platformdirs.user_config_dir("qinting", appauthor=False)) / "settings.toml"


def load_settings(file: Path | None = None) -> Settings:
    """Read the settings; what is missing, or cannot be used, has its default. OSError when the disk refuses."""
    kept = tomllib.loads(_usable_text(file or settings_file()))
    usable = {field.name: kept[field.name] for field in fields(Settings) if _is_usable(field.name, kept)}
    return replace(Settings(), **usable)


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Write the settings in one step, so that a power cut leaves the old file or the new one."""
    # Keeps a person's notes, but takes longer to import than the rest of the start; reading does without it.
    import tomlkit

    target = file or settings_file()
    document = tomlkit.parse(_usable_text(target))
    document.update(asdict(settings))
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".new")
    beside.touch(mode=0o600)
    if os.name == "posix":
        # It may hold a key to the storage.
        beside.chmod(0o600)
    beside.write_text(tomlkit.dumps(document), encoding="utf-8", newline="\n")
    beside.replace(target)


def _usable_text(file: Path) -> str:
    """The content of the file; nothing when there is none or it is no TOML."""
    try:
        text = file.read_text(encoding="utf-8")
        tomllib.loads(text)
    except (FileNotFoundError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return ""
    return text


def _is_usable(name: str, kept: Mapping[str, object]) -> bool:
    value = kept.get(name)
    # The kind of the default is the kind of the setting; True is no number here.
    if type(value) is not type(getattr(Settings(), name)):
        return False
    if name in _RANGES:
        least, most = _RANGES[name]
        return isinstance(value, int) and least <= value <= most
    return name not in _ALLOWED or value in _ALLOWED[name]
