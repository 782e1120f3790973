"""Fetching: a speech model comes from the hub while the person works elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event, Lock, Thread

from storybuilder.core.language import ENGLISH
from storybuilder.core.speech_model import speech_model
from storybuilder.errors import StorybuilderError
from storybuilder.practice.setting_up import SettingUp

STEPS = 200
"""How often progress is told at most: a large model arrives in tens of thousands of pieces."""


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing was fetched since the program started."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A model is on its way."""

    name: str
    done: float | None = None
    """0 to 1; None until the hub has answered."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The last download is over: the model is ready, it was stopped, or it failed."""

    name: str
    ready: bool = False
    failure: StorybuilderError | None = None


State = Idle | UnderWay | Ended


class Fetching:
    """One download at a time, in a thread that never outlives the program."""

    def __init__(self, setting_up: SettingUp, then: Callable[[], None]) -> None:
        """`then` is called when a model has become ready. It must be quick."""
        self._setting_up, self._then = setting_up, then
        self._lock = Lock()
        self._state: State = Idle()
        self._stop = Event()
        self._thread: Thread | None = None
        self._watching: list[Callable[[], None]] = []

    @property
    def state(self) -> State:
        """What is under way, or how the last download ended. Quick."""
        return self._state

    def start(self, name: str) -> None:
        """Begin unless a download is under way already. Quick."""
        with self._lock:
            if isinstance(self._state, UnderWay):
                return
            self._state, self._stop = UnderWay(name), Event()
            self._thread = Thread(
                target=self._run,
                args=(name, self._stop, self._thread),
                name=f"fetching {name}",
                daemon=True,
            )
            self._thread.start()
        self._tell()

    def stop(self) -> None:
        """End the download; what has arrived is kept. Quick, even on a dead connection."""
        with self._lock:
            if not isinstance(self._state, UnderWay):
                return
            self._stop.set()
            self._state = Ended(self._state.name)
        self._tell()

    def wait(self) -> None:
        """Wait until the last thread has ended."""
        if self._thread is not None:
            self._thread.join()

    def delete(self, name: str) -> int:
        """Delete a model, or what arrived of one; the bytes it took. Raises ModelNotDeleted."""
        if not isinstance(self._state, UnderWay):
            self.wait()  # one that was stopped may still hold its files, for some seconds
        return self._setting_up.models.delete(name)

    def watch(self, told: Callable[[], None]) -> Callable[[], None]:
        """Call `told` whenever the state changes, from any thread; returns how to end that."""
        self._watching.append(told)

        def unwatch() -> None:
            if told in self._watching:
                self._watching.remove(told)

        return unwatch

    def _run(self, name: str, stop: Event, before: Thread | None) -> None:
        if before is not None:
            before.join()
        outcome = Ended(
            name, failure=StorybuilderError(f"the download of {name} ended unexpectedly")
        )
        chosen = self._setting_up.settings.model
        try:
            ready = self._setting_up.download(
                name, lambda done: self._progress(stop, done), stop.is_set
            )
            if ready and chosen == self._setting_up.settings.model:
                self._use(name)
            outcome = Ended(name, ready)
        except StorybuilderError as failure:
            outcome = Ended(name, failure=failure)
        finally:
            self._end(stop, outcome)

    def _use(self, name: str) -> None:
        """Whoever fetches a model wants it; not so where it would not understand them."""
        model, language = speech_model(name), self._setting_up.settings.language
        if language == ENGLISH or model is None or not model.only_english:
            self._setting_up.choose(model=name)

    def _progress(self, stop: Event, done: float) -> None:
        with self._lock:
            state = self._state
            if stop is not self._stop or not isinstance(state, UnderWay):
                return
            if state.done is not None and int(done * STEPS) == int(state.done * STEPS):
                return
            self._state = replace(state, done=done)
        self._tell()

    def _end(self, stop: Event, outcome: Ended) -> None:
        with self._lock:
            mine = stop is self._stop and isinstance(self._state, UnderWay)
            if mine:
                self._state = outcome
        if outcome.ready:
            self._then()
        if mine:
            self._tell()

    def _tell(self) -> None:
        for told in tuple(self._watching):
            told()
