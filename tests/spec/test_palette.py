"""The colours of the map: told apart by everybody, and from the paper, in either theme.

Differences are distances in OKLab (Ottosson 2020) times 100; colour blindness is simulated with the
matrices of Machado, Oliveira and Fernandes (2009) at full severity; contrast is that of WCAG 2.2.
"""

import re
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from layouts.figures.employment_series import COLOURS

ROOT = Path(__file__).parents[2] / "assets"
MAP = (ROOT / "mirador" / "map.mjs").read_text(encoding="utf-8")
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in ROOT.glob("*.css")}
LIGHT, DARK = SHEETS["theme.css"].split("@media screen")[:2]
THEMES = {
    name: dict(re.findall(r"--([a-z][\w-]*): (#\w{6,8});", css))
    for name, css in (("light", LIGHT), ("dark", DARK))
}


VARIABLE = re.compile(r"--([a-z][\w-]*): (#\w{3,8});")
MORE = THEMES["light"] | {
    name: colour if len(colour) > 4 else "#" + "".join(2 * digit for digit in colour[1:])
    for name, colour in VARIABLE.findall(SHEETS["show.css"])
}
"""The third theme, of shows."""


@pytest.fixture(params=THEMES)
def theme(request):
    return THEMES[request.param]


def ramp(theme):
    return [theme[f"ramp-{i}"] for i in range(1, 6)]


def gaps(theme):
    return [theme[name] for name in ("worse-2", "worse-1", "near", "better-1", "better-2")]


VISIONS = {
    "trichromacy": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                   [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                     [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                   [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
APART = 6.0
"""Least difference between neighbours of a ramp; 2 is what a trained eye just sees."""


def linear(colour):
    channel = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)


def mixed(ground, line, share):
    return linear(ground) * (1 - share) + linear(line) * share


def oklab(light):
    cones = np.array([[0.4122214708, 0.5363325363, 0.0514459929],
                      [0.2119034982, 0.6806995451, 0.1073969566],
                      [0.0883024619, 0.2817188376, 0.6299787005]]) @ light  # fmt: skip
    return np.array([[0.2104542553, 0.7936177850, -0.0040720468],
                     [1.9779984951, -2.4285922050, 0.4505937099],
                     [0.0259040371, 0.7827717662, -0.8086757660]]) @ np.cbrt(cones)  # fmt: skip


def difference(a, b, vision):
    seen = [np.clip(np.asarray(VISIONS[vision]) @ light, 0, 1) for light in (a, b)]
    return 100 * float(np.linalg.norm(oklab(seen[0]) - oklab(seen[1])))


def contrast(a, b):
    a, b = a[:7], b[:7]
    bright, dark = sorted((linear(c) @ [0.2126, 0.7152, 0.0722] for c in (a, b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_both_themes_know_the_same_colours():
    assert set(THEMES["light"]) == set(THEMES["dark"])
    assert len(ramp(THEMES["light"])) == 5


def test_no_other_sheet_and_no_module_of_the_map_has_a_colour_of_its_own():
    """What has one would keep it in the other theme, and on paper."""
    sources = {name: css for name, css in SHEETS.items() if name != "theme.css"}
    sources["show.css"] = VARIABLE.sub("", SHEETS["show.css"])  # a theme of its own: high contrast
    modules = ("classes", "cross_legend", "insets", "legend", "map", "marks", "naming", "ranking")
    modules += ("shown", "sizes", "strip", "timeline")
    sources |= {name: (ROOT / "mirador" / f"{name}.mjs").read_text() for name in modules}
    found = {name: re.findall(r"#[0-9a-fA-F]{6}\b", text) for name, text in sources.items()}
    assert not any(found.values()), found


@pytest.mark.parametrize("vision", VISIONS)
def test_neighbouring_classes_are_told_apart(vision, theme):
    for a, b in pairwise(ramp(theme)):
        assert difference(linear(a), linear(b), vision) >= APART, (a, b)


@pytest.mark.parametrize("vision", VISIONS)
def test_classes_are_told_apart_in_high_contrast(vision):
    for a, b in pairwise(ramp(MORE)):
        assert difference(linear(a), linear(b), vision) >= APART, (a, b)
    assert contrast(MORE["map-mark"], MORE["map-halo"]) >= 7
    assert contrast(MORE["map-department"], MORE["map-paper"]) >= 7


@pytest.mark.parametrize("vision", VISIONS)
def test_no_class_looks_like_the_hatch_of_no_data(vision, theme):
    """The hatch also has its lines: this is the colour of it from afar."""
    afar = mixed(theme["hatch-paper"], theme["hatch-line"], 0.2)
    for colour in ramp(theme):
        assert difference(linear(colour), afar, vision) >= 4, colour


@pytest.mark.parametrize("vision", VISIONS)
def test_worse_and_better_are_told_apart_and_zero_is_neutral(vision, theme):
    order = gaps(theme)
    for a, b in pairwise(order):
        assert difference(linear(a), linear(b), vision) >= APART / 2, (a, b)
    assert difference(linear(order[1]), linear(order[3]), vision) >= APART
    neutral = oklab(linear(order[2]))
    assert np.hypot(neutral[1], neutral[2]) < 0.025, "no hue at zero"


def differences(theme):
    return [theme[name] for name in ("below-2", "below-1", "level", "above-1", "above-2")]


@pytest.mark.parametrize("vision", VISIONS)
def test_differences_are_told_apart_and_from_no_data(vision, theme):
    colours = [linear(colour) for colour in differences(theme)]
    afar = mixed(theme["hatch-paper"], theme["hatch-line"], 0.2)
    for a, b in pairwise(colours):
        assert difference(a, b, vision) >= APART
    assert difference(colours[1], colours[3], vision) >= APART, "below and above"
    assert difference(colours[0], colours[4], vision) >= APART, "far below and far above"
    assert min(difference(colour, afar, vision) for colour in colours) >= 4


def test_differences_have_no_hue_at_zero_and_stand_out_alike(theme):
    light = [oklab(linear(colour)) for colour in differences(theme)]
    assert np.hypot(*light[2][1:]) < 0.01
    away = [abs(one[0] - light[2][0]) for one in light]
    assert away[0] == pytest.approx(away[4], abs=0.1)
    assert away[1] == pytest.approx(away[3], abs=0.1)
    assert away[0] > away[1] > 0.05


@pytest.mark.parametrize("vision", VISIONS)
def test_the_nine_classes_of_two_indicators_are_all_told_apart(vision, theme):
    colours = [linear(theme[f"cross-{i}"]) for i in range(1, 10)]
    afar = mixed(theme["hatch-paper"], theme["hatch-line"], 0.2)
    for a, b in combinations(colours, 2):
        assert difference(a, b, vision) >= APART
    assert min(difference(colour, afar, vision) for colour in colours) >= 4


def test_both_high_stands_out_most_and_neither_is_red(theme):
    nine = [theme[f"cross-{i}"] for i in range(1, 10)]
    assert contrast(nine[8], theme["map-paper"]) == max(
        contrast(colour, theme["map-paper"]) for colour in nine
    )
    for colour in nine:
        _, a, b = oklab(linear(colour))
        assert not (np.hypot(a, b) > 0.09 and abs(np.degrees(np.arctan2(b, a)) - 25) < 20), colour


def test_more_stands_out_more_in_even_steps(theme):
    lightness = [oklab(linear(colour))[0] for colour in ramp(theme)]
    steps = [abs(a - b) for a, b in pairwise(lightness)]
    assert sorted(lightness) in (lightness, lightness[::-1])
    assert max(steps) < 2.2 * min(steps)
    against_paper = [contrast(colour, theme["map-paper"]) for colour in ramp(theme)]
    assert against_paper == sorted(against_paper)


@pytest.mark.parametrize("ground", ["map-paper", "map-land", "sea"])
def test_every_class_stands_out_from_dark_ground_by_its_fill_alone(ground):
    """On light paper the palest classes are told from it by the edge of the scope instead."""
    dark = THEMES["dark"]
    assert min(contrast(colour, dark[ground]) for colour in ramp(dark)) >= 3


LINES = {
    "edge of the scope": ("map-department", "map-paper"),
    "edge of the scope at the sea": ("map-department", "sea"),
    "edge of the scope at a neighbour": ("map-department", "map-land"),
    "chosen municipality": ("map-mark", "map-halo"),
    "dots of what is withheld": ("secret-dot", "secret-paper"),
    "dashes of what does not apply": ("never-line", "never-paper"),
    "controls": ("control-line", "card"),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_that_carry_meaning_stand_out(name, theme):
    line, ground = LINES[name]
    assert contrast(theme[line], theme[ground]) >= 3


WORDS = [
    (ink, ground)
    for ground in ("paper", "card", "teal-0")
    for ink in ("ink", "ink-2", "ink-3", "teal", "error")
] + [
    ("warn", "warn-paper"),
    ("on-teal", "teal"),
    ("on-amber", "amber-deep"),
    ("map-country-name", "map-land"),
    ("ink", "worse-1"),
    ("ink", "worse-2"),
    ("ink", "near"),
    ("ink", "better-1"),
    ("ink", "better-2"),
]


@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_are_read_on_their_ground(ink, ground, theme):
    assert contrast(theme[ink], theme[ground]) >= 4.5


def test_the_dark_theme_knows_every_ink_of_the_charts():
    """Plotly writes its inks into the drawing; the sheet finds them there."""
    for number, ink in enumerate(COLOURS, 1):
        assert THEMES["light"][f"series-{number}"] == ink.lower()
        written = "rgb({}, {}, {})".format(*(int(ink[i : i + 2], 16) for i in (1, 3, 5)))
        for what in ("stroke", "fill"):
            rule = f'[style*="{what}: {written}"] {{ {what}: var(--series-{number}) !important; }}'
            assert rule in SHEETS["theme.css"]


@pytest.mark.parametrize("number", range(1, 7))
def test_lines_of_a_chart_stand_out(number, theme):
    assert contrast(theme[f"series-{number}"], theme["card"]) >= 3
