"""The questions of participatory monitoring, and what may be told of the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from geodata.schema import FEWEST_PERSONS
from indicators.follow_up import Change, paired_change
from indicators.spec import Text

SILENT: Final = "sin_respuesta"
"""Stands for a question that was left unanswered."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with one answer; every question may be left unanswered."""

    key: str
    text: Text
    options: Mapping[str, Text]


_LIVING: Final = MappingProxyType(
    {
        "muy_buena": Text("Muy buena", "Very good"),
        "buena": Text("Buena", "Good"),
        "regular": Text("Regular", "Fair"),
        "mala": Text("Mala", "Bad"),
        "muy_mala": Text("Muy mala", "Very bad"),
    }
)
GOOD: Final = ("muy_buena", "buena")
BEFORE, AFTER = "antes", "ahora"

QUESTIONS: Final = (
    Question(
        "quien",
        Text("¿Cómo se identifica usted?", "How do you identify yourself?"),
        MappingProxyType(
            {
                "acogida": Text(
                    "Colombiano o colombiana que siempre ha vivido en el país",
                    "Colombian who has always lived in the country",
                ),
                "migrante": Text("Migrante de Venezuela", "Migrant from Venezuela"),
                "retornada": Text(
                    "Colombiano o colombiana que regresó de Venezuela",
                    "Colombian who returned from Venezuela",
                ),
            }
        ),
    ),
    Question(
        BEFORE,
        Text(
            "Hace un año, ¿cómo era la convivencia entre colombianos y venezolanos donde usted "
            "vive?",
            "A year ago, how did Colombians and Venezuelans live together where you live?",
        ),
        _LIVING,
    ),
    Question(
        AFTER,
        Text("¿Y cómo es hoy?", "And how is it today?"),
        _LIVING,
    ),
    Question(
        "trato",
        Text(
            "En los últimos tres meses, ¿alguien lo trató mal por su nacionalidad?",
            "In the last three months, has anybody treated you badly for your nationality?",
        ),
        MappingProxyType({"no": Text("No", "No"), "si": Text("Sí", "Yes")}),
    ),
    Question(
        "participa",
        Text(
            "¿Ha participado en alguna actividad de un programa en su municipio?",
            "Have you taken part in any activity of a programme in your municipality?",
        ),
        MappingProxyType({"si": Text("Sí", "Yes"), "no": Text("No", "No")}),
    ),
)


def understood(given: Mapping[str, str]) -> dict[str, str]:
    """The choices of a form that exist; anything else is left out."""
    return {
        question.key: given[question.key]
        for question in QUESTIONS
        if given.get(question.key) in question.options
    }


@dataclass(frozen=True, slots=True)
class Tally:
    """What may be told of the answers of a round that is over.

    Attributes:
        people: who answered; ``None`` where they are too few for anything to be told.
        counts: by question and option, ``SILENT`` included; ``None`` where withheld.
        change: of those who call the living together good, in points; ``None`` where withheld.
    """

    people: int | None
    counts: Mapping[str, Mapping[str, int | None]]
    change: Change | None


def tally(answers: Sequence[Mapping[str, str]], fewest: int = FEWEST_PERSONS) -> Tally:
    """Add up ``answers``; counts of 1 to one less than ``fewest`` never leave."""
    if len(answers) < fewest:
        return Tally(None, {}, None)
    counts = {question.key: _counted(question, answers, fewest) for question in QUESTIONS}
    return Tally(len(answers), counts, _change(answers, fewest))


def _counted(
    question: Question, answers: Sequence[Mapping[str, str]], fewest: int
) -> dict[str, int | None]:
    found = [answer.get(question.key, SILENT) for answer in answers]
    counts = {option: found.count(option) for option in (*question.options, SILENT)}
    hidden = withheld(counts, fewest)
    return {option: None if option in hidden else n for option, n in counts.items()}


def withheld(counts: Mapping[str, int], fewest: int) -> frozenset[str]:
    """Options whose count is not told.

    Small counts and, since the sum of all is known, the smallest others until at least two are
    withheld whose sum is itself not small.
    """
    some = sorted((n, option) for option, n in counts.items() if n)
    hidden = [(n, option) for n, option in some if n < fewest]
    for pair in some[len(hidden) :]:
        if not hidden or (len(hidden) > 1 and sum(n for n, _ in hidden) >= fewest):
            break
        hidden.append(pair)
    return frozenset(option for _, option in hidden)


def _change(answers: Sequence[Mapping[str, str]], fewest: int) -> Change | None:
    """Change of the same people between a year ago and today, where none of its counts is small."""
    both = [(a[BEFORE] in GOOD, a[AFTER] in GOOD) for a in answers if BEFORE in a and AFTER in a]
    cells = [both.count(pair) for pair in _PAIRS]
    if not both or any(0 < n < fewest for n in cells):
        return None
    return paired_change(*cells)


_PAIRS: Final = ((True, True), (True, False), (False, True), (False, False))
"""Good both times, lost, gained, neither."""
