"""The JSON Schema of the configuration, for editors: tqcheck.schema.json in the package.

    python -m tests.test_readme

writes that file anew.
"""

from collections.abc import Mapping
from typing import Any

from tqcheck.config import KEYS
from tqcheck.filters.settings import SEVERITY, option_types
from tqcheck.model import Rule, Severity
from tqcheck.rules import all_rules

_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array"}


def schema() -> dict[str, Any]:
    """The schema of tqcheck.toml and of [tool.tqcheck]."""
    properties = {
        name: {
            "description": key.meaning,
            **key.schema,
            **({} if key.default in (None, [], {}) else {"default": key.default}),
        }
        for name, key in KEYS.items()
    }
    properties["rules"] = {
        "description": KEYS["rules"].meaning,
        "type": "object",
        "additionalProperties": False,
        "properties": {rule.id: _of_rule(rule) for rule in all_rules()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "tqcheck",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _of_rule(rule: Rule) -> Mapping[str, Any]:
    options = {
        name: {"type": _json_type(types), "default": rule.options[name]}
        for name, types in option_types(rule).items()
    }
    return {
        "description": rule.manual.summary,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            SEVERITY: {
                "enum": [severity.value for severity in Severity],
                "default": rule.severity.value,
            },
            **options,
        },
    }


def _json_type(types: tuple[type, ...]) -> str | list[str]:
    names = ["number"] if float in types else [_TYPES[one] for one in types]
    return names[0] if len(names) == 1 else names
