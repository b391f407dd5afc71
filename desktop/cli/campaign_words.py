"""The words of `qinting campaign`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

campaigns, calls = Later("campaigns"), Later("calls")
_SETTINGS = (
    "--quota", "--due-days", "--greeting", "--phrases", "--checklist", "--call-from", "--call-until", "--entry-min",
)  # fmt: skip


def add_words(group: Any, leaf: Callable[..., Any]) -> None:
    """The commands of argparse's group `campaign`; `leaf` adds one to it."""

    def add(name: str, help_text: str, work: Callable[..., Any], *, of: str = "id") -> Any:
        made = leaf(group, name, help_text, work)
        if of:
            made.add_argument(of)
        return made

    new = add("add", "新建热线实践 / add a campaign", campaigns.campaign_add, of="")
    for name in ("--name", "--starts"):
        new.add_argument(name, required=True)
    new.add_argument("--ends", help="不写就是一天 / else one day")
    new.add_argument("--kind", default="practice", help="practice 热线实践, onboarding 入职第一课")
    for name in _SETTINGS:
        new.add_argument(name, help="每行一句 / a line each" if name in ("--phrases", "--checklist") else None)
    add("list", "全部热线实践 / every campaign", campaigns.campaign_list, of="")
    add("report", "一次热线实践的数字 / its figures", campaigns.campaign_report)
    again = add("series", "按月生成 / make it again every month", campaigns.campaign_series)
    again.add_argument("--months", type=int, default=12)
    joined = add("join", "加入一位 / put somebody in", campaigns.campaign_join)
    joined.add_argument("--staff", required=True)
    joined.add_argument("--coach", metavar="STAFF", help="带教员 / who sits beside")
    for name in ("--extension", "--post", "--untrained-reason"):
        joined.add_argument(name)
    _calls(add)
    _files(add)
    heard = add(
        "heard", "我听到的：7 天、30 天后怎样了 / what was heard, 7 and 30 days later", campaigns.campaign_heard
    )
    heard.add_argument("--staff")
    add("recall", "把待回访的排给当时接听的人 / callbacks go to whoever heard it", campaigns.campaign_recall)
    proof = add("certificate", "完成证书 / the certificate of somebody who is done", campaigns.campaign_certificate)
    proof.add_argument("--staff", required=True)
    proof.add_argument("--pdf", required=True, metavar="FILE")
    over = add("close", "结束，未完成的写明原因 / close it, with reasons for shortfalls", campaigns.campaign_close)
    over.add_argument("--reason", action="append", default=[], metavar="STAFF=TEXT")


def _calls(add: Callable[..., Any]) -> None:
    one = add("contact", "记一通电话 / enter a call", calls.contact)
    one.add_argument("--staff", required=True)
    one.add_argument("--direction", choices=("received", "called_back"), default="received")
    one.add_argument("--result", default="talked", metavar="CODE")
    for name in ("--at", "--client", "--caller", "--phone", "--order", "--words", "--type", "--area"):
        one.add_argument(name)
    one.add_argument("--item", help="待回访清单里的一条 / a call of the list")
    one.add_argument("--coach", metavar="STAFF")
    for name in ("--rings", "--ring-seconds", "--talk-seconds"):
        one.add_argument(name, type=int)
    said = add("enter", "补录一通电话的原话 / take down the words of a call", calls.enter, of="contact")
    said.add_argument("--words", required=True)
    said.add_argument("--type", required=True)
    said.add_argument("--area")
    told = add("name", "补记是谁打来的 / say afterwards who called", calls.name, of="contact")
    told.add_argument("--name", required=True)
    told.add_argument("--phone")
    void = add("void", "作废一通电话 / a call counts nowhere", calls.void, of="contact")
    void.add_argument("--reason", required=True)
    seen = add("observe", "旁听与评分 / listen to a call and score it", calls.observe, of="contact")
    seen.add_argument("--by", required=True, metavar="STAFF")
    for name, text in (("--did", "做到的 / done"), ("--not", "没做到的 / not done")):
        seen.add_argument(
            name, dest=name.strip("-") + "_lines", type=int, nargs="+", default=[], metavar="N", help=text
        )
    seen.add_argument("--words")
    planned = add("plan", "加一条待回访 / put a call onto the list", calls.plan)
    for name in ("--phone", "--client", "--name", "--words", "--order", "--staff"):
        planned.add_argument(name)
    add("dial", "看完整号码，有记录 / the number in full; the journal notes it", calls.dial, of="item")
    quiet = add("quiet", "免打扰名单 / who wants no calls", calls.quiet_list, of="")
    what = quiet.add_mutually_exclusive_group()
    for name in ("--client", "--phone", "--lift"):
        what.add_argument(name)
    quiet.add_argument("--reason", default="")


def _files(add: Callable[..., Any]) -> None:
    for name, text, work in (
        ("import-list", "导入待回访清单 / a list of calls to make", calls.import_list),
        ("import-log", "导入通话记录并匹配 / the log of calls, and match it", calls.import_log),
    ):
        taken = add(name, text, work)
        is_log = name == "import-log"
        taken.add_argument("file", nargs="?" if is_log else None)
        taken.add_argument("--mapping", metavar="FILE", help='JSON：{"标题": "字段"} / JSON: {"heading": "field"}')
        taken.add_argument("--dry-run", action="store_true")
        if is_log:
            taken.add_argument("--window-min", type=int, default=3, metavar="N", help="前后几分钟 / minutes apart")
    out = add("export", "按话务系统的列导出 / the calls in the telephone system's columns", calls.export)
    out.add_argument("--file", required=True, metavar="F")
