import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storybuilder.adapters.server_failure import KEY_VARIABLE
from storybuilder.adapters.transcription_server import Patience, ServerTranscriber
from storybuilder.adapters.whisper import PROMPT
from storybuilder.core.server_address import Server, server_address
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span
from storybuilder.errors import AudioUnreadable, TranscriptionServerFailed
from tests.fakes import write_wav
from tests.stand_in_server import CERTIFICATE, HEARD, StandInServer, stand_in_server

SILENCE_NOTICED = Patience(silent_s=0.2)
DRIPPING_NOTICED = Patience(whole_s=0.5)
PIECE = Span(3.0, 5.0)
SAID = "I cut the queue by half."


@pytest.fixture(autouse=True)
def proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that nobody answers at, for whoever heeds it."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[StandInServer]:
    with stand_in_server() as server:
        yield server


@pytest.fixture
def wav(tmp_path: Path) -> Path:
    write_wav(tmp_path / "take.wav", 6.0)
    return tmp_path / "take.wav"


def at(address: str, confirmed: bool = False) -> Server:
    return Server(server_address(address), "whisper-1", confirmed)


def listener(
    address: str, *, key: str = "", language: str = "en", patience: Patience | None = None
) -> ServerTranscriber:
    return ServerTranscriber(lambda: at(address), lambda: language, key, patience)


def failure(act: Callable[[], object]) -> TranscriptionServerFailed:
    with pytest.raises(TranscriptionServerFailed) as failed:
        act()
    return failed.value


# ---------------------------------------------------------------- what is sent
def test_one_piece_is_sent_as_a_wav_in_the_form_that_the_api_asks_for(
    server: StandInServer, wav: Path
) -> None:
    listener(server.address).hear(wav, PIECE)
    (upload,) = server.uploads
    assert upload.path == "/v1/audio/transcriptions"
    assert (upload.file_kind, upload.seconds) == ("audio/wav", 2.0)
    assert upload.fields == {
        "model": ["whisper-1"],
        "language": ["en"],
        "response_format": ["verbose_json"],
        "timestamp_granularities[]": ["word", "segment"],
        "prompt": [PROMPT],
    }


def test_no_header_and_no_name_tells_who_or_what_it_is(server: StandInServer, wav: Path) -> None:
    listener(server.address).hear(wav, PIECE)
    (upload,) = server.uploads
    names = {name.lower() for name in upload.headers}
    assert upload.file_name == "piece.wav"
    assert names == {
        "host",
        "accept",
        "accept-encoding",
        "connection",
        "user-agent",
        "content-length",
        "content-type",
    }
    assert upload.headers["User-Agent"] == "storybuilder"
    assert upload.headers["Accept-Encoding"] == "identity"


def test_another_language_gets_no_english_prompt(server: StandInServer, wav: Path) -> None:
    heard = listener(server.address, language="de").hear(wav, PIECE)
    fields = server.uploads[0].fields
    assert (fields["language"], "prompt" in fields, heard.language) == (["de"], False, "de")


def test_a_key_goes_into_its_header_and_nowhere_else(server: StandInServer, wav: Path) -> None:
    listener(server.address, key=" s3cret\n").hear(wav, PIECE)
    (upload,) = server.uploads
    assert upload.headers["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in str(upload.fields) + upload.path


@pytest.mark.parametrize("key", ["two words", "schlüssel", "one\ntwo"])
def test_a_key_that_cannot_be_one_is_refused_without_saying_it(
    server: StandInServer, key: str
) -> None:
    failed = failure(listener(server.address, key=key).ready)
    assert KEY_VARIABLE in str(failed)
    assert key not in failed.sentence()
    assert server.uploads == []


def test_a_short_piece_is_filled_up_with_silence(server: StandInServer, wav: Path) -> None:
    listener(server.address).hear(wav, Span(5.0, 5.5))
    assert server.uploads[0].seconds == pytest.approx(1.1)


def test_of_a_piece_beyond_the_end_nothing_is_sent(server: StandInServer, wav: Path) -> None:
    heard = listener(server.address).hear(wav, Span(6.0, 7.0))
    assert (heard.words, server.uploads) == ((), [])


def test_a_missing_recording_is_told_and_nothing_is_sent(
    server: StandInServer, tmp_path: Path
) -> None:
    with pytest.raises(AudioUnreadable):
        listener(server.address).hear(tmp_path / "gone.wav", PIECE)
    assert server.uploads == []


def test_cookies_are_not_kept(server: StandInServer, wav: Path) -> None:
    server.manner = "cookie"
    ears = listener(server.address)
    ears.hear(wav, PIECE)
    ears.hear(wav, PIECE)
    assert "Cookie" not in server.uploads[1].headers


def test_another_address_is_not_followed(server: StandInServer, wav: Path) -> None:
    server.manner = "redirect"
    failed = failure(lambda: listener(server.address).hear(wav, PIECE))
    assert "sends its visitors to another address (answer 307)" in str(failed)
    assert len(server.uploads) == 1


# ---------------------------------------------------------------- what is heard
def test_words_have_the_seconds_of_the_recording(server: StandInServer, wav: Path) -> None:
    heard = listener(server.address).hear(wav, PIECE)
    assert [word.text for word in heard.words] == ["I", "cut", "the", "queue", "by", "half."]
    assert [heard.words[0].start_s, heard.words[-1].end_s] == pytest.approx([3.0, 4.45])
    assert heard.model == f"whisper-1 at 127.0.0.1:{server.port}"
    assert not heard.rough_times


def test_a_server_without_times_is_asked_once_more_and_then_always_so(
    server: StandInServer, wav: Path
) -> None:
    server.manner = "plain_only"
    ears = listener(server.address)
    first, second = ears.hear(wav, PIECE), ears.hear(wav, PIECE)
    assert first.text == second.text == SAID
    assert first.rough_times
    formats = [upload.fields["response_format"] for upload in server.uploads]
    assert formats == [["verbose_json"], ["json"], ["json"]]
    assert "timestamp_granularities[]" not in server.uploads[1].fields


def test_plain_text_is_heard_too(server: StandInServer, wav: Path) -> None:
    server.manner = "text"
    heard = listener(server.address).hear(wav, PIECE)
    assert (heard.text, heard.rough_times) == (SAID, True)
    assert 3.0 <= heard.words[0].start_s < heard.words[-1].end_s <= 5.0


def test_a_server_is_made_ready_once_with_silence(server: StandInServer) -> None:
    ears = listener(server.address)
    ears.ready()
    ears.ready()
    (upload,) = server.uploads
    assert set(upload.file[44:]) == {0}


def test_another_server_is_made_ready_too(server: StandInServer) -> None:
    chosen = [at(server.address)]
    ears = ServerTranscriber(lambda: chosen[0], lambda: "en")
    ears.ready()
    chosen[0] = Server(chosen[0].address, "whisper-large", confirmed=False)
    ears.ready()
    models = [upload.fields["model"] for upload in server.uploads]
    assert models == [["whisper-1"], ["whisper-large"]]


def test_a_trial_tells_how_long_it_took(server: StandInServer) -> None:
    ears = listener(server.address)
    assert 0 < ears.trial(at(server.address)) < 10


# ---------------------------------------------------------------- what is never sent
def test_nothing_goes_anywhere_while_no_server_is_chosen(server: StandInServer, wav: Path) -> None:
    ears = ServerTranscriber(lambda: None, lambda: "en")
    failed = failure(lambda: ears.hear(wav, PIECE))
    assert str(failed) == "no transcription server is turned on"
    assert "no transcription server" in str(failure(ears.ready))
    assert server.uploads == []


def test_nothing_goes_by_plain_http_to_elsewhere_without_a_confirmation(
    wav: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lookups: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: lookups.append(given))
    ears = listener("http://nas.local:8000")
    failed = failure(lambda: ears.hear(wav, PIECE))
    assert str(failed).startswith("nas.local:8000 is reached by plain http")
    assert "nas.local:8000" in str(failure(ears.ready))
    assert lookups == []


# ---------------------------------------------------------------- no connection
def test_a_port_where_nobody_listens_is_told(wav: Path) -> None:
    with socket.socket() as held:  # bound, not listening
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        failed = failure(lambda: listener(f"127.0.0.1:{port}").hear(wav, PIECE))
    assert str(failed) == f"nothing answers at 127.0.0.1:{port}"


def test_a_name_that_no_computer_has_is_told(wav: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*given: object, **more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    failed = failure(lambda: listener("https://nowhere.invalid").hear(wav, PIECE))
    assert str(failed) == "no computer with the name in nowhere.invalid was found"


def test_a_connection_that_does_not_come_about_has_an_end(wav: Path) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        ears = listener(f"127.0.0.1:{port}", patience=Patience(connect_s=0.2))
        failed = failure(lambda: ears.hear(wav, PIECE))
        for one in waiting:
            one.close()
    assert str(failed) == f"127.0.0.1:{port} did not answer within 0.2 s"


def test_a_certificate_of_ones_own_is_refused_with_what_to_do(
    wav: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with stand_in_server(https=True) as server:
        failed = failure(lambda: listener(server.address).hear(wav, PIECE))
    assert "is not trusted (self-signed certificate)" in str(failed)
    assert "SSL_CERT_FILE" in failed.hint
    assert server.uploads == []


def test_a_certificate_named_by_the_variable_is_trusted(
    wav: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with stand_in_server(https=True) as server:
        assert listener(server.address).hear(wav, PIECE).text == SAID


def test_a_file_of_certificates_that_is_none_is_told(
    monkeypatch: pytest.MonkeyPatch, wav: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(wav.with_name("gone.pem")))
    failed = failure(lambda: listener("https://nas.local").hear(wav, PIECE))
    assert "certificates" in str(failed)


def test_https_to_a_server_without_it_is_told(server: StandInServer, wav: Path) -> None:
    ears = listener(f"https://127.0.0.1:{server.port}")
    failed = failure(lambda: ears.hear(wav, PIECE))
    assert str(failed) == f"127.0.0.1:{server.port} does not speak https"
    assert "http://" in failed.hint


# ---------------------------------------------------------------- an answer that is none
@pytest.mark.parametrize(
    ("manner", "told"),
    [
        ("400", "does not understand what it was sent (answer 400)"),
        ("401", "wants a key (answer 401)"),
        ("403", "wants a key (answer 403)"),
        ("404", "has no such model, or transcribes at another address (answer 404)"),
        ("413", "refuses 2 s of sound (answer 413)"),
        ("415", "does not understand what it was sent (answer 415)"),
        ("422", "does not understand what it was sent (answer 422)"),
        ("429", "has too much to do (answer 429)"),
        ("500", "has trouble of its own (answer 500)"),
        ("503", "is not ready (answer 503)"),
        ("html", "answered with a web page"),
        ("huge", "answered with more than any transcript needs"),
        ("packed", "answered in a form nobody asked for"),
        ("cut_unannounced", "answered with something that is no JSON"),
    ],
)
def test_a_server_that_does_not_answer_as_it_should_is_told_in_one_sentence(
    server: StandInServer, wav: Path, manner: str, told: str
) -> None:
    server.manner = manner
    failed = failure(lambda: listener(server.address).hear(wav, PIECE))
    assert str(failed) == f"127.0.0.1:{server.port} {told}"
    assert failed.hint.endswith(".")


@pytest.mark.parametrize(
    ("manner", "patience", "told"),
    [
        ("hang", SILENCE_NOTICED, "within 0.2 s"),
        ("hang_in_body", SILENCE_NOTICED, "within 0.2 s"),
        ("drip", DRIPPING_NOTICED, "within 0.5 s"),
        ("drip_head", DRIPPING_NOTICED, "within 0.5 s"),
    ],
)
def test_a_server_that_takes_too_long_is_not_waited_for(
    server: StandInServer, wav: Path, manner: str, patience: Patience, told: str
) -> None:
    server.manner = manner
    failed = failure(lambda: listener(server.address, patience=patience).hear(wav, PIECE))
    assert str(failed) == f"127.0.0.1:{server.port} sent no whole answer {told}"


@pytest.mark.parametrize("manner", ["401", "403"])
def test_a_key_that_is_refused_is_told_but_not_said(
    server: StandInServer, wav: Path, manner: str
) -> None:
    server.manner = manner
    failed = failure(lambda: listener(server.address, key="s3cret").hear(wav, PIECE))
    assert "refused the key" in str(failed)
    assert "s3cret" not in failed.sentence()


def test_a_body_that_is_cut_off_is_told(server: StandInServer, wav: Path) -> None:
    server.manner = "cut"
    failed = failure(lambda: listener(server.address).hear(wav, PIECE))
    assert str(failed) == f"the connection to 127.0.0.1:{server.port} broke off"


@pytest.mark.parametrize(
    "answer",
    [b"", b"null", b"[]", b'"text"', b"{}", b"{", b"[" * 100_000, b"\xff\xfe", b"7" * 5000],
)
def test_what_is_no_transcript_is_told(server: StandInServer, wav: Path, answer: bytes) -> None:
    server.answer = answer
    failed = failure(lambda: listener(server.address).hear(wav, PIECE))
    assert "answered with something that is no" in str(failed)


def test_after_a_failure_the_next_piece_is_heard(server: StandInServer, wav: Path) -> None:
    ears = listener(server.address)
    server.manner = "500"
    failure(lambda: ears.hear(wav, PIECE))
    server.manner = "normal"
    assert ears.hear(wav, PIECE).text == SAID


def test_several_pieces_may_be_heard_at_once(server: StandInServer, wav: Path) -> None:
    ears, heard = listener(server.address), list[Transcript]()
    threads = [
        threading.Thread(target=lambda: heard.append(ears.hear(wav, PIECE))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.text for one in heard] == [SAID] * 4
    assert HEARD["text"] == SAID
