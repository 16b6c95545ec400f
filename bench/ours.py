"""The application itself, as a contender: ``python -m bench.ours VAR``.

The benchmarks are a composition root like ``app.py``, so they may import it.
"""

import sys
from pathlib import Path

from app import Settings, create_app
from bench.listen import listen
from geodata.shelf import FileShelf


def main() -> None:
    """Serve the application over the snapshots of the folder given."""
    settings = Settings(var=Path(sys.argv[1]))
    listen(create_app(settings, FileShelf(settings.var)).server)


if __name__ == "__main__":
    main()
