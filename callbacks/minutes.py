"""Routes of what a roundtable records: editors write, from their own page only; readers read."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Response, abort, jsonify, request

from callbacks.mesas import Mesas, gone
from callbacks.origin import own_page
from geodata.errors import UserFacingError
from geodata.evidence import BEGINNINGS, MOST_BYTES, MOST_MB, EvidenceError
from geodata.ledger import Entry, Kind
from layouts.mesa.links import CSV, EVIDENCE, MINUTES, PDF, RECORD
from layouts.mesa.minutes import log_sheet, minutes_document
from layouts.mesa.records import read_record
from layouts.mesa.scenes import all_shown
from layouts.mesa.show import gone_document
from layouts.mesa.view import MesaView
from layouts.text.record_words import RECORD_WORDS

PURPOSE: Final = "mesa"
MOST_CHARACTERS: Final = 20_000
"""Of the address that a form comes from."""
ROOM: Final = 64_000
"""Bytes of a form beside its file."""
FILE: Final = "archivo"
GONE: Final = 410
OK: Final = 200
SIZES: Final = (11.0,)
LONGEST_WAIT_S: Final = 20.0
LONGEST_SETTING_S: Final = 60.0
BUSY: Final = (
    "El servidor está componiendo otra acta. Espere unos segundos y repita, o imprima el acta "
    "desde el navegador."
)


def register(server: Flask, mesas: Mesas, *, editing: bool) -> None:
    """Attach the routes; those that write exist only where the server accepts it."""

    @server.get(MINUTES)
    def minutes() -> Response:
        return minutes_answer(mesas)

    @server.get(PDF)
    def paper() -> Response:
        return paper_answer(mesas)

    @server.get(CSV)
    def log() -> Response:
        return log_answer(mesas)

    @server.get(f"{EVIDENCE}/<name>")
    def evidence(name: str) -> Response:
        return evidence_answer(mesas, name)

    if editing:
        server.add_url_rule(RECORD, RECORD, guarded(lambda: record_answer(mesas)), methods=["POST"])


def guarded(answer: Callable[[], Response]) -> Callable[[], Response]:
    """For requests of our own page on this computer; a foreign name could be a rebound one."""

    def guarded_answer() -> Response:
        own_host = urlsplit(f"//{request.host}").hostname in ("127.0.0.1", "localhost", "::1")
        if not own_host or not own_page(PURPOSE):
            return _said({"": "Esta dirección solo atiende a su propia página."}, 403)
        try:
            return answer()
        except UserFacingError as error:
            return _said({"": str(error)}, 400)

    return guarded_answer


def record_answer(mesas: Mesas) -> Response:
    """Keep what a form says; the answer comes when it is on the disk. Else a sentence by field."""
    if (request.content_length or 0) > MOST_BYTES + ROOM:
        sentence = RECORD_WORDS["es"].refusals["size"].format(limit=MOST_MB)
        return _said({FILE: sentence}, 413)
    parsed = mesas.desks.parse(request.form.get("consulta", "")[:MOST_CHARACTERS])
    view = mesas.view(parsed)
    words = RECORD_WORDS[view.texts.language].refusals
    kind, subject = request.form.get("tipo", ""), request.form.get("asunto", "")
    known = {item.entry.subject for item in view.items}
    if gone(parsed) or kind not in tuple(Kind) or (kind == Kind.STATE) != (subject in known):
        return _said({"": words["subject"]}, 400)
    record = read_record(Kind(kind), request.form, view)
    refusals = dict(record.refusals)
    body = dict(record.body)
    if kind == Kind.DISPUTE and not refusals:
        body, refusals = _with_file(mesas, body, view)
    if refusals:
        return _said(refusals, 400)
    return _kept(mesas, Entry(Kind(kind), parsed.selection.espacio, view.snapshot, body, subject))


def _kept(mesas: Mesas, entry: Entry) -> Response:
    if mesas.ledger is None:
        abort(404)
    written = mesas.ledger.append(entry)
    return jsonify(id=written.id, subject=written.subject)


def _with_file(
    mesas: Mesas, body: dict[str, str], view: MesaView
) -> tuple[dict[str, str], dict[str, str]]:
    """The same with the file that came with it, kept; or what is refused of the file."""
    sent = request.files.get(FILE)
    if sent is None or not sent.filename or mesas.evidence is None:
        return body, {}
    words = RECORD_WORDS[view.texts.language].refusals
    try:
        kept = mesas.evidence.keep(sent.filename, sent.stream.read(MOST_BYTES + 1))
    except EvidenceError as error:
        facts = {"limit": MOST_MB, "types": ", ".join(BEGINNINGS)}
        return body, {FILE: words[error.why].format(**facts)}
    return body | {FILE: kept}, {}


def minutes_answer(mesas: Mesas) -> Response:
    """The minutes of a query as a page to print."""
    parsed = mesas.desks.parse(request.query_string.decode())
    view = mesas.view(parsed)
    if gone(parsed):
        return Response(gone_document(view, gone(parsed), mesas.links(parsed).page()), GONE)
    answer = Response(minutes_document(all_shown(view, view.order), view))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def paper_answer(mesas: Mesas) -> Response:
    """The same minutes as PDF, set by a process of its own; one at a time for the whole server."""
    from geodata.exports.press import Press  # noqa: PLC0415 - few ask for paper
    from layouts.paper import FACES  # noqa: PLC0415 - as above

    page = minutes_answer(mesas)
    if page.status_code != OK:
        return page
    if not mesas.setting.acquire(timeout=LONGEST_WAIT_S):
        return Response(BUSY, 503, {"Retry-After": "5"}, mimetype="text/plain")
    try:
        with Press(1) as press:
            setting = press.submit(page.get_data(as_text=True), SIZES, FACES, 0)
            body = setting.result(LONGEST_SETTING_S)
    except (UserFacingError, TimeoutError) as error:
        return Response(str(error) or BUSY, 503, mimetype="text/plain")
    finally:
        mesas.setting.release()
    answer = Response(body, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="acta.pdf"'
    return answer


def log_answer(mesas: Mesas) -> Response:
    """Every line of the log of a query, for a spreadsheet."""
    from geodata.exports.delimited import as_csv  # noqa: PLC0415 - only for a file

    view = mesas.view(mesas.desks.parse(request.query_string.decode()))
    answer = Response(as_csv(log_sheet(view)), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="acta.csv"'
    return answer


def evidence_answer(mesas: Mesas, name: str) -> Response:
    """A file as an attachment, never as a page: nothing of it runs in our origin."""
    path = mesas.evidence.path(name) if mesas.evidence is not None else None
    if path is None:
        abort(404)
    answer = Response(path.read_bytes(), mimetype="application/octet-stream")
    name = f"soporte-{path.stem[:8]}{path.suffix}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def _said(sentences: dict[str, str], status: int) -> Response:
    answer = jsonify(errors=sentences)
    answer.status_code = status
    return answer
