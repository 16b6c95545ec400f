"""Units of measure, each written once. The keys are those of the observation table."""

from typing import Final

from indicators.spec import Text, Unit

PERSONS: Final = Unit("persons", Text("personas", "people"), Text("personas", "people"))
STUDENTS: Final = Unit("students", Text("estudiantes", "students"), Text("estudiantes", "students"))
VACANCIES: Final = Unit("vacancies", Text("vacantes", "vacancies"), Text("vacantes", "vacancies"))
FIRMS: Final = Unit("firms", Text("empresas", "firms"), Text("empresas", "firms"))
PRODUCTIVE_UNITS: Final = Unit(
    "productive_units",
    Text("unidades", "units"),
    Text("unidades productivas", "productive units"),
)
SERVICES: Final = Unit("services", Text("atenciones", "services"), Text("atenciones", "services"))
PERCENT: Final = Unit("percent", Text("%", "%"), Text("de cada 100", "of every 100"))
PER_1000_INHABITANTS: Final = Unit(
    "per_1000_inhabitants",
    Text("por 1.000 hab.", "per 1,000 inh."),
    Text("de cada 1.000 habitantes", "of every 1,000 inhabitants"),
)
PER_1000_WORKING_AGE: Final = Unit(
    "per_1000_working_age",
    Text("por 1.000 en edad de trabajar", "per 1,000 of working age"),
    Text("por cada 1.000 personas en edad de trabajar", "for every 1,000 people of working age"),
)
PER_1000_MIGRANTS: Final = Unit(
    "per_1000_migrants",
    Text("por 1.000 migrantes", "per 1,000 migrants"),
    Text("por cada 1.000 migrantes venezolanos", "for every 1,000 Venezuelan migrants"),
)
PERCENTAGE_POINTS: Final = Unit(
    "percentage_points",
    Text("pp", "pp"),
    Text("puntos porcentuales", "percentage points"),
)
TIMES: Final = Unit(
    "times", Text("veces", "times"), Text("veces la referencia", "times the reference")
)
INDEX: Final = Unit("index", Text("índice", "index"), Text("de índice", "of index"))
KILOMETRES: Final = Unit(
    "kilometres", Text("km", "km"), Text("kilómetros en línea recta", "kilometres, straight line")
)
PER_CENTRE: Final = Unit(
    "per_centre", Text("por centro", "per centre"), Text("personas por centro", "people per centre")
)
PER_UNIT: Final = Unit(
    "per_unit", Text("por unidad", "per unit"), Text("personas por unidad", "people per unit")
)
PLACES: Final = Unit("training_places", Text("cupos", "places"), Text("cupos", "places"))
PESOS: Final = Unit("pesos", Text("pesos", "pesos"), Text("pesos al mes", "pesos a month"))

UNITS: Final = (
    PERSONS,
    STUDENTS,
    VACANCIES,
    FIRMS,
    PRODUCTIVE_UNITS,
    SERVICES,
    PERCENT,
    PER_1000_INHABITANTS,
    PER_1000_WORKING_AGE,
    PER_1000_MIGRANTS,
    PERCENTAGE_POINTS,
    TIMES,
    INDEX,
    KILOMETRES,
    PER_CENTRE,
    PER_UNIT,
    PLACES,
    PESOS,
)
"""Every unit that an indicator may be written in."""
