"""Where the frozen program begins."""

import multiprocessing
import sys

from desktop.__main__ import main

if __name__ == "__main__":
    # A process of a bench begins here again.
    multiprocessing.freeze_support()
    sys.exit(main())
