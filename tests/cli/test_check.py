import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.adapters.settings_file import save_settings
from storybuilder.core.settings import Settings
from tests.builders import story
from tests.cli.sound_files import as_mp3, broken, model_cut, model_without, silence, studio
from tests.cli.terminal import PROJECT, Ended, Terminal
from tests.kill.test_full_disk import Disk
from tests.micro_model import FOLDER
from tests.speech import say
from tests.stand_in_server import stand_in_server

SPOKEN = (
    "I was leading a large team of four managers. We were losing ten clients every month. "
    "My task was to present the plan to the designer. I made a list of the most important "
    "problems. Then, I listened to the feedback and created a shared document. I collected "
    "feedback from twelve engineers. I gave each person one clear task."
)
WRITTEN = (
    "In 2024 our support queue had grown to 900 tickets. My task was to halve it. I sorted the "
    "tickets by cause. I wrote three macros. As a result the queue fell by 60 %."
)
PARTS = ("situation", "task", "action", "result")


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return say(SPOKEN, tmp_path_factory.mktemp("spoken") / "answer.wav", words_per_minute=150)


@pytest.fixture
def listening(terminal: Terminal) -> Terminal:
    """A terminal that has a speech model."""
    terminal.set("STORYBUILDER_MODEL", str(FOLDER))
    return terminal


def keys(document: object) -> object:
    """The names in a JSON value, without its values; of a list, those of its first item."""
    if isinstance(document, dict):
        return {name: keys(value) for name, value in document.items()}
    if isinstance(document, list):
        return [keys(item) for item in document[:1]]
    return None


def word_errors(said: str, heard: str) -> int:
    """How many words differ, place by place."""
    pairs = zip(said.lower().split(), heard.lower().split(), strict=True)
    return sum(one != other for one, other in pairs)


def keep(terminal: Terminal, id: str, **fields: object) -> None:
    kept = story(id, **fields)
    Library(terminal.data / "library.json").stories.change(id, lambda _: kept)


def judged(terminal: Terminal, text: str, *options: str) -> Ended:
    return terminal("check", terminal.text(text), "--json", *options)


# What is judged


def test_a_text_is_judged_as_schema_one_says(terminal: Terminal) -> None:
    document = judged(terminal, "Um, " + WRITTEN.replace(" My task was to halve it.", "")).document
    part = dict.fromkeys(("present", "words", "seconds", "share", "verdict"))
    sentence = ("text", "start_char", "end_char", "start_s", "end_s", "part", "confidence")
    assert keys(document) == {
        **dict.fromkeys(("schema", "file", "words", "duration_s", "estimated_duration_s")),
        "length": {"target_s": [None], "verdict": None},
        "sentences": [dict.fromkeys(sentence)],
        "parts": dict.fromkeys(PARTS, part),
        "missing": [None],
        "quantities": [dict.fromkeys(("text", "start_char", "end_char", "kind", "is_result"))],
        "quantified_result": None,
        "delivery": {
            **dict.fromkeys(("words_per_minute", "fillers_per_minute", "speaking_share")),
            "fillers": [dict.fromkeys(("text", "start_char", "start_s"))],
            "possible_fillers": [],
            "long_pauses": [],
        },
        "ownership": dict.fromkeys(("i", "we", "i_share")),
        "drafted": None,
        "findings": [
            {**dict.fromkeys(("code", "severity", "message", "source")), "evidence": [[None]]}
        ],
        "text": None,
    }


def test_positions_index_the_text_that_was_judged(terminal: Terminal) -> None:
    document = judged(terminal, "\ufeff" + WRITTEN.replace(". ", ".\r\n")).document
    text = document["text"]
    assert text == WRITTEN.replace(". ", ".\n")
    for found in (*document["sentences"], *document["quantities"]):
        assert text[found["start_char"] : found["end_char"]] == found["text"]


def test_a_text_has_no_measured_times(terminal: Terminal) -> None:
    document = judged(terminal, WRITTEN).document
    assert document["duration_s"] is None
    assert {part["seconds"] for part in document["parts"].values()} == {None}
    assert {sentence["start_s"] for sentence in document["sentences"]} == {None}
    assert document["estimated_duration_s"] == pytest.approx(60 * document["words"] / 140, abs=0.1)


def test_files_are_judged_in_order_one_line_each(terminal: Terminal) -> None:
    files = [terminal.text(WRITTEN, name) for name in ("b.txt", "a.md", "c.TXT")]
    ended = terminal("check", *files, "--json")
    assert (ended.code, ended.err) == (0, "")
    assert [document["file"] for document in ended.documents] == [str(file) for file in files]


def test_a_readable_report_of_each_file_is_the_default(terminal: Terminal) -> None:
    ended = terminal("check", terminal.text(WRITTEN), terminal.text(WRITTEN, "b.md"))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"{terminal.folder / 'answer.txt'}\n")
    assert f"\n\n{terminal.folder / 'b.md'}\n" in ended.out
    assert ended.out.count("<- the one fix") == 2


def test_standard_input_is_judged_as_a_text(terminal: Terminal) -> None:
    document = terminal.process("check", "-", "--json", given=WRITTEN.encode()).document
    assert document["file"] == "-"
    assert {**document, "file": ""} == {**judged(terminal, WRITTEN).document, "file": ""}


def test_checking_neither_needs_nor_makes_a_data_folder(terminal: Terminal) -> None:
    assert judged(terminal, WRITTEN).code == 0
    assert not terminal.data.exists()
    terminal.data.write_text("in the way")
    assert judged(terminal, WRITTEN).code == 0


@pytest.mark.slow
def test_checking_leaves_no_file_behind_not_even_of_a_library(
    listening: Terminal, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = listening.folder / "home"
    home.mkdir()
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        listening.set(name, str(home))
    # With these set, onnxruntime would keep its telemetry to itself without our doing.
    for name in ("CI", "ORT_DISABLE_TELEMETRY"):
        monkeypatch.delenv(name, raising=False)
    assert listening.process("check", recording, silence(home.with_name("s.wav"), 1)).code == 2
    assert list(home.rglob("*")) == []
    assert not listening.data.exists()


@pytest.mark.parametrize(
    ("target", "target_s", "verdict"),
    [
        ("2:00-3:00", [120, 180], "too_short"),
        ("0:10-0:20", [10, 20], "ok"),
        ("3-5", [3, 5], "too_long"),
        ("0:05–0:12", [5, 12], "long"),
    ],
)
def test_the_target_changes_the_verdict(
    terminal: Terminal, target: str, target_s: list[int], verdict: str
) -> None:
    document = judged(terminal, WRITTEN, "--target", target).document
    assert document["estimated_duration_s"] == pytest.approx(14.6, abs=0.5)
    assert document["length"] == {"target_s": target_s, "verdict": verdict}


def test_the_target_of_the_settings_holds_unless_another_is_given(terminal: Terminal) -> None:
    terminal.data.mkdir()
    (terminal.data / "settings.json").write_text('{"target": [10, 20]}')
    assert judged(terminal, WRITTEN).document["length"]["verdict"] == "ok"
    given = judged(terminal, WRITTEN, "--target", "2:00-3:00").document
    assert given["length"]["verdict"] == "too_short"


def test_a_question_about_failure_asks_for_a_lesson(terminal: Terminal) -> None:
    asked = judged(terminal, WRITTEN, "--question", "Tell me about a time you failed.").document
    codes = {finding["code"] for finding in asked["findings"]}
    without = {finding["code"] for finding in judged(terminal, WRITTEN).document["findings"]}
    assert {code for code in codes - without if "lesson" in code}


def test_a_story_is_compared_with_what_was_said(terminal: Terminal) -> None:
    keep(terminal, "s1", situation="There were 900 tickets.", result="Down by 15 %, in 3 weeks.")
    drafted = judged(terminal, WRITTEN, "--story", "s1").document["drafted"]
    assert drafted["said"] == ["900 tickets"]
    assert drafted["missed"] == ["3 weeks"]
    assert [change["drafted"] for change in drafted["changed"]] == ["15 %"]
    assert "60 %" in drafted["changed"][0]["said"]


def test_a_sentence_of_the_draft_is_labelled_as_drafted(terminal: Terminal) -> None:
    sentences = judged(terminal, WRITTEN).document["sentences"]
    action = next(one["text"] for one in sentences if one["part"] == "action")
    keep(terminal, "s1", situation="There were 900 tickets.", result=action)
    with_draft = judged(terminal, WRITTEN, "--story", "s1").document["sentences"]
    assert [one["part"] for one in with_draft if one["text"] == action] == ["result"]


def test_names_and_the_must_land_line_are_in_the_document(terminal: Terminal) -> None:
    keep(terminal, "s1", result="I called Nordlys.", must_land="Nobody waited in the rain.")
    drafted = judged(terminal, WRITTEN, "--story", "s1").document["drafted"]
    assert drafted["missed"] == ["Nordlys"]
    assert [beat["said"] for beat in drafted["beats"]] == [False]
    assert drafted["must_land"]["verdict"] == "not_said"


def test_a_readable_report_names_what_changed_from_the_draft(terminal: Terminal) -> None:
    keep(terminal, "s1", result="Down by 15 %.")
    told = terminal("check", terminal.text(WRITTEN), "--story", "s1").out
    assert "Drafted and changed: 15 % became" in told


# What is heard


def test_a_recording_is_understood_and_judged(listening: Terminal, recording: Path) -> None:
    document = listening("check", recording, "--json").document
    assert document["file"] == str(recording)
    assert word_errors(SPOKEN, document["text"]) <= 1
    assert document["missing"] == ["result"]
    assert "ten clients" in [quantity["text"] for quantity in document["quantities"]]
    assert document["duration_s"] == pytest.approx(22.7, abs=0.5)
    assert document["delivery"]["words_per_minute"] == pytest.approx(160, abs=20)


def test_times_of_a_recording_rise_within_it(listening: Terminal, recording: Path) -> None:
    document = listening("check", recording, "--json").document
    sentences = document["sentences"]
    times = [t for s in sentences for t in (s["start_s"], s["end_s"])]
    assert times == sorted(times)
    assert times[0] < 0.5
    assert times[-1] <= document["duration_s"]
    assert sum(p["seconds"] for p in document["parts"].values()) == pytest.approx(22, abs=2)


def test_a_studio_recording_is_understood_as_well(listening: Terminal, recording: Path) -> None:
    source = studio(recording, listening.folder / "studio.wav")
    assert word_errors(SPOKEN, listening("check", source, "--json").document["text"]) <= 1


def test_the_content_decides_not_the_name(listening: Terminal, recording: Path) -> None:
    source = as_mp3(recording, listening.folder / "really-mp3.wav")
    assert not source.read_bytes().startswith(b"RIFF")
    assert listening("check", source, "--json").document["missing"] == ["result"]


@pytest.mark.slow
def test_the_model_option_goes_before_the_variable(terminal: Terminal, recording: Path) -> None:
    terminal.set("STORYBUILDER_MODEL", str(terminal.folder / "nowhere"))
    assert "no model folder" in terminal("check", recording).refusal(3)
    assert terminal("--model", FOLDER, "check", recording, "--json").code == 0
    assert terminal("check", recording, "--json", "--model", FOLDER).code == 0


def test_a_model_in_the_data_folder_is_found(terminal: Terminal, recording: Path) -> None:
    shutil.copytree(FOLDER, terminal.data / "models" / "base.en")
    assert terminal("check", recording, "--json").document["missing"] == ["result"]


@pytest.mark.slow
def test_sound_and_text_are_judged_in_one_call(listening: Terminal, recording: Path) -> None:
    ended = listening.process("check", listening.text(WRITTEN), recording, "--json")
    assert (ended.code, ended.err) == (0, "")
    assert [d["duration_s"] is None for d in ended.documents] == [True, False]


# What is refused

TEXTS = [
    (b"", "bad.txt is empty: write or paste an answer into it."),
    (b" \n\t", "bad.txt is empty: write or paste an answer into it."),
    (b"\xef\xbb\xbf", "bad.txt is empty: write or paste an answer into it."),
    (b"12 34 ... !!!", "bad.txt holds no words: write or paste the text of one answer into it."),
    (
        b"I led a team of four engineers. " * 65_000,
        "bad.txt is longer than 200,000 characters: cut it down to a single answer first.",
    ),
    (
        b"I led " * 10_001,
        "bad.txt is longer than 20,000 words: cut it down to a single answer first.",
    ),
    (os.urandom(5000), "bad.txt is not a text: give it the plain text of one answer."),
    (b"%PDF-1.7\0\0", "bad.txt is not a text: give it the plain text of one answer."),
    ("café".encode("latin-1"), "bad.txt is not UTF-8: save it as UTF-8, then try again."),
    ("I led".encode("utf-16"), "bad.txt is UTF-16: save it as UTF-8, then try again."),
]


@pytest.mark.parametrize(("content", "told"), TEXTS, ids=range(len(TEXTS)))
def test_a_text_that_cannot_be_judged_is_refused(
    terminal: Terminal, content: bytes, told: str
) -> None:
    assert terminal("check", terminal.text(content, "bad.txt")).refusal() == told


@pytest.mark.parametrize(("content", "told"), TEXTS, ids=range(len(TEXTS)))
def test_the_same_is_refused_from_standard_input(
    terminal: Terminal, content: bytes, told: str
) -> None:
    ended = terminal.process("check", "-", given=content)
    assert ended.refusal() == told.replace("bad.txt", "standard input")


@pytest.mark.parametrize(
    ("redirection", "told"),
    [
        ("<&-", "standard input is empty: write or paste an answer into it."),
        (
            "0>/dev/null",
            "standard input could not be read (Bad file descriptor): "
            "pipe the text of one answer into it.",
        ),
    ],
)
def test_standard_input_that_is_none_is_refused(redirection: str, told: str) -> None:
    command = f'"{sys.executable}" -m storybuilder check - {redirection}'
    ended = subprocess.run(
        command, shell=True, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert Ended(ended.returncode, ended.stdout, ended.stderr).refusal() == told


def test_what_is_not_there_is_refused(terminal: Terminal) -> None:
    for name in ("gone.txt", "gone.wav", "gone.pdf", "gone"):
        told = terminal("check", terminal.folder / name).refusal()
        assert told.startswith((f"there is no file {name}: check", f"{name} does not exist: check"))


@pytest.mark.parametrize("name", ["notes", "notes.txt", "notes.wav"])
def test_a_folder_is_refused(terminal: Terminal, name: str) -> None:
    (terminal.folder / name).mkdir()
    told = terminal("check", terminal.folder / name).refusal()
    assert told.startswith(f"{name} is a folder: name ")


@pytest.mark.parametrize("name", ["a" * 300 + ".txt", "a" * 300 + ".wav", "a" * 300])
def test_a_name_too_long_for_any_file_is_refused(terminal: Terminal, name: str) -> None:
    assert name in terminal("check", name).refusal()


def test_an_unknown_ending_is_refused_with_those_that_are_known(terminal: Terminal) -> None:
    told = terminal("check", terminal.text(WRITTEN, "answer.docx")).refusal()
    assert told.startswith("answer.docx is neither text nor sound by its ending: name a .txt")
    assert ".webm" in told


def test_sound_that_is_none_is_refused(terminal: Terminal) -> None:
    for content in (b"", WRITTEN.encode(), os.urandom(5000), b"RIFF\x24\0\0\0WAVE"):
        told = terminal("check", terminal.text(content, "bad.wav")).refusal()
        assert told.startswith(("bad.wav is empty: ", "bad.wav holds no sound"))
        assert "export it again as .wav, .flac, .mp3, .m4a, .ogg or .webm." in told


@pytest.mark.parametrize("kind", [".wav", ".mp3", ".flac", ".m4a", ".webm"])
def test_sound_that_was_cut_off_is_refused(terminal: Terminal, kind: str) -> None:
    told = terminal("check", broken(terminal.folder / f"bad{kind}")).refusal()
    assert told.startswith((f"bad{kind} breaks off after ", f"bad{kind} holds no sound that can"))


def test_a_header_that_claims_more_than_there_is_is_refused(terminal: Terminal) -> None:
    bad = silence(terminal.folder / "bad.wav", 4, claimed_s=9)
    told = terminal("check", bad).refusal()
    assert told.startswith("bad.wav breaks off after 4 of 9 s: copy or export it again")


def test_ten_milliseconds_are_refused(terminal: Terminal) -> None:
    told = terminal("check", silence(terminal.folder / "bad.wav", 0.01)).refusal()
    assert told == "bad.wav lasts only 0.01 s: record at least one sentence."


def test_silence_is_refused_even_without_a_model(terminal: Terminal) -> None:
    told = terminal("check", silence(terminal.folder / "bad.wav", 5)).refusal()
    assert told.startswith("bad.wav holds no speech (its loudest moment is -120 dB): check that")


def test_two_hours_are_refused_before_anything_is_written(terminal: Terminal) -> None:
    long = silence(terminal.folder / "long.wav", 2 * 3600)
    told = terminal.process("check", long, file_limit=1_000).refusal()
    assert told == "long.wav is longer than 30 minutes: cut it down to a single answer first."


def test_speech_without_a_model_ends_with_three(terminal: Terminal, recording: Path) -> None:
    told = terminal("check", recording).refusal(3)
    assert told.startswith("the speech model base.en is not on this computer: download it in")


def test_another_language_asks_for_a_model_that_understands_it(
    listening: Terminal, recording: Path
) -> None:
    assert listening("check", recording, "--language", "German").refusal(3) == (
        "the speech model whisper-micro understands English only, and the language chosen is "
        "German: choose a model for all languages in Settings, or English."
    )
    assert listening("check", recording, "--language", "en", "--json").code == 0


def test_a_language_that_nobody_knows_is_refused(listening: Terminal, recording: Path) -> None:
    told = listening("check", recording, "--language", "Elvish").refusal()
    assert told.startswith("no speech model knows a language 'Elvish': write its English name")


def test_sound_goes_to_a_server_only_if_one_is_on_and_no_model_is_named(
    terminal: Terminal, recording: Path
) -> None:
    with stand_in_server() as server:
        chosen = Settings(server_on=True, server=server.address)
        save_settings(terminal.data / "settings.json", chosen)
        sent = terminal("check", recording, "--json")
        pieces = len(server.uploads)
        terminal("check", recording, "--model", FOLDER)
        terminal("check", terminal.text(WRITTEN))
    (told,) = sent.complaints
    assert told.startswith(f"sound goes to 127.0.0.1:{server.port} to be written down: ")
    assert sent.document["text"].startswith("I cut the queue by half.")
    assert len(server.uploads) == pieces > 0


def test_a_server_that_fails_refuses_the_recording(terminal: Terminal, recording: Path) -> None:
    with stand_in_server() as server:
        server.manner = "429"
        chosen = Settings(server_on=True, server=server.address)
        save_settings(terminal.data / "settings.json", chosen)
        failed = terminal("check", recording)
    assert failed.code == 2
    assert failed.complaints[-1].startswith(f"127.0.0.1:{server.port} has too much to do")


def test_a_folder_without_a_model_ends_with_three(terminal: Terminal, recording: Path) -> None:
    told = terminal("check", recording, "--model", terminal.folder).refusal(3)
    assert told.startswith(f"{terminal.folder} holds no speech model: download it in Settings")


def test_a_damaged_model_is_refused(terminal: Terminal, recording: Path) -> None:
    lacking = model_without("tokenizer.json", FOLDER, terminal.folder / "lacking")
    torso = model_cut(FOLDER, terminal.folder / "torso")
    advice = "download the model again, or choose another folder."
    assert terminal("check", recording, "--model", lacking).refusal() == (
        f"the speech model in lacking lacks tokenizer.json: {advice}"
    )
    assert terminal("check", recording, "--model", torso).refusal() == (
        f"model.bin of the speech model in torso is damaged: {advice}"
    )


@pytest.mark.parametrize("target", ["fast", "3:00-2:00", "0-0", "", "2:00", "2:75-3:00", "-1-2"])
def test_a_target_that_is_no_span_is_refused(terminal: Terminal, target: str) -> None:
    told = judged(terminal, WRITTEN, f"--target={target}").refusal()
    assert told == (
        f"the target {target!r} is not a span of time: "
        "write it as minutes and seconds, for example 2:00-3:00."
    )


@pytest.mark.parametrize("id", ["s9", "", "../s1"])
def test_an_unknown_story_is_refused(terminal: Terminal, id: str) -> None:
    keep(terminal, "s1")
    told = judged(terminal, WRITTEN, "--story", id).refusal()
    assert told == f"there is no story {id}: `storybuilder stories list` shows the ids there are."


def test_a_library_of_a_later_version_stops_only_what_needs_it(terminal: Terminal) -> None:
    terminal.data.mkdir()
    library = terminal.data / "library.json"
    library.write_text('{"format": 99}')
    told = judged(terminal, WRITTEN, "--story", "s1").refusal()
    assert told.endswith(": update storybuilder to open it.")
    assert judged(terminal, WRITTEN).code == 0
    assert library.read_text() == '{"format": 99}'


@pytest.mark.parametrize("content", ["{", "[]", '{"words_per_minute": "fast"}', "\xff"])
def test_broken_settings_are_refused_and_kept(terminal: Terminal, content: str) -> None:
    terminal.data.mkdir()
    settings = terminal.data / "settings.json"
    settings.write_text(content, encoding="latin-1")
    told = judged(terminal, WRITTEN).refusal()
    assert told.startswith(str(settings))
    assert told.endswith(": repair the file, or delete it to return to the defaults.")
    assert settings.read_text(encoding="latin-1") == content


def test_no_room_for_a_temporary_file_is_told_in_one_sentence(
    listening: Terminal, recording: Path
) -> None:
    told = listening.process("check", recording, file_limit=10_000).refusal()
    assert told == (
        "answer.wav could not be decoded into the folder for temporary files: "
        "free some space there, then try again."
    )


@pytest.mark.slow
def test_sound_is_refused_on_a_full_disk_and_text_is_not(
    listening: Terminal, recording: Path, small_disk: Disk
) -> None:
    listening.set("TMPDIR", str(small_disk.folder))
    ended = listening.process(
        "check", recording, listening.text(WRITTEN), "--json", file_limit=small_disk.file_limit
    )
    assert ended.code == 2
    assert ended.complaints[0].startswith("answer.wav could not be decoded into the folder for")
    assert ended.document["words"] > 20
    assert list(small_disk.folder.iterdir()) == []


def test_every_other_file_of_the_call_is_judged_in_order(
    listening: Terminal, recording: Path
) -> None:
    good = listening.text(WRITTEN, "good.txt")
    empty, wrong = listening.text("", "empty.txt"), listening.text(WRITTEN, "text.wav")
    silent = silence(listening.folder / "silent.wav", 1)
    ended = listening("check", empty, good, wrong, "gone.md", recording, silent, "--json")
    assert ended.code == 2
    assert [document["file"] for document in ended.documents] == [str(good), str(recording)]
    for told, name in zip(
        ended.complaints, ("empty.txt", "text.wav", "gone.md", "silent.wav"), strict=True
    ):
        assert name in told


def test_a_missing_model_weighs_more_than_a_bad_file(terminal: Terminal, recording: Path) -> None:
    ended = terminal("check", recording, terminal.text(""), terminal.text(WRITTEN, "b.txt"))
    assert ended.code == 3
    assert len(ended.complaints) == 2
    assert "<- the one fix" in ended.out
