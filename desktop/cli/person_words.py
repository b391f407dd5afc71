"""The words of `qinting person`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

persons = Later("persons")


def add_words(person: Any, leaf: Callable[..., Any]) -> None:
    """The words of `person`; `leaf` adds one command to argparse's group."""
    out = leaf(person, "export", "写出一个人的全部资料 / write all that is kept about somebody", persons.export)
    out.add_argument("id", help="客户 / the client")
    out.add_argument("--file", required=True, metavar="F", help=".json / .xlsx")
    gone = leaf(person, "erase", "抹去一个人的资料，不能撤销 / erase somebody for good", persons.erase)
    gone.add_argument("id", help="客户 / the client")
    gone.add_argument("--reason", required=True, metavar="T", help="为什么 / why")
    leaf(person, "erased", "抹去过的，和还没收到的设备 / erasures, and who has not heard", persons.erased)
    gone.add_argument("--second", metavar="STAFF", help="同意的另一个人 / the other person who agreed")
