"""The description of the API is OpenAPI 3.1, names every address that is served, and can be followed throughout."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.routing import Route

from adapters.api.app import routes
from adapters.api.openapi import BEGINS, LISTS, document
from storage.exports import dictionary
from tests.adapters.api.conftest import Program
from tests.adapters.api.test_the_api import PATHS

OPENAPI: dict[str, Any] = {
    # The part of OpenAPI 3.1.0 that is used here, after the specification's sections 4.8.1 to 4.8.17.
    "type": "object",
    "required": ["openapi", "info", "paths"],
    "additionalProperties": False,
    "properties": {
        "openapi": {"pattern": r"^3\.1\.\d+$"},
        "info": {"type": "object", "required": ["title", "version"]},
        "servers": {"type": "array", "items": {"type": "object", "required": ["url"]}},
        "security": {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "array"}}},
        "paths": {
            "patternProperties": {"^/": {"type": "object", "properties": {"get": {"$ref": "#/$defs/operation"}}}},
            "additionalProperties": False,
        },
        "components": {
            "type": "object",
            "properties": {
                "parameters": {"additionalProperties": {"$ref": "#/$defs/parameter"}},
                "responses": {"additionalProperties": {"$ref": "#/$defs/response"}},
                "securitySchemes": {"additionalProperties": {"required": ["type", "scheme"]}},
                "schemas": {"additionalProperties": {"type": "object"}},
            },
            "additionalProperties": False,
        },
    },
    "$defs": {
        "reference": {"required": ["$ref"], "additionalProperties": False, "properties": {"$ref": {"type": "string"}}},
        "operation": {
            "required": ["operationId", "responses"],
            "additionalProperties": False,
            "properties": {
                "operationId": {"type": "string"},
                "summary": {"type": "string"},
                "security": {"type": "array"},
                "parameters": {
                    "items": {"anyOf": [{"$ref": "#/$defs/reference"}, {"$ref": "#/$defs/parameter"}]},
                },
                "responses": {
                    "minProperties": 1,
                    "propertyNames": {"pattern": "^[1-5][0-9][0-9]$"},
                    "additionalProperties": {"anyOf": [{"$ref": "#/$defs/reference"}, {"$ref": "#/$defs/response"}]},
                },
            },
        },
        "parameter": {
            "required": ["name", "in", "schema"],
            "properties": {"in": {"enum": ["query", "header", "path", "cookie"]}},
            "if": {"properties": {"in": {"const": "path"}}},
            "then": {"required": ["required"], "properties": {"required": {"const": True}}},
        },
        "response": {
            "required": ["description"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string"},
                "content": {"additionalProperties": {"type": "object", "properties": {"schema": {"type": "object"}}}},
            },
        },
    },
}


@pytest.mark.long
async def test_the_description_is_openapi_3_1_and_names_every_route(program: Program) -> None:
    described: dict[str, Any] = document(dictionary.rows())
    Draft202012Validator(OPENAPI).validate(described)
    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for target in _references(described):
        at: Any = described
        for step in target.removeprefix("#/").split("/"):
            at = at[step]
    served = {route.path for route in routes(program.exports, dictionary.rows()) if isinstance(route, Route)}
    paths = {BEGINS + path for path in described["paths"]}
    assert served - paths == {BEGINS, BEGINS + "/{rest:path}"}
    assert paths <= served
    assert {path for path, *_ in LISTS} == set(PATHS)


def test_every_path_names_its_parameters_and_every_operation_once() -> None:
    paths: dict[str, Any] = document(dictionary.rows())["paths"]  # type: ignore[assignment]
    for path, item in paths.items():
        named = [each["name"] for each in item["get"].get("parameters", ()) if each.get("in") == "path"]
        assert named == re.findall(r"{(\w+)}", path)
    operations = [item["get"]["operationId"] for item in paths.values()]
    assert len(operations) == len(set(operations))


def _references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield from [value] if name == "$ref" else _references(value)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from _references(each)
