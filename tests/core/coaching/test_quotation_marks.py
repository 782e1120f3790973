import pytest

from storybuilder.core.coaching.quotation_marks import quotations_in, unsaid_quotations

TOLD = "She told me it was fine, and he said 'never again'."


def unsaid(draft: str) -> list[str]:
    return [draft[a:b] for a, b in unsaid_quotations(draft, TOLD)]


@pytest.mark.parametrize(
    "quoted", ["“we won”", '"we won"', "«we won»", "„we won“", "‘we won’", "'we won'"]
)
def test_words_in_any_quotes_must_have_been_said(quoted: str) -> None:
    assert unsaid(f"He said {quoted} twice.") == [quoted]


@pytest.mark.parametrize("draft", ["He said “Never again!”", "“It was fine,” she said.", "the “…”"])
def test_what_was_said_may_be_quoted(draft: str) -> None:
    assert unsaid(draft) == []


def test_apostrophes_quote_nothing() -> None:
    assert list(quotations_in("It's the nurses' room, isn't it?")) == []
