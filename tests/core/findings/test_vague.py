import pytest

from storybuilder.core.findings.vague import vague_claim
from tests.builders import sentences_of


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The team went on, and we improved it a lot.", "we improved it a lot."),
        ("It went well, and maybe we improved it a lot.", "maybe we improved it a lot."),
        ("Everyone was happy with it", None),
        ("She thanked me.\nIt got faster, which helped.", "It got faster"),
        ("The tin was more or less right.", None),
        ("She kept the list.", None),
        ("", None),
    ],
)
def test_the_clause_that_claims_a_change_is_found(text: str, claim: str | None) -> None:
    assert vague_claim(sentences_of(text)) == claim
