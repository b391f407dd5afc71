"""A storage as a process of its own: `on` and `off` by a line on stdin, answered by a line; nothing is forgotten."""

import contextlib
import logging
import sys

from moto.server import ThreadedMotoServer


def main() -> None:
    """Serve on one port, whenever the storage is on; end with stdin."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    port, server = 0, None
    for line in sys.stdin:
        with contextlib.redirect_stdout(None):
            if line.strip() == "on":
                server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
                server.start()
                port = server.get_host_and_port()[1]
            elif server:
                server.stop()
        sys.stdout.write(f"{port}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
