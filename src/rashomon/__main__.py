"""``python -m rashomon`` is the ``rashomon`` command."""

from __future__ import annotations

import sys

from rashomon.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
