"""Sentences of the ficha, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class ProfileWords:
    """Sentences of one language."""

    kick: str
    facts: str
    line: str
    distance: str
    area: str
    population: str
    unemployment: str
    higher: str
    lower: str
    equal: str
    centre_here: str
    centre_near: str
    centre_unsure: str
    labour: str
    labour_lead: str
    women_men: str
    migrant_host: str
    difference: str
    specialised: str
    specialised_lead: str
    times: str
    actors: str
    no_actors: str
    missing: str
    missing_lead: str
    missing_none: str
    download: str
    map: str
    gaps: str
    compare: str
    print: str


ES: Final = ProfileWords(
    kick="Ficha municipal · {department} · {code}",
    facts="Dónde está",
    line="toca la línea con Venezuela en {} km",
    distance="a {} km de la línea con Venezuela",
    area="{} km²",
    population="{people} habitantes ({period}, {source})",
    unemployment="De cada cien personas que quieren trabajar, **{value}** no encuentran: {period}, "
    "en {whose}{beside}.",
    higher="; son **{} pp** más que en la nación",
    lower="; son **{} pp** menos que en la nación",
    equal="; lo mismo que en la nación",
    centre_here="Aquí funciona un Centro Intégrate: **{name}**.",
    centre_near="El Centro Intégrate más cercano que funciona está en **{place}**, a **{km} km** "
    "en línea recta, que no es tiempo de viaje{beside}.",
    centre_unsure="; hay otro en {place}, a {km} km, cuyo estado está por verificar",
    labour="Brechas laborales",
    labour_lead="Solo se restan cifras del mismo periodo, serie y fuente.",
    women_men="mujeres menos hombres",
    migrant_host="migrantes menos no migrantes",
    difference="{title}, {pair}: **{points} pp** ({first} y {second}; {period})",
    specialised="En qué se especializa",
    specialised_lead="Cociente de localización: cuántas veces pesa cada sector aquí lo que pesa en "
    "el país, en {title} ({year}). Más de 1 es especialización.",
    times="{} veces",
    actors="Quién trabaja aquí",
    no_actors="No hay organizaciones registradas en este municipio.",
    missing="Qué falta y quién lo tiene",
    missing_lead="{n} indicadores no tienen cifra de este municipio ni de un territorio mayor.",
    missing_none="Todos los indicadores tienen cifra de este municipio o de un territorio mayor.",
    download="Descargar las cifras de esta ficha (CSV)",
    map="Ver en el mapa",
    gaps="Ver sus brechas",
    compare="Comparar con otros",
    print="Imprimir",
)

EN: Final = ProfileWords(
    kick="Municipal profile · {department} · {code}",
    facts="Where it is",
    line="touches the line with Venezuela along {} km",
    distance="{} km from the line with Venezuela",
    area="{} km²",
    population="{people} inhabitants ({period}, {source})",
    unemployment="Of every hundred people who want to work, **{value}** find no job: {period}, "
    "in {whose}{beside}.",
    higher="; **{} pp** more than in the nation",
    lower="; **{} pp** less than in the nation",
    equal="; the same as in the nation",
    centre_here="An Intégrate centre works here: **{name}**.",
    centre_near="The closest working Intégrate centre is in **{place}**, **{km} km** away in a "
    "straight line, which is not travel time{beside}.",
    centre_unsure="; there is another in {place}, {km} km away, whose state is to be verified",
    labour="Employment gaps",
    labour_lead="Only figures of the same period, series and source are subtracted.",
    women_men="women less men",
    migrant_host="migrants less non-migrants",
    difference="{title}, {pair}: **{points} pp** ({first} and {second}; {period})",
    specialised="What it specialises in",
    specialised_lead="Location quotient: how many times each sector weighs here what it weighs in "
    "the country, in {title} ({year}). Above 1 is specialisation.",
    times="{} times",
    actors="Who works here",
    no_actors="No organisation is on record in this municipality.",
    missing="What is missing and who holds it",
    missing_lead="{n} indicators have no figure of this municipality nor of a larger territory.",
    missing_none="Every indicator has a figure of this municipality or of a larger territory.",
    download="Download the figures of this profile (CSV)",
    map="See on the map",
    gaps="See its gaps",
    compare="Compare with others",
    print="Print",
)

PROFILE_WORDS: Final[Mapping[str, ProfileWords]] = MappingProxyType({"es": ES, "en": EN})
