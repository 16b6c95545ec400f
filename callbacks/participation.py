"""Routes of participatory monitoring: the form, for whoever has its link, and the editor's desk.

Nothing of a request is kept but what was chosen and written: no address, no browser, no hour.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from callbacks.desk import Desks
from geodata.participation import Moderation, Now, Outcome, Participation, Round
from geodata.snapshot import Workspace
from indicators.participation import tally, understood
from layouts.participation import form
from layouts.participation.desk import desk_page
from layouts.participation.form import PATH, THANKS, TICKET, WORDS
from layouts.participation.markup import content_policy
from layouts.participation.opening import wrong_round
from layouts.participation.results import Told
from layouts.text import DEFAULT_LANGUAGE, LANGUAGES
from layouts.text.participation_words import PARTICIPATION_WORDS

COOKIE: Final = "participar"
LIVES_SECONDS: Final = 4 * 60 * 60
"""How long a form may stay open; a kiosk opens a new one for each person."""
LIMIT_BYTES: Final = 16_000
LONGEST_TITLE: Final = 80
EDITOR: Final = "mesa"
"""What the tickets of the desk are for."""
COLOMBIA: Final = timezone(timedelta(hours=-5))
"""A round begins and ends at midnight there."""

Answer = Callable[..., Response]


def told(participation: Participation) -> tuple[Told, ...]:
    """The rounds that are over today, as far as they may be told."""
    over = [one for one in participation.rounds() if one.over(now().day)]
    return tuple(_told(one, participation) for one in over)


def _told(one: Round, participation: Participation) -> Told:
    found = tally(participation.choices(one.token))
    words = participation.approved(one.token) if found.people is not None else []
    return Told(one, found, words)


def now() -> Now:
    """Day in Colombia, and minute."""
    return Now(datetime.now(COLOMBIA).date().isoformat(), int(time.time()) // 60)


@dataclass(frozen=True, slots=True)
class Tickets:
    """Signs forms, each for one purpose and for the browser that asked for it."""

    participation: Participation

    def issue(self, purpose: str, cookie: str) -> str:
        """A ticket: what it is for, whose browser, and words that no other ticket has."""
        return str(self._signer().dumps([purpose, cookie, secrets.token_hex(16)]))

    def spend(self, ticket: str, purpose: str, cookie: str) -> str:
        """The words of a ticket; empty where it is not good."""
        try:
            found = self._signer().loads(ticket, max_age=LIVES_SECONDS)
        except BadSignature:
            return ""
        good = isinstance(found, list) and found[:2] == [purpose, cookie] and bool(cookie)
        return str(found[2]) if good else ""

    def _signer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.participation.secret(), salt=COOKIE)


@dataclass(frozen=True, slots=True)
class Kiosk:
    """The form of each round."""

    participation: Participation
    desks: Desks

    @property
    def tickets(self) -> Tickets:
        """Signs its forms."""
        return Tickets(self.participation)

    def show(self, token: str) -> Response:
        """The form, or why there is none."""
        asked, language = self.participation.round(token), _language()
        if asked is None:
            return page(form.refused_page("unknown", "", language), 404)
        today = now().day
        if not asked.accepts(today):
            return page(form.closed_page(asked, today, language), 410 if asked.over(today) else 200)
        cookie = request.cookies.get(COOKIE) or secrets.token_hex(16)
        ticket = self.tickets.issue(token, cookie)
        body = form.form_page(asked, self.name(asked.territory), ticket, language)
        return remembered(page(body), cookie)

    def take(self, token: str) -> Response:
        """Keep an answer and thank, or say why it was not kept."""
        asked, language = self.participation.round(token), _language()
        if asked is None:
            return page(form.refused_page("unknown", "", language), 404)
        ticket = self.tickets.spend(
            request.form.get(TICKET, ""), token, request.cookies.get(COOKIE, "")
        )
        if not ticket:
            return page(form.refused_page("stale", token, language), 400)
        given = understood(request.form.to_dict())
        outcome = self.participation.answer(
            asked, ticket, given, request.form.get(WORDS, ""), now()
        )
        return self._after(outcome, asked, language)

    def _after(self, outcome: Outcome, asked: Round, language: str) -> Response:
        if outcome is Outcome.CLOSED:
            return page(form.closed_page(asked, now().day, language), 410)
        if outcome is Outcome.TOO_FAST:
            answer = page(form.refused_page("fast", asked.token, language), 429)
            answer.headers["Retry-After"] = "60"
            return answer
        return _see(f"{PATH}/{asked.token}/{THANKS}?idioma={language}")

    def thank(self, token: str) -> Response:
        """The page after an answer; it can be loaded again without answering again."""
        asked, language = self.participation.round(token), _language()
        if asked is None:
            return page(form.refused_page("unknown", "", language), 404)
        return page(form.thanks_page(asked, self.name(asked.territory), language))

    def name(self, code: str) -> str:
        """Name of a municipality."""
        return self.desks.desk(Workspace.PUBLISHED).engine.name(code)


@dataclass(frozen=True, slots=True)
class EditorDesk:
    """Opens and ends rounds, and reads their free words. Only where the server accepts editors."""

    kiosk: Kiosk

    @property
    def participation(self) -> Participation:
        """The rounds."""
        return self.kiosk.participation

    def show(self, wrong: str = "") -> Response:
        """The desk."""
        cookie = request.cookies.get(COOKIE) or secrets.token_hex(16)
        ticket = self.kiosk.tickets.issue(EDITOR, cookie)
        rounds = [
            (one, len(self.participation.choices(one.token))) for one in self.participation.rounds()
        ]
        body = desk_page(
            rounds, self.participation.waiting(), (ticket, _language(), now().day, wrong),
            self.kiosk.name,
        )  # fmt: skip
        return remembered(page(body, 400 if wrong else 200), cookie)

    def open(self) -> Response:
        """Open a round of a municipality that exists and days that follow each other."""
        asked = {key: request.form.get(key, "").strip() for key in FIELDS}
        known = self.kiosk.desks.desk(Workspace.PUBLISHED).vocabulary.municipalities
        wrong = wrong_round(asked, known, PARTICIPATION_WORDS[_language()])
        if wrong:
            return self.show(wrong)
        self.participation.open_round(
            asked["municipio"], asked["desde"], asked["hasta"], asked["nombre"][:LONGEST_TITLE]
        )
        return _see(PATH)

    def end(self, token: str) -> Response:
        """End a round."""
        self.participation.close_round(token)
        return _see(PATH)

    def judge(self, key: str) -> Response:
        """Approve or erase free words."""
        verdict = request.form.get("veredicto", "")
        if verdict not in (Moderation.APPROVED, Moderation.REJECTED):
            abort(400)
        self.participation.judge(key, Moderation(verdict))
        return _see(PATH)


FIELDS: Final = ("municipio", "desde", "hasta", "nombre")


def register(server: Flask, kiosk: Kiosk, *, editing: bool) -> None:
    """Attach the form of every round and, where the server accepts editors, their desk."""
    rules: list[tuple[str, str, Answer]] = [
        ("GET", f"{PATH}/<token>", kiosk.show),
        ("POST", f"{PATH}/<token>", _own(kiosk.take)),
        ("GET", f"{PATH}/<token>/{THANKS}", kiosk.thank),
    ]
    if editing:
        desk = EditorDesk(kiosk)
        rules += [
            ("GET", PATH, _here(desk.show)),
            ("POST", f"{PATH}/abrir", _here(_ticketed(desk.open, kiosk))),
            ("POST", f"{PATH}/<token>/terminar", _here(_ticketed(desk.end, kiosk))),
            ("POST", f"{PATH}/revisar/<key>", _here(_ticketed(desk.judge, kiosk))),
        ]
    for method, rule, answer in rules:
        server.add_url_rule(rule, f"{method} {rule}", answer, methods=[method])


def _own(answer: Answer) -> Answer:
    """Refuse what another site sends, or what is too large to be one of our forms."""

    def guarded(**arguments: str) -> Response:
        origin = request.headers.get("Origin")
        foreign = origin not in (None, "null") and urlsplit(origin or "").netloc != request.host
        if foreign or request.headers.get("Sec-Fetch-Site") == "cross-site":
            abort(403)
        if (request.content_length or 0) > LIMIT_BYTES:
            abort(413)
        return answer(**arguments)

    return guarded


def _here(answer: Answer) -> Answer:
    """Refuse who names another host: the desk is of this computer only."""

    def guarded(**arguments: str) -> Response:
        if urlsplit(f"//{request.host}").hostname not in ("127.0.0.1", "localhost", "::1"):
            abort(403)
        return answer(**arguments)

    return guarded


def _ticketed(answer: Answer, kiosk: Kiosk) -> Answer:
    """Refuse a form of the desk that the desk did not give to this browser."""

    def guarded(**arguments: str) -> Response:
        cookie = request.cookies.get(COOKIE, "")
        if not kiosk.tickets.spend(request.form.get(TICKET, ""), EDITOR, cookie):
            return page(form.refused_page("stale", "", _language()), 400)
        return answer(**arguments)

    return _own(guarded)


def page(body: str, status: int = 200) -> Response:
    """A page that no one keeps."""
    answer = Response(body, status, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = content_policy()
    answer.headers["Cache-Control"] = "no-store"
    return answer


def remembered(answer: Response, cookie: str) -> Response:
    """``answer`` that lets its browser send the form it shows, until it is closed."""
    answer.set_cookie(
        COOKIE, cookie, path=PATH, httponly=True, samesite="Strict", secure=request.is_secure
    )
    return answer


def _see(address: str) -> Response:
    """Lead to an address that can be loaded again without sending anything again."""
    answer = Response(status=303)
    answer.headers["Location"] = address
    return answer


def _language() -> str:
    asked = request.args.get("idioma", DEFAULT_LANGUAGE)
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE
