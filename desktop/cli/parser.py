"""The words of the command line; other people's scripts rely on them, so they are extended, never renamed."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, NoReturn, cast

from typing_extensions import override

from desktop.cli import (
    answer_words,
    campaign_words,
    common_words,
    duty_words,
    hall_words,
    inviting_words,
    kit_words,
    paper_words,
    person_words,
    project_words,
    talk_words,
)
from desktop.cli.form_words import add_words
from desktop.cli.later import Later
from desktop.cli.trail_words import add_history

if TYPE_CHECKING:
    from desktop.cli.output import Answer
    from desktop.cli.session import Session

Work = Callable[["Session"], "Answer"]

door, doubles = map(Later, ("door", "doubles"))
doctor, founding, keeping = map(Later, ("doctor", "founding", "keeping"))
lists, outbox, travel = map(Later, ("lists", "outbox", "travel"))
stations = Later("stations")


class UsageTrouble(Exception):  # noqa: N818 - in the house's words
    """The arguments do not make a command."""


class Parser(ArgumentParser):
    """An argument parser that reports instead of exiting."""

    @override
    def error(self, message: str) -> NoReturn:
        """Raise what is wrong with the usage line of the command."""
        raise UsageTrouble(f"{message}\n{self.format_usage().strip()}")


Commands = _SubParsersAction  # the type that argparse gives no public name
# Where a group notes which words were typed.
_WANTED: Final = "qinting_wanted"


class _Unasked:
    """Stands for a group that nobody asked for: whatever is added to it is not made."""

    def __getattr__(self, name: str) -> Any:
        return self

    def __call__(self, *told: object, **more: object) -> Any:
        return self


def build_parser(words: Iterable[str] | None = None) -> Parser:
    """The tree of commands; each leaf carries its work as `work`.

    With `words`, those typed, only the groups named among them have their commands: the whole tree takes a tenth of a
    second, and one is run.
    """
    parser = Parser(
        prog="qinting",
        description="亲听 Qinting：房企高管亲自接待客户 / executives meet their clients in person",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _global_options(parser, given=True)
    parser.add_argument(
        "--face", choices=("kiosk", "host", "office", "board"), help="打开哪个窗口 / which window to open"
    )
    parser.add_argument("--event", help="窗口用于哪场活动 / the event of the window")
    parser.add_argument(
        "--rehearsal", nargs="?", const="", metavar="FACTS", help="彩排：窗口开在虚构的数据上 / a window to practise at"
    )
    commands = parser.add_subparsers(title="commands 命令", metavar="COMMAND")
    setattr(commands, _WANTED, None if words is None else frozenset(words))
    for build in (_founding, _people, _clients, _door, _talks, _answers, _papers, _forms, _travel, _whole):
        build(commands)
    return parser


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ArgumentTypeError("1 or more")
    return number


def _global_options(parser: ArgumentParser, *, given: bool) -> None:
    """The options of every command, before its name or behind it."""
    none = None if given else SUPPRESS
    parser.add_argument("--data", metavar="FILE", default=none, help="数据库文件 / database file")
    parser.add_argument(
        "--passphrase-file",
        metavar="P",
        default=none,
        help="口令文件，取第一行 / file whose first line is the passphrase",
    )
    parser.add_argument("--as", dest="as_staff", metavar="STAFF", default=none, help="以谁的身份 / who asks")
    parser.add_argument(
        "--json", action="store_true", default=False if given else SUPPRESS, help="输出 JSON / answer in JSON"
    )
    parser.add_argument("--language", choices=("zh", "en"), default=none, help="提示语言 / language of messages")


def _leaf(commands: "Commands[Parser]", name: str, help_text: str, work: Work) -> Parser:
    leaf = commands.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
    _global_options(leaf, given=False)
    leaf.set_defaults(work=work)
    return leaf


def _group(commands: "Commands[Parser]", name: str, help_text: str) -> "Commands[Parser]":
    group = commands.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
    wanted: frozenset[str] | None = getattr(commands, _WANTED)
    if wanted is not None and name not in wanted:
        return cast("Commands[Parser]", _Unasked())
    _global_options(group, given=False)
    made = group.add_subparsers(metavar="...", required=True)
    setattr(made, _WANTED, wanted)
    return made


def _founding(commands: "Commands[Parser]") -> None:
    init = _leaf(commands, "init", "建立项目，或凭设备码加入 / found a project, or join one by its card", founding.init)
    what = init.add_mutually_exclusive_group(required=True)
    what.add_argument("--project", metavar="NAME")
    what.add_argument("--from", dest="card", metavar="CARD")
    init.add_argument("--mark", metavar="C")
    init.add_argument("--company", metavar="NAME", help="纸上的公司名称 / company name on paper")
    init.add_argument("--service-line", metavar="TEXT", help="纸上的服务电话 / telephone on paper")
    init.add_argument("--device", metavar="NAME")
    init.add_argument("--role", choices=("kiosk", "host", "office"), default="office")
    init.add_argument("--time-zone", default="Asia/Shanghai")
    key = init.add_mutually_exclusive_group()
    key.add_argument("--plain", action="store_true", help="不加密 / not encrypted")
    key.add_argument(
        "--os-key-store", action="store_true", help="系统密钥库（下一版）/ key store (not in this version)"
    )

    project_words.add_words(_group(commands, "project", "项目与纸上的话 / the project and its papers' words"), _leaf)
    device = _group(commands, "device", "设备与信任 / devices and trust")
    card = _leaf(device, "card", "写出设备码 / write this device's card", founding.device_card)
    card.add_argument("--file", required=True, metavar="F")
    _leaf(device, "list", "已知设备 / known devices", founding.device_list)
    trust = _leaf(device, "trust", "信任一台设备 / trust a device", founding.device_trust)
    trust.add_argument("fingerprint")
    trust.add_argument("--card", metavar="CARD", help="该设备的设备码 / that device's card")
    gone = _leaf(device, "remove", "不再信任一台设备，旧资料保留 / stop trusting a device", founding.device_remove)
    gone.add_argument("fingerprint")


def _people(commands: "Commands[Parser]") -> None:
    event = _group(commands, "event", "活动 / events")
    add = _leaf(event, "add", "新建活动 / add an event", lists.event_add)
    for name in ("--node", "--title", "--starts", "--ends"):
        add.add_argument(name, required=True)
    add.add_argument("--place")
    _leaf(event, "list", "全部活动 / every event", lists.event_list)
    kit_words.add_words(event, _leaf)
    inviting_words.add_to_event(event, _leaf)
    duty_words.add_to_event(event, _leaf)

    staff = _group(commands, "staff", "人员 / staff")
    add = _leaf(staff, "add", "新增人员 / add a person", lists.staff_add)
    add.add_argument("--name", required=True)
    add.add_argument("--level", required=True)
    add.add_argument("--department")
    add.add_argument("--post")
    add.add_argument("--role", action="append", default=[], metavar="R")
    _leaf(staff, "import", "导入人员名单 / import a list of staff", lists.staff_import).add_argument("file")
    _leaf(staff, "list", "全部人员 / everybody", lists.staff_list)
    duty_words.add_words(_group(commands, "duty", "接待履职 / who owes receptions"), _leaf)
    duty_words.add_training(
        _group(commands, "course", "课程 / courses"), _group(commands, "training", "培训记录 / who took what"), _leaf
    )


def _clients(commands: "Commands[Parser]") -> None:
    client = _group(commands, "client", "客户 / clients")
    take = _leaf(client, "import", "导入客户名单 / import a client list", lists.client_import)
    take.add_argument("file")
    take.add_argument("--event", required=True)
    take.add_argument("--mapping", metavar="FILE", help='JSON：{"标题": "字段"} / JSON: {"heading": "field"}')
    take.add_argument("--dry-run", action="store_true")
    take.add_argument("--same", action="append", default=[], type=int, metavar="ROW", help="这一行就是已有的那位")
    take.add_argument("--skip", action="append", default=[], type=int, metavar="ROW", help="不导入这一行 / leave out")
    set_ = _leaf(client, "set", "更正客户信息 / correct a client", lists.client_set)
    set_.add_argument("id")
    set_.add_argument("fields", nargs="+", metavar="FIELD=VALUE")
    join = _leaf(client, "join", "两条记录是同一人 / two records are one person", lists.client_join)
    join.add_argument("first")
    join.add_argument("second")
    person_words.add_owners(client, _leaf)
    _leaf(client, "import-undo", "撤销一次导入 / undo an import", lists.client_import_undo).add_argument("batch")
    search = _leaf(client, "search", "查找：姓名、拼音、首字母、电话尾号、房号 / search", lists.client_search)
    search.add_argument("query")
    search.add_argument("--event")
    search.add_argument("--limit", type=_at_least_one, default=20)

    invitation = _group(commands, "invitation", "邀请 / invitations")
    issue = _leaf(invitation, "issue", "打印与发出邀请 / print and hand out", lists.invitation_issue)
    issue.add_argument("--event", required=True)
    issue.add_argument("--pdf", metavar="FILE")
    issue.add_argument("--png", metavar="DIR")
    issue.add_argument("--csv", metavar="FILE")
    issue.add_argument("--client", help="只为这一位 / for this person only")
    revoke = _leaf(invitation, "revoke", "收回邀请 / revoke", lists.invitation_revoke)
    revoke.add_argument("--client", required=True)
    revoke.add_argument("--event", required=True)
    inviting_words.add_to_invitation(invitation, _leaf)


def _door(commands: "Commands[Parser]") -> None:
    check_in = _group(commands, "check-in", "签到 / check-in")
    scan = _leaf(check_in, "scan", "扫码签到，- 从标准输入逐行读 / scan codes, - reads lines", door.scan)
    scan.add_argument("--event", required=True)
    scan.add_argument("--desk", metavar="NAME")
    scan.add_argument("tokens", nargs="*", metavar="TOKEN")
    walk_in = _leaf(check_in, "walk-in", "无邀请到访 / somebody without a code", door.walk_in)
    walk_in.add_argument("--event", required=True)
    walk_in.add_argument("--name", required=True)
    walk_in.add_argument("--phone")
    walk_in.add_argument("--room")
    walk_in.add_argument("--desk", metavar="NAME")
    walk_in.add_argument("--party", type=int, metavar="N", help="一共几位 / how many came, the client included")
    walk_in.add_argument("--notice-read", action="store_true", help="告知书已读给来访者 / the notice was read out")
    _leaf(check_in, "undo", "撤销签到 / take a check-in back", door.undo).add_argument("id")
    passing = _leaf(check_in, "pass", "站点扫码，- 从标准输入逐行读 / scan codes at a station", stations.pass_by)
    passing.add_argument("--event", required=True)
    passing.add_argument("--station", required=True, metavar="CODE")
    passing.add_argument("--desk", metavar="NAME")
    passing.add_argument("tokens", nargs="*", metavar="TOKEN")
    counted = _leaf(check_in, "stations", "各站点到了多少人 / how many came by each station", stations.stations)
    counted.add_argument("--event", required=True)
    people = _leaf(check_in, "party", "一张码到了几位 / how many came on one code", door.party)
    people.add_argument("id")
    people.add_argument("people", type=int, metavar="N")
    twice = _leaf(check_in, "doubles", "两处都放行了的人 / who was let in at two desks", doubles.doubles_list)
    twice.add_argument("--event")
    twice.add_argument("--settled", action="store_true", help="已定的 / those that are settled")
    settle = _leaf(check_in, "settle-double", "定下重复放行是怎么回事 / say what it was", doubles.settle_double)
    settle.add_argument("id", help="一次签到 / one of the check-ins")
    settle.add_argument(
        "answer", choices=("same", "other", "mistake", "open"),
        help="同一人 / 别人用了码 / 记错了 / 重新待定 · same person, somebody else, a mistake, open again",
    )  # fmt: skip
    hall_words.add_words(_group(commands, "hall", "大厅调度 / who waits for whom"), _leaf)


def _talks(commands: "Commands[Parser]") -> None:
    talk_words.add_words(commands, _group, _leaf)
    campaign_words.add_words(_group(commands, "campaign", "热线实践（4008） / practice on the hotline"), _leaf)


def _answers(commands: "Commands[Parser]") -> None:
    common_words.add_words(_group(commands, "common", "共性问题 / common matters"), _leaf)
    answer_words.add_answers(_group(commands, "answer", "统一口径 / agreed answers"), _leaf)
    answer_words.add_reflections(_group(commands, "reflection", "心得 / reflections"), _leaf)


def _papers(commands: "Commands[Parser]") -> None:
    paper_words.add_words(_group(commands, "paper", "纸质文件 / papers"), _leaf)


def _forms(commands: "Commands[Parser]") -> None:
    add_words(_group(commands, "form", "纸单补录 / forms that come back"), _leaf)


def _travel(commands: "Commands[Parser]") -> None:
    package = _group(commands, "package", "数据包 / packages")
    out = _leaf(package, "export", "导出数据包 / write a package", travel.package_export)
    out.add_argument("--file", required=True, metavar="F")
    out.add_argument("--to", action="append", default=[], metavar="RECIPIENT")
    out.add_argument("--with-passphrase", metavar="P")
    out.add_argument("--delta", action="store_true")
    look = _leaf(package, "inspect", "查看数据包 / look into a package", travel.package_inspect)
    look.add_argument("file")
    look.add_argument("--with-passphrase", metavar="P")
    merge = _leaf(package, "merge", "合并数据包 / merge packages", travel.package_merge)
    merge.add_argument("files", nargs="+", metavar="F")
    merge.add_argument("--with-passphrase", metavar="P")
    merge.add_argument("--trust", action="append", default=[], metavar="FINGERPRINT|any")
    merge.add_argument("--dry-run", action="store_true")
    _leaf(package, "waiting", "没有接收的数据包，各有原因 / packages not taken, and why", travel.package_waiting)
    retry = _leaf(package, "retry", "再接收一次 / try them once more", travel.package_retry)
    retry.add_argument("names", nargs="*", metavar="NAME", help="不写就是全部 / all without a name")
    retry.add_argument("--with-passphrase", metavar="P")
    retry.add_argument("--trust", action="append", default=[], metavar="FINGERPRINT|any")
    drop = _leaf(package, "drop", "不要了，删去另存的副本 / delete the kept copies", travel.package_drop)
    drop.add_argument("names", nargs="+", metavar="NAME")

    plain = _leaf(commands, "export", "导出明文 SQLite / export a plain SQLite file", travel.export_sqlite)
    plain.add_argument("--sqlite", required=True, metavar="FILE")
    plain.add_argument("--unmasked", action="store_true")

    box = _group(commands, "outbox", "共享文件夹上的同步 / exchange through a shared folder")
    sync = _leaf(box, "sync", "放出本机的，收下别人的 / put out what is ours, take in theirs", outbox.sync)
    sync.add_argument(
        "address",
        metavar="ADDRESS",
        help="共享盘、U 盘或云盘的文件夹，或 s3://桶/前缀 / a folder of a share, stick or cloud, or s3://BUCKET/PREFIX",
    )
    sync.add_argument(
        "--watch", type=float, metavar="SECONDS", help="不停，每隔几秒一轮 / go on, a round every SECONDS"
    )

    conflict = _group(commands, "conflict", "数据核对 / disagreements between devices")
    _leaf(conflict, "list", "两台设备不一致的地方 / where devices disagree", travel.conflict_list)
    settle = _leaf(conflict, "settle", "定下一个值 / settle one", travel.conflict_settle)
    for name in ("table", "id", "field", "value"):
        settle.add_argument(name)


def _whole(commands: "Commands[Parser]") -> None:
    person_words.add_words(_group(commands, "person", "一个人的资料 / what is kept about a person"), _leaf)
    _leaf(commands, "verify", "核验数据库与日志链 / verify database and journal", founding.verify)
    _leaf(commands, "doctor", "本机是否正常：数据库、时钟、备份 / is this device well", doctor.doctor)
    add_history(commands, _leaf)
    _leaf(commands, "backup", "备份数据库并核验 / copy the database and prove the copy", keeping.backup)
    back = _leaf(commands, "restore", "用备份换回数据库 / put a copy back", keeping.restore)
    back.add_argument("file", metavar="FILE")
    sheet = _group(commands, "recovery", "恢复单：口令忘了时用 / a sheet for a lost passphrase")
    new = _leaf(sheet, "new", "新的恢复码，旧的作废 / a new code; the one before is void", keeping.recovery_new)
    new.add_argument("--pdf", metavar="FILE", help="打印成一页 / as a page to print")
    phrase = _group(commands, "passphrase", "口令 / passphrase")
    change = _leaf(phrase, "set", "换口令 / change it", keeping.passphrase_set)
    change.add_argument("file", metavar="FILE", help="第一行是新口令 / its first line is the new one")
    paper_words.add_rehearsal(commands, _leaf)
    show = _leaf(commands, "demo", "从邀请到汇总，完整演示一天 / the main job from end to end", _demo)
    show.add_argument("folder", metavar="DIR")
    show.add_argument("--clients", type=int, default=300, metavar="N")
    show.add_argument("--seed", type=int, default=1, metavar="S")
    measure = _leaf(commands, "bench", "测速（同一次运行内的比值）/ speed as ratios in one run", _bench)
    measure.add_argument("names", nargs="*", metavar="NAME")


def _demo(session: "Session") -> "Answer":
    # Neither the demonstration nor the measuring is to be paid for by a scan at the door.
    from desktop.cli.demo import demo

    return demo(session)


def _bench(session: "Session") -> "Answer":
    from desktop.cli.bench import bench

    return bench(session)
