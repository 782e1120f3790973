"""An answer while it comes: the texts of a JSON that is not complete yet."""

import json
import re

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|"(?:[^"\\]|\\.)*\\?\Z|[{}\[\]:,]', re.DOTALL)
_BROKEN_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:u[0-9a-fA-F]{0,3})?\Z")


def texts_so_far(text: str) -> tuple[str, ...]:
    """The values that are texts, in order; the last may be unfinished. Keys are left out.

    What is no JSON gives no texts, or those that look like some: it is for the eye, and nothing is
    taken over from it.
    """
    found: list[str] = []
    open_: list[str] = []
    before = ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token[0] == '"':
            if before == ":" or (open_ and open_[-1] == "["):
                found.append(_read(token))
        elif token in "{[":
            open_.append(token)
        elif token in "}]" and open_:
            open_.pop()
        before = token
    return tuple(one for one in found if one.strip())


def _read(token: str) -> str:
    whole = len(token) > 1 and token.endswith('"') and _is_closed(token)
    inside = token[1:-1] if whole else _BROKEN_ESCAPE.sub(r"\1", token[1:])
    try:
        return str(json.loads(f'"{inside}"', strict=False))
    except json.JSONDecodeError:  # an escape that JSON does not know: shown as it came
        return inside


def _is_closed(token: str) -> bool:
    """Whether the last quotation mark ends the text and is not a part of it."""
    slashes = len(token[:-1]) - len(token[:-1].rstrip("\\"))
    return slashes % 2 == 0
