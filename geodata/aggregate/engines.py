"""The engines: each opens a connection of its own, finds the records and runs expressions.

A connection is never shared: ibis connections break when two threads use one (ibis#10346). Every
caller opens one, uses it and closes it.
"""

import socket
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

import duckdb
import ibis
import pandas as pd
from ibis.common.exceptions import TableNotFound
from ibis.expr import types as ir

from geodata.aggregate.address import Address, Engine
from geodata.aggregate.errors import (
    EngineFailedError,
    EngineUnreachableError,
    MissingDriverError,
    RecordsMissingError,
)

NAME: Final = "records"
"""What the records are called where the engine lets us name them."""

LONGEST_WAIT_S: Final = 10
"""Seconds to wait for an engine to answer a first call."""

INSTALL: Final = "Instálelo con make engines y repita la orden."


@dataclass(frozen=True, slots=True)
class Opened:
    """An engine that has the records before it.

    Attributes:
        columns: what the records really have.
        name: of the table, for unbound expressions.
        folder: schema of the table, where it was given.
    """

    backend: ibis.BaseBackend
    columns: ibis.Schema
    name: str = NAME
    folder: str | None = None

    def run(self, expression: ir.Table) -> pd.DataFrame:
        """The rows of an unbound expression."""
        frame: pd.DataFrame = self.backend.to_pyarrow(expression).to_pandas()
        return frame


def opened(address: Address, place: str) -> AbstractContextManager[Opened]:
    """The engine at ``address`` over the records at ``place``, closed at the end.

    Args:
        address: see ``geodata.aggregate.address.parse``.
        place: a Parquet file or a folder of them (DuckDB); a table, ``schema.table`` or ``table``
            (PostgreSQL); a Parquet path that the workers can read (Spark).

    Raises:
        UserFacingError: the driver is not installed, nobody answers, the records are not there,
            or the engine does not finish.
    """
    return OPENERS[address.engine](address, place)


@contextmanager
def _duckdb(_address: Address, place: str) -> Iterator[Opened]:
    files = _parquet_files(Path(place))
    with tempfile.TemporaryDirectory() as spill, _alone() as raw:
        try:
            backend = ibis.duckdb.from_connection(raw)
            _lock(raw, files, Path(spill))
            columns = backend.read_parquet(files, table_name=NAME).schema()
        except (duckdb.Error, UnicodeDecodeError) as error:
            raise RecordsMissingError(
                f"{place} no se puede leer como Parquet. Compruebe el archivo y sus permisos."
            ) from error
        try:
            yield Opened(backend, columns)
        except duckdb.Error as error:
            raise _unfinished("DuckDB") from error


def _alone() -> duckdb.DuckDBPyConnection:
    """A database in memory that fetches no extension."""
    return duckdb.connect(
        ":memory:",
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False},
    )


def _parquet_files(path: Path) -> list[str]:
    """The file, or those of the folder and of its folders.

    Raises:
        RecordsMissingError: there is none.
    """
    found = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
    if not found or not all(file.is_file() for file in found):
        raise RecordsMissingError(f"No hay archivos Parquet en {path}. Compruebe la ruta.")
    return [str(file.resolve()) for file in found]


def _lock(raw: duckdb.DuckDBPyConnection, files: list[str], spill: Path) -> None:
    """Leave ``raw`` able to read ``files``, to spill into its own folder, and nothing else.

    The settings of ibis come first: once locked, none can be changed.
    """
    raw.execute("SET preserve_insertion_order = false")
    raw.execute("SET temp_directory = ?", [str(spill)])
    raw.execute("SET allowed_paths = ?", [files])
    raw.execute("SET enable_external_access = false")
    raw.execute("SET lock_configuration = true")


@contextmanager
def _postgresql(address: Address, place: str) -> Iterator[Opened]:
    try:
        import psycopg  # noqa: PLC0415 - an optional package
    except ImportError:
        raise MissingDriverError(f"Falta el controlador de PostgreSQL. {INSTALL}") from None
    try:
        raw = psycopg.connect(address.url, connect_timeout=LONGEST_WAIT_S, autocommit=True)
    except psycopg.Error:
        # Their text may repeat the address: neither it nor its cause is shown.
        raise _unreachable("PostgreSQL", address) from None
    with raw:
        try:
            raw.execute("SET default_transaction_read_only = on")
            backend = ibis.postgres.from_connection(raw)
            folder, _, name = place.rpartition(".")
            columns = backend.table(name, database=folder or None).schema()
            yield Opened(backend, columns, name, folder or None)
        except TableNotFound:
            raise RecordsMissingError(
                f"No hay una tabla «{place}» en {address.shown}. Compruebe su nombre y su esquema."
            ) from None
        except psycopg.Error as error:
            raise _unfinished(f"PostgreSQL ({address.shown})") from error


@contextmanager
def _spark(address: Address, place: str) -> Iterator[Opened]:
    with warnings.catch_warnings():
        # The client is not used to pandas 3 and says so at each turn; tests/scale compares results.
        warnings.filterwarnings("ignore", "PySpark does not yet", FutureWarning)
        try:
            from pyspark.errors import AnalysisException, PySparkException  # noqa: PLC0415
            from pyspark.sql import SparkSession  # noqa: PLC0415 - an optional package
        except ImportError:
            raise MissingDriverError(f"Falta el cliente de Spark Connect. {INSTALL}") from None
        _reach(address)
        try:
            session = SparkSession.builder.remote(address.url).create()
        except (PySparkException, ValueError):
            raise _unreachable("Spark Connect", address) from None
        try:
            backend = ibis.pyspark.connect(session)
            yield Opened(backend, backend.read_parquet(place, table_name=NAME).schema())
        except AnalysisException as error:
            raise RecordsMissingError(
                f"El clúster no puede leer {place} como Parquet. Compruebe que todos los nodos "
                "vean esa ruta."
            ) from error
        except PySparkException as error:
            raise _unfinished(f"Spark ({address.shown})") from error
        finally:
            session.stop()


def _reach(address: Address) -> None:
    """Try the port once: the client of Spark would try again for minutes."""
    try:
        socket.create_connection((address.host, address.port), LONGEST_WAIT_S).close()
    except OSError:
        raise _unreachable("Spark Connect", address) from None


def _unreachable(engine: str, address: Address) -> EngineUnreachableError:
    return EngineUnreachableError(
        f"No se pudo entrar a {engine} en {address.shown}. Compruebe la dirección, el usuario, la "
        "clave y que el servicio esté en marcha."
    )


def _unfinished(engine: str) -> EngineFailedError:
    return EngineFailedError(
        f"{engine} no terminó las sumas. Revise los permisos, la memoria, el disco y el registro "
        "del motor, y repita la orden: no se guardó nada."
    )


OPENERS: Final[Mapping[Engine, Callable[[Address, str], AbstractContextManager[Opened]]]] = (
    MappingProxyType({Engine.DUCKDB: _duckdb, Engine.POSTGRESQL: _postgresql, Engine.SPARK: _spark})
)
