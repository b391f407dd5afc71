"""The table of hosts: its rows as texts, and their sums."""

from collections.abc import Sequence

from desktop.paper.content import HostRow, Verdicts


def host_rows(hosts: Sequence[HostRow]) -> tuple[tuple[str, ...], ...]:
    """Name, post, four counts, what was said on site and when called back."""
    return tuple(
        (
            host.name,
            host.post,
            *map(str, (host.clients, host.concerns, host.solved, host.promises)),
            verdicts(host.on_site),
            verdicts(host.callback),
        )
        for host in hosts
    )


def host_sums(hosts: Sequence[HostRow]) -> tuple[str, ...]:
    """The last row: what the rows come to."""
    on_site = callback = Verdicts()
    for host in hosts:
        on_site, callback = on_site.plus(host.on_site), callback.plus(host.callback)
    counted = zip(*((one.clients, one.concerns, one.solved, one.promises) for one in hosts), strict=True)
    return ("合计", "", *(str(sum(numbers)) for numbers in counted), verdicts(on_site), verdicts(callback))


def verdicts(found: Verdicts) -> str:
    """A / B / C · unsaid, or a dash for nobody."""
    if found == Verdicts():
        return "—"
    return f"{found.a} / {found.b} / {found.c} · {found.unsaid}"
