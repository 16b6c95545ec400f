"""A Spark standalone cluster: one master, two workers and a Connect server, each a process."""

import http.client
import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.scale.ports import HOST, free_port, listening, wait_until

SPARK = Path(__file__).parents[2] / ".venv-scale" / "spark" / "pyspark"
"""The whole distribution, apart from the thin client that the tests import."""

START_S = 90
WORKERS = 2


@dataclass(frozen=True)
class Cluster:
    """``workers`` by the folder where each leaves its logs."""

    url: str
    monitor: int
    workers: dict[Path, subprocess.Popen]
    log: Path

    def alive(self) -> int:
        """How many workers the master counts on."""
        with closing(http.client.HTTPConnection(HOST, self.monitor, timeout=10)) as asking:
            asking.request("GET", "/json/")
            answer = asking.getresponse()
            # It listens before it has anything to say.
            told = json.loads(answer.read()) if answer.status == http.HTTPStatus.OK else {}
        return sum(worker["state"] == "ALIVE" for worker in told.get("workers", ()))

    def tasks(self, folder: Path) -> int:
        """How many tasks the executors of a worker have begun."""
        logs = folder.glob("app-*/*/stderr")
        return sum(log.read_text(errors="replace").count("Running task") for log in logs)

    def busier_than(self, before: dict[Path, int]) -> list[Path]:
        """Workers that have begun tasks since ``tasks`` gave ``before``."""
        return [folder for folder, count in before.items() if self.tasks(folder) > count]

    def kill(self, folder: Path) -> None:
        """End a worker and its executors without a word."""
        os.killpg(self.workers[folder].pid, signal.SIGKILL)
        self.workers[folder].wait()

    def lost(self) -> int:
        """How many executors the driver says it lost."""
        return self.log.read_text(errors="replace").count("Lost executor")


@contextmanager
def running() -> Iterator[Cluster]:
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mirador-spark-")))
        port, monitor, connect = free_port(), free_port(), free_port()
        master = f"spark://{HOST}:{port}"
        _start(stack, home / "master", "spark-class", "org.apache.spark.deploy.master.Master",
               "--host", HOST, "--port", str(port), "--webui-port", str(monitor))  # fmt: skip
        wait_until(lambda: listening(monitor), START_S, "the master does not answer")
        workers = {}
        for number in range(WORKERS):
            folder = home / f"worker-{number}"
            workers[folder] = _worker(stack, folder, master)
        _start(stack, home / "connect", "spark-submit", *_server(master, connect))
        cluster = Cluster(f"sc://{HOST}:{connect}", monitor, workers, home / "connect" / "log")
        wait_until(lambda: cluster.alive() == WORKERS, START_S, "the workers do not come")
        wait_until(lambda: listening(connect), START_S, "Spark Connect does not answer")
        yield cluster


def _worker(stack: ExitStack, folder: Path, master: str) -> subprocess.Popen:
    return _start(
        stack, folder, "spark-class", "org.apache.spark.deploy.worker.Worker", "--host", HOST,
        "--webui-port", str(free_port()), "--cores", "1", "--memory", "2g",
        "--work-dir", str(folder), master,
    )  # fmt: skip


def _server(master: str, port: int) -> list[str]:
    settings = {
        "spark.connect.grpc.binding.address": HOST, "spark.connect.grpc.binding.port": port,
        "spark.driver.host": HOST, "spark.driver.bindAddress": HOST, "spark.driver.memory": "1g",
        "spark.executor.memory": "1g", "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": 4, "spark.sql.files.maxPartitionBytes": "1m",
    }  # fmt: skip
    chosen = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    server = "org.apache.spark.sql.connect.service.SparkConnectServer"
    return ["--master", master, *chosen, "--class", server]


def _start(stack: ExitStack, folder: Path, program: str, *words: str) -> subprocess.Popen:
    """Start a program as the head of a group of its own: ended with all that it started."""
    folder.mkdir()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [str(SPARK / "bin" / program), *words], cwd=folder, stdin=subprocess.DEVNULL,
            stdout=log, stderr=subprocess.STDOUT, start_new_session=True, env=_settings(folder),
        )  # fmt: skip
    stack.callback(_end, process)
    return process


def _settings(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "JAVA_HOME") if name in os.environ}
    return kept | {
        "SPARK_HOME": str(SPARK), "SPARK_CONF_DIR": str(folder), "SPARK_LOCAL_IP": HOST,
        "SPARK_LOCAL_DIRS": str(folder), "SPARK_LOG_DIR": str(folder),
        "SPARK_DAEMON_MEMORY": "512m", "LANG": "C.UTF-8",
    }  # fmt: skip


def _end(process: subprocess.Popen) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
