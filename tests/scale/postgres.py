"""A PostgreSQL of its own on the loopback address, with its own data, gone at the end."""

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from tests.scale.ports import HOST, free_port

USER = "mirador"
DATABASE = "postgres"
SYSTEM_USER = "postgres"
"""The server refuses to run as root; Debian's package brings this user."""

KINDS = {
    "string": "text", "large_string": "text", "bool": "boolean", "double": "double precision",
    "int16": "smallint", "int64": "bigint", "timestamp[ms]": "timestamp",
}  # fmt: skip


@dataclass(frozen=True)
class Server:
    port: int
    password: str = field(repr=False)

    @property
    def url(self):
        return f"postgresql://{USER}:{self.password}@{HOST}:{self.port}/{DATABASE}"

    def load(self, file: Path, table: str):
        """Copy a Parquet file: unquoted nothing is null, a quoted nothing is an empty text."""
        records = pq.read_table(file)
        records = records.cast(pa.schema([_plain(column) for column in records.schema]))
        columns = ", ".join(f'"{c.name}" {KINDS[str(c.type)]}' for c in records.schema)
        sink = pa.BufferOutputStream()
        style = pa_csv.WriteOptions(include_header=False, quoting_style="all_valid")
        pa_csv.write_csv(records, sink, style)
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"CREATE TABLE {table} ({columns})")
            with connection.cursor().copy(f"COPY {table} FROM STDIN (FORMAT csv)") as copy:
                copy.write(sink.getvalue())
            connection.execute(f"ANALYZE {table}")


def _plain(column: pa.Field) -> pa.Field:
    words = pa.types.is_dictionary(column.type)
    return pa.field(column.name, column.type.value_type if words else column.type)


@contextmanager
def running() -> Iterator[Server]:
    home = Path(tempfile.mkdtemp(prefix="mirador-pg-"))
    server = Server(free_port(), secrets.token_hex(16))
    try:
        _start(home, server)
        yield server
    finally:
        if (home / "data" / "postmaster.pid").exists():
            _run(home, "pg_ctl", "stop", "-D", "data", "-m", "immediate", "-w")
        shutil.rmtree(home)


def _start(home: Path, server: Server) -> None:
    (home / "word").write_text(server.password, encoding="ascii")
    if os.getuid() == 0:
        shutil.chown(home, SYSTEM_USER)
        shutil.chown(home / "word", SYSTEM_USER)
    _run(home, "initdb", "-D", "data", "-U", USER, "-A", "scram-sha-256", "--pwfile", "word",
         "--locale", "C.UTF-8", "--encoding", "UTF8", "--no-sync")  # fmt: skip
    settings = {
        "port": server.port, "listen_addresses": HOST, "unix_socket_directories": home,
        "fsync": "off", "shared_buffers": "512MB", "work_mem": "64MB",
    }  # fmt: skip
    words = " ".join(f"-c {name}={value}" for name, value in settings.items())
    _run(home, "pg_ctl", "start", "-D", "data", "-l", "log", "-w", "-o", words)


def _run(home: Path, program: str, *words: str) -> None:
    as_user = ["runuser", "-u", SYSTEM_USER, "--"] if os.getuid() == 0 else []
    subprocess.run(
        [*as_user, str(_binaries() / program), *words], cwd=home, check=True, timeout=60,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _binaries() -> Path:
    """Debian keeps each version apart from the path."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    found = shutil.which("initdb")
    return Path(found).parent if found else versions[-1]
