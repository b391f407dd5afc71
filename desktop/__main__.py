"""`qinting`: with a command the command line, without one the window."""

import sys


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    from desktop.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
