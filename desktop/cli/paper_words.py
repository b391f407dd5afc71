"""The words of `qinting paper`, and of `rehearse`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.answer_words import add_sheet
from desktop.cli.later import Later

badges, papers, print_jobs, rehearsing, reports, sheet_reading = map(
    Later, ("badges", "papers", "print_jobs", "rehearsing", "reports", "sheet_reading")
)


def add_words(paper: Any, leaf: Callable[..., Any]) -> None:
    """The words of `paper`; `leaf` adds one command to argparse's group `paper`."""
    for name, help_text, work in (
        ("form", "客户意见反馈表 / feedback forms", papers.form),
        ("invitation", "邀请卡 / invitation sheet", papers.invitation),
        ("common", "共性问题反馈表 / the common issues", papers.common),
    ):
        made = leaf(paper, name, help_text, work)
        made.add_argument("--event", required=True)
        made.add_argument("--pdf", required=True, metavar="FILE")
        if name != "common":
            made.add_argument("--owner", metavar="NAME", help="只为他的客户 / for this person's clients only")
        if name == "invitation":
            made.add_argument("--client", help="只这一位，A6 一张 / only theirs, as an A6 card")
            made.add_argument("--card", action="store_true", help="每位一张 A6 / an A6 card for each")
        if name == "form":
            made.add_argument("--client")
            made.add_argument(
                "--only-heard", action="store_true", help="只印有诉求的客户 / only who had something to say"
            )
    _add_badges(paper, leaf)
    add_sheet(paper, leaf)
    _add_briefs(paper, leaf)
    _add_reports(paper, leaf)
    _add_printing(paper, leaf)
    _add_sheets(paper, leaf)
    back = leaf(
        paper, "read", "读回扫描或拍下的反馈表 / forms read back from scans and photographs", sheet_reading.read
    )
    back.add_argument(
        "images", nargs="+", metavar="IMAGE", help="图片、PDF、TIFF 或文件夹 / pictures, PDF, TIFF or folders"
    )
    back.add_argument("--event", required=True)
    talk = leaf(paper, "interview", "访谈记录，或空白的 / interview records, or a blank one", papers.interview)
    talk.add_argument("--event", required=True)
    talk.add_argument("--pdf", required=True, metavar="FILE")
    talk.add_argument("--client")
    talk.add_argument("--blank", action="store_true", help="手写用的空白页 / to fill in by hand")
    notice = leaf(paper, "notice", "个人信息保护告知，张贴用 / the privacy notice, to hang up", papers.privacy_notice)
    notice.add_argument("--pdf", required=True, metavar="FILE")
    duty = leaf(paper, "duty", "接待履职表，签字用 / who owes receptions, to be signed", papers.duty)
    duty.add_argument("--pdf", required=True, metavar="FILE")
    when = duty.add_mutually_exclusive_group()
    when.add_argument("--as-of", metavar="DATE", help="截至哪一天，不写就是今天 / as of which day; else today")
    when.add_argument("--quarter", metavar="2026Q4", help="一个季度，带各期 / of a quarter, with every period in it")
    record = leaf(paper, "record", "接待记录，一次接待一份，内部存档 / the record of a talk, internal", papers.record)
    record.add_argument("--reception", required=True, metavar="ID")
    record.add_argument("--pdf", required=True, metavar="FILE")
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


def _add_reports(paper: Any, leaf: Callable[..., Any]) -> None:
    summary = leaf(paper, "summary", "活动总结，内部版或业主版 / the event summary, or for owners", reports.summary)
    summary.add_argument("--event", required=True)
    summary.add_argument(
        "--for", dest="audience", choices=("internal", "owners"), default="internal", help="给谁看 / who reads it"
    )
    digest = leaf(paper, "digest", "高管摘要，一场活动或一段时间 / the executive digest", reports.digest)
    digest.add_argument("--event", help="一场活动 / of an event")
    digest.add_argument("--from", dest="first", metavar="DATE", help="或者一段时间 / or of the days from")
    digest.add_argument("--to", dest="last", metavar="DATE")
    for one in (summary, digest):
        one.add_argument("--pdf", metavar="FILE")
        one.add_argument("--docx", metavar="FILE", help="可编辑的文档 / a document to be edited")
    approve = leaf(paper, "approve", "审定业主版总结，或看是否审定 / approve the summary for owners", reports.approve)
    approve.add_argument("--event", required=True)
    approve.add_argument("--by", metavar="STAFF", help="由谁审定；不写只看状态 / who approves; else how it stands")
    approve.add_argument("--withdraw", action="store_true", help="撤回审定 / take the approval back")


def _add_sheets(paper: Any, leaf: Callable[..., Any]) -> None:
    walk = leaf(paper, "walk", "查验记录单，一户一份 / to walk through each home with", papers.walk)
    walk.add_argument("--event", required=True)
    walk.add_argument("--room", metavar="ROOM", help="只印这一户，如 6-2-1201 / this home only")
    walk.add_argument("--owner", metavar="NAME", help="只为他的客户 / for this person's clients only")
    letter = leaf(paper, "dispatch", "派单函，一件一份 / to hand a concern to a department or firm", papers.dispatch)
    letter.add_argument("--concern", nargs="+", default=[], metavar="ID", help="这几件 / these concerns")
    letter.add_argument("--event", help="这场活动待签收的 / those of an event that wait to be signed for")
    listed = leaf(paper, "department", "部门清单，按期限 / what is open, by department and deadline", papers.department)
    listed.add_argument("--event", required=True)
    for one in (letter, listed):
        one.add_argument("--department", metavar="CODE", help="只这个部门 / of this department only")
    for one in (walk, letter, listed):
        one.add_argument("--pdf", required=True, metavar="FILE")


def _add_printing(paper: Any, leaf: Callable[..., Any]) -> None:
    sent = leaf(paper, "print", "送往打印机 / send to a printer", print_jobs.print_file)
    sent.add_argument("file")
    sent.add_argument("--queue", metavar="NAME", help="打印机，不写就用默认的 / printer; else the usual one")
    sent.add_argument("--copies", type=int, default=1, metavar="N", help="份数 / how many")
    sent.add_argument(
        "--sides",
        choices=("one", "long", "short"),
        default="",
        help="单面，双面长边或短边翻页 / one side, or the edge bound",
    )
    sent.add_argument("--tray", default="", metavar="TRAY", help="纸盒，看 printers / see printers")
    sent.add_argument("--media", default="", metavar="MEDIA", help="纸张，如 A4 / paper, such as A4")
    offered = leaf(paper, "printers", "打印机和可选项 / the printers and what they offer", print_jobs.printers)
    offered.add_argument("--queue", metavar="NAME", help="只看这一台 / this one only")
    leaf(paper, "jobs", "打印任务 / papers on their way to printers", print_jobs.jobs)
    taken = leaf(paper, "cancel", "取消打印任务 / take a paper back", print_jobs.cancel)
    again = leaf(paper, "retry", "重新打印 / print a paper anew", print_jobs.retry)
    for one in (taken, again):
        one.add_argument("job", metavar="JOB")
    again.add_argument("--queue", metavar="NAME", help="换一台打印机 / on another printer")


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
        one.add_argument(
            "--lacking", action="store_true", help="缺字也打印 / print names with a missing character, too"
        )


def add_rehearsal(commands: Any, leaf: Callable[..., Any]) -> None:
    """The words of the rehearsal."""
    whole = leaf(commands, "rehearse", "彩排：虚构客户走真流程 / a rehearsal", rehearsing.rehearse)
    whole.add_argument("--event", required=True)
    whole.add_argument("--arrivals", type=int, default=300, metavar="N", help="来多少户 / how many families come")
    whole.add_argument("--minutes", type=int, default=30, metavar="M", help="在几分钟里 / within how many minutes")
    whole.add_argument("--seed", type=int, default=1, metavar="S")
    whole.add_argument("--size", default="80", metavar="62|80", help="小票的纸宽 / width of the tickets")
    whole.add_argument("--queue", metavar="NAME", help="真的打印，不写就不出纸 / print for real; else no paper is used")
