"""The order of the migrations; a database's `user_version` is the number of those applied."""

from pathlib import Path
from typing import Any, cast

from db.driver import Connection

LATEST = 1


def apply_pending(connection: Connection) -> None:
    """Bring the schema up to `LATEST`, each migration in a transaction of its own.

    sqlite-utils is imported here only: it costs a quarter of a second, and a current database never needs it.
    """
    from sqlite_utils import Database, Migrations

    from db.migrations import m0001_first_schema

    migrations = Migrations("qinting")

    @migrations()
    def m0001_first(database: Any) -> None:  # the library's own type is untyped
        m0001_first_schema.create_first_schema(database)
        database.execute("PRAGMA user_version = 1")

    migrations.apply(Database(cast(Any, connection)))


def schema_sql(connection: Connection) -> str:
    """The schema as SQLite keeps it, one statement a paragraph, for `schema.sql` and its test."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_%'"
        " AND name NOT LIKE '_sqlite_%' ORDER BY type DESC, name"
    ).fetchall()
    return ";\n\n".join("\n".join(line.rstrip() for line in row[0].splitlines()) for row in rows) + ";\n"


def write_schema_sql(connection: Connection, target: Path) -> None:
    """Write `schema.sql`, a generated file that a test compares with what the migrations build."""
    target.write_text("-- Generated from the migrations; do not edit.\n\n" + schema_sql(connection), encoding="utf-8")
