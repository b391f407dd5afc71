"""What the board says, in its language and, in small, in the other one."""

from dataclasses import dataclass
from typing import Final

from desktop.settings import Language
from desktop.widgets.languages import Translator

CONTEXT: Final = "CallingBoard"


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:  # noqa: N802 - the collector of texts knows this name
    """The text itself; the call marks it for translation."""
    return source


NOW_PLEASE: Final = QT_TRANSLATE_NOOP("CallingBoard", "Now please")
JUST_NOW: Final = QT_TRANSLATE_NOOP("CallingBoard", "Just now")
COMES: Final = QT_TRANSLATE_NOOP("CallingBoard", "Our staff will come for you")
WAITING: Final = QT_TRANSLATE_NOOP("CallingBoard", "Waiting")
IN_ORDER: Final = QT_TRANSLATE_NOOP("CallingBoard", "Everybody is called in turn")
NOBODY: Final = QT_TRANSLATE_NOOP("CallingBoard", "Nobody is waiting now. Please have a look at the show flat first")
CHIME: Final = QT_TRANSLATE_NOOP("CallingBoard", "Please have a seat, a chime will call you")
LISTEN: Final = QT_TRANSLATE_NOOP("CallingBoard", "Please look out for our staff")
ASK: Final = QT_TRANSLATE_NOOP("CallingBoard", "Anything else? Please ask our staff")
SEAT: Final = QT_TRANSLATE_NOOP("CallingBoard", "Please have a seat")
WELCOME: Final = QT_TRANSLATE_NOOP("CallingBoard", "Welcome")
NO_EVENT: Final = QT_TRANSLATE_NOOP("CallingBoard", "No event today")
PAUSED: Final = QT_TRANSLATE_NOOP("CallingBoard", "One moment please, our staff will come for you")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of the board; what begins with `other_` is in the other language."""

    now_please: str
    other_now_please: str
    just_now: str
    comes: str
    waiting: str
    in_order: str
    nobody: str
    chime: str
    listen: str
    ask: str
    seat: str
    other_seat: str
    welcome: str
    other_welcome: str
    no_event: str
    paused: str
    other_paused: str


def words_in(language: Language, translator: Translator) -> Words:
    """The words in this language, whatever the other windows of the program speak."""

    def said(source: str) -> str:
        return translator.chinese(CONTEXT, source) if language == "zh" else source

    def other(source: str) -> str:
        return source if language == "zh" else translator.chinese(CONTEXT, source)

    return Words(
        now_please=said(NOW_PLEASE), other_now_please=other(NOW_PLEASE), just_now=said(JUST_NOW), comes=said(COMES),
        waiting=said(WAITING), in_order=said(IN_ORDER), nobody=said(NOBODY), chime=said(CHIME), listen=said(LISTEN),
        ask=said(ASK), seat=said(SEAT), other_seat=other(SEAT), welcome=said(WELCOME), other_welcome=other(WELCOME),
        no_event=said(NO_EVENT), paused=said(PAUSED), other_paused=other(PAUSED),
    )  # fmt: skip
