"""package, export, conflict."""

from pathlib import Path
from typing import Any

from db.errors import Trouble
from db.lookup import NAMED_BY
from db.vault.key_file import read_passphrase
from desktop.cli.output import Answer, sentences, table, write_message
from desktop.cli.session import Session
from desktop.services.exchange import conflicts, files, packages, plain, reading, waiting
from desktop.services.exchange.waiting import Brought
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
        "files": done.files,
        "files_left": done.files_left,
    }
    if done.files_left:
        session.progress(
            f"还有 {done.files_left:,} 个附件放不下，用 --delta 再导出一次带上它们",
            f"{done.files_left:,} files of attachments found no room: export once more with --delta to take them along",
        )
    return Answer(
        data,
        session.say(
            f"{done.file}：{rows:,} 行，附件 {done.files:,} 个，{done.size_bytes:,} 字节",
            f"{done.file}: {rows:,} rows, {done.files:,} files of attachments, {done.size_bytes:,} bytes",
        ),
    )


def package_inspect(session: Session) -> Answer:
    """Look into a package."""
    seen = reading.inspect(session.store, file=Path(session.args.file), passphrase=_passphrase(session))
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
        "files": seen.files,
        "files_bytes": seen.files_bytes,
        "reason": trouble.message if trouble else None,
    }
    lines = [
        f"{seen.device or seen.writer}  {seen.kind}  {session.minute(seen.made_at)}",
        *([seen.fingerprint] if seen.fingerprint else []),
        *([f"{trouble.message}\n{trouble.next}"] if trouble else []),
        table([(name, f"{count:,}") for name, count in seen.rows]),
        *(
            [
                session.say(f"附件 {seen.files:,} 个", f"{seen.files:,} files of attachments")
                + f"  {seen.files_bytes:,} B"
            ]
            if seen.files
            else []
        ),
    ]
    return Answer(data, "\n".join(line for line in lines if line))


def package_merge(session: Session) -> Answer:
    """Merge packages, each for itself; what is not taken is kept aside with its reason."""
    args = session.args
    return _bring(session, [Path(file) for file in args.files], trust=args.trust, dry_run=bool(args.dry_run))


def package_retry(session: Session) -> Answer:
    """Try packages once more that were not taken."""
    chosen = waiting.named(session.store, session.args.names)
    return _bring(session, [one.file for one in chosen], trust=session.args.trust, dry_run=False)


def package_waiting(session: Session) -> Answer:
    """The packages that were not taken, and the files of attachments that have not arrived."""
    kept = waiting.not_taken(session.store)
    said = {one.file: sentences(one.code, dict(one.facts), session.language) for one in kept}
    missing = files.needed(session.store, session.store).values()
    data = {
        "waiting": [
            {
                "file": str(one.file), "name": one.name, "code": one.code, "reason": said[one.file].message,
                "next": said[one.file].next, "sha256": one.sha256, "at": session.moment(one.at),
            }
            for one in kept
        ],
        "files": [
            {"attachment": one.attachment, "belongs": one.belongs, "owner": one.owner, "name": one.name}
            for one in missing
        ],
    }  # fmt: skip
    lines = [
        f"{one.name}  {session.minute(one.at)}\n  {said[one.file].message}\n  {said[one.file].next}" for one in kept
    ]
    if missing:
        lines.append(
            session.say(
                f"还有 {len(missing):,} 个附件的文件没有传到这台设备，收发数据时会自动要来",
                f"The files of {len(missing):,} attachments have not arrived here yet; the next exchange asks for them",
            )
        )
    return Answer(data, "\n".join(lines) or session.say("没有未接收的数据包。", "No package waits."))


def package_drop(session: Session) -> Answer:
    """Delete the kept copies of packages that were not taken."""
    chosen = waiting.named(session.store, session.args.names)
    for one in chosen:
        waiting.let_go(session.store, file=one.file)
    names = [one.name for one in chosen]
    return Answer({"dropped": names}, session.say(f"已删除：{'、'.join(names)}", f"Deleted: {', '.join(names)}"))


def _bring(session: Session, chosen: list[Path], *, trust: list[str], dry_run: bool) -> Answer:
    passphrase = _passphrase(session)

    def said(trouble: Trouble) -> tuple[str, str]:
        words = sentences(trouble.code, dict(trouble.facts), session.language)
        return words.message, words.next

    results = [
        waiting.bring(
            session.caller, session.store, file=file, said=said, passphrase=passphrase, trust=trust, dry_run=dry_run,
            before_merge=backups.before_merge,
        )
        for file in chosen
    ]  # fmt: skip
    data = {
        "files": [_brought(session, one) for one in results],
        "receipts": [_receipt(session, one) for one in results if one.receipt],
        "dry_run": dry_run,
    }
    for one in results:
        if one.incoming.trouble:
            message, next_step = said(one.incoming.trouble)
            kept = session.say(f"\n已另存：{one.kept}", f"\nKept aside: {one.kept}") if one.kept else ""
            write_message(f"{one.incoming.file}: {message}\n{next_step}{kept}")
    rows = [
        (
            one.file,
            session.words("package_outcome", one.outcome),
            session.say(f"新增 {one.added:,}", f"added {one.added:,}"),
            session.say(f"变更 {one.changed:,}", f"changed {one.changed:,}"),
            session.say(f"待核对 {one.conflicts:,}", f"to settle {one.conflicts:,}"),
            session.say(f"附件 {one.files:,}", f"files {one.files:,}") if one.files else "",
        )
        for one in (brought.incoming for brought in results)
    ]
    return Answer(data, table(rows), 0 if all(one.incoming.taken for one in results) else 1)


def _brought(session: Session, brought: Brought) -> dict[str, Any]:
    one = brought.incoming
    said = sentences(one.trouble.code, dict(one.trouble.facts), session.language) if one.trouble else None
    return {
        "file": one.file,
        "outcome": one.outcome,
        "added": one.added,
        "changed": one.changed,
        "conflicts": one.conflicts,
        "attachments": one.files,
        "reason": said.message if said else None,
        "next": said.next if said else None,
        "kept": str(brought.kept) if brought.kept else None,
    }


def _receipt(session: Session, brought: Brought) -> dict[str, Any]:
    """That a package was taken in, now or before."""
    receipt = brought.receipt
    assert receipt is not None
    return {
        "file": brought.incoming.file, "sha256": receipt.sha256, "writer": receipt.writer, "kind": receipt.kind,
        "from": receipt.seq_from, "to": receipt.seq_to, "rows": receipt.rows, "at": session.moment(receipt.at),
    }  # fmt: skip


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
