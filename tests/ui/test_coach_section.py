"""Settings, the coach: quiet without a key; the key is kept, tried, forgotten and never shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import keyring
import pytest

from storybuilder.adapters.coach_key import VARIABLE
from storybuilder.adapters.settings_file import load_settings
from storybuilder.core.coaching.help import Help
from storybuilder.core.settings import Settings
from storybuilder.ui.coach_choices import MASKED, MODEL_LABEL, SENT_LABEL
from storybuilder.ui.coach_section import (
    HEAD,
    IN_FILE,
    KEY_LABEL,
    NEW_KEY_LABEL,
    NOT_HERE,
    PROMISE,
    SOURCES,
)
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.settings import SettingsScreen
from storybuilder.ui.theme import DARK, LIGHT
from tests.keyrings import MemoryKeyring, memory_keyring
from tests.stand_in_coach import MODEL, StandInCoach, stand_in_coach
from tests.ui.controls import box, leave, submit, walk, write
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop, practice_in

KEY = "sk-ant-0123456789abcdef"
OTHER = "sk-ant-another-key-4711"


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as made:
        yield made


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInCoach]:
    with stand_in_coach() as service:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", service.address)
        yield service


@dataclass
class Shown:
    """Settings, with a key or without."""

    window: StillWindow
    folder: Path

    async def field(self, label: str, words: str) -> object:
        """Fill in a field; what it says against it."""
        field = box(self.window.drawn, label)
        submit(field, words)
        await self.window.rest()
        return field.error

    async def keep(self, key: str, *, in_file: bool = True) -> None:
        write(box(self.window.drawn, KEY_LABEL), key)
        await self.window.click("Keep it")
        if in_file:
            await self.window.agree()

    @property
    def settings(self) -> Settings:
        return load_settings(self.folder / "settings.json")

    @property
    def key(self) -> str | None:
        return self.window.practice.coaching.keys.key()


async def shown(
    folder: Path,
    *,
    key: str = "",
    unfolded: bool = False,
    look: Look | None = None,
    **chosen: object,
) -> Shown:
    settings = Settings(**chosen)  # type: ignore[arg-type]
    window = StillWindow(practice_in(folder, settings=settings))
    window.look = look or window.look
    if key:
        window.practice.coaching.keys.keep(key, in_file=True)
    await window.show(SettingsScreen(window))
    if unfolded:
        await window.click("Put in a key")
    return Shown(window, folder)


# ---------------------------------------------------------------- without a key
@on_a_loop
async def test_without_a_key_it_is_two_sentences_and_a_way_in(tmp_path: Path) -> None:
    window = (await shown(tmp_path)).window
    assert {HEAD, "off", "Put in a key", "What was sent"} <= set(window.seen)
    assert any(PROMISE in words for words in window.seen)
    assert {KEY_LABEL, MODEL_LABEL, MASKED, SENT_LABEL, "Test it"}.isdisjoint(window.seen)
    await window.click("Put in a key")
    assert {KEY_LABEL, MODEL_LABEL, MASKED, SENT_LABEL} <= set(window.seen)


@on_a_loop
async def test_a_key_is_typed_in_a_field_that_hides_it_and_is_emptied(tmp_path: Path) -> None:
    section = await shown(tmp_path, unfolded=True)
    field = box(section.window.drawn, KEY_LABEL)
    assert field.password
    assert not field.can_reveal_password
    await section.keep(KEY)
    assert section.key == KEY
    values = [str(getattr(one, "value", "")) for one in walk(section.window.drawn)]
    assert not any(KEY in value for value in values)


# ---------------------------------------------------------------- where it is kept
@on_a_loop
async def test_a_key_goes_into_the_keyring_without_a_question(
    tmp_path: Path, ring: MemoryKeyring
) -> None:
    section = await shown(tmp_path, unfolded=True)
    await section.keep(f"  {KEY}\n", in_file=False)
    assert section.window.asked == []
    assert f"{SOURCES['keyring']}; it ends in …cdef." in section.window.seen
    assert (ring.kept["storybuilder", "anthropic"], "ready" in section.window.seen) == (KEY, True)
    assert not (tmp_path / "coach_key").exists()


@pytest.mark.parametrize("locked", [True, False], ids=["locked", "none"])
@on_a_loop
async def test_without_a_keyring_it_asks_before_it_writes_a_file(
    tmp_path: Path, ring: MemoryKeyring, locked: bool
) -> None:
    ring.locked = locked
    if not locked:
        keyring.set_keyring(keyring.backends.null.Keyring())  # type: ignore[attr-defined]
    section = await shown(tmp_path, unfolded=True)
    await section.keep(KEY, in_file=False)
    assert section.window.asked[-1].words == IN_FILE
    assert not (tmp_path / "coach_key").exists()
    await section.window.agree()
    assert (tmp_path / "coach_key").stat().st_mode & 0o777 == 0o600
    assert f"{SOURCES['file']}; it ends in …cdef." in section.window.seen


@on_a_loop
async def test_another_key_takes_the_place_of_the_first(tmp_path: Path) -> None:
    section = await shown(tmp_path, key=KEY)
    submit(box(section.window.drawn, NEW_KEY_LABEL), OTHER)
    await section.window.rest()
    await section.window.agree()
    assert section.key == OTHER


@pytest.mark.parametrize(
    ("written", "told"),
    [("", "Paste the key first"), ("  ", "Paste the key first"), ("sk-a b", "space"), ("ü", "for")],
)
@on_a_loop
async def test_what_is_no_key_is_refused_in_the_field(
    tmp_path: Path, written: str, told: str
) -> None:
    section = await shown(tmp_path, unfolded=True)
    error = await section.field(KEY_LABEL, written)
    assert told in str(error)
    assert (section.key, section.window.asked) == (None, [])


@on_a_loop
async def test_a_key_that_was_only_typed_is_not_kept_by_leaving(tmp_path: Path) -> None:
    section = await shown(tmp_path, unfolded=True)
    field = box(section.window.drawn, KEY_LABEL)
    write(field, KEY)
    leave(field)
    assert section.window.screen is not None
    await section.window.screen.leave()
    assert (section.key, field.value) == (None, "")


@on_a_loop
async def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    section = await shown(tmp_path / "data", unfolded=True)
    (tmp_path / "data").mkdir(exist_ok=True)
    with nowhere_to_write(tmp_path / "data"):
        await section.keep(KEY)
    assert len(section.window.notices) == 1
    assert KEY not in section.window.notices[0]
    assert "off" in section.window.seen


# ---------------------------------------------------------------- where it comes from
@on_a_loop
async def test_a_key_of_the_environment_is_neither_changed_nor_forgotten_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, KEY)
    window = (await shown(tmp_path)).window
    assert {f"{SOURCES['environment']}; it ends in …cdef.", NOT_HERE, "Test it"} <= set(window.seen)
    assert {"Forget it", KEY_LABEL, NEW_KEY_LABEL}.isdisjoint(window.seen)


@on_a_loop
async def test_a_key_is_forgotten_only_on_a_yes_and_every_consent_with_it(tmp_path: Path) -> None:
    section = await shown(tmp_path, key=KEY)
    section.window.practice.coaching.agree(Help.PROBE)
    await section.window.click("Forget it")
    assert section.key == KEY
    await section.window.agree()
    assert section.key is None
    assert not (tmp_path / "coach_key").exists()
    assert not section.window.practice.coaching.agreed(Help.PROBE)
    assert "off" in section.window.seen


@on_a_loop
async def test_a_key_file_that_others_may_read_is_told_and_can_be_removed(tmp_path: Path) -> None:
    (tmp_path / "coach_key").write_text(KEY)
    (tmp_path / "coach_key").chmod(0o644)
    section = await shown(tmp_path)
    assert "The file coach_key can be read by others." in section.window.seen
    await section.window.click("Forget it")
    await section.window.agree()
    assert not (tmp_path / "coach_key").exists()


# ---------------------------------------------------------------- trying it
@on_a_loop
async def test_the_test_asks_about_the_model_and_sends_nothing_else(
    tmp_path: Path, service: StandInCoach
) -> None:
    window = (await shown(tmp_path, key=KEY, coach_model=MODEL)).window
    await window.click("Test it")
    host = service.address.removeprefix("http://")
    assert f"✓ {host} knows the key and the model. Nothing of yours was sent." in window.seen
    assert service.bodies == [{}]


@pytest.mark.parametrize(
    ("manner", "model", "told"),
    [
        ("401", MODEL, "The service does not accept the key."),
        ("normal", "no-such-model", "The service knows no model called no-such-model."),
        ("529", MODEL, "The service is overloaded or has a fault."),
        ("html", MODEL, "What answered is not the coach's service."),
    ],
)
@on_a_loop
async def test_a_test_that_fails_says_why_in_one_sentence(
    tmp_path: Path, service: StandInCoach, manner: str, model: str, told: str
) -> None:
    service.manner = manner
    window = (await shown(tmp_path, key=KEY, coach_model=model)).window
    await window.click("Test it")
    assert any(words.startswith(told) for words in window.seen)
    assert not any(KEY in words for words in window.seen)


@on_a_loop
async def test_a_changed_model_needs_another_test(tmp_path: Path, service: StandInCoach) -> None:
    section = await shown(tmp_path, key=KEY, coach_model=MODEL)
    await section.window.click("Test it")
    await section.field(MODEL_LABEL, "another-model")
    assert not any("knows the key" in words for words in section.window.seen)


# ---------------------------------------------------------------- what was sent, consent
@on_a_loop
async def test_the_record_is_one_click_away(tmp_path: Path) -> None:
    window = (await shown(tmp_path)).window
    await window.click("What was sent")
    assert window.went == ["/coach/sent"]


@on_a_loop
async def test_consent_of_the_sitting_can_be_withdrawn(tmp_path: Path) -> None:
    section = await shown(tmp_path, key=KEY)
    assert "Ask me before each call again" not in section.window.seen
    section.window.practice.coaching.agree(Help.REVIEW)
    section.window.redraw()
    await section.window.click("Ask me before each call again")
    assert not section.window.practice.coaching.agreed(Help.REVIEW)
    assert "Ask me before each call again" not in section.window.seen


@pytest.mark.parametrize(
    "look", [Look(LIGHT, 900, 640), Look(DARK, 1280, 800)], ids=["lit", "dark"]
)
@on_a_loop
async def test_every_look_says_the_same(tmp_path: Path, look: Look) -> None:
    window = (await shown(tmp_path, key=KEY, look=look)).window
    assert {HEAD, "ready", MODEL_LABEL, MASKED, SENT_LABEL, "Forget it"} <= set(window.seen)
