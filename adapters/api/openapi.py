"""The description of the API that tools read: OpenAPI 3.1, made from the data dictionary, so that both say the same."""

from collections.abc import Iterator, Mapping, Sequence

from adapters.api.pages import MOST, USUAL
from bot.exports import Row

Json = dict[str, object]

BEGINS = "/api/v1"
TYPES: Mapping[str, Json] = {
    "text": {"type": "string"},
    "whole number": {"type": "integer"},
    "number": {"type": "number"},
    "true or false": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "instant": {"type": "string", "format": "date-time"},
}
NAMED: Mapping[str, str] = {
    "programme": "Reference of a programme, from /programmes.",
    "round": "Reference of a round, from /programmes/{programme}/rounds.",
    "question": "Id of a question, from the results.",
}
LISTS: tuple[tuple[str, str, str, str], ...] = (
    ("/programmes", "programmes", "listProgrammes", "Every programme with a round whose outcome was shared."),
    ("/programmes/{programme}/rounds", "rounds", "listRounds", "The shared rounds of a programme, the newest first."),
    (
        "/programmes/{programme}/series/{question}",
        "results",
        "readSeries",
        "One question over the shared rounds in which it was asked, the oldest first. What may not be shown is a gap.",
    ),
    ("/rounds/{round}/results", "results", "readResults", "Every published result of a round, hidden ones all alike."),
    ("/rounds/{round}/quarterly", "quarterly", "readQuarterly", "The nine-question figures of a quarterly round."),
    ("/dictionary", "dictionary", "readDictionary", "What stands in every column of every table."),
)
"""Path, table, operation and what it gives, of everything that is a list."""
REFUSALS: Mapping[str, str] = {
    "400": "A page or a limit that cannot be.",
    "401": "No token, or one that is not known or has run out.",
    "403": "Asked from a page in a browser.",
    "404": "Nothing there, or not shared yet, or there is no token at all.",
    "405": "Anything but reading.",
    "429": "Too many requests; Retry-After says for how many seconds.",
}


def document(dictionary: Sequence[Row]) -> Json:
    """The whole description as JSON."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Hearback: published results",
            "version": "1",
            "description": "Read-only. Holds what was published once, at the close of a round, and no more. No comments.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": BEGINS}],
        "security": [{"token": []}],
        "paths": {**{path: {"get": _list(path, *rest)} for path, *rest in LISTS}, "/openapi.json": {"get": _itself()}},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "parameters": {"page": _query("page", 1, None), "limit": _query("limit", USUAL, MOST), "team": _team()},
            "schemas": {**dict(_schemas(dictionary)), "problem": _problem()},
            "responses": {status: _refusal(means) for status, means in REFUSALS.items()},
        },
    }


def _list(path: str, table: str, operation: str, means: str) -> Json:
    named = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters: list[Json] = [_in_path(name) for name in named]
    parameters += [{"$ref": f"#/components/parameters/{name}"} for name in ("page", "limit")]
    if operation == "readSeries":
        parameters.append({"$ref": "#/components/parameters/team"})
    page = {
        "type": "object",
        "required": ["items", "page", "limit", "total", "next"],
        "additionalProperties": False,
        "properties": {
            "items": {"type": "array", "items": {"$ref": f"#/components/schemas/{table}"}},
            "page": {"type": "integer", "minimum": 1},
            "limit": {"type": "integer", "minimum": 1, "maximum": MOST},
            "total": {"type": "integer", "minimum": 0},
            "next": {"type": ["string", "null"], "description": "Path of the next page."},
        },
    }
    refused = {status: {"$ref": f"#/components/responses/{status}"} for status in REFUSALS}
    given = {"200": {"description": means, "content": {"application/json": {"schema": page}}}}
    return {"operationId": operation, "summary": means, "parameters": parameters, "responses": {**given, **refused}}


def _itself() -> Json:
    given = {"200": {"description": "OpenAPI 3.1.", "content": {"application/json": {"schema": {"type": "object"}}}}}
    refused = {status: {"$ref": f"#/components/responses/{status}"} for status in ("403", "404", "405", "429")}
    return {
        "operationId": "readDescription",
        "summary": "This description. Needs no token.",
        "security": [],
        "responses": {**given, **refused},
    }


def _schemas(dictionary: Sequence[Row]) -> Iterator[tuple[str, Json]]:
    """One for each table that goes out over the API. The dictionary is a table of texts itself."""
    tables = [table for table in dict.fromkeys(str(row["table"]) for row in dictionary) if table != "comments"]
    for table in tables:
        columns = [row for row in dictionary if row["table"] == table]
        yield table, _object({str(row["column"]): _property(row) for row in columns})
    yield "dictionary", _object({name: {"type": "string"} for name in dictionary[0]})


def _property(row: Row) -> Json:
    kind, empty = TYPES[str(row["type"])], row["empty"]
    if empty == "never":
        return {**kind, "description": row["means"]}
    return {**kind, "type": [kind["type"], "null"], "description": f"{row['means']} Empty: {empty}."}


def _object(properties: Mapping[str, Json]) -> Json:
    required = list(properties)
    return {"type": "object", "required": required, "additionalProperties": False, "properties": dict(properties)}


def _problem() -> Json:
    return _object({"error": {"type": "string", "description": "One sentence that says what to do."}})


def _refusal(means: str) -> Json:
    schema = {"$ref": "#/components/schemas/problem"}
    return {"description": means, "content": {"application/json": {"schema": schema}}}


def _in_path(name: str) -> Json:
    return {"name": name, "in": "path", "required": True, "description": NAMED[name], "schema": {"type": "string"}}


def _query(name: str, usual: int, most: int | None) -> Json:
    schema: Json = {"type": "integer", "minimum": 1, "default": usual, **({"maximum": most} if most else {})}
    return {"name": name, "in": "query", "description": f"{name} of a list.", "schema": schema}


def _team() -> Json:
    means = "Key of a team, from the results; without it, everybody who was asked."
    return {"name": "team", "in": "query", "description": means, "schema": {"type": "string", "default": ""}}
