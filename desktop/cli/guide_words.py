"""The words of `qinting guide`, `need`, `node` and `reception answer`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

guides, needs = Later("guides"), Later("needs")


def add_to_reception(reception: Any, leaf: Callable[..., Any]) -> None:
    """`reception answer` and `reception answers`."""
    made = leaf(reception, "answer", "记下提纲里一题的回答 / keep the answer to a question", guides.answer)
    made.add_argument("id", help="接待 / the talk")
    made.add_argument("question", metavar="KEY")
    made.add_argument("value", help="选项代码、1-5，或原话 / a code, a figure or the words")
    leaf(reception, "answers", "提纲各题与回答 / the questions and answers", guides.answers_of).add_argument("id")


def add_guide(guide: Any, leaf: Callable[..., Any]) -> None:
    """The words of `guide`."""
    leaf(guide, "list", "各节点的提纲 / the guide of every node", guides.guide_list)
    show = leaf(guide, "show", "一个节点的提纲 / the guide of a node", guides.guide_show)
    show.add_argument("node")
    show.add_argument("--version", type=int, metavar="N", help="哪一版，不写是最新 / which one; else the newest")
    new = leaf(guide, "set", "写下一版，旧版保留 / write the next version", guides.guide_set)
    new.add_argument("node")
    new.add_argument("--file", required=True, metavar="F.json", help="guide show --json 里的 lines / its lines")


def add_need(need: Any, leaf: Callable[..., Any]) -> None:
    """The words of `need`."""
    listed = leaf(need, "list", "各节点的需求 / the needs of every node", needs.need_list)
    ack = leaf(need, "ack", "部门已知悉 / a department took note", needs.need_ack)
    ack.add_argument("ids", nargs="+", metavar="NUMBER")
    ack.add_argument("--department", required=True, metavar="CODE")
    ack.add_argument("--by", metavar="STAFF", help="谁说的，不写是自己 / who said so; else oneself")
    ack.add_argument("--means", metavar="CODE", help="代录时怎么说的 / how the word came")
    ack.add_argument("--words", metavar="TEXT")
    ack.add_argument("--undo", action="store_true", help="撤回 / take it back")
    out = leaf(need, "export", "导出 .xlsx 或 .csv / write a table", needs.need_export)
    out.add_argument("file")
    for one in (listed, out):
        one.add_argument("--node", metavar="CODE")
        one.add_argument("--event")


def add_node(node: Any, leaf: Callable[..., Any]) -> None:
    """The words of `node`."""
    new = leaf(node, "add", "加一个自己的节点 / add a node of the project's own", needs.node_add)
    new.add_argument("code")
    new.add_argument("--zh", required=True, metavar="NAME")
    new.add_argument("--en", default="", metavar="NAME")
    grid = leaf(node, "matrix", "节点与部门职责表 / which department acts at which node", needs.node_matrix)
    grid.add_argument("--csv", metavar="FILE", help="存成表格 .csv .xlsx / into a table")
    grid.add_argument("--pdf", metavar="FILE", help="打印成一页 / as a page to print")
    gate = leaf(
        node, "gate", "决策前要看的：需求、未了的诉求、共性问题 / what a decision at a node has to see", needs.gate
    )
    gate.add_argument("node")
    gate.add_argument("--csv", metavar="FILE", help=".csv .xlsx")
    gate.add_argument("--pdf", metavar="FILE")
