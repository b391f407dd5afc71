"""What stands on every paper of an event."""

from db import events
from db.records import Event
from db.store import Reader
from desktop.paper.content import EventHead
from desktop.rules.codes import label, number
from desktop.rules.times import local
from desktop.services.people.staff import additions
from desktop.services.project import house
from desktop.services.zones import zone_of


def event_head(reader: Reader, event_id: str) -> EventHead:
    """The head of the event's papers; "as of" is the last change of its records. Raises Misused `id_unknown`."""
    event = reader.known(Event, event_id)
    project, zone = events.project(reader), zone_of(reader)
    return EventHead(
        company=project.company or project.name,
        service_line=project.service_line or "",
        project=project.name,
        event=event.title,
        node=f"{number('node', event.node)} {label('node', event.node, 'zh', additions(reader))}".strip(),
        place=event.place or "",
        starts=local(event.starts_at, zone),
        ends=local(event.ends_at, zone),
        as_of=local(events.last_change(reader, event_id) or event.created_at, zone),
        service_name=house.service_name(reader),
        logo=house.logo(reader),
    )
