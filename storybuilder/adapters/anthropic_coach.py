"""The coach through Anthropic's library: one call, every wait bounded, every failure named.

The call runs in a thread of its own, so that a stop is heard within a tenth of a second whatever
the network does. The library's own retries are switched off: it obeys any waiting time that a
server names, up to years.
"""

import os
import queue
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from storybuilder.adapters.coach_failure import failure_of, failures, is_passing
from storybuilder.core.coaching.request import Reply, Request, Usage
from storybuilder.errors import (
    CoachAnswerUnusable,
    CoachKeyMissing,
    CoachRefused,
    CoachUnreachable,
    StorybuilderError,
)

if TYPE_CHECKING:
    from anthropic import Anthropic

CONNECT_S = 5.0
SILENT_S = 60.0
"""No word for this long: the answer will not come."""
LONGEST_S = 240.0
"""The longest answer we ask for takes about a minute."""
RETRY_AFTER_S = 1.0
POLL_S = 0.1
NOT_IT = "see that this network lets you out, and that ANTHROPIC_BASE_URL is right if it is set."
_WHOLE = ("end_turn", "stop_sequence")


@dataclass(frozen=True, slots=True)
class _Heard:
    text: str


_News = _Heard | Reply | StorybuilderError


class AnthropicCoach:
    """Keeps the promise of `ports.Coach`."""

    def __init__(
        self,
        key: Callable[[], str | None],
        *,
        silent_s: float = SILENT_S,
        longest_s: float = LONGEST_S,
        retry_after_s: float = RETRY_AFTER_S,
    ) -> None:
        """`key` gives the key in force at each call; it may raise CoachKeyRefused."""
        self._key = key
        self._silent_s, self._longest_s = silent_s, longest_s
        self._retry_after_s = retry_after_s

    def address(self) -> str:
        """The host that a call goes to, as ANTHROPIC_BASE_URL or the library names it. Quick."""
        given = os.environ.get("ANTHROPIC_BASE_URL", "")
        return urlsplit(given).netloc or "api.anthropic.com"

    def warm(self) -> None:
        """Import the library: seconds, the first time. Nothing is sent."""
        import anthropic  # noqa: F401  # imported to be there

    def ask(
        self, request: Request, heard: Callable[[str], None], stopped: Callable[[], bool]
    ) -> Reply | None:
        """Send exactly this request and return the whole answer; None if `stopped()` said so.

        Raises CoachKeyMissing, CoachKeyRefused, CoachBusy, CoachUnreachable, CoachRefused or
        CoachAnswerUnusable.
        """
        client, news = self._client(), queue.Queue[_News]()
        over = threading.Event()

        def call() -> None:
            last: _News = CoachUnreachable("the call ended without a word")
            try:
                last = self._called(client, request, news, over)
            finally:
                news.put(last)

        threading.Thread(target=call, name="coach", daemon=True).start()
        try:
            return self._waited(news, heard, stopped)
        finally:
            over.set()
            client.close()

    def check(self, model: str) -> None:
        """Ask the service about a model: key, address and model are then known to be right.

        Nothing of the person is sent. Raises what `ask` raises.
        """
        client = self._client()
        try:
            found = client.models.retrieve(model)
        except failures() as error:
            raise failure_of(error, model) from error
        finally:
            client.close()
        if not getattr(found, "id", None):  # the page of a network that wants a login, say
            raise CoachAnswerUnusable("what answered is not the coach's service", NOT_IT)

    def _client(self) -> "Anthropic":
        key = self._key()
        if key is None:
            raise CoachKeyMissing("the coach has no key yet")
        import httpx2
        from anthropic import Anthropic

        timeout = httpx2.Timeout(self._silent_s, connect=CONNECT_S)
        return Anthropic(api_key=key, timeout=timeout, max_retries=0)

    def _waited(
        self, news: "queue.Queue[_News]", heard: Callable[[str], None], stopped: Callable[[], bool]
    ) -> Reply | None:
        deadline_s = time.monotonic() + self._longest_s
        while not stopped():
            if time.monotonic() > deadline_s:
                raise CoachUnreachable(f"the coach did not finish within {self._longest_s:.0f} s")
            try:
                one = news.get(timeout=POLL_S)
            except queue.Empty:
                continue
            match one:
                case _Heard(text):
                    heard(text)
                case Reply():
                    return one
                case _:
                    raise one
        return None

    # The call's own thread.

    def _called(
        self,
        client: "Anthropic",
        request: Request,
        news: "queue.Queue[_News]",
        over: threading.Event,
    ) -> _News:
        """The whole answer or why there is none; what only passes is tried once more."""
        for may_retry in (True, False):
            answer = _Answer()
            try:
                for text in answer.read(_streamed(client, request)):
                    news.put(_Heard(text))
                return answer.reply(request)
            except failures() as error:
                if not (may_retry and is_passing(error) and not answer.text):
                    return failure_of(error, request.model)
                if over.wait(self._retry_after_s):
                    break
        return CoachUnreachable("the call was ended")


def _streamed(client: "Anthropic", request: Request) -> Iterable[Any]:
    """The events of one call. The stable part stands first, and is marked to be cached."""
    instructions: Any = {
        "type": "text",
        "text": request.instructions,
        "cache_control": {"type": "ephemeral"},
    }
    schema: Any = {"format": {"type": "json_schema", "schema": dict(request.schema)}}
    return client.messages.create(
        model=request.model,
        max_tokens=request.most_tokens,
        system=[instructions],
        messages=[{"role": "user", "content": request.material}],
        output_config=schema,
        stream=True,
    )


class _Answer:
    """An answer as it grows out of events. Events of kinds we do not know are passed over."""

    def __init__(self) -> None:
        self.text = ""
        self._ended_by: str | None = None
        self._model = ""
        self._sent = self._received = self._from_cache = 0

    def read(self, events: Iterable[Any]) -> Iterable[str]:
        """Take in each event, and give the texts that came."""
        for event in events:
            match getattr(event, "type", None):
                case "message_start":
                    self._model = str(event.message.model)
                    self._count(event.message.usage)
                case "content_block_delta" if getattr(event.delta, "type", "") == "text_delta":
                    self.text += event.delta.text
                    yield event.delta.text
                case "message_delta":
                    self._ended_by = event.delta.stop_reason
                    self._received = int(event.usage.output_tokens or 0)

    def _count(self, usage: Any) -> None:
        written = int(getattr(usage, "cache_creation_input_tokens", None) or 0)
        self._from_cache = int(getattr(usage, "cache_read_input_tokens", None) or 0)
        self._sent = int(usage.input_tokens or 0) + written + self._from_cache

    def reply(self, request: Request) -> Reply:
        """The whole answer. Raises what it lacks to be one."""
        match self._ended_by:
            case None:
                raise CoachUnreachable("the answer broke off")
            case "refusal":
                raise CoachRefused("the coach would not answer this")
            case "max_tokens":
                raise CoachAnswerUnusable(
                    f"the answer was cut off at {request.most_tokens} tokens",
                    "ask again with less text, or with a shorter target.",
                )
            case "model_context_window_exceeded":
                raise CoachRefused("this is more text than the model can read")
            case other if other not in _WHOLE:
                raise CoachAnswerUnusable("the coach answered with something else than text")
        if not self.text.strip():
            raise CoachAnswerUnusable("the coach answered with nothing")
        usage = Usage(sent=self._sent, received=self._received, from_cache=self._from_cache)
        return Reply(text=self.text, model=self._model or request.model, usage=usage)
