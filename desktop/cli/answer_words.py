"""The words of `qinting answer` and `qinting reflection`; what they do is loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

answers, reflections = Later("answers"), Later("reflections")
# As desktop.rules.answers has them; a test compares.
STATES = ("valid", "soon", "draft", "expired", "replaced", "withdrawn")


def add_answers(answer: Any, leaf: Callable[..., Any]) -> None:
    """The words of `answer`; `leaf` adds one command to argparse's group."""
    add = leaf(answer, "add", "起草一条口径 / draft an answer", answers.answer_add)
    add.add_argument("--question", required=True)
    add.add_argument("--answer", required=True, dest="words", metavar="TEXT")
    add.add_argument("--until", required=True, metavar="DATE", help="有效期至 / the last day of use")
    change = leaf(answer, "change", "修改；批准后才生效 / change; counts once agreed to", answers.answer_change)
    change.add_argument("id", help="问题或 id / the question or the id")
    change.add_argument("--question")
    change.add_argument("--answer", dest="words", metavar="TEXT")
    change.add_argument("--until", metavar="DATE")
    for one in (add, change):
        one.add_argument("--never", metavar="TEXT", help="不得承诺的 / what must not be promised")
        one.add_argument("--keywords", metavar="WORDS")
        for name in ("--area", "--node", "--department"):
            one.add_argument(name, metavar="CODE")
        one.add_argument("--by", required=True, metavar="STAFF")
    approve = leaf(answer, "approve", "批准，须由另一人 / agree to it; another person must", answers.answer_approve)
    approve.add_argument("id")
    approve.add_argument("--by", required=True, metavar="STAFF")
    leaf(answer, "withdraw", "撤下 / take out of use", answers.answer_withdraw).add_argument("id")
    leaf(answer, "restore", "恢复撤下的 / put back", answers.answer_restore).add_argument("id")
    listed = leaf(answer, "list", "全部口径 / every answer", answers.answer_list)
    listed.add_argument("--state", choices=STATES)
    found = leaf(answer, "search", "按字、拼音、首字母查找 / search by words, pinyin, initials", answers.answer_search)
    found.add_argument("query")
    found.add_argument("--limit", type=int, default=8)
    take = leaf(answer, "import", "导入一张口径表，都待审 / import a list, all of it drafts", answers.answer_import)
    take.add_argument("file")
    take.add_argument("--by", required=True, metavar="STAFF")


def add_reflections(reflection: Any, leaf: Callable[..., Any]) -> None:
    """The words of `reflection`; `leaf` adds one command to argparse's group."""
    add = leaf(reflection, "add", "写一份心得，可代录 / keep what somebody took from it", reflections.reflection_add)
    add.add_argument("--by", required=True, metavar="STAFF", help="谁的心得 / whose it is")
    add.add_argument("--case", required=True, metavar="TEXT")
    add.add_argument("--lesson", required=True, metavar="TEXT")
    for name in ("--event", "--reception", "--campaign"):
        add.add_argument(name, metavar="ID")
    add.add_argument("--commitment", metavar="TEXT", help="要做的事 / what the person will do")
    add.add_argument("--due", metavar="DATE")
    add.add_argument("--entered-by", metavar="STAFF", help="谁代录的 / who typed it for them")
    leaf(reflection, "keep", "要做的事做到了 / it was done", reflections.reflection_keep).add_argument("id")
    told = leaf(reflection, "share", "记下讲给谁听 / note to whom it was told", reflections.reflection_share)
    told.add_argument("id")
    told.add_argument("--on", required=True, metavar="DATE")
    told.add_argument("--audience", required=True, metavar="TEXT")
    told.add_argument("--people", type=int, metavar="N")
    told.add_argument("--words", metavar="TEXT")
    listed = leaf(reflection, "list", "心得；--owed 谁欠着 / what was written", reflections.reflection_list)
    listed.add_argument("--staff", metavar="STAFF")
    which = listed.add_mutually_exclusive_group()
    which.add_argument("--owed", action="store_true", help="三天了还没写的 / not written after three days")
    which.add_argument("--due", action="store_true", help="说了还没做到的 / meant to be done, not done yet")
    found = leaf(reflection, "search", "案例库，不含客户信息 / cases without names", reflections.reflection_search)
    found.add_argument("query", nargs="?")
    for name in ("--node", "--area", "--part"):
        found.add_argument(name, metavar="CODE")


def add_sheet(paper: Any, leaf: Callable[..., Any]) -> None:
    """`paper reflection`."""
    one = leaf(
        paper, "reflection", "心得单，不含客户信息 / a reflection, without the client", reflections.reflection_sheet
    )
    one.add_argument("id")
    one.add_argument("--pdf", required=True, metavar="FILE")
