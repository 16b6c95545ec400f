"""Units of measure, each written once."""

from typing import Final

from indicators.spec import Text, Unit

PERSONS: Final = Unit("persons", Text("personas", "people"), Text("personas", "people"))
PER_1000_INHABITANTS: Final = Unit(
    "per_1000_inhabitants",
    Text("por 1.000 hab.", "per 1,000 inh."),
    Text("de cada 1.000 habitantes", "of every 1,000 inhabitants"),
)
PERCENT: Final = Unit("percent", Text("%", "%"), Text("de cada 100", "of every 100"))
