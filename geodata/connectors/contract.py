"""What a connector is: a format that says what to ask next, and never touches the network.

``collect`` is a generator: it yields a ``Request``, receives the path of the file that holds the
answer, and returns what it made of all answers. ``geodata.fetch`` drives it.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from geodata.errors import UserFacingError

JSON_TYPES: Final = ("application/json", "application/geo+json", "application/vnd.geo+json")
LOOSE_JSON_TYPES: Final = (*JSON_TYPES, "text/plain", "application/octet-stream")
"""ArcGIS and file stores label JSON as plain text; the content is checked in any case."""
ZIP_TYPES: Final = (
    "application/zip",
    "application/x-zip-compressed",
    "application/octet-stream",
    "binary/octet-stream",
)


class FetchError(UserFacingError):
    """A source could not be fetched: one sentence; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a source.

    Attributes:
        url: full address, without the parameters.
        accepts: content types that may answer.
        note: what is being fetched, for the progress line.
        rows: rows already in hand, of ``expected`` (0 while unknown).
    """

    url: str
    accepts: tuple[str, ...]
    note: str
    parameters: tuple[tuple[str, str], ...] = ()
    rows: int = 0
    expected: int = 0

    @property
    def address(self) -> str:
        """The address with its parameters; ``$`` and ``*`` stay, as Socrata writes them."""
        query = urlencode(self.parameters, quote_via=quote, safe="$*(),:")
        return f"{self.url}?{query}" if query else self.url


@dataclass(frozen=True, slots=True)
class Collected:
    """What a connector made of the answers.

    Attributes:
        path: finished file inside the working folder.
        licence: canonical name, as ``licences`` spells it.
        basis: where the licence is stated.
        edition: date or year that the source gives to the data; empty when it gives none.
        source: address of the data themselves.
    """

    path: Path
    rows: int
    licence: str
    basis: str
    source: str
    edition: str = ""


Steps = Generator[Request, Path, Collected]


@dataclass(frozen=True, slots=True)
class Errand:
    """One run of a connector: where to ask, which licences to admit, where to write."""

    connector: "Connector"
    base: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Connector:
    """A published source that the product can fetch.

    Attributes:
        key: name on the command line.
        host: machine that answers.
        licences: canonical names of those that may be fetched.
        address: where the source lives; ``--address`` replaces it.
        collect: the format.
        file_name: name of the file that is made.
        kind: kind of ``python -m geodata import`` that reads the file.
        also: ``host/folder`` that the source hands its files over to, besides ``host``.
        publisher: who answers for the data, for the attribution.
        dataset: identifier inside a catalogue; empty where ``address`` says it all.
        columns: columns that must be there; ``a|b`` admits either name.
    """

    key: str
    title: str
    host: str
    licences: tuple[str, ...]
    address: str
    collect: Callable[[Errand], Steps]
    file_name: str
    kind: str
    publisher: str
    columns: tuple[str, ...]
    also: tuple[str, ...] = field(default=())
    dataset: str = ""


def require_columns(expected: tuple[str, ...], found: list[str], title: str) -> dict[str, str]:
    """The published name of each expected column, by its first accepted name.

    Raises:
        FetchError: names the columns that are no longer there.
    """
    by_lower = {name.lower(): name for name in found}
    published: dict[str, str] = {}
    missing: list[str] = []
    for names in (column.split("|") for column in expected):
        match = next((by_lower[name] for name in names if name in by_lower), None)
        if match is None:
            missing.append(" o ".join(f"«{name}»" for name in names))
        else:
            published[names[0]] = match
    if missing:
        raise FetchError(
            f"{title} cambió de formato y ya no trae {_listed(missing)}; "
            "no se guardó nada: avise a quien mantiene el conector."
        )
    return published


def require_count(found: int, expected: int, title: str) -> None:
    """Check that every row announced has arrived.

    Raises:
        FetchError: some are missing, some are left over, or there is none.
    """
    if found != expected or not found:
        raise FetchError(
            f"{title} entregó {found} filas de las {expected} que anuncia; "
            "no se guardó nada: repita la orden más tarde."
        )


def _listed(names: list[str]) -> str:
    noun = "la columna" if len(names) == 1 else "las columnas"
    return f"{noun} {', '.join(names)}"
