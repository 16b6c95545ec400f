"""Serve a contender on a free port of the loopback address, and say which."""

import logging

import flask
import waitress

HOST = "127.0.0.1"
THREADS = 8


def listen(server: flask.Flask) -> None:
    """Print the address, then serve until the process is ended."""
    # More clients than threads is what a load is: a line for each who waits would slow it down.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    # Dash prepares its scripts on the first request; do it before anybody measures.
    server.test_client().get("/")
    listener = waitress.create_server(server, host=HOST, port=0, threads=THREADS, ident=None)
    print(f"http://{HOST}:{listener.effective_port}", flush=True)
    listener.run()
