"""Participatory monitoring over HTTP: opened by an editor, answered by anybody, told by nobody."""

import re
import sqlite3
from html import unescape

import pytest

from app import Settings, create_app
from callbacks import participation as routes
from geodata.participation import FILE, PER_MINUTE, Now, Participation
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace

AGENT = "Navegador-Reconocible/1.0"
HARM = "<script>alert('x')</script> =cmd()"
TODAY = "2026-11-28"


@pytest.fixture
def var(tmp_path):
    return tmp_path


@pytest.fixture
def clock(monkeypatch):
    """The day and minute that the server believes; a list of one that a test may change."""
    at = [Now(TODAY, 1000)]
    monkeypatch.setattr(routes, "now", lambda: at[0])
    return at


@pytest.fixture
def server(published, demonstration, var, clock):
    stores = {Workspace.PUBLISHED: published, Workspace.DEMO: demonstration}
    return create_app(Settings(var=var, edit=True), OpenShelf(stores)).server


@pytest.fixture
def kept(var):
    return Participation(var / FILE)


@pytest.fixture
def token(kept):
    return kept.open_round("44430", "2026-11-01", "2026-11-30", "Mesa de noviembre")


def ticket_of(body):
    return unescape(re.search(r'name="boleta" value="([^"]+)"', body)[1])


def answered(server, token, client=None, **choices):
    """One person opens the form and sends it."""
    person = client or server.test_client()
    shown = person.get(f"/participar/{token}", headers={"User-Agent": AGENT})
    fields = {"boleta": ticket_of(shown.get_data(as_text=True)), **choices}
    return person.post(f"/participar/{token}", data=fields, headers={"User-Agent": AGENT})


def fast_enough(server, token, clock, n, **choices):
    """``n`` people answer, one in each minute."""
    for _ in range(n):
        clock[0] = Now(clock[0].day, clock[0].minute + 1)
        assert answered(server, token, **choices).status_code == 303


def page_of(server, query="vista=seguimiento&municipio=44430"):
    layout = server.test_client().get(
        "/_dash-layout", headers={"Referer": f"http://localhost/programas?{query}"}
    )
    return layout.get_data(as_text=True)


def test_the_form_asks_works_without_a_program_and_promises(server, token):
    answer = server.test_client().get(f"/participar/{token}")
    body = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "<script" not in body
    assert "Es anónimo" in body
    assert "Maicao · Mesa de noviembre" in body
    assert body.count("<fieldset") == 5
    assert body.count(" checked") == 5, "not to answer is what is chosen at first"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie
    english = server.test_client().get(f"/participar/{token}?idioma=en").get_data(as_text=True)
    assert "It is anonymous" in english


def test_an_answer_is_kept_and_nothing_of_who_gave_it(server, token, kept, var):
    answer = answered(server, token, quien="acogida", trato="no", palabras="Gracias por venir")
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(f"/participar/{token}/gracias")
    assert kept.choices(token) == [{"quien": "acogida", "trato": "no"}]
    raw = (var / FILE).read_bytes()
    assert AGENT.encode() not in raw
    assert b"127.0.0.1" not in raw
    with sqlite3.connect(var / FILE) as base:
        columns = [row[1] for row in base.execute("PRAGMA table_info(answers)")]
        (told,) = base.execute("SELECT * FROM answers").fetchall()
    base.close()
    assert columns == ["id", "token", "choices", "words", "state"]
    assert not any(TODAY in str(cell) for cell in told)
    assert (var / FILE).stat().st_mode & 0o077 == 0


def test_sending_twice_is_one_answer(server, token, kept):
    person = server.test_client()
    ticket = ticket_of(person.get(f"/participar/{token}").get_data(as_text=True))
    for _ in range(3):
        sent = person.post(f"/participar/{token}", data={"boleta": ticket, "trato": "si"})
        assert sent.status_code == 303
    assert len(kept.choices(token)) == 1


@pytest.mark.parametrize("how", ["no ticket", "another browser", "another round", "foreign"])
def test_a_form_that_this_page_did_not_give_is_refused(server, token, kept, how):
    person = server.test_client()
    ticket = ticket_of(person.get(f"/participar/{token}").get_data(as_text=True))
    sender = server.test_client() if how == "another browser" else person
    other = kept.open_round("44430", "2026-11-01", "2026-11-30", "Otra")
    address = other if how == "another round" else token
    data = {"trato": "si"} | ({} if how == "no ticket" else {"boleta": ticket})
    headers = {"Origin": "http://malo.example"} if how == "foreign" else {}
    sent = sender.post(f"/participar/{address}", data=data, headers=headers)
    assert sent.status_code in (400, 403)
    assert kept.choices(token) == kept.choices(other) == []


def test_many_answers_in_a_minute_are_told_to_wait_and_the_next_minute_takes_them(
    server, token, kept, clock
):
    for _ in range(PER_MINUTE):
        assert answered(server, token, trato="no").status_code == 303
    refused = answered(server, token, trato="no")
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "60"
    assert "Espere un minuto" in refused.get_data(as_text=True)
    clock[0] = Now(TODAY, 1001)
    assert answered(server, token, trato="no").status_code == 303
    assert len(kept.choices(token)) == PER_MINUTE + 1


def test_before_after_and_without_a_round_the_page_says_so(server, kept, token, clock):
    later = kept.open_round("44430", "2026-12-05", "2026-12-10", "Luego")
    early = server.test_client().get(f"/participar/{later}")
    assert "empieza el 5 de diciembre de 2026" in early.get_data(as_text=True)
    clock[0] = Now("2026-12-01", 2000)
    assert server.test_client().get(f"/participar/{token}").status_code == 410
    assert server.test_client().get("/participar/nada").status_code == 404
    assert server.test_client().post("/participar/nada").status_code == 404


def test_an_answer_that_arrives_after_the_end_is_not_kept(server, token, kept):
    person = server.test_client()
    ticket = ticket_of(person.get(f"/participar/{token}").get_data(as_text=True))
    kept.close_round(token)
    late = person.post(f"/participar/{token}", data={"boleta": ticket, "trato": "si"})
    assert late.status_code == 410
    assert kept.choices(token) == []


def test_nothing_is_told_while_a_round_takes_answers(server, token, clock):
    fast_enough(server, token, clock, 8, trato="no")
    assert "Mesa de noviembre" not in page_of(server)


def test_few_answers_are_suppressed_whole(server, token, kept, clock):
    fast_enough(server, token, clock, 4, trato="si", palabras="Soy la única")
    (words, *_) = kept.waiting()
    kept.judge(words.id, routes.Moderation.APPROVED)
    kept.close_round(token)
    text = page_of(server)
    assert "Suprimido: respondieron muy pocas personas" in text
    assert "Soy la" not in text


def test_results_are_added_up_above_the_threshold_in_page_and_file(server, token, kept, clock):
    fast_enough(server, token, clock, 12, quien="acogida", trato="no")
    fast_enough(server, token, clock, 2, quien="migrante", trato="si")
    kept.close_round(token)
    assert "Respondieron " in page_of(server)
    rows = server.test_client().get("/programas/filas.csv?vista=seguimiento&municipio=44430")
    told = [row for row in rows.get_data(as_text=True).splitlines() if "participacion" in row]
    treated = [row for row in told if "trat" in row]
    assert treated
    assert not any(re.search(r",(?:1|2|3|4),", row) for row in told)
    assert sum("suprimido" in row for row in treated) == 2, "the two that a sum would give away"


def test_words_are_shown_only_after_approval_and_always_as_words(server, token, kept, clock):
    fast_enough(server, token, clock, 6, trato="no", palabras=HARM)
    fast_enough(server, token, clock, 1, trato="no", palabras="Teléfono 300")
    editor = server.test_client()
    desk = editor.get("/participar").get_data(as_text=True)
    assert "<script>alert" not in desk
    assert "&lt;script&gt;alert" in desk
    ticket = ticket_of(desk)
    for words in kept.waiting():
        verdict = "aprobado" if words.words == HARM else "rechazado"
        sent = editor.post(
            f"/participar/revisar/{words.id}", data={"boleta": ticket, "veredicto": verdict}
        )
        assert sent.status_code == 303
    kept.close_round(token)
    text = page_of(server)
    assert "alert('x')" in text, "as words of a tree, which the browser writes as text"
    assert "Teléfono 300" not in text
    assert b"fono 300" not in kept.path.read_bytes(), "what is rejected is erased"


def test_an_editor_opens_and_ends_a_round(server, kept):
    editor = server.test_client()
    ticket = ticket_of(editor.get("/participar").get_data(as_text=True))
    fields = {"boleta": ticket, "municipio": "54874", "nombre": "Mesa <b>abierta</b>",
              "desde": TODAY, "hasta": "2026-12-15"}  # fmt: skip
    assert editor.post("/participar/abrir", data=fields).status_code == 303
    (opened,) = kept.rounds()
    desk = editor.get("/participar").get_data(as_text=True)
    assert f"/participar/{opened.token}" in desk
    assert "Mesa &lt;b&gt;abierta" in desk
    end = {"boleta": ticket_of(desk)}
    assert editor.post(f"/participar/{opened.token}/terminar", data=end).status_code == 303
    assert kept.round(opened.token).closed


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("municipio", "99999", "no es el código de un municipio"),
        ("nombre", " ", "falta el nombre"),
        ("hasta", "2026-11-01", "la última es anterior"),
        ("desde", "mañana", "no se entienden"),
        ("hasta", "2026-02-31", "no se entienden"),
        ("hasta", "2029-01-01", "a lo sumo un año"),
    ],
)
def test_a_round_that_makes_no_sense_is_not_opened(server, kept, field, value, said):
    editor = server.test_client()
    fields = {"municipio": "54874", "nombre": "Mesa", "desde": TODAY, "hasta": "2026-12-15"}
    fields |= {field: value, "boleta": ticket_of(editor.get("/participar").get_data(as_text=True))}
    refused = editor.post("/participar/abrir", data=fields)
    assert refused.status_code == 400
    assert said in refused.get_data(as_text=True)
    assert kept.rounds() == ()


def test_the_desk_is_only_of_editors_and_of_this_computer(published, server, token, tmp_path):
    closed = create_app(Settings(var=tmp_path), OpenShelf({Workspace.PUBLISHED: published})).server
    assert "Textos por revisar" not in closed.test_client().get("/participar").get_data(
        as_text=True
    )
    for path in ("/participar/abrir", f"/participar/{token}/terminar", "/participar/revisar/x"):
        assert closed.test_client().post(path, data={}).status_code in (404, 405)
    rebound = server.test_client().get("/participar", base_url="http://mirador.malo.example")
    assert rebound.status_code == 403
    unticketed = server.test_client().post(f"/participar/{token}/terminar", data={})
    assert unticketed.status_code == 400


def test_a_page_of_the_demonstration_has_no_answers_of_people(server, token, kept, clock):
    fast_enough(server, token, clock, 6, trato="no")
    kept.close_round(token)
    query = "espacio=demostracion&vista=seguimiento&municipio=44430"
    assert "Mesa de noviembre" not in page_of(server, query)


def test_a_server_without_rounds_writes_no_file(server, var):
    assert "MIRADOR_EDIT=1" in page_of(server)
    assert server.test_client().get("/participar/nada").status_code == 404
    assert not (var / FILE).exists()
