"""The published sources that can be fetched. One entry of ``CONNECTORS`` is one source.

No module here touches the network: see ``geodata.fetch``.
"""

import re
from dataclasses import replace
from typing import Final

from geodata.connectors import arcgis, geoboundaries, hdx, socrata
from geodata.connectors.contract import Connector, FetchError
from geodata.connectors.licences import CC_BY, CC_BY_IGO, CC_BY_SA, OPEN

DIVIPOLA: Final = Connector(
    key="divipola",
    title="DIVIPOLA, códigos de municipios (DANE, datos.gov.co)",
    host="www.datos.gov.co",
    licences=(*OPEN, CC_BY_SA),
    address="https://www.datos.gov.co",
    collect=socrata.collect,
    file_name="divipola.csv",
    kind="divipola",
    publisher="DANE",
    dataset="gdxc-w37w",
    columns=("cod_dpto", "dpto", "cod_mpio", "nom_mpio", "tipo_municipio", "longitud", "latitud"),
)

MUNICIPAL_CODE: Final = (
    "cod_mpio|codigo_municipio|c_digo_municipio|cod_municipio|codmpio|divipola"
    "|codigo_dane|c_digo_dane|cod_dane|codigo_dane_municipio|c_digo_dane_municipio"
    "|c_digo_dane_del_municipio|codigo_divipola|c_digo_divipola|mpio_cdpmp"
)
"""Names that entities give to the code; Socrata writes ``_`` for a letter with an accent."""

OPEN_DATA: Final = Connector(
    key="datos-abiertos",
    title="Conjunto municipal de datos.gov.co",
    host="www.datos.gov.co",
    licences=(*OPEN, CC_BY_SA),
    address="https://www.datos.gov.co",
    collect=socrata.collect,
    file_name="datos-abiertos.csv",
    kind="observaciones",
    publisher="la entidad que lo publica en datos.gov.co",
    columns=(MUNICIPAL_CODE,),
)
"""Any table with a column of municipal codes: ``datos-abiertos:<identifier>``."""

MGN: Final = Connector(
    key="mgn",
    title="Marco Geoestadístico Nacional, municipios (DANE)",
    host="geoportal.dane.gov.co",
    licences=OPEN,
    address=(
        "https://geoportal.dane.gov.co/mparcgis/rest/services"
        "/MGN2025/Serv_CapasMGN_2025/FeatureServer/317"
    ),
    collect=arcgis.collect,
    file_name="mgn-municipios.geojson",
    kind="territorios",
    publisher="DANE",
    columns=("mpio_cdpmp", "mpio_cnmbr|mpio_cnmbre", "dpto_ccdgo"),
)

GEOBOUNDARIES: Final = Connector(
    key="geoboundaries",
    title="Límites municipales de geoBoundaries",
    host="www.geoboundaries.org",
    licences=(*OPEN, CC_BY_IGO),
    address="https://www.geoboundaries.org/api/current/gbOpen/COL/ADM2/",
    collect=geoboundaries.collect,
    file_name="geoboundaries-municipios.geojson",
    kind="territorios",
    publisher="geoBoundaries (William & Mary geoLab)",
    columns=("shapename", "shapeid"),
    also=(
        "github.com/wmgeolab/geoBoundaries/",
        "media.githubusercontent.com/media/wmgeolab/geoBoundaries/",
        "raw.githubusercontent.com/wmgeolab/geoBoundaries/",
    ),
)

HDX: Final = Connector(
    key="hdx",
    title="Límites municipales de OCHA (HDX, cod-ab-col)",
    host="data.humdata.org",
    licences=(CC_BY, CC_BY_IGO),
    address="https://data.humdata.org",
    collect=hdx.collect,
    file_name="hdx-municipios.zip",
    kind="territorios",
    publisher="OCHA, a partir del DANE",
    dataset="cod-ab-col",
    columns=("adm2_pcode",),
    also=("s3.us-east-1.amazonaws.com/hdx-production-filestore/",),
)

CONNECTORS: Final = (DIVIPOLA, OPEN_DATA, MGN, GEOBOUNDARIES, HDX)

DATASET: Final = re.compile(r"[a-z0-9]{4}-[a-z0-9]{4}")
"""Identifier of a table in Socrata."""


def find(name: str) -> Connector:
    """The connector of ``name``: its key, and for ``datos-abiertos`` the data set after a colon.

    Raises:
        FetchError: there is none, or the data set is missing or is not an identifier.
    """
    key, _, dataset = name.partition(":")
    found = next((connector for connector in CONNECTORS if connector.key == key), None)
    if found is None or (dataset and found is not OPEN_DATA):
        known = ", ".join(connector.key for connector in CONNECTORS)
        raise FetchError(f"No hay ningún conector «{name}»; los que hay son: {known}.")
    return _open_data(dataset) if found is OPEN_DATA else found


def _open_data(dataset: str) -> Connector:
    if not DATASET.fullmatch(dataset):
        raise FetchError(
            "Escriba el identificador del conjunto después de dos puntos, como en "
            "«datos-abiertos:gdxc-w37w»; está al final de su dirección en datos.gov.co."
        )
    return replace(
        OPEN_DATA,
        title=f"Conjunto {dataset} de datos.gov.co",
        dataset=dataset,
        file_name=f"datos-abiertos-{dataset}.csv",
    )
