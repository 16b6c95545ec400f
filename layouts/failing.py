"""What is said when the program of a page does not arrive or may not run: nobody waits for ever."""

from collections.abc import Mapping
from html import escape
from typing import Final

from layouts.still import tagged
from layouts.text.catalogue import Catalogue

PATIENCE_S: Final = 20
"""Seconds without a view after which the page says that something is slow."""

WATCH: Final = """(function () {
  var failed = false, seconds = 0;
  document.documentElement.classList.add("scripted");
  function told(shown) {
    var words = document.getElementById("page-failed");
    document.documentElement.classList.toggle("failed", shown);
    if (words) words.hidden = !shown;
  }
  function fail() { failed = true; told(true); }
  function has(what) { return document.querySelector("#react-entry-point " + what); }
  addEventListener("error", function (event) {
    var at = event.target;
    if (at && at.tagName === "SCRIPT" && !at.hasAttribute("data-spare")) fail();
  }, true);
  addEventListener("mirador-failed", fail);
  addEventListener("DOMContentLoaded", function () {
    if (failed) return fail();
    if (!("noModule" in HTMLScriptElement.prototype)) return fail();
    var watch = setInterval(function () {
      seconds += 1;
      if (has(".page")) { clearInterval(watch); told(failed); }
      else if (has("._dash-error")) { clearInterval(watch); fail(); }
      else if (seconds > PATIENCE) told(true);
    }, 1000);
  });
})();""".replace("PATIENCE", str(PATIENCE_S))
"""Plain script of any age, inside the document: it must run where nothing else does. It hears of
every script that does not arrive; one marked ``data-spare`` is not needed by the application."""


def failing(texts: Catalogue, links: Mapping[str, str]) -> str:
    """Both sentences, each with ``links`` to the figures: words by address.

    The one for a browser without scripts is there until ``WATCH`` has run: that also holds where a
    policy forbids scripts, of which ``noscript`` knows nothing.
    """
    ways = " · ".join(
        tagged("a", {"href": address}, escape(words)) for address, words in links.items()
    )
    again = tagged("a", {"href": ""}, escape(texts.failed_again))
    failed = f"{escape(texts.failed)} {again} · {ways}"
    return (
        f'<div id="page-failed" class="failing" role="alert" hidden><p>{failed}</p></div>'
        f'<div class="failing unscripted"><p>{escape(texts.no_script)} {ways}</p></div>'
    )
