"""Finding things by name as people type them: without accents, in part, with errors."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

LEAST_ALIKE: Final = 75.0
"""Likeness, of 100, from which a word may be another one with a typing error."""

SHORTEST_MISTYPED: Final = 4
"""Shorter words are too much like each other for a letter to be wrong."""

BEGINS: Final = 95.0
"""What a word is worth that begins with what was typed, where an equal one is worth 100."""

ASIDE: Final = 0.85
"""What a word beside the name is worth: a department, a definition."""

COMPLETE: Final = 12.0
"""Added where all words of the name were typed, and in part where some were."""

EMPTY_WORDS: Final = frozenset(
    ["a", "con", "de", "del", "el", "en", "la", "las", "los", "of", "por", "the", "with", "y"]
)
_WORD: Final = re.compile(r"[a-z0-9]+")


def plain_text(name: str) -> str:
    """``name`` in lower case without accents: ``"Cúcuta"`` and ``"cucuta"`` become equal."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that tell it from others; all of them where none does."""
    found = tuple(_WORD.findall(plain_text(text)))
    return tuple(word for word in found if word not in EMPTY_WORDS) or found


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found.

    Attributes:
        name: what it is called.
        beside: further words that lead to it, such as its department or its code.
        weight: added to its score, so that of two equally alike the likelier comes first.
    """

    name: str
    beside: str = ""
    weight: float = 0.0


@dataclass(frozen=True)
class Index:
    """Entries by their words.

    Attributes:
        sizes: how many words the name of each entry has.
        places: by word, the entries that have it and what it is worth there.
    """

    entries: Sequence[Entry]
    sizes: Sequence[int]
    places: Mapping[str, Mapping[int, float]]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Self:
        """Read ``entries``."""
        places: dict[str, dict[int, float]] = defaultdict(dict)
        names = [words_of(entry.name) for entry in entries]
        for i, entry in enumerate(entries):
            places_of = [(word, ASIDE) for word in words_of(entry.beside)]
            for word, worth in [*places_of, *((word, 1.0) for word in names[i])]:
                places[word][i] = worth
        return cls(entries, [len(words) for words in names], dict(places))

    def find(self, query: str) -> list[tuple[int, float]]:
        """Position and score of the entries that have every word of ``query``, the best first.

        Of two equally alike, the one that comes first among the entries.
        """
        typed = words_of(query)
        if not typed:
            return []
        found = [self._of_word(word) for word in typed]
        common = set(found[0]).intersection(*found[1:])
        scored = [(i, self._score(i, [scores[i] for scores in found])) for i in common]
        return sorted(scored, key=lambda pair: (-pair[1], pair[0]))

    def _score(self, place: int, scores: Sequence[float]) -> float:
        inside = sum(score > BEGINS * ASIDE or score == BEGINS for score in scores)
        share = min(1.0, inside / max(1, self.sizes[place]))
        return sum(scores) / len(scores) + COMPLETE * share + self.entries[place].weight

    def _of_word(self, word: str) -> dict[int, float]:
        """What each entry is worth for one typed word."""
        best: dict[int, float] = {}
        for known, likeness in self._like(word):
            for place, worth in self.places[known].items():
                if likeness >= BEGINS or worth == 1:  # typing errors are allowed in names only
                    best[place] = max(best.get(place, 0.0), likeness * worth)
        return best

    def _like(self, word: str) -> list[tuple[str, float]]:
        """Known words that ``word`` may be, each with its likeness."""
        begins = [(w, 100.0 if w == word else BEGINS) for w in self.places if w.startswith(word)]
        if len(word) < SHORTEST_MISTYPED or word.isdigit():
            return begins
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - who starts the server searches nothing

        alike = process.extract(
            word, list(self.places), scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE, limit=None
        )
        return [*begins, *((str(known), min(score, BEGINS - 1)) for known, score, _ in alike)]
