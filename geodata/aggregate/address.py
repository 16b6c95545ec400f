"""The address of an engine: ``duckdb``, ``postgresql://…`` or ``sc://…``."""

from dataclasses import dataclass, field
from enum import StrEnum, unique
from typing import Final
from urllib.parse import SplitResult, urlsplit

from geodata.aggregate.errors import UnknownEngineError

HOW: Final = "Use duckdb, postgresql://servidor/base o sc://servidor:puerto."


@unique
class Engine(StrEnum):
    """The engines that run the sums."""

    DUCKDB = "duckdb"
    POSTGRESQL = "postgresql"
    SPARK = "sc"


SYNONYMS: Final = {"postgres": Engine.POSTGRESQL}
USUAL_PORTS: Final = {Engine.POSTGRESQL: 5432, Engine.SPARK: 15002}


@dataclass(frozen=True, slots=True)
class Address:
    """Where an engine is.

    Attributes:
        url: the whole address, which may hold a password or a token: never shown.
        shown: host, port and database, as sentences may name them.
    """

    engine: Engine
    url: str = field(repr=False)
    host: str = ""
    port: int = 0
    shown: str = ""


def parse(text: str) -> Address:
    """The address written as ``text``.

    Raises:
        UnknownEngineError: it is not one. The sentence repeats the scheme only.
    """
    if text in (Engine.DUCKDB, f"{Engine.DUCKDB}://"):
        return Address(Engine.DUCKDB, text)
    parts = _split(text)
    known = {engine.value: engine for engine in Engine} | SYNONYMS
    engine = known.get(parts.scheme)
    if engine is None:
        raise UnknownEngineError(f"No se conoce el motor «{parts.scheme or '?'}». {HOW}")
    host, port = _where(parts)
    if engine is Engine.DUCKDB or not host:
        raise UnknownEngineError(f"La dirección de {engine.value} no está completa. {HOW}")
    port = port or USUAL_PORTS[engine]
    database = parts.path.strip("/") if engine is Engine.POSTGRESQL else ""
    return Address(engine, text, host, port, f"{host}:{port}/{database}".rstrip("/"))


def _split(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError:
        raise UnknownEngineError(f"La dirección del motor no se entiende. {HOW}") from None


def _where(parts: SplitResult) -> tuple[str, int]:
    try:
        return parts.hostname or "", parts.port or 0
    except ValueError:
        raise UnknownEngineError(f"El puerto de la dirección no es un número. {HOW}") from None
