"""Finding a client at the door: first those on the list whose name is called as it was typed."""

from db import search
from db.spelling.phones import phone_masked
from db.spelling.ranking import rank, slips
from db.store import Reader
from desktop.services.guests.clients import Found
from desktop.services.registry import DOOR_ROLES, Caller, question

# Of so many hits the best are chosen; whoever types one character of a large list types another anyhow.
POOL = 200


@question("check-in.find", roles=DOOR_ROLES)
def at_door(_caller: Caller, reader: Reader, *, event: str, query: str, limit: int = 20) -> tuple[Found, ...]:
    """Clients by name, pinyin, initials, end of the phone, room or number, the likeliest first, at most `limit`.

    Whoever is invited to the event stands before all others. Where nothing begins as it was typed, common slips of the
    tongue (n for l, an for ang) are tried.
    """
    for text in (query, *slips(query)):
        invited = sorted(search.find(reader, text, event=event, limit=POOL), key=lambda hit: rank(hit.name, text))
        others: list[search.Hit] = []
        if len(invited) < limit:
            known = {hit.id for hit in invited}
            found = search.find(reader, text, limit=POOL)
            others = sorted((hit for hit in found if hit.id not in known), key=lambda hit: rank(hit.name, text))
        if invited or others:
            break
    return tuple(
        Found(hit.id, hit.name, hit.title, hit.room, phone_masked(hit.phone) if hit.phone else None)
        for hit in (*invited, *others)[:limit]
    )
