"""SQLite's own checks: pages, and with a key the authentication of every page."""

from db.driver import Connection, DatabaseError


def page_faults(connection: Connection) -> tuple[str, ...]:
    """What `integrity_check` and, on a keyed database, `cipher_integrity_check` report; empty when all is well."""
    found: list[str] = []
    try:
        found += [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)").fetchall() if row[0] != "ok"]
        if connection.execute("PRAGMA cipher_settings").fetchall():
            found += _cipher_faults(connection)
    except DatabaseError as error:
        found.append(str(error))
    return tuple(found)


def _cipher_faults(connection: Connection) -> list[str]:
    """SQLCipher authenticates the pages in the file and does not look into the log.

    After a power cut while the log was being folded into the file, a page may be half written in the file and whole
    in the log, which is the one that counts: so the log is folded in before a page is called damaged.
    """
    found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if found:
        connection.execute("PRAGMA wal_checkpoint(FULL)").fetchall()
        found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return [str(row[0]) for row in found]
