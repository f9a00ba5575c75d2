"""Files of published results: tables that a spreadsheet opens as they are, and JSON with its own dictionary."""

import json
import re
from collections.abc import Sequence

from bot.exports import File, Row, YearFormat
from storage.exports import dictionary
from storage.exports.dictionary import COMMENTS, QUARTERLY, RESULTS
from storage.exports.published import Form
from storage.snapshot import Teams
from storage.spreadsheet import table

CSV, JSON, PDF = "text/csv; charset=utf-8", "application/json", "application/pdf"
PAGE = "text/html; charset=utf-8"
PLAIN = re.compile(r"[^a-z0-9]+")


def named(form: Form, day: str, what: str, ending: str) -> str:
    """`how-work-has-been-2026-11-16-results.csv`: letters, digits and hyphens, whatever the subject holds."""
    subject = PLAIN.sub("-", form.subject["en"].lower()).strip("-")[:40] or "round"
    return f"{subject}-{day}-{what}.{ending}"


def board_paper(name: str, printed: bytes) -> File:
    return File(name, PDF, printed)


def year(code: str, form: YearFormat, made: bytes) -> File:
    """`you-said-we-did-2026-04.pdf`."""
    media, ending = (PAGE, "html") if form == "year_page" else (PDF, "pdf")
    return File(f"you-said-we-did-{code}.{ending}", media, made)


def results_csv(name: str, rows: Sequence[Row]) -> File:
    return File(name, CSV, table(list(RESULTS), rows).encode("utf-8-sig"))


def quarterly_csv(name: str, rows: Sequence[Row]) -> File:
    return File(name, CSV, table(list(QUARTERLY), rows).encode("utf-8-sig"))


def comments_csv(name: str, form: Form, teams: Teams, pages: Sequence[tuple[str, str, str]]) -> File:
    """Each comment with the page on which it may be shown, in the random order in which they are kept."""
    rows = [
        {"round": form.ref, "id": question, "team": node, "team_name": teams.names.get(node, node), "text": text}
        for node, question, text in pages
    ]
    return File(name, CSV, table(list(COMMENTS), rows).encode("utf-8-sig"))


def results_json(name: str, about: Row, rows: Sequence[Row]) -> File:
    """The round, its results, and what every column means."""
    meant = [row for row in dictionary.rows() if row["table"] in ("results", "rounds")]
    body = {"round": about, "results": list(rows), "dictionary": meant}
    return File(name, JSON, json.dumps(body, ensure_ascii=False, indent=1).encode())
