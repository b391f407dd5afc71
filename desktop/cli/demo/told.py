"""The closing table for people: figures under headings, what was left where, and how to look around."""

import shlex
from collections.abc import Iterable

from desktop.cli.demo.closing import Counted
from desktop.cli.demo.day import Day
from desktop.cli.demo.office import OFFICE, OPEN_DAY, PROJECT
from desktop.cli.demo.people import MISSPELT
from desktop.cli.demo.stage import Stage
from desktop.cli.output import table
from desktop.rules.codes import codes

Row = tuple[str, int, str]
Section = tuple[str, list[Row]]


def told(stage: Stage, counted: Counted, day: Day, pages: dict[str, int]) -> str:
    """The closing text, in the user's language."""
    say, seed = stage.session.say, stage.session.args.seed
    heading = say(f"{PROJECT} · {OPEN_DAY} · 演示（种子 {seed}）", f"{PROJECT} · {OPEN_DAY} · demo (seed {seed})")
    sections = (
        _arrivals(stage, counted, day),
        (say("签到结果", "Outcomes at the door"), _outcomes(stage, counted)),
        (say("诉求，按类别", "Concerns by area"), _by_code(stage, "area", counted.areas)),
        (say("诉求，按状态", "Concerns by state"), _by_code(stage, "state", counted.states)),
        _merging(stage, counted, day),
        _papers(stage, pages),
    )
    return "\n".join([heading, "", _tables(sections), *_notes(stage), "", *_commands(stage)])


def _arrivals(stage: Stage, counted: Counted, day: Day) -> Section:
    say, listed = stage.session.say, day.invited.listed
    taken = say(
        f"新增 {listed.added}，重复 {listed.duplicates}，未导入 {len(listed.rejected)}",
        f"{listed.added} added, {listed.duplicates} duplicates, {len(listed.rejected)} not taken",
    )
    revoked, misread = len(day.invited.revoked), day.played["misread"]
    return say("邀约与到访", "Invited and arrived"), [
        (say("名单行数", "rows of the list"), listed.read, taken),
        (say("受邀", "invited"), counted.invited, say(f"另有 {revoked} 份已收回", f"{revoked} more were withdrawn")),
        (say("到访", "arrived"), counted.arrived, ""),
        (
            say("从图片读回的邀请码", "codes read back from pictures"),
            day.played["codes_read_back"],
            say(f"读错 {misread}", f"{misread} misread"),
        ),
    ]


def _outcomes(stage: Stage, counted: Counted) -> list[Row]:
    say, doubles = stage.session.say, counted.double_admissions
    note = say(f"其中 {doubles} 位在两处各放行一次", f"{doubles} people were let in at both doors")
    rows = _by_code(stage, "outcome", counted.outcomes, {"welcomed": note})
    walk_ins = counted.outcomes.get("walk_in", 0)
    return [*rows, (stage.session.words("check_in_means", "walk_in"), walk_ins, "")]


def _merging(stage: Stage, counted: Counted, day: Day) -> Section:
    say, talks = stage.session.say, day.played["talks"]
    equal = say("两种顺序，结果逐行相同", "in both orders, with equal results row by row")
    return say("合并", "Merging"), [
        (say("数据包", "packages"), len(day.devices), equal),
        (say("诉求", "concerns"), counted.concerns, say(f"来自 {talks} 次接待", f"from {talks} talks")),
        (say("承诺", "promises"), counted.promises, ""),
        (say("待核对", "to settle"), len(counted.disagreements), _disagreement(counted)),
    ]


def _papers(stage: Stage, pages: dict[str, int]) -> Section:
    say = stage.session.say
    return say("纸质文件（页）", "Papers (pages)"), [
        (say("邀请卡", "invitations"), pages["invitations"], "invitations.pdf"),
        (say("意见反馈表（空白）", "feedback forms, blank"), pages["forms"], "forms.pdf"),
        (say("意见反馈表（已填）", "feedback forms, filled"), pages["forms_filled"], "forms-filled.pdf"),
        (say("活动总结", "summary"), pages["summary"], "summary.pdf"),
    ]


def _by_code(stage: Stage, list_name: str, counts: dict[str, int], notes: dict[str, str] | None = None) -> list[Row]:
    """A row per code that occurred, in the order of the list."""
    return [
        (stage.session.words(list_name, code), counts[code], (notes or {}).get(code, ""))
        for code in codes(list_name)
        if counts.get(code)
    ]


def _disagreement(counted: Counted) -> str:
    return "；".join(
        f"{MISSPELT} → {' | '.join(head.value or '' for head in one.values)}" for one in counted.disagreements
    )


def _tables(sections: Iterable[Section]) -> str:
    """All sections in the same columns, figures flush right."""
    rows: list[tuple[str, str, str]] = []
    for title, lines in sections:
        rows += [
            (title, "", ""),
            *((f"  {label}", f"{figure:>5}", note) for label, figure, note in lines),
            ("", "", ""),
        ]
    return table(rows)


def _notes(stage: Stage) -> list[str]:
    say, seconds = stage.session.say, stage.total_seconds()
    return [
        say(
            "人物、电话、诉求均为虚构，每一步都由程序真实执行。",
            "People and words are invented; every step was really done.",
        ),
        say(
            "时间是演示拨动的：五天前发邀请，今天 8:50 起签到与接待，其后三天办理与回访；西门签到台慢三分钟。",
            "Times were played: invited five days ago, received from 8:50 today, followed for three days;\n"
            "the clock at the west gate is three minutes slow.",
        ),
        say(f"用时 {seconds:.0f} 秒，文件在 {stage.folder}", f"Took {seconds:.0f} s; the files are in {stage.folder}"),
    ]


def _commands(stage: Stage) -> list[str]:
    """Where to look next, ready to be pasted."""
    given = stage.session.args.passphrase_file
    key = f" --passphrase-file {shlex.quote(given)}" if given else ""
    program = f"qinting --data {shlex.quote(str(stage.database(OFFICE)))}{key}"
    asked = ("concern list", "conflict list", "client search ssy", "device list")
    return [stage.session.say("接着看：", "To look around:"), *(f"  {program} {words}" for words in asked)]
