"""The application: Dash with a document that knows what its page will show."""

from pathlib import Path
from typing import Any

import flask
from dash import Dash

from callbacks.documents import Documents
from layouts.document import completed


class Mirador(Dash):
    """Dash whose document starts fetching what the page that was asked for will show."""

    def __init__(self, root: Path, documents: Documents, **options: Any) -> None:  # noqa: ANN401
        """An application of ``documents`` with the assets under ``root``; the rest is Dash's."""
        self.documents = documents
        self.pages = documents.pages
        folder = str(root / "assets")
        super().__init__(__name__, assets_folder=folder, **options)

    def interpolate_index(self, **fields: Any) -> str:  # type: ignore[override]  # noqa: ANN401
        """The document of Dash with the language and the data of its page."""
        inside = flask.has_request_context()
        query = flask.request.query_string.decode() if inside else ""
        path = flask.request.path if inside else "/"
        fields["scripts"] = self.documents.scripts(path, fields["scripts"])
        document: str = super().interpolate_index(**fields)  # type: ignore[no-untyped-call]
        return completed(document, self.documents.document(path, query))
