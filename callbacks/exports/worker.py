"""The process of one export: ``python -m callbacks.exports.worker FOLDER``; see the jobs.

What makes the file is loaded once it is its turn: a job that waits takes no memory to speak of.
"""

import json
import logging
import resource
import sys
from pathlib import Path
from typing import Any, Final

from geodata.errors import UserFacingError
from geodata.export_jobs import CancelledError, Phase, Why, check, say, turn
from geodata.lock import Hold
from geodata.memory import spare_memory

log = logging.getLogger(__name__)

LONGEST_SECONDS: Final = 600
"""Of computing: what takes longer will never end."""


def main(arguments: list[str]) -> int:
    """Make the file; what happened is in the folder, whatever it was."""
    spare_memory()
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_SECONDS, LONGEST_SECONDS))
    home = Path(arguments[0])
    claim = Hold(home)
    try:
        with turn(home):
            _make(home)
    except CancelledError:
        return 0
    except UserFacingError as error:
        say(home, "error", {"error": str(error)})
    except Exception:
        log.exception("Export failed")
        say(home, "error", {"why": Why.FAILED})
    del claim
    return 0


def _make(home: Path) -> None:
    from callbacks.exports.kinds import TYPES, Kind  # noqa: PLC0415 - see above
    from callbacks.exports.maker import Maker  # noqa: PLC0415 - see above
    from callbacks.exports.making import made_of  # noqa: PLC0415 - see above

    asked: dict[str, Any] = json.loads((home / "request.json").read_text(encoding="utf-8"))
    say(home, "progress", {"phase": Phase.WORKING, "done": 0, "of": 0})
    maker = Maker.over(Path(asked["var"]), Path(asked["data"]))
    kind, path, query = Kind(asked["kind"]), str(asked["path"]), str(asked["query"])

    def heard(done: int, of: int) -> None:
        check(home)
        say(home, "progress", {"phase": Phase.WORKING, "done": done, "of": of})

    made = made_of(kind, maker, path, query, heard)
    check(home)
    (home / "file").write_bytes(made.body)
    say(home, "done", {"name": made.name, "type": TYPES[made.ending]})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
