"""What a browser asks of the application while somebody works with it."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final, Self
from urllib.parse import urlencode

import brotli

from bench.client import Client
from geodata.snapshot import Workspace
from layouts import ids

DEFAULT_SCOPE: Final = "frontera_venezuela"
ADDRESS: Final = re.compile(r"/valores/[0-9a-f]+/\w+/\w+\.([0-9a-f]+)\.json")
GEOMETRY: Final = re.compile(r"/geometry/[\w.]+")
VIEWS: Final = ("/municipio/54001", "/brechas", "/metodologia", "/datos")
LOOKED_AT: Final = (
    *("migrantes_por_mil", "poblacion_migrante_venezolana", "tasa_desocupacion"),
    *("tasa_informalidad", "nbi", "unidades_productivas", "vacantes_por_mil", "poblacion"),
)
MUNICIPALITIES: Final = ("54001", "44430", "81001")
REFERER: Final = "http://127.0.0.1"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where the numbers of the map of one workspace are."""

    workspace: Workspace
    snapshot: str
    version: str

    @classmethod
    def of(cls, client: Client, workspace: Workspace) -> Self:
        """Read the addresses from the document, as a browser does."""
        document = _text(client.get(f"/?espacio={workspace}"))
        snapshot = json.loads(client.get("/ready"))[workspace]
        found = ADDRESS.search(document)
        if found is None:
            raise RuntimeError("The document names no numbers.")
        return cls(workspace, snapshot, found[1])

    def at(self, indicator: str, scope: str = DEFAULT_SCOPE, **chosen: str) -> str:
        """Address of the numbers of ``indicator`` in a scope."""
        query = urlencode({"capas": "unidades", "espacio": self.workspace, **chosen})
        return f"/valores/{self.snapshot}/{scope}/{indicator}.{self.version}.json?{query}"


def visit(client: Client, workspace: Workspace) -> None:
    """A typical session: the map with eight indicators, three panels, every other view."""
    document = _text(client.get(f"/?espacio={workspace}"))
    _layout(client, f"/?espacio={workspace}")
    found = GEOMETRY.search(document)
    if found:
        client.get(found[0])
    numbers = Numbers.of(client, workspace)
    for indicator in LOOKED_AT:
        client.get(numbers.at(indicator))
    client.get(numbers.at("puntos", capas="unidades,centros"))
    for code in MUNICIPALITIES:
        client.call(panel_of(code, workspace))
    for path in VIEWS:
        client.get(f"{path}?espacio={workspace}")
        _layout(client, f"{path}?espacio={workspace}")
    client.get(f"/municipio/54001.csv?espacio={workspace}")
    client.get(f"/api/v1/values?indicator=migrantes_por_mil&limit=100&workspace={workspace}")


def panel_of(code: str, workspace: Workspace) -> dict[str, Any]:
    """The callback that fills the panel of a municipality."""
    outputs = [
        {"id": ids.Side.PANEL_TREE, "property": "data"},
        {"id": ids.Side.CHART, "property": "children"},
    ]
    asked = {"id": ids.Side.PANEL_REQUEST, "property": "data"}
    return {
        "output": "..{}..".format("...".join(f"{o['id']}.{o['property']}" for o in outputs)),
        "outputs": outputs,
        "inputs": [asked | {"value": f"?municipio={code}&espacio={workspace}"}],
        "changedPropIds": [f"{asked['id']}.data"],
    }


def _layout(client: Client, view: str) -> None:
    client.get("/_dash-layout", Referer=f"{REFERER}{view}")


def _text(body: bytes) -> str:
    """A document, compressed or not."""
    try:
        return brotli.decompress(body).decode()
    except brotli.error:
        return body.decode()
