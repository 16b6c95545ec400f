"""What the columns of the data mean, as the document of the API tells it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from indicators.spec import Text

COLUMN_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "territory_code": Text("Código DIVIPOLA, siempre texto.", "DIVIPOLA code, always text."),
        "name": Text("Nombre.", "Name."),
        "level": Text("Qué clase de territorio es.", "What kind of territory it is."),
        "department_code": Text("Código del departamento.", "Code of the department."),
        "department_name": Text("Nombre del departamento.", "Name of the department."),
        "valid_from": Text("Desde cuándo vale.", "Since when it is valid."),
        "valid_to": Text("Hasta cuándo valió; null si sigue.", "Until when; null if it still is."),
        "successor": Text(
            "Código que reemplazó a este, si fue retirado.",
            "Code that replaced this one, if it was retired.",
        ),
        "has_geometry": Text("Si tiene un polígono publicado.", "Whether a polygon is published."),
        "note": Text("Nota de quien leyó la fuente.", "Note of whoever read the source."),
        "touches_venezuela": Text("Si toca Venezuela.", "Whether it touches Venezuela."),
        "touches_ecuador": Text("Si toca Ecuador.", "Whether it touches Ecuador."),
        "touches_peru": Text("Si toca Perú.", "Whether it touches Peru."),
        "touches_brazil": Text("Si toca Brasil.", "Whether it touches Brazil."),
        "touches_panama": Text("Si toca Panamá.", "Whether it touches Panama."),
        "frontage_venezuela_km": Text(
            "Kilómetros de línea con Venezuela.", "Kilometres of the line with Venezuela."
        ),
        "distance_venezuela_km": Text(
            "Kilómetros en línea recta a Venezuela.", "Kilometres to Venezuela in a straight line."
        ),
        "within_50km_venezuela": Text(
            "Si está a 50 km o menos de Venezuela.", "Whether it is within 50 km of Venezuela."
        ),
        "lon": Text("Longitud de un punto interior, grados.", "Longitude of a point, degrees."),
        "lat": Text("Latitud de un punto interior, grados.", "Latitude of a point, degrees."),
        "area_km2": Text("Área geodésica, km².", "Geodesic area, km²."),
        "indicator": Text("Clave de la cifra.", "Key of the figure."),
        "period": Text(
            "Periodo ISO 8601: año, mes, día o intervalo.",
            "ISO 8601 period: year, month, day or interval.",
        ),
        "sex": Text("Sexo, como se publicó.", "Sex, as published."),
        "population_group": Text("Población de la que habla.", "Population that it speaks of."),
        "sector": Text(
            "Sección CIIU Rev. 4 A.C., varias juntas, o total.",
            "Section of CIIU Rev. 4 A.C., several together, or total.",
        ),
        "value": Text("La cifra; null si no hay.", "The figure; null where there is none."),
        "unit": Text("Unidad de la cifra.", "Unit of the figure."),
        "numerator": Text("Numerador.", "Numerator."),
        "denominator": Text("Denominador.", "Denominator."),
        "sample_size": Text("Tamaño de la muestra.", "Sample size."),
        "margin": Text("Margen, como lo escribe la fuente.", "Margin, as its source writes it."),
        "quality": Text(
            "Advertencia de la fuente; null si no hay.", "Warning of the source; null if none."
        ),
        "source_id": Text(
            "Fuentes; varias unidas por |.", "Publications; several are joined by |."
        ),
        "flags": Text("Cautelas, unidas por |.", "Cautions, joined by |."),
        "series": Text(
            "Marco, ventana, registro o definición: solo se unen puntos de una misma serie.",
            "Frame, window, register or definition: only points of one series are joined.",
        ),
        "id": Text("Identificador.", "Identifier."),
        "kind": Text("Clase de lugar.", "Kind of place."),
        "precision": Text(
            "Si el punto es la dirección o la cabecera.",
            "Whether the point is the address or the seat.",
        ),
        "status": Text("Estado.", "Status."),
        "operator": Text("Quién lo opera.", "Who runs it."),
        "last_verified": Text("Última verificación.", "When it was last verified."),
        "services": Text("Servicios.", "Services."),
        "people_served": Text("Personas atendidas.", "People served."),
        "address": Text("Dirección.", "Address."),
        "formalisation": Text(
            "Formalización de la unidad productiva: con matrícula, en trámite o sin ella.",
            "Formalisation of the productive unit: in the commercial register, on the way, or not.",
        ),
        "jobs_band": Text(
            "Tamaño: cuántas personas trabajan en la unidad, en tramos.",
            "Size: how many people work in the unit, in bands.",
        ),
        "programme": Text("Programa.", "Programme."),
        "component": Text("Componente del programa.", "Component of the programme."),
        "axis": Text("Eje.", "Axis."),
        "unit_rule": Text("Qué se cuenta y si se suma.", "What is counted, and whether it adds."),
        "baseline": Text("Línea base.", "Baseline."),
        "target": Text("Meta.", "Target."),
        "actual": Text("Resultado.", "Result."),
        "publisher": Text("Quién publica.", "Who publishes."),
        "original": Text(
            "Quién produjo la cifra, si quien publica solo la cita.",
            "Who produced the figure, if the publisher only cites it.",
        ),
        "title": Text("Título.", "Title."),
        "url": Text("Dirección de la publicación.", "Address of the publication."),
        "published": Text("Fecha de publicación.", "Date of publication."),
        "accessed": Text("Fecha de consulta.", "When it was read."),
        "licence": Text("Licencia.", "Licence."),
        "sha256": Text("Resumen del archivo, si lo hay.", "Digest of the file, if there is one."),
    }
)
"""By column of ``geodata.schema``; a column means the same wherever it appears."""
