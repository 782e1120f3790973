import re

import pytest

from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.judgement import find
from tests.core.measured_answers import measured

WEAK = find(measured("S We had 3 days.", "A we we went, we ran, we sat, we ate.", seconds=300))
GENERAL = find(measured("- I would go.", "- I usually stay.", seconds=20))


@pytest.mark.parametrize("finding", [*WEAK, *GENERAL], ids=lambda finding: finding.code)
def test_advice_is_one_plain_sentence_that_grades_nobody(finding: Finding) -> None:
    advice = re.sub(r"“[^”]*”", "Q", finding.message)
    assert re.fullmatch(r"[A-Z][^.!?“”]*\.", advice)
    assert not re.search(r"\b(?:bad|poor|weak|fail|wrong|terrible|score)\b", advice)
    assert finding.measure
    assert finding.source
