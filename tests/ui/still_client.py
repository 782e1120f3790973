"""A client of Flet's that shows nothing: the page behind it is Flet's own."""

import asyncio

import flet as ft
import msgpack
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    InvokeMethodRequestBody,
    Message,
    MessageAction,
    configure_encode_object_for_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from tests.ui.controls import texts
from tests.ui.still_window import until


class StillClient(Connection):
    """Answers what the page asks of it; what a person does is told to the page through it."""

    def __init__(self, *, web: bool = True, width: float = 1280, route: str = "/") -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.loop = asyncio.get_running_loop()
        self.pubsubhub = PubSubHub(self.loop)
        self.page_url = "http://127.0.0.1"
        self.gone = ""
        """What Flet says when something is sent after the client went; empty while it is here."""
        self.lost = 0
        """How many messages were sent after it went."""
        self.called: list[str] = []
        self.session = Session(self)
        self.page = self.session.page
        self.session.apply_page_patch({"route": route, "width": width, "height": 800, "web": web})
        _packed(self.session.get_page_patch())  # type: ignore[no-untyped-call]

    def send_message(self, message: Message) -> None:
        if self.gone:
            self.lost += 1
            raise AttributeError(self.gone)
        _packed(message.body)
        if message.action is MessageAction.INVOKE_METHOD:
            self._answer(message.body)

    def _answer(self, asked: InvokeMethodRequestBody) -> None:
        self.called.append(asked.name)
        self.session.handle_invoke_method_results(asked.control_id, asked.call_id, None, None)
        if asked.name == "push_route":
            self.session.apply_page_patch({"route": asked.args["route"]})
            self.loop.create_task(self.happens("route_change", route=asked.args["route"]))

    async def happens(self, name: str, **told: object) -> None:
        """Tell the page that something happened to it."""
        await self.session.dispatch_event(self.page._i, name, told)

    async def key(self, name: str, *, ctrl: bool = False) -> None:
        """Press a key that no field takes for itself."""
        await self.happens(
            "keyboard_event", key=name, ctrl=ctrl, shift=False, alt=False, meta=False
        )

    async def see(self, words: str) -> None:
        """Wait until these words are on the page."""
        await until(lambda: words in self.seen)

    @property
    def seen(self) -> list[str]:
        """The words on the page, without those said in passing."""
        return [words for control in self.page.controls for words in texts(control)]

    @property
    def notices(self) -> list[str]:
        """What was said in passing, all of it."""
        said = (one for one in self.page._dialogs.controls if isinstance(one, ft.SnackBar))
        return [words for one in said for words in texts(one)]

    @property
    def box(self) -> ft.AlertDialog | None:
        """The question that is being asked now."""
        boxes = (one for one in self.page._dialogs.controls if isinstance(one, ft.AlertDialog))
        return next((one for one in boxes if one.open), None)

    @property
    def asks(self) -> bool:
        """Whether a question is being asked."""
        return self.box is not None


def _packed(body: object) -> bytes:
    """As it would be sent. Flet finds out by it what is new in the next message."""
    encode = configure_encode_object_for_msgpack(ft.BaseControl)  # type: ignore[no-untyped-call]
    packed: bytes = msgpack.packb(body, default=encode)
    return packed
