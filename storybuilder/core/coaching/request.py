"""One call of the coach: exactly what would leave this computer, and what came back."""

from collections.abc import Mapping
from dataclasses import dataclass

from storybuilder.core.coaching.help import Help


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Everything that is sent, as text. Nothing else of the person leaves."""

    help: Help
    model: str
    """Id of the model, as the service knows it."""
    instructions: str
    """The stable part, the same for every story: it can be cached by the service."""
    material: str
    """The person's words, masked, marked as data and not as instructions."""
    schema: Mapping[str, object]
    """JSON schema that the answer must follow."""
    most_tokens: int
    """The answer may not be longer."""
    prompt_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a call used, in tokens, as the service counts them."""

    sent: int
    received: int
    from_cache: int = 0
    """Of `sent`: read from the service's cache, at a lower price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A whole answer. One that was cut off, refused or empty is an error, never a Reply."""

    text: str
    """JSON, not validated yet."""
    model: str
    usage: Usage
