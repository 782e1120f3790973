from storybuilder.core.server_address import Server, server_address
from storybuilder.ui.server_words import before_a_take, promise, writing

SERVER = Server(server_address("nas.local:8000"), "whisper-1", confirmed=False)


def test_the_address_is_shown_wherever_the_server_is_used() -> None:
    assert "nas.local:8000" in before_a_take(SERVER)
    assert promise(SERVER) == "Takes go to nas.local:8000."
    assert writing(SERVER) == "Writing down what you said at nas.local:8000"


def test_without_a_server_nothing_is_said_of_one() -> None:
    assert before_a_take(None) == ""
    assert promise(None) == "Nothing leaves\nthis computer."
    assert writing(None) == "Writing down what you said"
