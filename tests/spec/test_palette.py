"""The colours of the map: told apart by everybody, and from the paper, whatever the screen.

Differences are distances in OKLab (Ottosson 2020) times 100; colour blindness is simulated with the
matrices of Machado, Oliveira and Fernandes (2009) at full severity; contrast is that of WCAG 2.2.
"""

import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2] / "assets"
MODULE = (ROOT / "mirador" / "classes.mjs").read_text(encoding="utf-8")
MAP = (ROOT / "mirador" / "map.mjs").read_text(encoding="utf-8")
STYLE = (ROOT / "mirador.css").read_text(encoding="utf-8")
RAMP = re.findall(r"#\w{6}", MODULE.partition("RAMP = [")[2].partition("]")[0])
HATCH = ("#F6F0E4", "#C4AF8C")
"""Ground and line of «sin dato»; a fifth of it is line."""

GAPS = {
    name: re.search(rf"\.{name} {{ background: (#\w{{6}})", STYLE)[1]
    for name in ("worse-2", "worse-1", "near", "better-1", "better-2")
}
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
    bright, dark = sorted((linear(c) @ [0.2126, 0.7152, 0.0722] for c in (a, b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_the_ramp_is_read_from_the_module_that_paints():
    assert len(RAMP) == 5
    assert f'"{HATCH[0].lower()}"' in (ROOT.parent / "layouts" / "document.py").read_text().lower()


@pytest.mark.parametrize("vision", VISIONS)
def test_neighbouring_classes_are_told_apart(vision):
    for a, b in pairwise(RAMP):
        assert difference(linear(a), linear(b), vision) >= APART, (a, b)


@pytest.mark.parametrize("vision", VISIONS)
def test_no_class_looks_like_the_hatch_of_no_data(vision):
    """The hatch also has its lines: this is the colour of it from afar."""
    afar = mixed(*HATCH, 0.2)
    for colour in RAMP:
        assert difference(linear(colour), afar, vision) >= 4, colour


@pytest.mark.parametrize("vision", VISIONS)
def test_worse_and_better_are_told_apart_and_zero_is_neutral(vision):
    order = [GAPS[name] for name in ("worse-2", "worse-1", "near", "better-1", "better-2")]
    for a, b in pairwise(order):
        assert difference(linear(a), linear(b), vision) >= APART / 2, (a, b)
    assert difference(linear(order[1]), linear(order[3]), vision) >= APART
    neutral = oklab(linear(GAPS["near"]))
    assert np.hypot(neutral[1], neutral[2]) < 0.02, "no hue at zero"


def test_the_ramp_darkens_in_even_steps():
    lightness = [oklab(linear(colour))[0] for colour in RAMP]
    steps = [a - b for a, b in pairwise(lightness)]
    assert min(steps) > 0
    assert max(steps) < 2.2 * min(steps)


LINES = {
    "edge of the scope": (r'departmentStyle = .*?color: "(#\w{6})"', "#F7F5F0"),
    "chosen municipality": (r'INK = "(#\w{6})"', RAMP[0]),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_that_carry_meaning_stand_out(name):
    pattern, ground = LINES[name]
    assert contrast(re.search(pattern, MAP)[1], ground) >= 3


def test_words_are_read_on_paper():
    inks = re.findall(r"--ink(?:-\d)?: (#\w{6})", STYLE)
    paper = re.search(r"--paper: (#\w{6})", STYLE)[1]
    assert len(inks) == 3
    assert all(contrast(ink, paper) >= 4.5 for ink in inks)
