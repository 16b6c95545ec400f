"""The running order of a roundtable as its link writes it, and what is wrong with one that is read.

``portada~mapa.indicador-ipm.capas-centros~texto.titulo-Acuerdos.texto-Lo_que_falta``: scenes are
parted by ``~``, their options by ``.``; a free text writes a space as ``_`` and the marks of the
grammar with ``*``. No character of it but accents and ``*`` is escaped by an address.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Self
from urllib.parse import quote

from indicators.spec import Indicator

MOST_CHARACTERS: Final = 3000
"""Of an order in an address, escapes included: browsers pass on no more than 4,096 of the whole."""
MOST_SCENES: Final = 24
LONGEST: Final[Mapping[str, int]] = MappingProxyType(
    {"titulo": 90, "texto": 420, "nota": 500, "programa": 80}
)
"""Free texts and the characters that each may have; what is over is refused, never cut."""

SCENES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "portada": ("titulo", "texto"),
        "mapa": ("indicador", "capas", "periodo", "sector", "sexo", "cerca"),
        "brechas": ("municipio",),
        "sectores": ("municipio",),
        "ficha": ("municipio",),
        "programas": ("programa",),
        "compromisos": (),
        "texto": ("titulo", "texto"),
    }
)
"""Every kind of scene and its options; each may also have ``nota``, for who presents."""

_BEFORE: Final = "portada~mapa.indicador-migrantes_por_mil.capas-centros"
_PROPOSED: Final = "~mapa.indicador-tasa_desocupacion~brechas~sectores~{}~programas~compromisos"
MOST_FICHAS: Final = 4

_ESCAPES: Final = (("*", "*e"), ("_", "*g"), (".", "*p"), ("~", "*t"), ("\n", "*n"), (" ", "_"))
_MARK: Final = re.compile(r"\*[egptn]|_")
_BACK: Final = {written: plain for plain, written in _ESCAPES}
_SPACE: Final = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene. ``options`` are valid, sorted by name, and hold no empty value."""

    kind: str
    options: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, kind: str, options: Mapping[str, str]) -> Self:
        """A scene of options in any order; empty ones are left out."""
        return cls(kind, tuple(sorted((name, text) for name, text in options.items() if text)))

    def get(self, name: str) -> str:
        """An option; empty where it is not given."""
        return dict(self.options).get(name, "")

    def written(self) -> str:
        """As a link writes it."""
        parts = (f"{name}-{escaped(text, name)}" for name, text in self.options)
        return ".".join((self.kind, *parts))


def proposed(codes: Sequence[str]) -> str:
    """The order that an empty one is offered, with a ficha of each of ``codes``, the first few."""
    fichas = [f"ficha.municipio-{code}" for code in codes[:MOST_FICHAS]]
    return _BEFORE + _PROPOSED.format("~".join(fichas) or "ficha")


@dataclass(frozen=True, slots=True)
class Known:
    """What a scene may name: indicators, layers, municipalities, sections, sexes."""

    indicators: Mapping[str, Indicator]
    layers: tuple[str, ...]
    municipalities: frozenset[str]
    sections: tuple[str, ...]
    sexes: tuple[str, ...]

    def tests(self) -> Mapping[str, Callable[[str], bool]]:
        """For each option, whether a value of it is possible."""
        return {
            "indicador": lambda text: text in self.indicators,
            "capas": lambda text: set(text.split("-")) <= set(self.layers),
            "municipio": lambda text: text in self.municipalities,
            "sector": lambda text: text in self.sections,
            "sexo": lambda text: text in self.sexes,
            "periodo": lambda text: bool(re.fullmatch(r"(?:19|20)[0-9]{2}", text, re.ASCII)),
            "cerca": lambda text: text == "si",
        }


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a link asks for and does not get; ``why`` names a sentence of the words."""

    why: str
    what: str
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """A running order with what had to be left out of the link to get it."""

    scenes: tuple[Scene, ...] = ()
    problems: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, text: str, known: Known) -> Self:
        """Read the order of a link. Any text gives some order; what is wrong in it is named."""
        problem = refused(text)
        if problem is not None:
            return cls((), (problem,))
        problems: list[Problem] = []
        pieces = [piece for piece in text.split("~") if piece]
        read = [_scene(piece, known, problems) for piece in pieces]
        scenes = tuple(scene for scene in read if scene is not None)
        if len(scenes) > MOST_SCENES:
            problems.append(Problem("too_many", str(len(scenes)), MOST_SCENES))
        return cls(scenes[:MOST_SCENES], tuple(problems))

    def written(self) -> str:
        """As a link writes it: inverse of ``read``."""
        return written(self.scenes)


def written(scenes: Iterable[Scene]) -> str:
    """Scenes as a link writes them."""
    return "~".join(scene.written() for scene in scenes)


def length(text: str) -> int:
    """Characters that an order takes in an address."""
    return len(quote(text, safe="*"))


def refused(text: str) -> Problem | None:
    """Why an order is too long for a link, or nothing."""
    long = length(text)
    return Problem("too_long", str(long), MOST_CHARACTERS) if long > MOST_CHARACTERS else None


def _scene(piece: str, known: Known, problems: list[Problem]) -> Scene | None:
    kind, *parts = piece.split(".")
    if kind not in SCENES:
        problems.append(Problem("unknown_scene", kind[:40]))
        return None
    options: dict[str, str] = {}
    for part in parts:
        name, _, value = part.partition("-")
        why, text = _option(kind, name, value, known)
        if why is None:
            options[name] = text
        else:
            problems.append(why)
    return Scene.of(kind, options)


def _option(kind: str, name: str, value: str, known: Known) -> tuple[Problem | None, str]:
    """What is wrong with an option, if anything, and its value."""
    text = unescaped(value, name)
    problem = option_problem(kind, name, text, known)
    return problem, text


def option_problem(kind: str, name: str, text: str, known: Known) -> Problem | None:
    """What is wrong with the value of an option; nothing where it may stand."""
    if name not in (*SCENES[kind], "nota"):
        return Problem("unknown_option", f"{kind}.{name[:40]}")
    if name in LONGEST:
        over = len(text) > LONGEST[name]
        return Problem("long_text", f"{kind}.{name}", LONGEST[name]) if over else None
    possible = not text or known.tests()[name](text)
    return None if possible else Problem("wrong_value", f"{name}={text[:40]}")


def tidy(text: str) -> str:
    """A free text as it is kept: no control characters, single spaces, no space around lines."""
    plain = "".join(c for c in text.replace("\r\n", "\n") if c == "\n" or c.isprintable())
    lines = [_SPACE.sub(" ", line).strip() for line in plain.split("\n")]
    return "\n".join(lines).strip()


def escaped(text: str, name: str) -> str:
    """A value as a link writes it; only free texts have anything to escape."""
    if name in LONGEST:
        for plain, mark in _ESCAPES:
            text = text.replace(plain, mark)
    return text


def unescaped(text: str, name: str) -> str:
    """Inverse of ``escaped``, for any text."""
    if name not in LONGEST:
        return text
    return tidy(_MARK.sub(lambda found: _BACK[found[0]], text))


def moved(scenes: tuple[Scene, ...], place: int, by: int) -> tuple[Scene, ...]:
    """The scene at ``place`` moved ``by`` places, as far as there are places."""
    rest = [*scenes[:place], *scenes[place + 1 :]]
    rest.insert(min(max(place + by, 0), len(rest)), scenes[place])
    return tuple(rest)


def without(scenes: tuple[Scene, ...], place: int) -> tuple[Scene, ...]:
    """All scenes but the one at ``place``."""
    return scenes[:place] + scenes[place + 1 :]


def replaced(scenes: tuple[Scene, ...], place: int, scene: Scene) -> tuple[Scene, ...]:
    """The same with another scene at ``place``."""
    return (*scenes[:place], scene, *scenes[place + 1 :])
