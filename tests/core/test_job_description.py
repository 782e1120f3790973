from storybuilder.core.job_description import LIKELY, MOST_LINES, MOST_WORDS, wishes_of
from storybuilder.core.suggestion import Suggestion

CUES = {"lead": "leadership", "team": "teamwork"}


def suggest(text: str) -> tuple[Suggestion, ...]:
    """By cue words."""
    found = sorted((text.find(cue), cue) for cue in CUES if cue in text)
    return tuple(
        Suggestion(CUES[cue], 0.8 / (place + 1), ((at, at + len(cue)),))
        for place, (at, cue) in enumerate(found)
    )


def test_what_is_asked_for_most_comes_first_with_its_words() -> None:
    wishes = wishes_of("About us\n- You lead people. Help the team!\n* A team of six", suggest)
    assert [(one.competency, one.lines, one.words) for one in wishes] == [
        ("teamwork", 2, ("team",)),
        ("leadership", 1, ("lead",)),
    ]


def test_more_lines_make_a_wish_likelier() -> None:
    (wish,) = wishes_of("A team\nA team", suggest)
    assert round(wish.score, 2) == 0.96


def test_the_words_of_the_most_telling_line_come_first() -> None:
    def unsure_of_short_ones(text: str) -> tuple[Suggestion, ...]:
        return (Suggestion("teamwork", min(1.0, len(text) / 10), ((0, 4),)),)

    (wish,) = wishes_of("Ours.\nTogether", unsure_of_short_ones)
    assert wish.words == ("Toge", "Ours")


def test_an_unlikely_line_asks_for_nothing() -> None:
    def surely(score: float) -> list[str]:
        found = wishes_of("A line", lambda text: (Suggestion("conflict", score, ()),))
        return [one.competency for one in found]

    assert surely(LIKELY - 0.01) == []
    assert surely(LIKELY) == ["conflict"]


def test_nothing_is_asked_for_by_an_empty_text() -> None:
    assert wishes_of(" \n - \n", suggest) == ()


def test_only_so_many_lines_and_words_are_taken() -> None:
    text = "\n".join(f"word{at} " for at in range(MOST_LINES + 1))

    def whole(line: str) -> tuple[Suggestion, ...]:
        return (Suggestion("teamwork", 0.5, ((0, len(line)),)),)

    (wish,) = wishes_of(text, whole)
    assert (wish.lines, len(wish.words)) == (MOST_LINES, MOST_WORDS)
