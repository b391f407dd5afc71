"""What was found on a picture of one of our sheets: which sheet it is, its boxes, and its handwriting as strips."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoxFound:
    """A tick box; `ink` is the share (0 to 1) of its inside that a pen covered, `page` counts from 1.

    `is_doubtful` says that a person has to look: pale, struck out, or in contradiction to another box. What the printer
    filled in is no tick. `picture` is a straightened JPEG of the box with its label.
    """

    name: str
    page: int
    is_ticked: bool
    ink: float
    is_doubtful: bool
    picture: bytes


@dataclass(frozen=True, slots=True)
class FieldFound:
    """A place for handwriting; `picture` is a straightened JPEG of it."""

    name: str
    page: int
    picture: bytes


@dataclass(frozen=True, slots=True)
class SheetFound:
    """A page that was read: the form's `number` as its code holds it, which page of how many, what is on it."""

    number: str
    page: int
    pages: int
    boxes: tuple[BoxFound, ...]
    fields: tuple[FieldFound, ...]
