"""What executives took from talks and campaigns, to whom they told it, and who has not written yet."""

from typing import TYPE_CHECKING, NamedTuple

from db.records import Reflection, Sharing

if TYPE_CHECKING:
    from db.store import Reader


class Session(NamedTuple):
    """Somebody received clients at an event, or took part in a campaign; `last_at` is when the last talk of it began,
    UTC ms, `ends_on` the campaign's last ISO day, `wrote` whether a reflection of theirs belongs to it."""

    staff: str
    level: str
    event: str | None
    campaign: str | None
    title: str
    last_at: int
    ends_on: str | None
    wrote: int


class Known(NamedTuple):
    """What of a client no shared paper may hold: names, and numbers as they are kept."""

    names: tuple[str, ...]
    phones: tuple[str, ...]
    rooms: tuple[str, ...]


class Place(NamedTuple):
    """Where a reflection comes from: the event's node and title, the areas and building parts of its talk's concerns,
    with spaces between."""

    node: str | None
    title: str | None
    areas: str | None
    parts: str | None


def everything(reader: "Reader") -> tuple[Reflection, ...]:
    """Every reflection, the latest first."""
    return reader.records(Reflection, "WHERE deleted = 0 ORDER BY at DESC, id DESC")


def of_staff(reader: "Reader", staff: str) -> tuple[Reflection, ...]:
    """One person's reflections, the latest first."""
    return reader.records(Reflection, "WHERE staff = :staff AND deleted = 0 ORDER BY at DESC, id DESC", staff=staff)


def sharings(reader: "Reader") -> tuple[Sharing, ...]:
    """Every time a reflection was told to others, the latest first."""
    return reader.records(Sharing, "WHERE deleted = 0 ORDER BY on_day DESC, id DESC")


def sessions(reader: "Reader") -> tuple[Session, ...]:
    """Who received at which event, and who talked in which campaign, the earliest first. Calls of an event are no
    reception; a talk of a campaign counts for the campaign."""
    received = reader.query(
        """
        SELECT r.host, s.level, r.event, NULL, e.title, max(r.started_at), NULL,
          EXISTS (SELECT 1 FROM reflection f LEFT JOIN reception t ON t.id = f.reception
                  WHERE f.staff = r.host AND f.deleted = 0 AND coalesce(f.event, t.event) = r.event)
        FROM reception r JOIN event e ON e.id = r.event JOIN staff s ON s.id = r.host
        WHERE r.deleted = 0 AND r.means <> 'call' AND r.campaign IS NULL AND e.deleted = 0 AND s.deleted = 0
        GROUP BY r.host, r.event
        """
    )
    called = reader.query(
        """
        SELECT c.staff, s.level, NULL, c.campaign, p.name, max(c.at), p.ends_on,
          EXISTS (SELECT 1 FROM reflection f WHERE f.staff = c.staff AND f.campaign = c.campaign AND f.deleted = 0)
        FROM campaign_contact c JOIN campaign p ON p.id = c.campaign JOIN staff s ON s.id = c.staff
        WHERE c.deleted = 0 AND c.voided_at IS NULL AND c.result = 'talked' AND p.deleted = 0 AND s.deleted = 0
        GROUP BY c.staff, c.campaign
        """
    )
    found = [Session(*row) for row in [*received, *called]]
    return tuple(sorted(found, key=lambda one: (one.last_at, one.staff)))


def places(reader: "Reader") -> dict[str, Place]:
    """Reflection -> where it comes from."""
    rows = reader.query(
        """
        SELECT f.id, e.node, e.title,
          (SELECT group_concat(DISTINCT replace(c.area, ' ', '')) FROM concern c WHERE c.reception = f.reception),
          (SELECT group_concat(DISTINCT c.part) FROM concern c WHERE c.reception = f.reception)
        FROM reflection f LEFT JOIN reception r ON r.id = f.reception
        LEFT JOIN campaign p ON p.id = f.campaign
        LEFT JOIN event e ON e.id = coalesce(f.event, r.event, p.event)
        WHERE f.deleted = 0
        """
    )
    return {row[0]: Place(row[1], row[2], _spaced(row[3]), _spaced(row[4])) for row in rows}


def _spaced(joined: str | None) -> str | None:
    return joined.replace(",", " ") if joined else None


def known(reader: "Reader") -> Known:
    """Every name, number and room of clients; of those who are joined or taken off the lists, too."""
    names = reader.query("SELECT DISTINCT name FROM client")
    phones = reader.query(
        "SELECT phone FROM client WHERE phone IS NOT NULL UNION SELECT phone2 FROM client WHERE phone2 IS NOT NULL"
        " UNION SELECT phone FROM campaign_contact WHERE phone IS NOT NULL"
    )
    rooms = reader.query("SELECT DISTINCT room FROM unit WHERE room IS NOT NULL")
    callers = reader.query("SELECT DISTINCT caller FROM campaign_contact WHERE caller IS NOT NULL")
    return Known(
        tuple(row[0] for row in [*names, *callers]), tuple(row[0] for row in phones), tuple(row[0] for row in rooms)
    )
