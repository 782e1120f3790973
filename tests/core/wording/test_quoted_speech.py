from storybuilder.core.wording.quoted_speech import without_quoted_speech


def test_what_is_quoted_is_blanked_and_every_place_stays() -> None:
    assert without_quoted_speech('He said "no" and “never”, ok') == "He said      and        , ok"


def test_a_quote_does_not_run_on_over_a_line() -> None:
    assert without_quoted_speech('5" wide\n6" tall') == '5" wide\n6" tall'
