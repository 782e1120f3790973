"""What a report costs: cold in a fresh process, warm, and the live check of every keystroke."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from storybuilder.adapters.parser import SpacyParser
from storybuilder.core.alignment import align
from storybuilder.core.drafted import compare_with_draft
from storybuilder.core.drafts.beat import beats_of
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.live_check import check_draft
from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.core.report import build_report
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Story
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from tests.builders import spoken, story, voiced
from tests.labeller import LABELLER
from tests.outcomes import OUTCOMES

Figure = tuple[str, float, float, str]
COLD_RUNS = 5
WARM_RUNS = 30
TEXT = (
    "In March the night press stopped four times and nobody knew why, um, for two weeks. My task "
    "was to get it running before the election special, with 90 thousand copies. I asked each "
    "printer to write down the minute it stopped. Then I drew the stops on a plan and found that "
    "they came when the lift ran. I called the electrician and we moved the feed to its own fuse. "
    "As a result the stops fell from four a night to none in a month, and we saved £3,000. "
)
COLD = """
import time
began = time.perf_counter()
from tests.bench.report import WORDS_450, report_of
from tests.labeller import LABELLER
report_of(WORDS_450)
print(time.perf_counter() - began)
"""


def transcript_of(words: int) -> Transcript:
    """So many words of an answer, at 150 a minute."""
    told = (TEXT * (1 + words // len(TEXT.split()))).split()[:words]
    return spoken(" ".join(told), words_per_minute=150)


WORDS_450 = transcript_of(450)


def report_of(heard: Transcript, parser: SpacyParser | None = None) -> None:
    """Everything from the words to the findings, with a draft to compare."""
    build_report(
        file="take.wav",
        text=heard.text,
        sentences=(parser or SpacyParser()).sentences(heard.text),
        target=DEFAULT_TARGET,
        words_per_minute=140,
        thresholds=Thresholds(),
        labeller=LABELLER.label,
        outcomes=OUTCOMES,
        transcript=heard,
        voice=voiced(heard.words[-1].end_s),
        story=story(action=TEXT, result="We saved £5,000 and 12 % of paper."),
        question="A time you failed",
    )


def figures() -> list[Figure]:
    """Name, median, spread (largest less smallest) and unit."""
    parser = SpacyParser()
    report_of(WORDS_450, parser)
    words = transcript_of(400).text.split()
    draft = story(
        situation=" ".join(words[:80]),
        task=" ".join(words[80:120]),
        action=" ".join(words[120:330]),
        result=" ".join(words[330:]),
    )
    return [
        _figure("report, cold, 450 words", [_cold_s() for _ in range(COLD_RUNS)]),
        _figure("report, warm, 450 words", _timed(lambda: report_of(WORDS_450, parser))),
        _figure("take laid beside its draft, 450 words", _timed(_comparison(draft, parser))),
        _figure("live check, 400 words", _timed(lambda: check_draft(draft, 140, Thresholds()))),
    ]


def _comparison(draft: Story, parser: SpacyParser) -> Callable[[], object]:
    """What a draft at hand adds to a report: its sentences, the alignment, what was said of it."""
    text = WORDS_450.text
    sentences, quantities = parser.sentences(text), find_quantities(text)
    labelled = [LabelledSentence(sentence=one, part=None, confidence=1.0) for one in sentences]

    def compare() -> object:
        alignment = align(beats_of(draft, parser.sentences), text, sentences)
        return compare_with_draft(draft, alignment, text, labelled, quantities)

    return compare


def _cold_s() -> float:
    """Imports, spaCy and one report in a new process; starting Python itself is not counted."""
    ran = subprocess.run([sys.executable, "-c", COLD], capture_output=True, text=True, check=True)
    return float(ran.stdout)


def _timed(run: Callable[[], object]) -> list[float]:
    taken = []
    for _ in range(WARM_RUNS):
        began = time.perf_counter()
        run()
        taken.append(time.perf_counter() - began)
    return taken


def _figure(name: str, taken_s: list[float]) -> Figure:
    in_ms = [1000 * seconds for seconds in taken_s]
    return name, statistics.median(in_ms), max(in_ms) - min(in_ms), "ms"


if __name__ == "__main__":
    for name, median, spread, unit in figures():
        sys.stdout.write(f"{name}: {median:.1f} {unit} (spread {spread:.1f})\n")
