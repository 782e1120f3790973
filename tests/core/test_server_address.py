from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.server_address import (
    AddressMisfit,
    Server,
    ServerAddress,
    server_address,
    server_in_use,
)
from storybuilder.core.settings import Settings

PATH = "/v1/audio/transcriptions"
OPEN = "http://nas.local:8000"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("nas.local", f"https://nas.local{PATH}"),
        ("nas.local:8000", f"https://nas.local:8000{PATH}"),
        (" NAS.Local:8000/ ", f"https://nas.local:8000{PATH}"),
        ("http://nas.local:8000", f"http://nas.local:8000{PATH}"),
        ("HTTP://nas.local:8000/v1", f"http://nas.local:8000{PATH}"),
        ("http://nas.local:8000/v1/", f"http://nas.local:8000{PATH}"),
        (f"http://nas.local:8000{PATH}", f"http://nas.local:8000{PATH}"),
        (f"http://nas.local:8000{PATH}/", f"http://nas.local:8000{PATH}"),
        ("https://nas.local:443", f"https://nas.local{PATH}"),
        ("http://nas.local:80", f"http://nas.local{PATH}"),
        ("https://home.example/whisper", f"https://home.example/whisper{PATH}"),
        ("http://nas:8080/inference", "http://nas:8080/inference"),
        ("192.168.1.20:8000", f"https://192.168.1.20:8000{PATH}"),
        ("localhost:8000", f"http://localhost:8000{PATH}"),
        ("127.0.0.1:8000", f"http://127.0.0.1:8000{PATH}"),
        ("::1", f"http://[::1]{PATH}"),
        ("[::1]:8000", f"http://[::1]:8000{PATH}"),
        ("fd00::5", f"https://[fd00::5]{PATH}"),
        ("http://[FD00::5]:8000/v1", f"http://[fd00::5]:8000{PATH}"),
        ("nas.local.", f"https://nas.local{PATH}"),
        ("nas.local:", f"https://nas.local{PATH}"),
        ("München.example", f"https://xn--mnchen-3ya.example{PATH}"),
    ],
)
def test_whatever_a_person_types_becomes_the_whole_address(written: str, url: str) -> None:
    assert server_address(written).url == url


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "for example https://nas.local:8000"),
        ("   ", "for example https://nas.local:8000"),
        ("ada:secret@nas.local", "Leave out the name and password"),
        ("https://secret@nas.local/v1", "Leave out the name and password"),
        ("nas local", "no spaces"),
        ("nas.local:8000 /v1", "no spaces"),
        ("nas\\local", "no spaces"),
        ("nas\x00.local", "no spaces"),
        ("ftp://nas.local", "begins with http:// or https://"),
        ("file:///etc/passwd", "begins with http:// or https://"),
        ("://nas.local", "begins with http:// or https://"),
        ("http://", "not the name or number"),
        ("http:///v1", "not the name or number"),
        ("-nas.local", "not the name or number"),
        ("nas..local", "not the name or number"),
        (f"{'a' * 64}.local", "not the name or number"),
        ("nas.local:0", "A port is a number"),
        ("nas.local:65536", "A port is a number"),
        ("nas.local:http", "A port is a number"),
        ("nas.local:-1", "A port is a number"),
        ("nas.local?key=1", "Leave out everything from"),
        ("nas.local/v1#top", "Leave out everything from"),
        ("nas.local?", "Leave out everything from"),
        ("0.0.0.0:8000", "what a server listens on"),
        ("[::]:8000", "what a server listens on"),
        ("127.1", "four numbers"),
        ("2130706433", "four numbers"),
        ("0x7f000001", "four numbers"),
        ("300.1.1.1", "four numbers"),
        ("[::1", "in brackets"),
        ("[fe80::1%eth0]", "Leave out the %"),
        ("nas.local/ü", "signs that no address has"),
        ("n" * 301, "at most 300"),
    ],
)
def test_what_is_no_address_is_refused_with_the_reason(written: str, why: str) -> None:
    with pytest.raises(AddressMisfit) as refused:
        server_address(written)
    assert why in str(refused.value)


def test_a_password_is_never_repeated() -> None:
    with pytest.raises(AddressMisfit) as refused:
        server_address("ada:hunter2@nas.local")
    assert "hunter2" not in str(refused.value)


@given(st.text(max_size=320))
def test_any_text_is_an_address_or_is_refused_in_one_sentence(written: str) -> None:
    try:
        address = server_address(written)
    except AddressMisfit as misfit:
        assert str(misfit) and "\n" not in str(misfit) and not str(misfit).endswith(".")
    else:
        assert address.url.isascii()


hosts = st.one_of(
    st.from_regex(r"[a-z][a-z0-9]{0,10}(\.[a-z][a-z0-9]{0,10}){0,2}", fullmatch=True),
    st.ip_addresses(v=4).map(str),
    st.ip_addresses(v=6).map(lambda number: f"[{number}]"),
)
paths = st.sampled_from(["", "/", "/v1", "/v1/", PATH, "/whisper", "/a/b/v1", "/inference"])


@given(
    st.sampled_from(["", "http://", "https://", "HTTPS://"]),
    hosts,
    st.none() | st.integers(1, 65535),
    paths,
)
def test_an_address_read_again_is_the_same(
    scheme: str, host: str, port: int | None, path: str
) -> None:
    if host in ("0.0.0.0", "[::]"):
        return
    written = f"{scheme}{host}{'' if port is None else f':{port}'}{path}"
    address = server_address(written)
    assert server_address(address.url) == server_address(address.short) == address
    assert server_address(address.url).url.startswith(f"{address.scheme}://{address.shown}/")


@given(hosts, st.integers(1, 65535))
def test_no_address_without_a_scheme_lets_others_listen(host: str, port: int) -> None:
    if host not in ("0.0.0.0", "[::]"):
        assert not server_address(f"{host}:{port}").needs_confirmation


@pytest.mark.parametrize(
    ("written", "short"),
    [
        (f"https://nas.local{PATH}", "https://nas.local"),
        ("nas.local:8000/whisper", "https://nas.local:8000/whisper"),
        ("http://nas.local/inference", "http://nas.local/inference"),
        (f"http://nas.local/v1{PATH}", f"http://nas.local/v1{PATH}"),
    ],
)
def test_a_person_need_not_read_the_whole_path(written: str, short: str) -> None:
    assert server_address(written).short == short


# ---------------------------------------------------------------- who could listen
@pytest.mark.parametrize(
    ("written", "loopback", "needs"),
    [
        ("http://localhost:8000", True, False),
        ("http://LOCALHOST.", True, False),
        ("http://127.0.0.1:8000", True, False),
        ("http://127.8.9.1", True, False),
        ("http://[::1]", True, False),
        ("http://[::ffff:127.0.0.1]", True, False),
        ("http://128.0.0.1", False, True),
        ("http://192.168.1.20", False, True),
        ("http://[::2]", False, True),
        ("http://[::ffff:192.168.1.20]", False, True),
        ("http://localhost.example", False, True),
        ("http://notlocalhost", False, True),
        ("http://nas.local", False, True),
        ("https://nas.local", False, False),
        ("https://localhost", True, False),
    ],
)
def test_only_plain_http_to_elsewhere_needs_a_confirmation(
    written: str, loopback: bool, needs: bool
) -> None:
    address = server_address(written)
    assert (address.is_loopback, address.needs_confirmation) == (loopback, needs)


def test_a_person_sees_host_and_port() -> None:
    assert server_address("https://nas.local").shown == "nas.local"
    assert server_address(OPEN).shown == "nas.local:8000"
    assert server_address("[fd00::5]:8000").shown == "[fd00::5]:8000"


# ---------------------------------------------------------------- what is in force
def chosen(**changes: object) -> Settings:
    return replace(Settings(server_on=True, server=OPEN), **changes)  # type: ignore[arg-type]


def in_use(settings: Settings) -> Server:
    server = server_in_use(settings)
    assert server is not None
    return server


def test_no_server_is_in_use_unless_it_is_turned_on() -> None:
    assert server_in_use(Settings()) is None
    assert server_in_use(chosen(server_on=False)) is None


def test_a_transcript_names_the_model_and_where_it_is() -> None:
    assert in_use(chosen()).name == "whisper-1 at nas.local:8000"


@pytest.mark.parametrize(
    ("server", "confirmed", "may"),
    [
        (OPEN, "", False),
        (OPEN, f"{OPEN}{PATH}", True),
        (OPEN, OPEN, False),
        ("http://nas.local:8001", f"{OPEN}{PATH}", False),
        ("http://nas.local:8000/whisper", f"{OPEN}{PATH}", False),
        ("http://other.local:8000", f"{OPEN}{PATH}", False),
        ("https://nas.local:8000", "", True),
        ("localhost:8000", "", True),
    ],
)
def test_a_confirmation_holds_for_that_exact_address(
    server: str, confirmed: str, may: bool
) -> None:
    assert in_use(chosen(server=server, server_confirmed=confirmed)).may_be_used is may


def test_an_address_compares_by_what_it_says() -> None:
    assert server_address(OPEN) == ServerAddress("http", "nas.local", 8000, PATH)
