import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.wording.acronym import unexplained_acronyms


def acronyms(text: str) -> list[str]:
    return [letters for letters, _, _ in unexplained_acronyms(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We missed the SLA twice and the SLA mattered.", ["SLA"]),
        ("I wrote two RFCs for the new MTTR target.", ["RFC", "MTTR"]),
        ("The FTE's rota was mine.", ["FTE"]),
        ("The service level agreement mattered, so the SLA did too.", []),
        ("We had a right of first refusal, a ROFR, to watch.", []),
        ("The SLA (service level) was a day.", []),
        ("The OTIF, which stands for on time in full, fell.", []),
        ("The OTIF means on time in full for us.", []),
    ],
)
def test_letters_are_asked_for_unless_their_words_are_said(text: str, found: list[str]) -> None:
    assert acronyms(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The CEO asked HR and IT for a PDF.",
        "We moved from the US to the UK by way of the EU.",
        "I called the API from SQL.",
        "Phase II and phase IV ran late, as did Louis XVI.",
        "I did NOT wait and NEVER will.",
        "THE WHOLE TEXT IS IN CAPITALS AND SO IS THE SLA",
        "we met the sla every week",
        "I A. B. C. sat in R&D and met a B2B client at ABC/XYZ.",
        "My plan was the PLAN and the plan held.",
        "",
    ],
)
def test_what_everybody_knows_or_only_stresses_is_left_alone(text: str) -> None:
    assert acronyms(text) == []


def test_an_acronym_stands_where_it_is_first_said() -> None:
    text = "Our SLAs and my SLA."
    assert [text[a:b] for _, a, b in unexplained_acronyms(text)] == ["SLA"]
    assert next(unexplained_acronyms(text))[1] == 4


@given(st.text(alphabet="ABCab ().,-'’&", max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    assert all(text[a:b] == letters for letters, a, b in unexplained_acronyms(text))
