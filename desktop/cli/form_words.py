"""The words of `qinting form`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

forms = Later("forms")
reading = Later("form_ticks")
# As desktop.services.forms.listing has them; a test compares.
VIEWS = ("issued", "returned", "entered", "missing", "unused")


def add_words(form: Any, leaf: Callable[..., Any]) -> None:
    """The words of `form` and their options; `leaf` adds one command to argparse's group `form`."""
    look = leaf(form, "find", "按编号找一张表 / find a form by its number", forms.find)
    look.add_argument("number")
    listed = leaf(form, "list", "一场活动的表：发出、收回、已录、未收回 / the forms of an event", forms.list_)
    listed.add_argument("--only", choices=VIEWS)
    typed = leaf(form, "enter", "录入纸上的原话 / type in the words of a form", forms.enter)
    typed.add_argument("number")
    typed.add_argument("--no-words", action="store_true", help="表上没有原话 / nothing is written on it")
    for name in ("--words", "--type", "--area", "--place", "--wish", "--grade", "--answer"):
        typed.add_argument(name)
    typed.add_argument("--received-by", metavar="STAFF")
    typed.add_argument("--at", metavar="TIME", help="表上的时间 / the time on the form")
    typed.add_argument("--channel", default="on_site")
    typed.add_argument("--means", default="signed_sheet")
    back = leaf(form, "returned", "纸已收回 / the paper is back", forms.returned)
    back.add_argument("numbers", nargs="+", metavar="NUMBER")
    back.add_argument("--undo", action="store_true")
    shot = leaf(form, "photos", "照片按表上的码归到各表 / sort photographs to their forms", forms.photographs)
    shot.add_argument("paths", nargs="+", metavar="DIR|FILE")
    kept = leaf(form, "pictures", "一张表的照片 / the pictures of a form", forms.pictures)
    kept.add_argument("number")
    kept.add_argument("--to", metavar="DIR", help="写到文件夹 / write them to a folder")
    ticked = leaf(form, "ticks", "从纸上读出的勾选，由人确认 / the ticks read from a form, confirmed", reading.ticks)
    ticked.add_argument("number")
    ticked.add_argument("--clear", action="store_true", help="确认看清的框 / confirm the clear ones")
    ticked.add_argument("--ticked", nargs="+", metavar="BOX", help="这些勾了 / these are ticked")
    ticked.add_argument("--not-ticked", nargs="+", metavar="BOX", help="这些没勾 / these are not")
    ticked.add_argument("--take-relation", action="store_true", help="身份按表上的改 / the form's relation counts")
    for one in (look, typed, back, kept, ticked):
        one.add_argument("--event", help="编号只写最后一段时 / where only the last part of a number is given")
    for one in (listed, shot):
        one.add_argument("--event", required=True)
