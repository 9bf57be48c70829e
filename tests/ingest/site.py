"""A site on this computer, for tests: pages by path, and a list of what was asked of it."""

import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATE = Path(__file__).resolve().parent.parent / "data" / "web" / "localhost.pem"
_KEY = CERTIFICATE.with_name("key.pem")

STORY = (
    b"<!doctype html><html lang=en><head><meta charset=utf-8><title>Bridge shut</title>"
    b"<meta property='og:title' content='Bridge shut after flood'></head><body><article>"
    b"<h1>Bridge shut after flood</h1><p>The old bridge at Harwick was closed on Monday, the "
    b"mayor said.</p><p>It will stay closed for a week.</p></article>"
    b"<script>document.title = 'run'</script><img src='/track.png'></body></html>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True)
class Asked:
    """A request: its path, and the lines of its head."""

    path: str
    head: Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """What the site gives: status, head, body; of ``claims`` bytes if it says another length.

    After ``holds`` it waits until the site is closed, before it goes on.
    """

    body: bytes = STORY
    head: Mapping[str, str] = field(default_factory=lambda: HTML)
    status: int = 200
    claims: int | None = None
    holds: bool = False


@dataclass
class Site:
    """The pages, what was asked so far, and the address of the site."""

    pages: dict[str, Answer]
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    came: threading.Event = field(default_factory=threading.Event)
    """Somebody has asked."""


@contextmanager
def site(pages: dict[str, Answer] | None = None, *, encrypted: bool = False) -> Iterator[Site]:
    """Give a site with these pages, /story if none are said, until the block ends."""
    held = Site({"/story": Answer()} if pages is None else pages)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(held))
    server.daemon_threads = True
    if encrypted:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE, _KEY)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    scheme, host = ("https", "localhost") if encrypted else ("http", "127.0.0.1")
    held.url = f"{scheme}://{host}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield held
    finally:
        held.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(held: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked.append(Asked(self.path, dict(self.headers.items())))
            answer = held.pages.get(self.path, Answer(b"gone", status=404))
            self.send_response(answer.status)
            for name, value in answer.head.items():
                self.send_header(name, value)
            length = len(answer.body) if answer.claims is None else answer.claims
            if length >= 0:
                self.send_header("Content-Length", str(length))
            self.end_headers()
            held.came.set()
            if answer.holds:
                held.over.wait(60)
            try:
                self.wfile.write(answer.body)
            except OSError:
                self.close_connection = True  # whoever asked has enough

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
