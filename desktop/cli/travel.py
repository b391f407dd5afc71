"""package, export, conflict."""

from pathlib import Path
from typing import Any

from db.lookup import NAMED_BY
from db.vault.key_file import read_passphrase
from desktop.cli.output import Answer, sentences, table, write_message
from desktop.cli.session import Session
from desktop.services.exchange import conflicts, packages, plain
from desktop.services.exchange.packages import Incoming
from desktop.services.keeping import backups


def _passphrase(session: Session) -> str | None:
    file = session.args.with_passphrase
    return read_passphrase(Path(file)) if file else None


def package_export(session: Session) -> Answer:
    """Write a package."""
    args = session.args
    done = packages.export(
        session.caller,
        session.store,
        file=Path(args.file),
        recipients=args.to,
        passphrase=_passphrase(session),
        delta=args.delta,
    )
    rows = sum(count for _, count in done.rows)
    data = {
        "file": done.file,
        "kind": done.kind,
        "rows": dict(done.rows),
        "size_bytes": done.size_bytes,
        "readers": done.readers,
    }
    return Answer(
        data,
        session.say(
            f"{done.file}：{rows:,} 行，{done.size_bytes:,} 字节",
            f"{done.file}: {rows:,} rows, {done.size_bytes:,} bytes",
        ),
    )


def package_inspect(session: Session) -> Answer:
    """Look into a package."""
    seen = packages.inspect(session.store, file=Path(session.args.file), passphrase=_passphrase(session))
    trouble = sentences(seen.trouble.code, dict(seen.trouble.facts), session.language) if seen.trouble else None
    data = {
        "file": seen.file,
        "project": seen.project,
        "same_project": seen.same_project,
        "writer": seen.writer,
        "kind": seen.kind,
        "made_at": session.moment(seen.made_at),
        "device": seen.device,
        "fingerprint": seen.fingerprint,
        "rows": dict(seen.rows),
        "reason": trouble.message if trouble else None,
    }
    lines = [
        f"{seen.device or seen.writer}  {seen.kind}  {session.minute(seen.made_at)}",
        *([seen.fingerprint] if seen.fingerprint else []),
        *([f"{trouble.message}\n{trouble.next}"] if trouble else []),
        table([(name, f"{count:,}") for name, count in seen.rows]),
    ]
    return Answer(data, "\n".join(line for line in lines if line))


def package_merge(session: Session) -> Answer:
    """Merge packages, each for itself."""
    args = session.args
    passphrase = _passphrase(session)
    results = [
        packages.take_in(
            session.caller,
            session.store,
            file=Path(file),
            passphrase=passphrase,
            trust=args.trust,
            dry_run=args.dry_run,
            before_merge=backups.before_merge,
        )
        for file in args.files
    ]
    data = {"files": [_incoming(session, one) for one in results], "dry_run": bool(args.dry_run)}
    for one in results:
        if one.trouble:
            said = sentences(one.trouble.code, dict(one.trouble.facts), session.language)
            write_message(f"{one.file}: {said.message}\n{said.next}")
    rows = [
        (
            one.file,
            session.words("package_outcome", one.outcome),
            session.say(f"新增 {one.added:,}", f"added {one.added:,}"),
            session.say(f"变更 {one.changed:,}", f"changed {one.changed:,}"),
            session.say(f"待核对 {one.conflicts:,}", f"to settle {one.conflicts:,}"),
        )
        for one in results
    ]
    return Answer(data, table(rows), 0 if all(one.taken for one in results) else 1)


def _incoming(session: Session, one: Incoming) -> dict[str, Any]:
    said = sentences(one.trouble.code, dict(one.trouble.facts), session.language) if one.trouble else None
    return {
        "file": one.file,
        "outcome": one.outcome,
        "added": one.added,
        "changed": one.changed,
        "conflicts": one.conflicts,
        "reason": said.message if said else None,
        "next": said.next if said else None,
    }


def export_sqlite(session: Session) -> Answer:
    """Write a plain SQLite file."""
    file = Path(session.args.sqlite)
    counts = plain.export_sqlite(session.caller, session.store, file=file, unmasked=session.args.unmasked)
    text = session.say(f"已写出 {file}（未加密，请妥善保管）", f"Written to {file} (not encrypted: keep it safe)")
    return Answer({"file": str(file), "rows": counts, "masked": not session.args.unmasked}, text)


def conflict_list(session: Session) -> Answer:
    """Where two devices disagree."""
    found = conflicts.everything(session.caller, session.store)
    data = [
        {
            "table": one.table,
            "id": one.row_id,
            "field": one.column,
            "shown": one.values[0].value,
            "values": [
                {"value": head.value, "who": head.who, "device": head.writer, "at": session.moment(head.stamp)}
                for head in one.values
            ],
        }
        for one in found
    ]
    rows = [(one.table, one.row_id, one.column, " | ".join(head.value or "—" for head in one.values)) for one in found]
    return Answer({"conflicts": data}, table(rows) or session.say("各设备数据一致。", "All devices agree."))


def conflict_settle(session: Session) -> Answer:
    """Settle one disagreement."""
    args = session.args
    row_id = session.id(args.table, args.id) if args.table in NAMED_BY else args.id
    conflicts.settle(session.caller, session.store, table=args.table, row_id=row_id, field=args.field, value=args.value)
    data = {"table": args.table, "id": row_id, "field": args.field, "value": args.value}
    return Answer(data, session.say("已定。", "Settled."))
