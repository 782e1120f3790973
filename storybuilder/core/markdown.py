"""Text in Markdown: any text at all, written so that people can read it and nothing is lost.

Only what Markdown or an editor would change is written differently, in Markdown's own ways: a
backslash before a sign that would be taken for markup ("\\# not a heading"), and a number for a
character that would not survive ("&#32;" for a space at the edge of a line).
"""

import re
from html.entities import html5

_BREAK = "&#10;"
_MARKUP = re.compile(
    r"\\(?![^\W_])"  # a backslash that would escape what follows it
    r"|&(?=#?[0-9A-Za-z]+;)"  # what looks like a character by number or name
    r"|<(?=[A-Za-z/!?])"  # what looks like a tag
)
_OPENS = re.compile(r"#|>|`{3}|~{3}|=+$|-+$|[*_-](?:[ \t]*[*_-]){2,}$")
"""What a line must not begin with: a heading, quotation, code, or a line under or between text."""
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""Controls, line ends other than ours, halves of characters: editors change or refuse them."""
_WRITTEN = re.compile(
    r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});|&#[xX]([0-9a-fA-F]{1,6});|&([A-Za-z][0-9A-Za-z]{1,31};)"
)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,500})(?<=\S)\1(?![\w*])")


def as_block(text: str) -> str:
    """A text as lines of Markdown."""
    body = text.strip("\n")
    if not body:
        return _BREAK * len(text)
    before = len(text) - len(text.lstrip("\n"))
    after = len(text) - len(text.rstrip("\n"))
    return _BREAK * before + "\n".join(map(_line, body.split("\n"))) + _BREAK * after


def as_line(text: str) -> str:
    """A text as one line of Markdown."""
    return _BREAK.join(map(_line, text.split("\n")))


def as_text(markdown: str) -> str:
    """The text that was written as Markdown."""
    return _WRITTEN.sub(_character, markdown)


def without_emphasis(markdown: str) -> str:
    """Markdown without the signs that make words bold or slanted."""
    return _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", markdown))


def _line(line: str) -> str:
    escaped = _UNSAFE.sub(lambda found: _number(found[0]), _MARKUP.sub(r"\\\g<0>", line))
    if escaped[-1:].isspace():
        escaped = escaped[:-1] + _number(escaped[-1])
    if escaped[:1].isspace():
        escaped = _number(escaped[0]) + escaped[1:]
    return f"\\{escaped}" if _OPENS.match(escaped) else escaped


def _number(character: str) -> str:
    return f"&#{ord(character)};"


def _character(found: re.Match[str]) -> str:
    sign, decimal, hexadecimal, name = found.groups()
    if sign:
        return sign
    if name:
        return html5.get(name, found[0])
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if code <= 0x10FFFF else found[0]
