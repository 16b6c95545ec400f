"""The API keeps what its own document promises, whatever a client sends."""

from dataclasses import dataclass

import pytest
import schemathesis
from hypothesis import settings

from app import Settings, create_app
from callbacks.api.document import document
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace

PLAIN = {"Accept-Encoding": "identity"}
"""The client in the process does not unpack answers."""

MEMBERS = {"type", "title", "status", "detail", "instance"}
"""Of every problem (RFC 9457)."""


@dataclass
class Served:
    """The application that a fixture puts here before the first request."""

    server: object = None

    def __call__(self, environment, start_response):
        return self.server(environment, start_response)


described = schemathesis.openapi.from_dict(document("es"))
described.app = Served()


@pytest.fixture(scope="module", autouse=True)
def server(published):
    shelf = OpenShelf({Workspace.PUBLISHED: published})
    described.app.server = create_app(Settings(), shelf).server
    return described.app.server


@described.parametrize()
@settings(max_examples=12, deadline=None)
def test_every_answer_is_as_described(case):
    answer = case.call_and_validate(headers=PLAIN)
    assert "access-control-allow-origin" not in answer.headers
    assert b"NaN" not in answer.content
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == ["application/problem+json"]
        assert answer.json().keys() >= MEMBERS


def test_the_document_that_is_served_is_the_one_tested_here(server):
    assert server.test_client().get("/api/v1/openapi.json").get_json() == document("es")
