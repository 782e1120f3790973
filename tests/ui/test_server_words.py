from storybuilder.core.server_address import Server, server_address
from storybuilder.core.transcript import Transcript
from storybuilder.ui.server_words import answered, before_a_take, promise, rough_times, writing

SERVER = Server(server_address("nas.local:8000"), "whisper-1", confirmed=False)


def test_the_address_is_shown_wherever_the_server_is_used() -> None:
    assert "nas.local:8000" in before_a_take(SERVER)
    assert promise(SERVER) == "Takes go to nas.local:8000."
    assert writing(SERVER) == "Writing down what you said at nas.local:8000"


def test_without_a_server_nothing_is_said_of_one() -> None:
    assert before_a_take(None) == ""
    assert promise(None) == "Nothing leaves\nthis computer."
    assert writing(None) == "Writing down what you said"


def test_an_answer_never_took_no_time() -> None:
    assert answered(SERVER, 0.01) == "nas.local:8000 answered after 0.1 s"
    assert answered(SERVER, 2.34) == "nas.local:8000 answered after 2.3 s"


def test_rough_times_are_told() -> None:
    assert rough_times(Transcript()) == ""
    assert "a guess by its length" in rough_times(Transcript(rough_times=True))


def test_what_the_coach_was_sent_is_not_passed_over() -> None:
    told = "What you sent the coach left this computer."
    assert promise(None, sent=True) == told
    assert promise(SERVER, sent=True) == f"Takes go to nas.local:8000. {told}"
