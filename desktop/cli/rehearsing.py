"""rehearse."""

from dataclasses import asdict
from typing import Any

from db.errors import Misused
from desktop.cli.output import Answer
from desktop.cli.session import Session
from desktop.paper.tickets import SIZES
from desktop.services.rehearsing import play
from desktop.services.rehearsing.play import Result
from desktop.services.rehearsing.stage import facts_of

MOST_TOLD = 20


def rehearse(session: Session) -> Answer:
    """Let invented guests come to an event on a throw-away database; exit code 1 when something is not well."""
    args = session.args
    if args.size not in SIZES:
        raise Misused("paper_size_unknown", value=args.size, choices=" ".join(SIZES))
    facts = facts_of(session.caller, session.store, event=session.id("event", args.event), data_file=session.path)
    result = play.rehearse(
        facts, families=args.arrivals, minutes=args.minutes, seed=args.seed, queue=args.queue or play.NO_PRINTER,
        size=args.size,
    )  # fmt: skip
    return Answer(document(result), _told(session, facts.title, result), 0 if result.is_well else 1)


def document(result: Result) -> dict[str, Any]:
    """The result for programs; milliseconds to a tenth."""
    rounded = {name: round(value, 1) if isinstance(value, float) else value for name, value in asdict(result).items()}
    return {**rounded, "outcomes": dict(result.outcomes), "expected": dict(result.expected), "is_well": result.is_well}


def _told(session: Session, title: str, result: Result) -> str:
    say = session.say
    printer = result.printer or say("没有出纸", "no paper used")
    lines = [
        say(
            f"彩排：{title}，{result.families} 户，{result.minutes} 分钟",
            f"Rehearsal of {title}: {result.families} families, {result.minutes} minutes",
        ),
        say(
            f"签到：每分钟可接 {result.per_minute:.0f} 户（需要 {result.wanted:.0f} 户），放行 {result.let_in} 户",
            f"Door: {result.per_minute:.0f} families a minute ({result.wanted:.0f} wanted), {result.let_in} let in",
        ),
        say(
            f"扫码到答复：一半在 {result.answer_p50:.1f} 毫秒内，99% 在 {result.answer_p99:.1f} 毫秒内",
            f"Scan to answer: half within {result.answer_p50:.1f} ms, 99% within {result.answer_p99:.1f} ms",
        ),
        say(
            f"小票：{result.tickets} 张，最慢 {result.ticket_worst:.0f} 毫秒（{printer}）",
            f"Tickets: {result.tickets}, slowest {result.ticket_worst:.0f} ms ({printer})",
        ),
        say(
            f"叫号：{result.called} 户，还在等 {result.still_waiting} 户" + _waited(result, "，等候中位数 {} 分"),
            f"Calls: {result.called}, {result.still_waiting} still waiting" + _waited(result, ", median wait {} min"),
        ),
        *(f"{session.words('outcome', code)} {count}" for code, count in result.outcomes),
    ]
    lines += [
        say(
            f"不对：{one.step} {one.kind} 应为 {one.expected}，实为 {one.got}",
            f"Not well: {one.step} {one.kind}: {one.expected} expected, {one.got} found",
        )
        for one in result.failures[:MOST_TOLD]
    ]
    well = say("没有发现问题。彩排的数据已全部删除。", "Nothing amiss. The rehearsal's data are deleted.")
    ill = say("请先处理上面的问题。彩排的数据已全部删除。", "See to the lines above. The rehearsal's data are deleted.")
    return "\n".join([*lines, well if result.is_well else ill])


def _waited(result: Result, template: str) -> str:
    return template.format(round(result.waited_min)) if result.waited_min is not None else ""
