"""The words of `qinting paper`, and of `rehearse`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.answer_words import add_sheet
from desktop.cli.later import Later

badges, papers, rehearsing = map(Later, ("badges", "papers", "rehearsing"))


def add_words(paper: Any, leaf: Callable[..., Any]) -> None:
    """The words of `paper`; `leaf` adds one command to argparse's group `paper`."""
    for name, help_text, work in (
        ("form", "客户意见反馈表 / feedback forms", papers.form),
        ("invitation", "邀请卡 / invitation sheet", papers.invitation),
        ("summary", "活动总结 / event summary", papers.summary),
        ("common", "共性问题反馈表 / the common issues", papers.common),
    ):
        made = leaf(paper, name, help_text, work)
        made.add_argument("--event", required=True)
        made.add_argument("--pdf", required=True, metavar="FILE")
        if name not in ("summary", "common"):
            made.add_argument("--owner", metavar="NAME", help="只为他的客户 / for this person's clients only")
        if name == "form":
            made.add_argument("--client")
            made.add_argument(
                "--only-heard", action="store_true", help="只印有诉求的客户 / only who had something to say"
            )
    _add_badges(paper, leaf)
    add_sheet(paper, leaf)
    _add_briefs(paper, leaf)
    sent = leaf(paper, "print", "送往打印机 / send to a printer", papers.print_file)
    sent.add_argument("file")
    sent.add_argument("--queue", metavar="NAME", help="打印机，不写就用默认的 / printer; else the usual one")
    talk = leaf(paper, "interview", "访谈记录，或空白的 / interview records, or a blank one", papers.interview)
    talk.add_argument("--event", required=True)
    talk.add_argument("--pdf", required=True, metavar="FILE")
    talk.add_argument("--client")
    talk.add_argument("--blank", action="store_true", help="手写用的空白页 / to fill in by hand")
    copy = leaf(paper, "copy", "客户联，一次接待一份 / the client's copy of a talk", papers.copy)
    copy.add_argument("--reception", required=True, metavar="ID")
    copy.add_argument("--pdf", required=True, metavar="FILE")


def _add_briefs(paper: Any, leaf: Callable[..., Any]) -> None:
    for name, help_text, work in (
        ("before", "接待前一页，手机上看 / one page for the evening before", papers.before),
        ("after", "接待后一页，手机上看 / one page for the same evening", papers.after),
    ):
        made = leaf(paper, name, help_text, work)
        made.add_argument("--event", required=True)
        made.add_argument("--pdf", required=True, metavar="FILE")
        made.add_argument("--png", metavar="FILE", help="另存为图片 / as a picture, too")
        made.add_argument("--staff", metavar="STAFF", help="给这一位 / for this person")
    made = leaf(paper, "digest", "高管摘要，一场活动或一段时间 / the executive digest", papers.digest)
    made.add_argument("--event", help="一场活动 / of an event")
    made.add_argument("--from", dest="first", metavar="DATE", help="或者一段时间 / or of the days from")
    made.add_argument("--to", dest="last", metavar="DATE")
    made.add_argument("--pdf", required=True, metavar="FILE")


def _add_badges(paper: Any, leaf: Callable[..., Any]) -> None:
    badge = leaf(paper, "badge", "胸牌：一位客户，或全场 / badges: one client's, or the event's", badges.badge)
    badge.add_argument("--event", required=True)
    badge.add_argument("--client")
    badge.add_argument("--size", default="a6", metavar="a6|90x54|62|80", help="毫米；62、80 是卷纸 / mm; 62, 80: rolls")
    badge.add_argument("--room", action="store_true", help="印上房号 / with the room")
    ticket = leaf(paper, "ticket", "排队号小票 / the ticket of a turn in the hall", badges.ticket)
    ticket.add_argument("--event", required=True)
    ticket.add_argument("--turn", required=True, metavar="NUMBER", help="号码，如 A023 / its number, such as A023")
    ticket.add_argument("--size", default="80", metavar="62|80")
    for one in (badge, ticket):
        one.add_argument("--pdf", metavar="FILE", help="存成文件 / into a file")
        one.add_argument("--queue", metavar="NAME", help="送往这台打印机，每张只一次 / to this printer, each once")
        one.add_argument("--again", action="store_true", help="补打 / print again on purpose")


def add_rehearsal(commands: Any, leaf: Callable[..., Any]) -> None:
    """The words of the rehearsal."""
    whole = leaf(commands, "rehearse", "彩排：虚构客户走真流程 / a rehearsal", rehearsing.rehearse)
    whole.add_argument("--event", required=True)
    whole.add_argument("--arrivals", type=int, default=300, metavar="N", help="来多少户 / how many families come")
    whole.add_argument("--minutes", type=int, default=30, metavar="M", help="在几分钟里 / within how many minutes")
    whole.add_argument("--seed", type=int, default=1, metavar="S")
    whole.add_argument("--size", default="80", metavar="62|80", help="小票的纸宽 / width of the tickets")
    whole.add_argument("--queue", metavar="NAME", help="真的打印，不写就不出纸 / print for real; else no paper is used")
