"""A small count of single records is not in the API, with any filter."""

from itertools import chain, combinations, product

import pandas as pd
import pytest

from app import Settings, create_app
from geodata.schema import FEWEST_PERSONS
from geodata.shelf import FileShelf
from geodata.snapshot import Workspace, publish

KEY = "buscadores_inscritos"
SERIES = "registro_importado|prueba"
SEXES = ("total", "mujeres", "hombres")
COUNTED = {
    "54001": (412, 3, 409),  # three women: withheld, and their total with them
    "54874": (2, 2, 0),
    "54405": (377, 188, 189),
    "54": (791, 193, 598),
}
SMALL = {
    (code, sex)
    for code, counts in COUNTED.items()
    for sex, n in zip(SEXES, counts, strict=True)
    if 0 < n < FEWEST_PERSONS
}
NUMBERS = ("value", "numerator", "denominator", "sample_size", "margin")


@pytest.fixture(scope="module")
def client(tables, figures, tmp_path_factory):
    """The API over a snapshot with an imported register of four territories."""
    lines = [
        f"{code} {sex} {n}"
        for code, counts in COUNTED.items()
        for sex, n in zip(SEXES, counts, strict=True)
    ]
    drawn = "territory_code sex value\n" + "\n".join(lines) + "\n"
    source = tables["sources"]["source_id"].iloc[0]
    rows = figures(drawn, indicator=KEY, period="2026", series=SERIES, source_id=source)
    others = tables["observations"][lambda t: t["indicator"] == "poblacion"].head(50)
    root = tmp_path_factory.mktemp("register")
    whole = tables | {"observations": pd.concat([others, rows], ignore_index=True)}
    publish(root, Workspace.PUBLISHED, whole, {}, inputs="register")
    return create_app(Settings(var=root), FileShelf(root)).server.test_client()


def subsets(words):
    return chain.from_iterable(combinations(words, n) for n in range(len(words) + 1))


FILTERS = [
    {"territory": codes, "sex": sexes, "period": period, "group": group, "sector": sector}
    for codes, sexes in product(subsets(COUNTED), subsets(SEXES))
    for period, group, sector in (("", "", ""), ("2026", "total", "total"))
]


def query(filters):
    parts = {k: v if isinstance(v, str) else ",".join(v) for k, v in filters.items()}
    return "&".join(f"{name}={text}" for name, text in parts.items() if text)


def pages(client, address):
    """Every row of an answer, page after page."""
    while address:
        body = client.get(address).get_json()
        yield from body["items"]
        address = body["page"]["next"]


@pytest.fixture(scope="module")
def unfiltered(client):
    items = pages(client, f"/api/v1/observations?indicator={KEY}&limit=1000")
    return {(item["territory_code"], item["sex"]): item for item in items}


def test_small_counts_and_what_would_give_them_away_are_withheld(unfiltered):
    assert len(unfiltered) == sum(map(len, COUNTED.values()))
    assert {("54001", "mujeres"), ("54874", "total")} <= SMALL
    withheld = {cell for cell, item in unfiltered.items() if item["state"] == "suprimido"}
    assert withheld == SMALL | {("54001", "total")}
    assert ("54", "total") not in withheld
    for cell in withheld:
        assert unfiltered[cell]["quality"] == "suprimido"
        assert [unfiltered[cell][name] for name in NUMBERS] == [None] * len(NUMBERS)


def test_no_filter_uncovers_a_cell(client, unfiltered):
    for filters in FILTERS:
        address = f"/api/v1/observations?indicator={KEY}&{query(filters)}"
        found = list(pages(client, address))
        codes, sexes = filters["territory"] or tuple(COUNTED), filters["sex"] or SEXES
        assert {(i["territory_code"], i["sex"]) for i in found} == set(product(codes, sexes))
        for item in found:
            assert item == unfiltered[item["territory_code"], item["sex"]]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_no_page_uncovers_a_cell(client, unfiltered, limit):
    found = list(pages(client, f"/api/v1/observations?indicator={KEY}&limit={limit}"))
    assert len(found) == len(unfiltered)
    assert all(item == unfiltered[item["territory_code"], item["sex"]] for item in found)


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("where", ["", "&level=departamento", "&territory=54001,54874,54405,54"])
def test_no_value_uncovers_a_cell(client, unfiltered, sex, where):
    items = list(
        pages(client, f"/api/v1/values?indicator={KEY}&period=2026&sex={sex}&limit=1000{where}")
    )
    known = [item for item in items if (item["territory_code"], sex) in unfiltered]
    assert known
    for item in known:
        stored = unfiltered[item["territory_code"], sex]
        assert (item["state"], item["value"]) == (stored["state"], stored["value"])
