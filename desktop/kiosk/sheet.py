"""What a page of the panel is made of: English here, the Chinese beside it in the translations."""

from dataclasses import dataclass
from typing import Final

from desktop.kiosk.state import Wish
from desktop.kiosk.words import Said

NOTHING: Final = Said()


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what is wished for, its words and its icon."""

    wish: Wish
    words: Said
    icon: str


@dataclass(frozen=True, slots=True)
class Station:
    """A place inside the event: its name, the next step there, the step's icon."""

    name: Said
    step: Said
    icon: str


@dataclass(frozen=True, slots=True)
class Tile:
    """Something to find one's way by: what it is and its value, a text of its own language or one of ours."""

    name: Said
    value: str | Said


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the panel by its name in PANELS and its word, then the column from top to bottom.

    `step` is the next step with its icon; of the choices the first is the wide one where `has_wide`, the filled one
    where `is_first_filled`. `code` is what staff read at the foot. `beneath` is what the other language
    says under the lead, where that is not the lead itself. `tiles` stand between lead and step: icon, name, value.
    `counts` says that staff may correct here how many came.
    """

    panel: str
    word: Said
    head: Said
    over: Said = NOTHING
    lead: Said = NOTHING
    beneath: Said = NOTHING
    step: Said = NOTHING
    step_icon: str = "arrow-right"
    choices: tuple[Choice, ...] = ()
    is_first_filled: bool = False
    code: str = ""
    is_idle: bool = False
    has_wide: bool = False
    tiles: tuple[Tile, ...] = ()
    has_tiles: bool = False
    counts: bool = False
