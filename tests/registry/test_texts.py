"""The two languages say the same things, with the same fields."""

import string
from collections.abc import Mapping
from dataclasses import fields, replace

import pytest

from geodata.schema import FLAGS, SECTIONS, Group, Sex
from indicators.spec import Axis
from indicators.states import State
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS, DataWords
from layouts.text.en import EN
from layouts.text.es import ES
from layouts.text.follow_words import FOLLOW_WORDS, FollowWords
from layouts.text.gap_words import GAP_WORDS, GapWords
from layouts.text.mesa_words import MESA_WORDS, MesaWords
from layouts.text.method_words import METHOD_WORDS, MethodWords
from layouts.text.participation_words import PARTICIPATION_WORDS, ParticipationWords
from layouts.text.presence_words import PRESENCE_WORDS, PresenceWords
from layouts.text.programme_words import PROGRAMME_WORDS, ProgrammeWords
from layouts.text.record_words import RECORD_WORDS, RecordWords


def placeholders(text):
    return sorted(
        name or "" for _, name, _, _ in string.Formatter().parse(text) if name is not None
    )


def leaves(value, path=""):
    """Every sentence of a catalogue by its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, tuple):
        for i, inner in enumerate(value):
            yield from leaves(inner, f"{path}.{i}")


ALL = [
    (field.name, getattr(spanish, field.name), getattr(english, field.name))
    for kind, spanish, english in (
        (Catalogue, ES, EN),
        (DataWords, replace(DATA_WORDS["es"], locale={}), DATA_WORDS["en"]),
        (GapWords, GAP_WORDS["es"], GAP_WORDS["en"]),
        (MesaWords, MESA_WORDS["es"], MESA_WORDS["en"]),
        (RecordWords, RECORD_WORDS["es"], RECORD_WORDS["en"]),
        (MethodWords, METHOD_WORDS["es"], METHOD_WORDS["en"]),
        (FollowWords, FOLLOW_WORDS["es"], FOLLOW_WORDS["en"]),
        (ParticipationWords, PARTICIPATION_WORDS["es"], PARTICIPATION_WORDS["en"]),
        (PresenceWords, PRESENCE_WORDS["es"], PRESENCE_WORDS["en"]),
        (ProgrammeWords, PROGRAMME_WORDS["es"], PROGRAMME_WORDS["en"]),
    )
    for field in fields(kind)
]


@pytest.mark.parametrize(("name", "es", "en"), ALL, ids=[name for name, _, _ in ALL])
def test_both_languages_have_the_same_sentences(name, es, en):
    spanish, english = dict(leaves(es)), dict(leaves(en))
    assert spanish.keys() == english.keys()
    for path, sentence in spanish.items():
        assert sentence.strip(), path
        assert placeholders(sentence) == placeholders(english[path]), path


@pytest.mark.parametrize("texts", [ES, EN], ids=["es", "en"])
def test_every_word_of_the_data_has_a_text(texts):
    assert set(texts.states) == set(State)
    assert set(texts.axes) == set(Axis)
    assert set(texts.groups) == set(Group)
    assert set(texts.sexes) == set(Sex)
    assert set(texts.sections) == set(SECTIONS)
    assert set(texts.flags) == set(FLAGS)
    assert len(texts.months) == 12


@pytest.mark.parametrize("texts", [ES, EN], ids=["es", "en"])
def test_every_kind_and_status_of_a_place_has_words(texts, published):
    places = published.places
    assert set(places["kind"]) <= set(texts.centre_kinds)
    assert set(places["status"]) <= set(texts.centre_status) | set(texts.unit_status)
