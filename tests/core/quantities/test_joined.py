import pytest

from storybuilder.core.quantities.quantity import find_quantities


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("20-30 people", "count", 30),
        ("two or three days", "duration", 3),
        ("10 to 15 people", "count", 15),
        ("forty, fifty people", "count", 50),
        ("two three weeks", "duration", 3),
        ("14 of the 16 services", "count", 14),
        ("87 points out of 100", "count", 87),
        ("one in five customers", "percent", 20),
        ("eight in ten patients", "percent", 80),
        ("nine times out of ten", "percent", 90),
        ("14 per thousand", "count", 14),
        ("top 5 of 200", "rank", 5),
        ("3rd out of 40", "rank", 3),
        ("two hours and ten minutes", "duration", 130),
        ("an hour and 20 minutes", "duration", 80),
        ("three minutes forty", "duration", 220),
        ("2h30", "duration", 150),
        ("2h 30m", "duration", 150),
        ("two pounds fifty", "money", 2.5),
        ("3 dollars and 20 cents", "money", 3.2),
    ],
)
def test_what_belongs_together_is_one(text: str, kind: str, value: float) -> None:
    (whole,) = find_quantities(text)
    assert (whole.text, whole.kind) == (text, kind)
    assert whole.value == pytest.approx(value)


def test_between_names_its_upper_end() -> None:
    (found,) = find_quantities("between 10 and 15 people")
    assert (found.text, found.value) == ("10 and 15 people", 15)


@pytest.mark.parametrize(
    "text",
    [
        "19 in six weeks",
        "5 weeks - 44 suppliers",
        "two hours, 12 people",
        "12 people to 3 teams",
        "20 people and 30 days",
        "7 people in 12 boxes",
    ],
)
def test_what_does_not_stays_apart(text: str) -> None:
    assert len(find_quantities(text)) == 2
