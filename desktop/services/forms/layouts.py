"""Where everything stands on the forms that were printed: kept when they go out, found when they come back."""

from collections.abc import Mapping

import msgspec

from db import forms, layouts
from db.errors import Misused, Refused
from db.store import Reader, Transaction
from desktop.paper.layout import Layout, layout_of
from desktop.services.forms.finding import form_named


def keep_layouts(tx: Transaction, printed: Mapping[str, Layout]) -> None:
    """Note for each form's number the layout that it was printed with now; earlier ones stay."""
    texts: dict[int, str] = {}
    for number, layout in printed.items():
        # Hundreds of forms share one layout.
        text = texts.setdefault(id(layout), "") or layout.as_text()
        texts[id(layout)] = text
        for form in forms.numbered(tx, number):
            layouts.keep(tx, form.id, text)


def layouts_of(reader: Reader, number: str) -> tuple[Layout, ...]:
    """The layouts that the form of this number was printed with, as far as this device knows; none for no form of ours.

    `number` is the text of its code.
    """
    try:
        form = form_named(reader, number)
    except (Misused, Refused):
        return ()
    return tuple(_readable(layouts.of_form(reader, form.id)))


def _readable(texts: tuple[str, ...]) -> list[Layout]:
    found = []
    for text in texts:
        try:
            found.append(layout_of(text))
        except (msgspec.DecodeError, ValueError):
            # A later version's, or damaged on its way: the others may still fit.
            continue
    return found
