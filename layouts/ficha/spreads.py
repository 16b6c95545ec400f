"""What the territories of a border say together: in words, and as lines of the download."""

from collections.abc import Iterator

from indicators.benchmark import FEWEST_TOLD
from indicators.spread import Spread
from layouts.ficha.row import Row, of_indicator, of_territory, people_of, row
from layouts.format import numbers
from layouts.profile import Profile
from layouts.text.catalogue import Catalogue
from layouts.text.profile_words import PROFILE_WORDS


def middle(told: Spread) -> bool:
    """Whether enough territories have a figure for their median to say something."""
    return told.n >= FEWEST_TOLD


def spread_words(told: Spread, texts: Catalogue) -> str:
    """The sum or the median; of a few, from the lowest to the highest: their middle says little."""
    write, decimals = numbers(texts), told.indicator.decimals
    low, high = write(told.low, decimals), write(told.high, decimals)
    if told.summed or middle(told) or low == high:
        return write(told.value, decimals)
    return PROFILE_WORDS[texts.language].from_to.format(low, high)


def spread_of(told: Spread, texts: Catalogue) -> str:
    """Of how many territories it is the sum, the median, or all that is known."""
    words = PROFILE_WORDS[texts.language]
    few = words.median_of if middle(told) else words.some_of
    template = words.sum_of if told.summed else few
    return template.format(n=told.n, of=told.of, among=words.among[told.among])


def spread_row(profile: Profile, part: str, told: Spread, **cells: object) -> Row:
    """The sum or the median of a set, as a line."""
    template = profile.words.sum_of if told.summed else profile.words.median_of
    among = profile.words.among[told.among]
    whole = {"referencia": template.format(n=told.n, of=told.of, among=among),
             "valor": told.value, "estado": "valor", "periodo": told.period,
             "editor": people_of(told.source_ids, profile),
             "territorio": profile.name, "codigo": profile.place.code}  # fmt: skip
    known: dict[str, object] = {**of_indicator(profile, told.indicator), **whole, **cells}
    return row(profile, part, **known)


def spread_rows(profile: Profile, part: str, told: Spread) -> Iterator[Row]:
    """The sum or the median, then the lowest and the highest with their territories."""
    yield spread_row(profile, part, told)
    if told.n > 1:
        for code, value, end in ((told.low_code, told.low, profile.words.lowest),
                                 (told.high_code, told.high, profile.words.highest)):  # fmt: skip
            yield spread_row(profile, part, told, valor=value, referencia=end,
                             **of_territory(profile, code))  # fmt: skip
