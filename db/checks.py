"""SQLite's own checks: pages, and with a key the authentication of every page."""

from db.driver import Connection, DatabaseError


def page_faults(connection: Connection) -> tuple[str, ...]:
    """What `integrity_check` and, on a keyed database, `cipher_integrity_check` report; empty when all is well."""
    found: list[str] = []
    try:
        found += [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)").fetchall() if row[0] != "ok"]
        if connection.execute("PRAGMA cipher_settings").fetchall():
            found += [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
    except DatabaseError as error:
        found.append(str(error))
    return tuple(found)
