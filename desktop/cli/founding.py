"""init, device, verify."""

from pathlib import Path

from db.errors import Misused, Refused
from desktop.cli.output import Answer, table
from desktop.cli.session import Session
from desktop.rules.clocks import MINUTE_MS, is_off
from desktop.rules.fingerprints import words
from desktop.services.exchange import cards
from desktop.services.exchange.cards import KnownDevice
from desktop.services.opening import found_project, join_project
from desktop.services.verifying import verify_database


def init(session: Session) -> Answer:
    """Found a project or join one."""
    args = session.args
    if args.os_key_store:
        raise Refused("key_store_not_yet")
    if args.plain == bool(args.passphrase_file):
        raise Misused("plain_or_passphrase")
    if args.card:
        store = join_project(
            session.path, Path(args.card), device_name=args.device, role=args.role, passphrase=session.passphrase
        )
    else:
        store = found_project(
            session.path,
            name=args.project,
            mark=args.mark,
            device_name=args.device,
            role=args.role,
            passphrase=session.passphrase,
            time_zone=args.time_zone,
            company=args.company,
            service_line=args.service_line,
        )
    with store:
        print_ = cards.own_fingerprint(store)
        identity = store.identity
        data = {
            "project": identity.project,
            "device": identity.writer,
            "name": identity.name,
            "role": identity.role,
            "fingerprint": print_,
            "file": str(session.path),
        }
        text = session.say(
            f"已建立 {session.path}。本机指纹 {print_}，请与办公室核对。",
            f"Made {session.path}. This device's fingerprint is {print_}; compare it with the office.",
        )
        return Answer(data, text)


def device_card(session: Session) -> Answer:
    """Write this device's card."""
    file = Path(session.args.file)
    print_ = cards.write_card(session.caller, session.store, file=file)
    text = session.say(
        f"设备码已写入 {file}。它能打开本项目的数据包，请用 U 盘当面交给对方。本机指纹 {print_}",
        f"Card written to {file}. It opens this project's packages: hand it over in person. Fingerprint {print_}",
    )
    return Answer({"file": str(file), "fingerprint": print_}, text)


def device_list(session: Session) -> Answer:
    """Every known device."""
    known = cards.known_devices(session.caller, session.store)
    data = [
        {
            "device": one.device,
            "name": one.name,
            "role": one.role,
            "fingerprint": one.fingerprint,
            "trusted": one.trusted,
            "this": one.this,
            "last_heard": session.moment(one.last_heard),
            "user": one.user,
            "missing": [list(numbers) for numbers in one.missing_numbers],
            "clock_ahead_s": None if one.clock_ms is None else round(one.clock_ms / 1_000),
            "removed_at": session.moment(one.removed_at),
            "removed_by_office": one.removed_office,
            "words": list(words(one.fingerprint, session.language)),
        }
        for one in known
    ]
    # The fingerprint stays at the end of the line, where scripts look for it.
    rows = [(one.name, one.role, *_device_state(session, one), one.fingerprint) for one in known]
    return Answer({"devices": data}, table(rows))


def _device_state(session: Session, one: KnownDevice) -> tuple[str, str, str]:
    trust = session.say("已信任", "trusted") if one.trusted else session.say("未信任", "not trusted")
    if one.removed_at is not None and not one.trusted:
        trust = session.say("已移除", "removed")
        if one.removed_office:
            trust = session.say(f"已由{one.removed_office}移除", f"removed by {one.removed_office}")
    heard = session.minute(one.last_heard) if one.last_heard else "—"
    told = []
    if one.missing:
        told.append(session.say(f"缺 {one.missing} 步", f"{one.missing} steps missing"))
    if is_off(one.clock_ms):
        minutes = round(abs(one.clock_ms or 0) / MINUTE_MS)
        zh, en = ("快", "ahead") if (one.clock_ms or 0) > 0 else ("慢", "behind")
        told.append(session.say(f"时钟{zh} {minutes:,} 分", f"clock {minutes:,} min {en}"))
    return trust, heard, "  ".join(told)


def device_remove(session: Session) -> Answer:
    """Trust a device no more."""
    print_ = cards.remove(session.caller, session.store, fingerprint_text=session.args.fingerprint)
    text = session.say(f"已移除 {print_}，它以前写的都还在", f"Removed {print_}; what it wrote before stays")
    return Answer({"removed": print_}, text)


def device_trust(session: Session) -> Answer:
    """Trust a device."""
    card = Path(session.args.card) if session.args.card else None
    print_ = cards.trust(session.caller, session.store, fingerprint_text=session.args.fingerprint, card=card)
    return Answer({"trusted": print_}, session.say(f"已信任 {print_}", f"Trusted {print_}"))


def verify(session: Session) -> Answer:
    """Check the database's pages and the journal's chains."""
    report = verify_database(session.caller, session.store)
    data = {
        "sound": report.sound,
        "pages": list(report.pages),
        "journal": [{"writer": b.writer, "seq": b.seq, "kind": b.kind} for b in report.breaks],
    }
    if report.sound:
        text = session.say("数据库与日志链完好。", "Database and journal are sound.")
    else:
        lines = [*report.pages, *(f"{b.kind} {b.writer} #{b.seq}" for b in report.breaks)]
        text = session.say("发现问题，请先备份，再联系负责人：", "Trouble found; back up first, then ask for help:")
        text = "\n".join([text, *lines])
    return Answer(data, text, 0 if report.sound else 1)
