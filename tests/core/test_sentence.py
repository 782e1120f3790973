from storybuilder.core.sentence import LabelledSentence, Sentence


def test_a_sentence_of_a_text_has_no_seconds() -> None:
    told = LabelledSentence(sentence=Sentence("I asked.", 0, 8), part=None, confidence=0.5)
    assert told.start_s is None
    assert told.end_s is None
