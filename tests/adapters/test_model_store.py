"""Downloads run against a hub of our own on 127.0.0.1, which serves the micro model."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storybuilder.adapters.model_hub import ModelHub
from storybuilder.adapters.model_store import SPARE_BYTES, ModelStore
from storybuilder.core.settings import Settings
from storybuilder.errors import (
    ModelDownloadFailed,
    ModelNotDeleted,
    SpeechModelBroken,
    SpeechModelMissing,
)
from storybuilder.places import Places
from storybuilder.program import assemble
from tests.micro_model import FOLDER
from tests.stand_in_hub import CUT_AT, LARGE, REVISION, StandInHub, stand_in_hub

MODEL = "base.en"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInHub]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with stand_in_hub() as hub:
        yield hub


@pytest.fixture
def store(hub: StandInHub, tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models", ModelHub(hub.endpoint, silent_s=0.3))


def never() -> bool:
    return False


def ignored(share: float) -> None:
    """Progress that nobody watches."""


def failure(store: ModelStore, name: str = MODEL) -> str:
    with pytest.raises(ModelDownloadFailed) as caught:
        store.download(name, ignored, never)
    return caught.value.sentence()


def test_nothing_is_installed_before_the_first_download(store: ModelStore) -> None:
    assert store.installed() == ()
    with pytest.raises(SpeechModelMissing, match=r"base\.en is not on this computer"):
        store.folder(MODEL)


def test_a_download_puts_a_complete_model_in_place(store: ModelStore, tmp_path: Path) -> None:
    assert store.download(MODEL, ignored, never) is True
    assert store.installed() == (MODEL,)
    assert store.folder(MODEL) == tmp_path / "models" / MODEL
    for file in FOLDER.iterdir():
        assert (store.folder(MODEL) / file.name).read_bytes() == file.read_bytes()
    assert not (store.folder(MODEL) / "README.md").exists()


def test_all_files_are_of_the_revision_that_was_listed(store: ModelStore, hub: StandInHub) -> None:
    store.download(MODEL, ignored, never)
    files = [path for path in hub.paths if not path.startswith("/api/")]
    assert len(files) == len(list(FOLDER.iterdir()))
    assert all(
        path.startswith(f"/Systran/faster-whisper-base.en/resolve/{REVISION}/") for path in files
    )


def test_progress_rises_to_the_end(store: ModelStore) -> None:
    shares: list[float] = []
    store.download(MODEL, shares.append, never)
    assert len(shares) > 10
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5
    assert shares[-1] == 1


def test_a_model_that_is_here_is_not_fetched_again(store: ModelStore, hub: StandInHub) -> None:
    store.download(MODEL, ignored, never)
    hub.manner = "hang"
    assert store.download(MODEL, ignored, never) is True


def test_a_stop_keeps_what_arrived_and_shows_no_model(store: ModelStore, tmp_path: Path) -> None:
    shares: list[float] = []
    assert store.download(MODEL, shares.append, lambda: max(shares, default=0) > 0.3) is False
    assert store.installed() == ()
    assert (tmp_path / "models" / f"{MODEL}.part" / f"{LARGE}.part").stat().st_size > 100_000


def test_a_download_that_was_cut_off_continues(
    store: ModelStore, hub: StandInHub, tmp_path: Path
) -> None:
    hub.manner = "cut"
    assert "broke off" in failure(store)
    part = tmp_path / "models" / f"{MODEL}.part" / f"{LARGE}.part"
    kept = part.stat().st_size
    assert 0 < kept <= CUT_AT
    hub.manner = "normal"
    assert store.download(MODEL, ignored, never) is True
    assert hub.ranges == [None, f"bytes={kept}-"]


def test_a_download_that_was_killed_continues_in_the_next_program(
    store: ModelStore, hub: StandInHub, tmp_path: Path
) -> None:
    hub.manner = "hang_in_file"
    script = (
        "import sys; from pathlib import Path\n"
        "from storybuilder.adapters.model_hub import ModelHub\n"
        "from storybuilder.adapters.model_store import ModelStore\n"
        "store = ModelStore(Path(sys.argv[1]), ModelHub(sys.argv[2]))\n"
        "told = lambda share: print(share, flush=True)\n"
        f"store.download({MODEL!r}, told, lambda: False)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "models"), hub.endpoint]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        while float(program.stdout.readline()) < 0.25:
            pass
        program.kill()
    hub.manner = "normal"
    assert store.download(MODEL, ignored, never) is True
    assert hub.ranges[0] is None
    assert hub.ranges[1] is not None


def test_a_hub_that_cannot_continue_starts_the_file_anew(
    store: ModelStore, hub: StandInHub
) -> None:
    hub.manner = "cut"
    failure(store)
    hub.manner = "unranged"
    assert store.download(MODEL, ignored, never) is True


def test_one_wrong_bit_is_noticed_and_the_file_fetched_again(
    store: ModelStore, hub: StandInHub, tmp_path: Path
) -> None:
    hub.manner = "corrupt"
    assert failure(store).startswith("model.bin arrived damaged: start the download again")
    assert not (tmp_path / "models" / f"{MODEL}.part" / f"{LARGE}.part").exists()
    hub.manner = "normal"
    assert store.download(MODEL, ignored, never) is True


def test_a_small_file_that_changed_on_disk_is_fetched_again(
    store: ModelStore, hub: StandInHub, tmp_path: Path
) -> None:
    hub.manner = "cut"
    failure(store)
    config = tmp_path / "models" / f"{MODEL}.part" / "config.json"
    config.write_bytes(config.read_bytes().replace(b"1", b"0", 1))
    hub.manner = "normal"
    store.download(MODEL, ignored, never)
    assert (store.folder(MODEL) / "config.json").read_bytes() == (
        FOLDER / "config.json"
    ).read_bytes()


@pytest.mark.parametrize(
    ("manner", "said"),
    [
        ("hang", "127.0.0.1 sent nothing for 0.3 s: check the connection"),
        ("hang_in_file", "127.0.0.1 sent nothing for 0.3 s: check the connection"),
        ("html", "something else than 127.0.0.1 answered: this network may want you to log in"),
        ("html_file", "something else than 127.0.0.1 answered: this network may want"),
        ("drip", "127.0.0.1 sends only "),
        ("circle", "127.0.0.1 sends from one address to the next: check the connection"),
        ("407", "a proxy asks for a name and a password: write both into HTTPS_PROXY"),
        ("foreign", "something else than 127.0.0.1 answered: this network may want"),
        ("404", "127.0.0.1 does not offer this model (answer 404): choose another model."),
        ("401", "127.0.0.1 does not offer this model (answer 401): choose another model."),
        ("429", "127.0.0.1 has had too many requests from this network: wait some minutes"),
        ("500", "127.0.0.1 has trouble of its own (answer 500): start the download again later"),
        ("503", "127.0.0.1 has trouble of its own (answer 503): start the download again later"),
    ],
)
def test_what_went_wrong_is_said_in_a_sentence(
    store: ModelStore, hub: StandInHub, manner: str, said: str
) -> None:
    hub.manner = manner
    assert failure(store).startswith(said)
    assert store.installed() == ()


def test_nobody_listening_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        store = ModelStore(tmp_path, ModelHub(f"http://127.0.0.1:{bound.getsockname()[1]}"))
        assert failure(store).startswith("127.0.0.1 cannot be reached: check the connection")


def test_a_name_that_does_not_resolve_is_said_in_a_sentence(tmp_path: Path) -> None:
    store = ModelStore(tmp_path, ModelHub("http://hub.invalid"))
    assert failure(store).startswith(
        "hub.invalid was not found: check that this computer is online"
    )


def test_a_proxy_is_honoured(
    hub: StandInHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from huggingface_hub import close_session

    close_session()  # its client reads the variables only once
    for variable in ("HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(variable, hub.endpoint)
    try:
        assert ModelStore(tmp_path, ModelHub("http://hub.invalid")).download(MODEL, ignored, never)
    finally:
        close_session()
    assert hub.paths[0].startswith("http://hub.invalid/api/models/")


def test_too_little_room_is_noticed_before_anything_is_fetched(
    hub: StandInHub, tmp_path: Path
) -> None:
    size = sum(file.stat().st_size for file in FOLDER.iterdir())
    needed = size + SPARE_BYTES
    store = ModelStore(tmp_path, ModelHub(hub.endpoint), free_bytes=lambda _: needed - 1)
    assert failure(store).startswith("the download needs 53 MB and the disk has 53 MB: free")
    assert all(path.startswith("/api/") for path in hub.paths)
    assert ModelStore(tmp_path, ModelHub(hub.endpoint), lambda _: needed).download(
        MODEL, ignored, never
    )


def test_a_disk_that_fills_up_is_said_in_a_sentence(store: ModelStore, tmp_path: Path) -> None:
    part = tmp_path / "models" / f"{MODEL}.part" / f"{LARGE}.part"
    part.parent.mkdir(parents=True)
    part.symlink_to("/dev/full")
    assert failure(store).startswith("the disk is full: free some space")


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(
    hub: StandInHub, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    store = ModelStore(tmp_path / "file" / "models", ModelHub(hub.endpoint))
    assert "cannot be written" in failure(store)


def test_a_second_window_waits_its_turn(store: ModelStore) -> None:
    said: list[str] = []

    def meanwhile(share: float) -> None:
        if not said:
            said.append(failure(store))

    assert store.download(MODEL, meanwhile, never) is True
    assert said == ["another window is downloading base.en already: wait until it has finished."]


def test_an_unknown_name_lists_the_known_ones(store: ModelStore, hub: StandInHub) -> None:
    assert "tiny.en, base.en, small.en" in failure(store, "huge")
    assert hub.paths == []


def test_no_account_of_the_person_is_sent(
    hub: StandInHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    ModelStore(tmp_path, ModelHub(hub.endpoint)).download(MODEL, ignored, never)
    assert hub.authorizations == [None] * len(hub.paths)


def test_a_broken_model_is_replaced_by_the_download(store: ModelStore, tmp_path: Path) -> None:
    broken = tmp_path / "models" / MODEL
    shutil.copytree(FOLDER, broken)
    os.truncate(broken / LARGE, 1000)
    with pytest.raises(SpeechModelBroken):
        store.folder(MODEL)
    assert store.installed() == ()
    store.download(MODEL, ignored, never)
    assert store.installed() == (MODEL,)


@pytest.mark.parametrize("name", ["../models/base.en", ".", "", "nowhere"])
def test_only_a_plain_name_of_a_folder_here_is_a_model(store: ModelStore, name: str) -> None:
    store.download(MODEL, ignored, never)
    with pytest.raises(SpeechModelMissing):
        store.folder(name)


def test_a_folder_from_elsewhere_can_be_checked(store: ModelStore) -> None:
    assert store.check_folder(FOLDER) == FOLDER


def test_a_hub_may_hand_a_file_over_to_another(store: ModelStore, hub: StandInHub) -> None:
    with stand_in_hub() as other:
        hub.manner, hub.other = "elsewhere", other.endpoint
        assert store.download(MODEL, ignored, never) is True
        assert len(other.ranges) == 1


def test_a_hand_over_to_nowhere_or_to_something_else_is_said_in_a_sentence(
    store: ModelStore, hub: StandInHub
) -> None:
    with stand_in_hub() as other:
        hub.manner, hub.other, other.manner = "elsewhere", other.endpoint, "html"
        assert failure(store).startswith("something else than 127.0.0.1 answered")
        other.manner = "corrupt"
        assert failure(store).startswith("model.bin arrived damaged")
    hub.other = "http://files.invalid"
    assert failure(store).startswith("files.invalid was not found")


# ---------------------------------------------------------------- size and deletion
def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def test_the_hub_says_how_large_a_download_is(store: ModelStore, hub: StandInHub) -> None:
    assert store.download_bytes(MODEL) == size(FOLDER)
    assert len(hub.paths) == 1
    hub.manner = "404"
    with pytest.raises(ModelDownloadFailed, match="does not offer this model"):
        store.download_bytes(MODEL)


def test_a_deleted_model_frees_what_it_took_and_is_gone(store: ModelStore, tmp_path: Path) -> None:
    store.download(MODEL, ignored, never)
    assert store.kept_bytes(MODEL) == size(FOLDER)
    assert store.delete(MODEL) == size(FOLDER)
    assert (store.kept_bytes(MODEL), store.installed()) == (0, ())
    assert [path for path in (tmp_path / "models").iterdir() if path.is_dir()] == []
    assert store.download(MODEL, ignored, never) is True


def test_what_arrived_of_a_model_can_be_deleted(store: ModelStore, hub: StandInHub) -> None:
    hub.manner = "cut"
    failure(store)
    kept = store.kept_bytes(MODEL)
    assert kept > 0
    assert store.delete(MODEL) == kept
    assert store.kept_bytes(MODEL) == 0


def test_a_deletion_that_was_cut_off_leaves_no_model_and_is_finished_later(
    store: ModelStore, tmp_path: Path
) -> None:
    shutil.copytree(FOLDER, tmp_path / "models" / f"{MODEL}.gone")
    assert store.installed() == ()
    assert store.delete(MODEL) == size(FOLDER)
    assert not (tmp_path / "models" / f"{MODEL}.gone").exists()


@pytest.mark.parametrize("name", ["nowhere", "", ".", "..", "../models"])
def test_what_is_no_model_here_cannot_be_deleted(
    store: ModelStore, tmp_path: Path, name: str
) -> None:
    store.download(MODEL, ignored, never)
    assert store.delete(name) == 0
    assert store.installed() == (MODEL,)


def test_a_model_on_its_way_is_not_deleted(store: ModelStore) -> None:
    said: list[str] = []

    def meanwhile(share: float) -> None:
        if not said:
            with pytest.raises(ModelNotDeleted) as caught:
                store.delete(MODEL)
            said.append(caught.value.sentence())

    assert store.download(MODEL, meanwhile, never) is True
    assert said == ["base.en is being downloaded: stop the download first."]


@pytest.mark.parametrize("calls", [1, 2, 4, 6])
def test_a_stop_is_heard_at_every_stage(store: ModelStore, calls: int) -> None:
    asked: list[None] = []

    def stopped() -> bool:
        asked.append(None)
        return len(asked) >= calls

    assert store.download(MODEL, ignored, stopped) is False
    assert len(asked) == calls
    assert store.download(MODEL, ignored, never) is True


def test_a_stop_is_heard_though_the_file_only_drips(store: ModelStore, hub: StandInHub) -> None:
    hub.manner = "drip"
    shares: list[float] = []
    assert store.download(MODEL, shares.append, lambda: len(shares) > 5) is False


def test_takes_wait_for_a_model_that_is_deleted_or_cut_off_while_the_program_runs(
    tmp_path: Path,
) -> None:
    program = assemble(Places(tmp_path), Settings())
    transcriber, folder = program.practice.reviewing.transcriber, program.places.models / MODEL
    shutil.copytree(FOLDER, folder)
    transcriber.ready()
    os.truncate(folder / LARGE, 1000)
    with pytest.raises(SpeechModelBroken, match=r"model\.bin of the speech model in base\.en"):
        transcriber.ready()
    program.models.delete(MODEL)
    with pytest.raises(SpeechModelMissing, match=r"base\.en is not on this computer"):
        transcriber.ready()
    shutil.copytree(FOLDER, folder)
    transcriber.ready()
