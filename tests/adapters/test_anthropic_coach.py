"""The coach through the real library, against a service on this computer."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from storybuilder.adapters.anthropic_coach import AnthropicCoach
from storybuilder.core.coaching.help import Help
from storybuilder.core.coaching.request import Reply, Request, Usage
from storybuilder.errors import (
    CoachAnswerUnusable,
    CoachBusy,
    CoachKeyMissing,
    CoachKeyRefused,
    CoachRefused,
    CoachUnreachable,
    StorybuilderError,
)
from tests.stand_in_coach import KEY, MODEL, StandInCoach, stand_in_coach

ANSWER = '{"question": "How many people were you?"}'
REQUEST = Request(
    help=Help.INTERVIEW,
    model=MODEL,
    instructions="Ask one question.",
    material="We were few.",
    schema={"type": "object", "properties": {"question": {"type": "string"}}},
    most_tokens=300,
    prompt_version="1",
)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInCoach]:
    with stand_in_coach() as coach:
        coach.answers = [ANSWER]
        monkeypatch.setenv("ANTHROPIC_BASE_URL", coach.address)
        yield coach


def never() -> bool:
    return False


def ask(
    heard: Callable[[str], None] = lambda text: None, stopped: Callable[[], bool] = never
) -> Reply | None:
    coach = AnthropicCoach(lambda: KEY, silent_s=0.5, longest_s=3, retry_after_s=0.01)
    return coach.ask(REQUEST, heard, stopped)


def test_the_answer_comes_word_for_word_and_then_whole(service: StandInCoach) -> None:
    heard: list[str] = []
    reply = ask(heard.append)
    assert reply is not None
    assert ("".join(heard), len(heard) > 3) == (ANSWER, True)
    assert reply.usage == Usage(sent=812, received=7, from_cache=800)


def test_exactly_the_request_is_sent_and_its_stable_part_is_cached(service: StandInCoach) -> None:
    ask()
    (body,) = service.bodies
    assert body["system"] == [
        {
            "type": "text",
            "text": REQUEST.instructions,
            "cache_control": {"type": "ephemeral"},
        }
    ]
    assert body["messages"] == [{"role": "user", "content": REQUEST.material}]
    assert body["output_config"]["format"]["schema"] == dict(REQUEST.schema)
    assert (body["model"], body["max_tokens"], body["stream"]) == (MODEL, 300, True)
    assert service.headers[0]["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("manner", "failure", "told"),
    [
        ("400", CoachRefused, "did not accept"),
        ("401", CoachKeyRefused, "does not accept the key"),
        ("402", CoachBusy, "no credit"),
        ("no_credit", CoachBusy, "no credit"),
        ("403", CoachKeyRefused, "does not accept the key"),
        ("404", CoachRefused, f"no model called {MODEL}"),
        ("408", CoachBusy, "overloaded"),
        ("413", CoachRefused, "more text than the service takes"),
        ("429", CoachBusy, "asks to wait"),
        ("500", CoachBusy, "overloaded"),
        ("529", CoachBusy, "overloaded"),
        ("html", CoachUnreachable, "broke off"),
        ("empty", CoachUnreachable, "broke off"),
        ("bad_json", CoachUnreachable, "broke off"),
        ("other_shape", CoachUnreachable, "broke off"),
        ("reset", CoachUnreachable, "could not be reached"),
        ("silent", CoachUnreachable, "did not answer in time"),
        ("cut", CoachUnreachable, "broke off"),
        ("cut_quietly", CoachUnreachable, "broke off"),
        ("stall", CoachUnreachable, "did not answer in time"),
        ("stream_reset", CoachUnreachable, "broke off"),
        ("stream_overloaded", CoachBusy, "overloaded"),
        ("stream_bad_json", CoachUnreachable, "broke off"),
        ("refusal", CoachRefused, "would not answer"),
        ("max_tokens", CoachAnswerUnusable, "cut off at 300 tokens"),
        ("model_context_window_exceeded", CoachRefused, "more text than the model"),
        ("tool_use", CoachAnswerUnusable, "something else than text"),
    ],
)
def test_every_failure_is_one_of_ours_with_a_way_forward(
    service: StandInCoach, manner: str, failure: type[StorybuilderError], told: str
) -> None:
    service.manner = manner
    with pytest.raises(failure, match=told) as raised:
        ask()
    sentence = raised.value.sentence()
    assert sentence.endswith(".")
    assert "sk-" not in sentence


def test_an_empty_answer_is_no_answer(service: StandInCoach) -> None:
    service.answers = [""]
    with pytest.raises(CoachAnswerUnusable, match="nothing"):
        ask()


@pytest.mark.parametrize(
    ("retry_after", "told"),
    [("90", "wait 90 s"), ("600", "wait 10 minutes"), ("4294967", "asks to wait:"), ("soon", ":")],
)
def test_a_waiting_time_is_told_and_never_waited_out(
    service: StandInCoach, retry_after: str, told: str
) -> None:
    service.manner, service.retry_after = "429", retry_after
    with pytest.raises(CoachBusy) as raised:
        ask()
    assert told in raised.value.sentence()
    assert len(service.bodies) == 1


@pytest.mark.parametrize("manner", ["500", "529", "reset"])
def test_what_only_passes_is_tried_once_more(service: StandInCoach, manner: str) -> None:
    service.manner, service.misbehaves = manner, 1
    reply = ask()
    assert (reply is not None and reply.text, len(service.bodies)) == (ANSWER, 2)


def test_an_answer_that_has_begun_is_never_asked_for_again(service: StandInCoach) -> None:
    service.manner = "stream_reset"
    with pytest.raises(CoachUnreachable):
        ask()
    assert len(service.bodies) == 1


@pytest.mark.parametrize("manner", ["silent", "stall"])
def test_a_stop_is_heard_at_once_whatever_the_service_does(
    service: StandInCoach, manner: str
) -> None:
    service.manner = manner
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    begun_s = time.monotonic()
    coach = AnthropicCoach(lambda: KEY, silent_s=20, longest_s=20)
    assert coach.ask(REQUEST, lambda text: None, stop.is_set) is None
    assert time.monotonic() - begun_s < 5


def test_a_stop_before_the_start_gives_nothing(service: StandInCoach) -> None:
    assert ask(stopped=lambda: True) is None


def test_an_answer_that_never_ends_is_given_up(service: StandInCoach) -> None:
    service.answers, service.word_s = ["a " * 400], 0.05
    coach = AnthropicCoach(lambda: KEY, silent_s=5, longest_s=0.3)
    begun_s = time.monotonic()
    with pytest.raises(CoachUnreachable):
        coach.ask(REQUEST, lambda text: None, never)
    assert time.monotonic() - begun_s < 5


def test_without_a_key_nothing_is_sent(service: StandInCoach) -> None:
    with pytest.raises(CoachKeyMissing):
        AnthropicCoach(lambda: None).ask(REQUEST, lambda text: None, never)
    assert service.bodies == []


def test_a_service_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9")
    with pytest.raises(CoachUnreachable, match="could not be reached"):
        ask()


def test_a_check_of_the_key_sends_nothing_of_the_person(service: StandInCoach) -> None:
    AnthropicCoach(lambda: KEY).check(MODEL)
    assert service.bodies == [{}]


@pytest.mark.parametrize(
    ("manner", "model", "failure"),
    [
        ("401", MODEL, CoachKeyRefused),
        ("normal", "no-such", CoachRefused),
        ("html", MODEL, CoachAnswerUnusable),
        ("other_shape", MODEL, CoachAnswerUnusable),
    ],
)
def test_a_check_tells_a_wrong_key_from_a_wrong_model(
    service: StandInCoach, manner: str, model: str, failure: type[StorybuilderError]
) -> None:
    service.manner = manner
    with pytest.raises(failure):
        AnthropicCoach(lambda: KEY).check(model)


def test_the_address_is_the_one_that_is_called(
    service: StandInCoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = AnthropicCoach(lambda: KEY)
    assert coach.address() == service.address.removeprefix("http://")
    monkeypatch.delenv("ANTHROPIC_BASE_URL")
    assert coach.address() == "api.anthropic.com"
