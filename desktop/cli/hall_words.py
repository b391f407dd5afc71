"""The words of `qinting hall`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

hall = Later("hall")


def add_words(group: Any, leaf: Callable[..., Any]) -> None:
    """The commands of argparse's group `hall`; `leaf` adds one to it."""

    def add(name: str, help_text: str, work: Callable[..., Any], *, ticket: bool = False) -> Any:
        made = leaf(group, name, help_text, work)
        made.add_argument("--event", required=True)
        if ticket:
            made.add_argument("ticket", metavar="TICKET", help="号票上的号，如 A023 / the number on the ticket")
        return made

    arrive = add("arrive", "给到场的客户发号 / give a family that came in its ticket", hall.arrive)
    who = arrive.add_mutually_exclusive_group(required=True)
    who.add_argument("--client")
    who.add_argument("--check-in", metavar="ID")
    arrive.add_argument("--to", default="table", metavar="CODE", help="companion, table, executive")
    arrive.add_argument("--party", type=int, metavar="N", help="一共几位 / how many came")
    listed = add("list", "谁在等、谁在接待 / who waits, who is on duty", hall.overview)
    listed.add_argument("--staff", metavar="STAFF", help="只看派给这一位的 / only those sent to this person")
    direct = add("direct", "派给陪同人、接待桌或高管 / send a family to somebody", hall.direct, ticket=True)
    direct.add_argument("--to", metavar="CODE", help="companion, table, executive")
    direct.add_argument("--staff", metavar="STAFF", help="不写就派给最闲的一位 / else whoever has the least to do")
    direct.add_argument("--table", metavar="NAME")
    direct.add_argument("--take", action="store_true", help="接过派给别人的 / take over from whoever it was sent to")
    call = add("call", "叫号，每家一次 / call a family, once", hall.call, ticket=True)
    call.add_argument("--staff", metavar="STAFF", help="谁来叫 / who calls")
    call.add_argument("--again", action="store_true", help="再显示一次 / show a call once more")
    greet = add("greet", "已接到客户 / the family was greeted", hall.greet, ticket=True)
    greet.add_argument("--staff", metavar="STAFF")
    add("left", "客户先走了 / the family went without a talk", hall.left, ticket=True)
    seat = add("seat", "安排接待人和桌号 / put somebody on duty, at a table", hall.seat)
    seat.add_argument("--staff", required=True, metavar="STAFF")
    seat.add_argument("--part", metavar="CODE", help="host, companion, executive")
    seat.add_argument("--table", metavar="NAME")
    seat.add_argument("--reason", default="", metavar="T", help="没有培训也安排，为什么 / why without the training")
    away = add("away", "接待人离开或关一张桌，等候的改派 / a host is away, or a table closes", hall.away)
    who = away.add_mutually_exclusive_group(required=True)
    who.add_argument("--staff", metavar="STAFF")
    who.add_argument("--table", metavar="NAME")
    back = add("back", "接待人回来了 / a host is back", hall.back)
    back.add_argument("--staff", required=True, metavar="STAFF")
    back.add_argument("--table", metavar="NAME")
    add("pause", "叫号屏全部暂停 / pause every calling screen", hall.pause)
    add("resume", "叫号屏恢复 / let them go on", hall.resume)
    add("board", "叫号屏上的内容 / what a calling screen shows", hall.board)
    show = add("show", "大厅看得到什么：问候语、姓名 / what the hall is shown", hall.show)
    show.add_argument("--greeting", metavar="TEXT", help="空的就用“欢迎您” / empty: the usual one")
    show.add_argument(
        "--names", nargs="*", metavar="CODE", help="name, host, helmet, gift；不带就都不显示 / without: none of them"
    )
    doubles = add("doubles", "两人各自接了的同一家 / one family taken by two", hall.doubles)
    doubles.add_argument("--settle", metavar="TICKET", help="定下这一家 / say whose this family is")
    doubles.add_argument("--staff", metavar="STAFF", help="由谁接待 / whose it is")
