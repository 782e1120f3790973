"""Settings, speech model: which ones there are, get one, use one, delete one, or name a folder."""

from collections.abc import Callable

import flet as ft

from storybuilder.core.language import language_name
from storybuilder.core.speech_model import SPEECH_MODELS, SpeechModel
from storybuilder.errors import StorybuilderError
from storybuilder.practice.fetching import Ended, UnderWay
from storybuilder.ui.apart import apart
from storybuilder.ui.labels import megabytes, percent
from storybuilder.ui.model_rows import SOURCES, Kept, at_hand, size_mb, suggestion_told
from storybuilder.ui.model_table import ModelActs, ModelsShown, model_table
from storybuilder.ui.parts.field import boxed, labelled
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.states import Working, failure_shown
from storybuilder.ui.parts.text import heading, link, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import L, M, Palette, S

FOLDER_LABEL = "Or a folder with a model of your own (it goes first)"
ABOUT = (
    "Speed is against base.en. Wrong words are of native speakers of English; expect more of your "
    "own."
)
GO_ON = "You can go on elsewhere. Stopping keeps what has arrived."


class ModelSection:
    """The speech models, and a look at the download that may be under way."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._setting_up = window.practice.setting_up
        self._fetching = window.practice.fetching
        self._kept = Kept()
        self._cannot_listen: StorybuilderError | None = None
        self._failure: StorybuilderError | None = None
        self._asked: dict[str, int] = {}
        self._asking = ""
        self._more = self._sources = False
        self._shown = False
        self._started = ""
        """The download that was begun here, whose end is told wherever the person is by then."""
        self._unwatch: Callable[[], None] = lambda: None
        self._working: Working | None = None
        self._folders: dict[str, ft.TextField] = {}

    async def look(self) -> None:
        """See which models there are, and whether the one in force is complete."""
        self._kept = await self._window.work(self._find)
        self._cannot_listen = await self._window.work(self._setting_up.cannot_listen)
        state = self._fetching.state
        self._failure = state.failure if isinstance(state, Ended) else None
        if not self._shown and isinstance(state, UnderWay):
            self._watch()
        self._shown = True

    def leave(self) -> None:
        """A download goes on."""
        self._shown = False
        if not self._started:
            self._unwatch()

    def _find(self) -> Kept:
        models = self._setting_up.models
        taken = tuple((model.name, models.kept_bytes(model.name)) for model in SPEECH_MODELS)
        return Kept(frozenset(models.installed()), taken)

    @property
    def news(self) -> str:
        """Whether takes can be written down, as a title."""
        settings = self._setting_up.settings
        if self._cannot_listen is None:
            return "Ready to listen."
        if settings.model_folder:
            return "The folder you named cannot listen."
        if settings.model in self._kept.ready:
            return f"{settings.model} cannot listen to {language_name(settings.language)}."
        return "One download to go: the speech model."

    # ------------------------------------------------------------ drawing
    def draw(self, p: Palette, room: float) -> list[ft.Control]:
        """The table, the download under way or its failure, and the folder."""
        settings = self._setting_up.settings
        suits = suggestion_told(self._setting_up.computer(), settings.language)
        return [
            heading("Speech model", p, "turns takes into words, on this computer"),
            gap(S),
            text(suits, "small", p.soft, width=room),
            gap(S),
            *model_table(self._listed(), self._acts(), p, room),
            *self._download_rows(p, room),
            *self._why_not(p, room, named=False),
            gap(S),
            *self._below(p, room),
            gap(M),
            labelled(self._folder(p, room), FOLDER_LABEL, p),
            *self._why_not(p, room, named=True),
        ]

    def _listed(self) -> ModelsShown:
        settings, state = self._setting_up.settings, self._fetching.state
        busy = state.name if isinstance(state, UnderWay) else self._asking
        hand = at_hand(settings.language, settings.model, self._kept, busy)
        return ModelsShown(
            kept=self._kept,
            language=settings.language,
            in_use=settings.model,
            own_folder=bool(settings.model_folder),
            busy=busy,
            asked=self._asked,
            names=None if self._more else hand,
        )

    def _acts(self) -> ModelActs:
        return ModelActs(self._download, lambda model: self._choose(model=model.name), self._delete)

    def _below(self, p: Palette, room: float) -> list[ft.Control]:
        """What the figures mean, and the ways to more of them."""
        more = "Fewer models" if self._more else "More models"
        where = "Hide the sources" if self._sources else "Where the figures are from"
        rows: list[ft.Control] = [
            text(ABOUT, "small", p.soft, width=room),
            ft.Row(
                [link(more, p, lambda e: self._turn_more()), link(where, p, self._turn_sources)],
                spacing=L,
                wrap=True,
                run_spacing=0,
            ),
        ]
        if self._sources:
            rows += [text(source, "small", p.soft, width=room) for source in SOURCES]
        return rows

    def _turn_more(self) -> None:
        self._more = not self._more
        self._window.redraw()

    def _turn_sources(self, _: object) -> None:
        self._sources = not self._sources
        self._window.redraw()

    def _why_not(self, p: Palette, room: float, *, named: bool) -> list[ft.Control]:
        """Why the folder that was `named`, or else the model chosen, cannot listen.

        Nothing while that merely is not here yet.
        """
        settings = self._setting_up.settings
        concerned = bool(settings.model_folder) is named
        if self._cannot_listen is None or not concerned:
            return []
        if not named and settings.model not in self._kept.ready:
            return []
        return [gap(S), failure_shown(self._cannot_listen, p, room)]

    # ------------------------------------------------------------ a folder of one's own
    def _folder(self, p: Palette, room: float) -> ft.TextField:
        """Made once for each palette and kept, so that a redraw leaves the caret where it is."""
        folder = self._setting_up.settings.model_folder
        made = boxed(folder, "", p, on_submit=self._on_folder, on_blur=self._on_folder)
        kept = self._folders.setdefault(p.name, made)
        kept.width = room
        return kept

    def _on_folder(self, event: ft.Event[ft.TextField]) -> None:
        folder = (event.control.value or "").strip()
        if folder != self._setting_up.settings.model_folder:
            self._choose(model_folder=folder)

    def _choose(self, **changes: str) -> None:
        async def chosen() -> None:
            await self._window.work(lambda: self._setting_up.choose(**changes))
            await self.look()
            self._window.practice.catching_up.start()
            self._window.redraw()

        self._window.start(chosen)

    # ------------------------------------------------------------ deletion
    def _delete(self, model: SpeechModel) -> None:
        settings, size = self._setting_up.settings, megabytes(self._kept.mb(model))
        used = model.name == settings.model and not settings.model_folder
        if model.name not in self._kept.ready:
            title, words = f"Discard what arrived of {model.name}?", f"It frees {size}."
        elif used:
            title = f"Delete {model.name}, the model in use?"
            words = (
                f"It frees {size}. New takes are kept and wait for their words until a model is "
                "here again."
            )
        else:
            title, words = f"Delete {model.name}?", f"It frees {size}, and can be got again."
        yes = "Discard" if model.name not in self._kept.ready else "Delete"
        self._window.ask(title, words, yes, lambda: self._deleted(model))

    async def _deleted(self, model: SpeechModel) -> None:
        try:
            freed = await self._window.work(self._fetching.delete, model.name)
            self._window.notice(f"{megabytes(freed / 1e6)} are free again.")
        finally:
            await self.look()
            self._window.redraw()

    # ------------------------------------------------------------ download
    def _download_rows(self, p: Palette, room: float) -> list[ft.Control]:
        state = self._fetching.state
        if isinstance(state, UnderWay):
            stop = ("Stop", lambda e: self._fetching.stop())
            self._working = Working(f"Getting the speech model {state.name}", p, room, stop)
            self._working.show(state.done or 0.0, self._told(state))
            return [gap(M), self._working.root]
        if self._asking:
            return [gap(M), text(f"Asking how large {self._asking} is …", "small", p.soft)]
        if self._failure is not None:
            return [gap(M), failure_shown(self._failure, p, room)]
        return []

    def _told(self, state: UnderWay) -> str:
        if state.done is None:
            return f"Asking for it … {GO_ON}"
        model = next(one for one in SPEECH_MODELS if one.name == state.name)
        whole = size_mb(model, self._asked.get(model.name))
        if whole is None:
            return f"{percent(state.done)}. {GO_ON}"
        return f"{state.done * whole:.0f} of {megabytes(whole)}. {GO_ON}"

    def _download(self, model: SpeechModel) -> None:
        if isinstance(self._fetching.state, UnderWay) or self._asking:
            return
        if size_mb(model, self._asked.get(model.name)) is None:
            self._asking, self._failure = model.name, None
            self._window.redraw()
            self._window.start(lambda: self._ask_size(model))
        else:
            self._begin(model)

    async def _ask_size(self, model: SpeechModel) -> None:
        """Nobody should start gigabytes without knowing."""
        try:
            size = await apart(self._setting_up.models.download_bytes, model.name)
        except StorybuilderError as failure:
            self._failure = failure
            return
        finally:
            self._asking = ""
            self._redraw_if_shown()
        self._asked[model.name] = size
        if self._shown:
            words = f"The download is {megabytes(size / 1e6)}. {GO_ON}"
            self._window.ask(f"Download {model.name}?", words, "Download", lambda: self._go(model))

    async def _go(self, model: SpeechModel) -> None:
        self._begin(model)

    def _begin(self, model: SpeechModel) -> None:
        self._started, self._failure = model.name, None
        self._watch()
        self._fetching.start(model.name)
        self._redraw_if_shown()

    def _watch(self) -> None:
        self._unwatch()
        self._unwatch = self._fetching.watch(lambda: self._window.post(self._on_change))

    def _on_change(self) -> None:
        state = self._fetching.state
        if isinstance(state, Ended):
            self._unwatch()
            self._window.start(lambda: self._end(state))
        elif isinstance(state, UnderWay) and self._shown and self._working is not None:
            self._window.refresh(*self._working.show(state.done or 0.0, self._told(state)))

    async def _end(self, state: Ended) -> None:
        if self._started == state.name:
            self._started = ""
            if state.ready:
                self._window.notice(f"The speech model {state.name} is ready.")
            elif state.failure is not None and not self._shown:
                self._window.notice(state.failure.sentence())
        if self._shown:
            await self.look()
            self._window.redraw()

    def _redraw_if_shown(self) -> None:
        if self._shown:
            self._window.redraw()
