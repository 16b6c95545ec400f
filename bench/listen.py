"""Serve a contender on a free port of the loopback address, and say which."""

import logging
import time

import flask
import waitress
from werkzeug.middleware.dispatcher import DispatcherMiddleware

HOST = "127.0.0.1"
THREADS = 8
MOUNT = "/bench"
CPU = f"{MOUNT}/cpu"
"""CPU seconds that the process of a contender has used, for whoever measures it."""


def listen(server: flask.Flask, port: int = 0) -> None:
    """Print the address, then serve until the process is ended; on a free port by default."""
    # More clients than threads is what a load is: a line for each who waits would slow it down.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    told = flask.Flask(__name__)
    told.add_url_rule(CPU.removeprefix(MOUNT), CPU, lambda: f"{time.process_time():.9f}")
    # Dash prepares its scripts on the first request; do it before anybody measures.
    server.test_client().get("/")
    together = DispatcherMiddleware(server, {MOUNT: told})
    listener = waitress.create_server(together, host=HOST, port=port, threads=THREADS, ident=None)
    print(f"http://{HOST}:{listener.effective_port}", flush=True)
    listener.run()
