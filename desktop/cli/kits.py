"""event kit, event take, event ready."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from db.errors import Misused
from desktop.cli.output import Answer, sentences, table
from desktop.cli.session import Session
from desktop.rules.fingerprints import words
from desktop.rules.kits import Finding
from desktop.services.exchange import kit as kits
from desktop.services.exchange import kit_taking
from desktop.services.exchange.kit import Line

STANDINGS = {
    "waiting": ("还没有接收", "has not taken it"),
    "compare": ("已接收，请核对指纹", "has taken it; compare the fingerprint"),
    "older": ("接的是上一版", "has taken an earlier one"),
    "lacks": ("缺东西", "lacks something"),
    "ready": ("就绪", "ready"),
}


def kit(session: Session) -> Answer:
    """Write an event's kit."""
    event = session.id("event", session.args.event)
    for text in session.args.devices:
        name, role, needs = _device(text)
        kits.plan_device(session.caller, session.store, event=event, name=name, role=role, needs=needs)
    folder = Path(session.args.dir)
    done = kits.prepare(
        session.caller, session.store, event=event, folder=folder, has_forms=not session.args.no_forms
    )  # fmt: skip
    data = {
        "event": event,
        "folder": str(done.folder),
        "files": [{"file": name, "bytes": size} for name, size in done.files],
        "devices": [_line(session, one) for one in done.lines],
    }
    said = session.say(
        f"活动包已写入 {folder}。它能打开本项目的数据包，请当面交接。"
        "每台设备运行 event take，再带回来运行 event ready。",
        f"Kit written to {folder}. It opens this project's packages: hand it over in person. Run event take on each "
        "device, bring it back and run event ready.",
    )
    return Answer(data, "\n".join((said, _table(session, done.lines))))


def _device(text: str) -> tuple[str, str, tuple[str, ...]]:
    """A device as it is named on the command line: NAME=ROLE or NAME=ROLE+printer."""
    name, is_named, what = text.rpartition("=")
    role, *needs = what.split("+")
    if not is_named or not name.strip():
        raise Misused("device_unreadable", value=text[:80])
    return name.strip(), role, tuple(needs)


def take(session: Session) -> Answer:
    """Take a kit on this device; without a database one is made by the kit's card."""
    args = session.args
    folder = Path(args.folder)
    if session.path.exists():
        done = kit_taking.take(session.caller, session.store, folder=folder)
    else:
        if args.plain == bool(args.passphrase_file):
            raise Misused("plain_or_passphrase")
        done = kit_taking.take_as_new(
            session.path, folder, name=args.device, role=args.role, passphrase=session.passphrase
        )
    data = {
        "event": done.event,
        "device": done.name,
        "role": done.role,
        "fingerprint": done.fingerprint,
        "words": list(words(done.fingerprint, session.language)),
        "joined": done.has_joined,
        "ready": done.is_ready,
        "checks": [_finding(session, one) for one in done.findings],
    }
    lines = [
        session.say(
            f"{done.name} 已接收《{done.title}》的活动包。", f"{done.name} has taken the kit of “{done.title}”."
        ),
        *_told(session, done.findings),
        session.say(
            f"本机指纹 {done.fingerprint}\n{' '.join(words(done.fingerprint, 'zh'))}",
            f"Fingerprint {done.fingerprint}\n{' '.join(words(done.fingerprint, 'en'))}",
        ),
    ]
    return Answer(data, "\n".join(lines), 0 if done.is_ready else 1)


def ready(session: Session) -> Answer:
    """Read a kit back and say, device by device, what is ready."""
    event, folder = session.id("event", session.args.event), Path(session.args.dir)
    done = kits.read_round(session.caller, session.store, event=event, folder=folder)
    for fingerprint in session.args.trust:
        kits.confirm(session.caller, session.store, event=event, fingerprint_text=fingerprint, folder=folder)
    if session.args.trust:
        done = kits.read_round(session.caller, session.store, event=event, folder=folder)
    data = {
        "event": event,
        "ready": done.is_ready,
        "spoilt": list(done.spoilt),
        "devices": [_line(session, one) for one in done.lines],
    }
    return Answer(data, _table(session, done.lines), 0 if done.is_ready else 1)


def _line(session: Session, one: Line) -> dict[str, Any]:
    return {
        "line": one.line,
        "name": one.name,
        "role": one.role,
        "needs": list(one.needs),
        "state": one.standing,
        "device": one.device or None,
        "fingerprint": one.fingerprint or None,
        "words": list(words(one.fingerprint, session.language)),
        "answered_at": session.moment(one.answered_at),
        "checks": [_finding(session, found) for found in one.findings],
    }


def _finding(session: Session, one: Finding) -> dict[str, Any]:
    said = sentences(one.code, dict(one.facts), session.language)
    return {"check": one.code, "state": one.state, "message": said.message, "next": said.next or None}


def _told(session: Session, findings: Iterable[Finding]) -> list[str]:
    marks = {"ready": "✓", "warn": "!", "lacks": "✗"}
    lines = []
    for one in findings:
        said = sentences(one.code, dict(one.facts), session.language)
        then = "" if one.state == "ready" else session.say(f"。{said.next}", f". {said.next}")
        lines.append(f"{marks[one.state]} {said.message}{then}")
    return lines


def _table(session: Session, lines: Iterable[Line]) -> str:
    parts = []
    for one in lines:
        zh, en = STANDINGS[one.standing]
        parts.append(table([(one.name, one.role, session.say(zh, en), one.fingerprint)]))
        if one.standing == "compare":
            parts.append("  " + " ".join(words(one.fingerprint, session.language)))
        parts += [f"  {line}" for line in _told(session, (found for found in one.findings if found.state != "ready"))]
    return "\n".join(parts)
