"""What a resource answers, before it becomes JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from callbacks.api.asked import Asked
from indicators.paging import Cursor
from indicators.spec import Text
from layouts.text import in_language

JSON: Final = "application/json"
GEOJSON: Final = "application/geo+json"
Reply = dict[str, Any]
"""The body of an answer, before it becomes JSON."""

SYNTHETIC: Final = Text(
    "Espacio de demostración: cifras sintéticas, no citar.",
    "Demonstration workspace: synthetic figures, do not cite.",
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must know: a code replaced, a filter dropped."""

    code: str
    words: Text
    asked: str | None = None
    used: str | None = None

    def record(self, language: str) -> dict[str, str | None]:
        """As the answer carries it."""
        message = in_language(self.words, language)
        return {"code": self.code, "message": message, "asked": self.asked, "used": self.used}


def envelope(asked: Asked[Any], notices: Iterable[Notice]) -> dict[str, Any]:
    """What every answer carries: its snapshot and what the reader must know."""
    store = asked.desk.store
    told = (*notices, *([Notice("synthetic", SYNTHETIC)] if store.is_demo else []))
    return {
        "snapshot": {
            "id": store.snapshot_id,
            "workspace": str(store.manifest.workspace),
            "synthetic": store.is_demo,
        },
        "notices": [notice.record(asked.language) for notice in told],
    }


def listing(
    asked: Asked[Any],
    items: Sequence[dict[str, Any]],
    following: Cursor | None,
    notices: Iterable[Notice] = (),
) -> Reply:
    """A page of rows."""
    question = asked.question
    page = {"limit": question.limit, "count": len(items), "next": _next(asked, following)}
    return envelope(asked, notices) | {"page": page, "items": items}


def single(asked: Asked[Any], item: dict[str, Any], notices: Iterable[Notice] = ()) -> Reply:
    """One row."""
    return envelope(asked, notices) | {"item": item}


def _next(asked: Asked[Any], following: Cursor | None) -> str | None:
    """Address of the next page. It names the snapshot: a later edition is not mixed in."""
    if following is None:
        return None
    kept = [pair for pair in asked.sent if pair[0] not in ("cursor", "snapshot")]
    query = [*kept, ("snapshot", asked.desk.store.snapshot_id), ("cursor", str(following))]
    return f"{asked.path}?{urlencode(query, safe=',')}"
