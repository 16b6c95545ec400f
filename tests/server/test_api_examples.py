"""Every example of ``docs/api.md`` is executed against a server that listens."""

import re
import shlex
from argparse import ArgumentParser
from pathlib import Path

import pytest
import urllib3

from bench.stage import served

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
WRITTEN = "http://127.0.0.1:8050"
EXAMPLES = [
    line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()
]


@pytest.fixture(scope="module")
def address(published):
    with served(["bench.ours", str(published.folder.parents[1])]) as found:
        yield found


@pytest.fixture(scope="module")
def curl():
    """The options of curl that the page uses; any other one fails."""
    parser = ArgumentParser(prog="curl", exit_on_error=False)
    parser.add_argument("-s", action="store_true")
    parser.add_argument("-I", dest="head", action="store_true")
    parser.add_argument("-o", dest="file")
    parser.add_argument("-X", dest="method", default="GET")
    parser.add_argument("-H", dest="headers", action="append", default=[])
    parser.add_argument("url")
    return parser


def test_the_page_has_examples_and_nothing_else_in_them():
    assert len(EXAMPLES) > 10
    assert all(line.startswith("curl ") for line in EXAMPLES)
    assert all(WRITTEN in line for line in EXAMPLES)


@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_answers_as_the_page_says(address, curl, line):
    command, _, promised = line.partition(" # ")
    asked = curl.parse_args(shlex.split(command)[1:])
    headers = dict(header.split(": ", 1) for header in asked.headers)
    method = "HEAD" if asked.head else asked.method
    url = asked.url.replace(WRITTEN, address)
    answer = urllib3.request(method, url, headers=headers, retries=False)
    assert answer.status == int(promised.partition(":")[0] or 200)
    if method == "GET" and answer.status == 200 and "json" in answer.headers["Content-Type"]:
        body = answer.json()
        assert body.get("items", body.get("features", True)), line
