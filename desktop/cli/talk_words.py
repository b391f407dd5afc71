"""The words of talks: reception, concern, aside, promise."""

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable
from typing import Any

from desktop.cli import guide_words, writing_words
from desktop.cli.following_words import add_calendar, add_following, add_share
from desktop.cli.later import Later
from desktop.cli.trail_words import add_to_concern

asides, nodes, talks = map(Later, ("asides", "nodes", "talks"))

Commands = _SubParsersAction  # the type that argparse gives no public name
Group = Callable[[Any, str, str], Any]
Leaf = Callable[..., ArgumentParser]


def add_words(commands: "Commands[Any]", group: "Group", leaf: "Leaf") -> None:
    """Add reception, concern, aside and promise to the tree; `group` and `leaf` make a branch and a command."""
    reception = group(commands, "reception", "接待 / talks")
    for name, help_text, work in (
        ("start", "开始接待 / begin a talk", talks.reception_start),
        ("end", "结束接待 / end a talk", talks.reception_end),
    ):
        talk = leaf(reception, name, help_text, work)
        talk.add_argument("--event", required=True)
        talk.add_argument("--client")
        talk.add_argument("--host", required=True, metavar="STAFF")
        if name == "start":
            talk.add_argument("--recorder", metavar="STAFF", help="记录人 / who writes")
            talk.add_argument("--observer", action="append", default=[], metavar="STAFF", help="旁听 / only listens")
            talk.add_argument("--delegate-for", metavar="STAFF", help="代谁接待 / for whom the host stands in")
    guide_words.add_to_reception(reception, leaf)
    writing_words.add_to_reception(reception, leaf)

    guide_words.add_guide(group(commands, "guide", "访谈提纲 / guides of talks"), leaf)
    guide_words.add_need(group(commands, "need", "需求 / needs"), leaf)
    guide_words.add_node(group(commands, "node", "客服节点 / nodes"), leaf)

    concern = group(commands, "concern", "诉求 / concerns")
    add = leaf(concern, "add", "记下客户原话 / take down a concern", talks.concern_add)
    for name in ("--event", "--received-by", "--words", "--type"):
        add.add_argument(name, required=True)
    for name in ("--client", "--area", "--wish", "--place", "--channel", "--grade", "--risk", "--occurred"):
        add.add_argument(name)
    writing_words.add_details(add)
    add.add_argument("--means", default="in_person")
    addition = leaf(concern, "addition", "补充原话 / add to the words", talks.concern_addition)
    addition.add_argument("id")
    addition.add_argument("--words", required=True)
    addition.add_argument("--by", required=True, metavar="STAFF")
    move = leaf(concern, "move", "推进一步 / take a step", talks.concern_move)
    move.add_argument("id")
    move.add_argument("state")
    move.add_argument("--by", required=True, metavar="STAFF")
    move.add_argument("--entered-by", metavar="STAFF")
    move.add_argument("--means", metavar="CODE")
    move.add_argument("--evidence", metavar="TEXT", help="代录的凭据 / what there is to show for it")
    move.add_argument("--set", action="append", default=[], nargs="+", metavar="FIELD=VALUE")
    listed = leaf(concern, "list", "诉求清单 / the work list", talks.concern_list)
    listed.add_argument("--overdue", action="store_true")
    listed.add_argument("--escalated", action="store_true", help="须督办的 / for somebody higher")
    listed.add_argument("--not-handed-over", action="store_true", help="超时未移交的 / not handed over in time")
    listed.add_argument("--state")
    by_node = leaf(concern, "nodes", "按节点：听到多少，本可在哪里避免 / concerns by node", nodes.nodes)
    by_node.add_argument("--event")
    add_to_concern(concern, leaf)
    add_following(concern, leaf)
    writing_words.add_to_concern(concern, leaf)

    aside = group(commands, "aside", "随口提到 / said in passing")
    add = leaf(aside, "add", "记下一句随口的话 / keep an aside", asides.aside_add)
    for name in ("--event", "--words"):
        add.add_argument(name, required=True)
    add.add_argument("--heard-by", required=True, metavar="STAFF")
    add.add_argument("--client")
    listed = leaf(aside, "list", "随口提到的话 / asides", asides.aside_list)
    listed.add_argument("--client")
    listed.add_argument("--open", action="store_true", help="还没转为诉求的 / without a concern so far")
    promote = leaf(aside, "promote", "转为诉求 / make it a concern", asides.aside_promote)
    promote.add_argument("id")
    promote.add_argument("--type", required=True)
    promote.add_argument("--area")

    promise = group(commands, "promise", "承诺 / promises")
    add = leaf(promise, "add", "作出承诺 / note a promise", talks.promise_add)
    add.add_argument("concern")
    for name in ("--text", "--due", "--by"):
        add.add_argument(name, required=True)
    add.add_argument("--department")
    add.add_argument("--kind", metavar="CODE", help="work 办理 / authority 需授权")
    leaf(promise, "list", "承诺清单 / promises", talks.promise_list).add_argument("--open", action="store_true")
    keep = leaf(promise, "keep", "已兑现 / kept", talks.promise_keep)
    keep.add_argument("id")
    keep.add_argument("--by", required=True, metavar="STAFF")
    add_share(promise, leaf)
    add_calendar(commands, group, leaf)
    writing_words.add_words(commands, group, leaf)
