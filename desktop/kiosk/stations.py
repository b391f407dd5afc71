"""The places inside an event, as their kiosks speak of them."""

from typing import Final

from desktop.kiosk.sheet import Station
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said

# Where somebody stands, what they are told when they pass, and a picture of it.
STATIONS: Final = {
    "entrance": Station(Said(QT_TRANSLATE_NOOP("Kiosk", "Entrance")), Said(), "door-open"),
    "safety_talk": Station(
        Said(QT_TRANSLATE_NOOP("Kiosk", "Safety talk")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "Please have a seat, we begin in a moment")),
        "armchair",
    ),
    "helmet": Station(
        Said(QT_TRANSLATE_NOOP("Kiosk", "Safety helmets")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "Please put your helmet on before you go in")),
        "hard-hat",
    ),
    "show_flat": Station(
        Said(QT_TRANSLATE_NOOP("Kiosk", "Show flat")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "Please come in and take your time")),
        "door-open",
    ),
    "own_unit": Station(
        Said(QT_TRANSLATE_NOOP("Kiosk", "Your home")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "Your companion will take you there")),
        "house",
    ),
    "talk": Station(
        Said(QT_TRANSLATE_NOOP("Kiosk", "Talks")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "Please have a seat, we will be with you in a moment")),
        "messages-square",
    ),
    "gift": Station(
        Said(QT_TRANSLATE_NOOP("Kiosk", "A gift for you")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "Please take your gift, and thank you for coming")),
        "gift",
    ),
    "exit": Station(
        Said(QT_TRANSLATE_NOOP("Kiosk", "Goodbye")),
        Said(QT_TRANSLATE_NOOP("Kiosk", "To come back, just show your code again")),
        "door-open",
    ),
}
