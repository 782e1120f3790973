import pytest

from storybuilder.core.parts.courtesy import is_courtesy


@pytest.mark.parametrize(
    "text",
    [
        "Thank you.",
        "Thanks a lot!",
        "Um.",
        "So, yeah, that’s it.",
        "Okay, so thank you for listening.",
        "That's my story.",
        "I hope that answers your question.",
    ],
)
def test_thanks_closings_and_hesitations_tell_nothing(text: str) -> None:
    assert is_courtesy(text)


@pytest.mark.parametrize(
    "text",
    [
        "I thanked her.",
        "Thank you, said the boss.",
        "That's it, I said.",
        "",
        "3.",
        "!",
        "Yes, we won.",
    ],
)
def test_what_tells_something_is_none(text: str) -> None:
    assert not is_courtesy(text)
