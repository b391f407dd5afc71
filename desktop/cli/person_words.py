"""The words of `qinting person`, and of who looks after a client; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

owners, persons = map(Later, ("owners", "persons"))


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


def add_owners(client: Any, leaf: Callable[..., Any]) -> None:
    """`client owner`, `hand-over` and `owners`."""
    give = leaf(client, "owner", "谁对接这位客户，原来的就此为止 / who looks after a client", owners.give)
    give.add_argument("id")
    give.add_argument("--name", required=True, help="姓名；空着就是没有 / a name; empty for nobody")
    give.add_argument("--kind", metavar="CODE", help="property_butler, sales_adviser, contact")
    over = leaf(client, "hand-over", "离职交接：客户都转给另一位 / hand over all clients", owners.hand_over)
    over.add_argument("--from", dest="leaving", required=True, metavar="NAME")
    over.add_argument("--to", dest="taking", required=True, metavar="NAME")
    leaf(client, "owners", "同时有两位对接人的客户 / clients with two of ours", owners.twice)
