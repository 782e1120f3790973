from dataclasses import replace

from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript, Word
from storybuilder.ui.language_rows import judged_as_english
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.report_view import ReportView, Reviewed
from storybuilder.ui.theme import LIGHT
from tests.builders import report, spoken
from tests.ui.controls import texts


def test_a_take_in_another_language_says_what_its_report_is_worth() -> None:
    heard = Transcript((Word("Guten", 0.0, 0.4),), language="de")
    assert judged_as_english(heard) == (
        "Heard as German. Parts, fillers and findings are judged as if it were English."
    )


def test_english_and_texts_need_no_word_about_it() -> None:
    assert judged_as_english(Transcript()) == ""
    assert judged_as_english(None) == ""


def test_the_report_of_such_a_take_says_so_in_one_line() -> None:
    of = report("S Our clinic had long queues.", "R The wait fell by half.")
    made = ReportView(Thresholds(), "take 2", lambda e: None, Look(LIGHT, 1280, 800))
    made.show(Reviewed(report=of, words=spoken(of.text)))
    assert not any(words.startswith("Heard as") for words in texts(made.root))
    made.show(Reviewed(report=of, words=replace(spoken(of.text), language="de")))
    assert any(words.startswith("Heard as German. ") for words in texts(made.root))
