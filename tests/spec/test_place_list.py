"""Which units and centres are asked for, and how many there are of each word.

| id | kind | sector | status | programme | formalisation |
|----|------|--------|--------|-----------|---------------|
| a  | unidad_productiva | G | activa | P 1.0 | registrada |
| b  | unidad_productiva | G | en_riesgo | P 1.0 | – |
| c  | unidad_productiva | – | cerrada | – | sin_registro |
| d  | centro_integrate | – | activo | P 1.0 | – |
| e  | salud | – | something new | – | – |
"""

import pandas as pd
import pytest

from indicators.place_list import UNKNOWN, Choice, counts, matching, words_of

PLACES = pd.DataFrame(
    [
        ("a", "unidad_productiva", "G", "activa", "P 1.0", "registrada"),
        ("b", "unidad_productiva", "G", "en_riesgo", "P 1.0", ""),
        ("c", "unidad_productiva", "", "cerrada", "", "sin_registro"),
        ("d", "centro_integrate", "", "activo", "P 1.0", ""),
        ("e", "salud", "", "algo nuevo", None, ""),
    ],
    columns=["id", "kind", "sector", "status", "programme", "formalisation"],
)
WORDS = words_of(PLACES)


def ids(choice, but=""):
    return "".join(PLACES.loc[matching(WORDS, choice, but), "id"])


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), "abcde"),
        (Choice(kind="unidad"), "abc"),
        (Choice(kind="centro"), "de"),
        (Choice(state="activa"), "ad"),
        (Choice(state="por_verificar"), "e"),
        (Choice(sector="G"), "ab"),
        (Choice(sector=UNKNOWN), "c"),
        (Choice(programme=UNKNOWN), "ce"),
        (Choice(formalisation=UNKNOWN), "b"),
        (Choice(programme="p-1-0", state="activa", kind="unidad"), "a"),
        (Choice(programme="p9"), ""),
    ],
)
def test_what_a_choice_leaves(choice, expected):
    assert ids(choice) == expected


def test_a_field_is_counted_under_the_others_and_not_under_itself():
    choice = Choice(kind="unidad", state="activa")
    assert counts(WORDS, choice, "state") == {"activa": 1, "en_riesgo": 1, "cerrada": 1}
    assert counts(WORDS, choice, "kind") == {"unidad": 1, "centro": 1}
    assert counts(WORDS, choice, "formalisation") == {"registrada": 1}


def test_centres_have_neither_sector_nor_formalisation_which_is_not_unknown():
    assert counts(WORDS, Choice(kind="centro"), "sector") == {}
    assert counts(WORDS, Choice(), "sector") == {"G": 2, UNKNOWN: 1}


def test_of_centres_nothing_is_asked_that_they_do_not_have():
    asked = Choice(kind="centro", sector="G", formalisation="registrada", state="activa")
    possible, lost = asked.possible()
    assert possible == Choice(kind="centro", state="activa")
    assert lost == ("sector", "formalisation")
    assert Choice(sector="G").possible() == (Choice(sector="G"), ())


def test_places_that_say_nothing_have_words_all_the_same():
    told = words_of(PLACES[PLACES["id"] == "e"])
    assert told.iloc[0].to_dict() == {
        "kind": "centro", "state": "por_verificar", "sector": "", "programme": UNKNOWN,
        "formalisation": "",
    }  # fmt: skip
    assert words_of(PLACES.head(0)).empty
