"""Every colour of the windows, and the one style sheet made from them and from the sizes in `measures`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from string import Template
from typing import Final, Literal

from desktop.widgets.measures import PX
from resources import path

ThemeName = Literal["light", "dark"]
Tone = Literal["neutral", "accent", "success", "warning", "danger", "info"]
Ink = Literal[
    "ink1",
    "ink2",
    "ink3",
    "accent",
    "accent_ink",
    "on_accent",
    "surface",
    "success",
    "warning",
    "danger",
    "info",
    "success_ink",
    "warning_ink",
    "danger_ink",
    "info_ink",
]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #RRGGBB; `soft` is a fill, `ink` the text on it, `on` the text on the full colour."""

    name: ThemeName
    background: str
    surface: str
    raised: str
    sunken: str
    line: str
    line_strong: str
    ink1: str
    ink2: str
    ink3: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    accent_ink: str
    success: str
    on_success: str
    success_soft: str
    success_ink: str
    warning: str
    on_warning: str
    warning_soft: str
    warning_ink: str
    danger: str
    on_danger: str
    danger_soft: str
    danger_ink: str
    info: str
    on_info: str
    info_soft: str
    info_ink: str
    chart_one: str
    chart_series: tuple[str, ...]

    def colour(self, token: str) -> str:
        """The colour called `token`; AttributeError for one that LOOK does not name."""
        return str(getattr(self, token))

    def soft(self, tone: Tone) -> str:
        """The fill of a chip or banner."""
        return self.sunken if tone == "neutral" else self.colour(f"{tone}_soft")

    def ink(self, tone: Tone) -> str:
        """The text on `soft(tone)`."""
        return self.ink2 if tone == "neutral" else self.colour(f"{tone}_ink")


LIGHT: Final = Theme(
    name="light",
    background="#F6F4EF",
    surface="#FFFFFF",
    raised="#FBFAF7",
    sunken="#EFECE5",
    line="#E0DCD2",
    line_strong="#7C8280",
    ink1="#1C2326",
    ink2="#4A5457",
    ink3="#5E6769",
    accent="#1B5763",
    accent_hover="#174B56",
    accent_pressed="#123D46",
    on_accent="#FFFFFF",
    accent_soft="#E2EDEE",
    accent_ink="#174E59",
    success="#1F7048",
    on_success="#FFFFFF",
    success_soft="#E3F0E7",
    success_ink="#1A5E3C",
    warning="#8F5A0A",
    on_warning="#FFFFFF",
    warning_soft="#F8EDD6",
    warning_ink="#75490A",
    danger="#A3392C",
    on_danger="#FFFFFF",
    danger_soft="#F8E6E2",
    danger_ink="#8E2F24",
    info="#355C8C",
    on_info="#FFFFFF",
    info_soft="#E5ECF5",
    info_ink="#2C4E78",
    chart_one="#1B5763",
    chart_series=("#16414C", "#A8502F", "#5E8F8A", "#D9A441", "#B9CDD2"),
)
DARK: Final = Theme(
    name="dark",
    background="#13191B",
    surface="#1A2123",
    raised="#21292C",
    sunken="#161D1F",
    line="#313B3E",
    line_strong="#75817F",
    ink1="#ECEAE3",
    ink2="#BBC1BE",
    ink3="#98A19F",
    accent="#84C3CD",
    accent_hover="#9AD0D8",
    accent_pressed="#6DB1BC",
    on_accent="#0B2126",
    accent_soft="#1D3A40",
    accent_ink="#A6D8DF",
    success="#7CC79A",
    on_success="#0C2416",
    success_soft="#1C3628",
    success_ink="#9AD8B3",
    warning="#E0B161",
    on_warning="#2A1C02",
    warning_soft="#3A2E16",
    warning_ink="#EAC684",
    danger="#EB9686",
    on_danger="#310D07",
    danger_soft="#432420",
    danger_ink="#F3B3A7",
    info="#9DBBE3",
    on_info="#0C1B30",
    info_soft="#202F45",
    info_ink="#B7CEEE",
    chart_one="#6DB1BC",
    chart_series=("#DCE8EA", "#E0B161", "#79A9A1", "#C8693F", "#4E7480"),
)
THEMES: Final[Mapping[str, Theme]] = {"light": LIGHT, "dark": DARK}


@dataclass(frozen=True, slots=True)
class Panel:
    """The kiosk's panel for one outcome: fill, what stands on it, and the icon of its shape."""

    fill: str
    on: str
    shape: str


# The same by day and by night; none of them is red, and no two share colour and shape.
PANELS: Final[Mapping[str, Panel]] = {
    "idle": Panel("#1B5763", "#FFFFFF", "outcome-idle"),
    "welcomed": Panel("#1F7048", "#FFFFFF", "outcome-welcomed"),
    "unknown": Panel("#1F7048", "#FFFFFF", "outcome-unknown"),
    "already": Panel("#E7B24B", "#2B1D05", "outcome-already"),
    "wrong_event": Panel("#355C8C", "#FFFFFF", "outcome-wrong_event"),
    "not_today": Panel("#355C8C", "#FFFFFF", "outcome-not_today"),
    "malformed": Panel("#355C8C", "#FFFFFF", "outcome-malformed"),
    "revoked": Panel("#355C8C", "#FFFFFF", "outcome-revoked"),
}


def style_sheet(theme: Theme) -> str:
    """The sheet of all windows in `theme`; KeyError when the template asks for a token that does not exist."""
    pixels = {name: f"{value}px" for name, value in asdict(PX).items()}
    colours = {name: value for name, value in asdict(theme).items() if isinstance(value, str)}
    template = Template(path("styles/windows.qss").read_text(encoding="utf-8"))
    return template.substitute(pixels | colours)
