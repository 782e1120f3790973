import pytest

from storybuilder.core.coaching.maskable import is_common, maskable_in


def found(text: str) -> dict[str, str]:
    return {written: kind for kind, written in maskable_in(text)}


def test_names_are_found_whole_and_in_parts() -> None:
    names = found("I asked Priya Shah at Kestrel Pay.")
    assert {"Priya Shah", "Priya", "Shah", "Kestrel Pay", "Kestrel"} <= names.keys()
    assert set(names.values()) == {"NAME"}


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("write to p.shah+x@mail.co.uk.", "p.shah+x@mail.co.uk", "EMAIL"),
        ("see https://kestrel.example/a?b=1.", "https://kestrel.example/a?b=1", "LINK"),
        ("see www.kestrel.se, then", "www.kestrel.se", "LINK"),
        ("see kestrel-pay.com/jobs", "kestrel-pay.com/jobs", "LINK"),
        ("ring +44 20 7946 0958 now", "+44 20 7946 0958", "PHONE"),
        ("ring 0221 / 998 877", "0221 / 998 877", "PHONE"),
        ("it cost £1,040.50", "1,040.50", "FIGURE"),
        ("forty-one people", "forty-one", "FIGURE"),
        ("it doubled twice", "twice", "FIGURE"),
        ("at 16:40", "16:40", "FIGURE"),
        ("line N14", "N14", "NAME"),
        ("Priya called.", "Priya", "NAME"),
        ("I typed [NAME 1] here", "[NAME 1]", "WORD"),
    ],
)
def test_what_may_be_hidden_is_found(text: str, written: str, kind: str) -> None:
    assert found(text)[written] == kind


@pytest.mark.parametrize(
    "text",
    [
        "The CEO and HR agreed on Monday.",
        "one of them came first",
        "We left early.",
        "I did it in May.",
    ],
)
def test_what_tells_nothing_of_anybody_is_not(text: str) -> None:
    assert found(text) == {}


def test_nothing_is_found_inside_an_address() -> None:
    assert found("write to Priya4@kestrel.com") == {"Priya4@kestrel.com": "EMAIL"}


def test_names_that_are_words_are_known() -> None:
    assert all(map(is_common, ("Will", "Mark", "May")))
    assert not any(map(is_common, ("Priya", "Nordlys")))
