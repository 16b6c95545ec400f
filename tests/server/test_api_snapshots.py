"""Answers name their snapshot: tags, links of pages and old editions."""

import pandas as pd
import pytest

from app import Settings, create_app
from geodata.shelf import FileShelf
from geodata.snapshot import Workspace, publish

ADDRESS = "/api/v1/observations?indicator=poblacion&limit=5"


@pytest.fixture
def edited(small, tmp_path):
    """A function that publishes the figures times a factor, and the API over its folder."""
    tables = small | {"observations": small["observations"].assign(indicator="poblacion")}

    def edit(factor):
        figures = tables["observations"].assign(value=tables["observations"]["value"] * factor)
        changed = tables | {"observations": figures}
        return publish(tmp_path, Workspace.PUBLISHED, changed, {}, inputs=str(factor)).id

    first = edit(1.0)
    server = create_app(Settings(var=tmp_path), FileShelf(tmp_path)).server
    return edit, first, server.test_client()


def tagged(client, address=ADDRESS, **headers):
    answer = client.get(address, headers=headers)
    return answer.status_code, answer.headers["ETag"]


def test_a_tag_names_the_snapshot_and_saves_the_answer(edited):
    edit, first, client = edited
    status, tag = tagged(client)
    assert (status, first in tag) == (200, True)
    again = client.get(ADDRESS, headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    second = edit(2.0)
    status, newer = tagged(client, **{"If-None-Match": tag})
    assert (status, second in newer) == (200, True)


def test_a_tag_belongs_to_its_address_and_language(edited):
    _, _, client = edited
    _, tag = tagged(client)
    assert tagged(client, f"{ADDRESS}&cursor=0.5", **{"If-None-Match": tag})[0] == 200
    assert tagged(client, f"{ADDRESS}&lang=en", **{"If-None-Match": tag})[0] == 200
    english = {"If-None-Match": tag, "Accept-Language": "en"}
    assert tagged(client, ADDRESS, **english)[0] == 200


def test_a_tag_never_hides_a_mistake(edited):
    _, _, client = edited
    _, tag = tagged(client)
    answer = client.get(f"{ADDRESS}&nada=1", headers={"If-None-Match": tag})
    assert answer.status_code == 400


def test_an_address_that_names_its_snapshot_may_be_kept(edited):
    _, first, client = edited
    assert client.get(ADDRESS).headers["Cache-Control"] == "no-cache"
    pinned = client.get(f"{ADDRESS}&snapshot={first}")
    assert pinned.headers["Cache-Control"] == "public, max-age=86400"


def test_the_next_page_stays_in_the_snapshot_of_the_first(edited):
    edit, first, client = edited
    before = client.get(ADDRESS).get_json()
    edit(2.0)
    second = client.get(before["page"]["next"]).get_json()
    assert second["snapshot"]["id"] == first
    assert client.get(ADDRESS).get_json()["snapshot"]["id"] != first


def test_the_list_of_snapshots_grows(edited):
    edit, first, client = edited
    _, tag = tagged(client, "/api/v1/snapshots")
    assert tagged(client, "/api/v1/snapshots", **{"If-None-Match": tag})[0] == 304
    second = edit(2.0)
    answer = client.get("/api/v1/snapshots", headers={"If-None-Match": tag})
    items = answer.get_json()["items"]
    assert [(i["id"], i["parent"], i["current"]) for i in items] == [
        (second, first, True),
        (first, None, False),
    ]


def test_an_old_snapshot_still_answers(edited):
    edit, first, client = edited
    old = client.get(ADDRESS).get_json()["items"]
    edit(2.0)
    values = pd.Series([item["value"] for item in old])
    new = pd.Series([item["value"] for item in client.get(ADDRESS).get_json()["items"]])
    assert (new == values * 2).all()
    assert client.get(f"{ADDRESS}&snapshot={first}").get_json()["items"] == old


@pytest.mark.parametrize("name", ["000000000000", "no-existe", "../../etc"])
def test_an_unknown_snapshot_is_not_found(edited, name):
    _, _, client = edited
    answer = client.get("/api/v1/places", query_string={"snapshot": name})
    assert answer.status_code == 404
    assert answer.get_json()["parameter"] == "snapshot"


def test_a_workspace_that_is_not_prepared_is_not_found(edited):
    _, _, client = edited
    answer = client.get("/api/v1/places?workspace=demostracion")
    assert answer.status_code == 404
    assert answer.get_json()["detail"] == (
        "El espacio «demostracion» no está preparado en este servidor."
    )
