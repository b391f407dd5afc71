"""Troubles in a sentence with the next step, for windows that have no database yet."""

from db.errors import Trouble
from desktop.rules.codes import worded
from desktop.settings import Language
from resources.wording import wording


def sentence(trouble: Trouble, language: Language) -> str:
    """What happened and what to do."""
    said = wording(trouble.code, worded(trouble.facts, language), language)
    if language == "zh":
        return f"{said.message.rstrip('。')}。{said.next}"
    return f"{said.message.rstrip('.')}. {said.next}"
