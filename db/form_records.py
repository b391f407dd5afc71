"""What the pen left in the boxes of forms that came back."""

from dataclasses import dataclass
from typing import ClassVar

from db.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBox(Record):
    """One row per form, picture and tick box; the id is a function of the three, and so is everything read.

    `picture` names the content of the picture (a function of the form and the content's SHA-256), `ink` is per mille.
    `ticked` and `is_doubtful` are the machine's word and stay; `confirmed` is a person's, 1 for ticked, empty while
    nobody looked. Who confirmed it and when stands in the history.
    """

    table: ClassVar[str] = "form_box"
    write_once: ClassVar[frozenset[str]] = frozenset({"form", "picture", "box", "page", "ticked", "ink", "is_doubtful"})
    form: str
    picture: str
    box: str
    page: int
    ticked: int
    ink: int
    is_doubtful: int
    confirmed: int | None = None
