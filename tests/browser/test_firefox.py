"""The page of Peru in Firefox, where the system has it, driven through its own protocol and without a network.

The protocol is Marionette (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.driver import KEYS

FIREFOX = shutil.which("firefox") or shutil.which("firefox-esr")
PREFERENCES = {
    "marionette.port": 0,
    "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9,
    "datareporting.policy.dataSubmissionEnabled": False, "app.update.enabled": False,
}  # fmt: skip
LONGEST_S = 60

pytestmark = pytest.mark.skipif(FIREFOX is None, reason="Firefox is not installed")


class Firefox:
    """A window of Firefox."""

    def __init__(self, port: int) -> None:
        self._line = socket.create_connection(("127.0.0.1", port), timeout=LONGEST_S)
        self._number = 0
        self._read()
        self.do("WebDriver:NewSession")

    def _read(self) -> Any:
        length = b""
        while (sign := self._line.recv(1)) != b":":
            length += sign
        content = b""
        while len(content) < int(length):
            content += self._line.recv(int(length) - len(content))
        return json.loads(content)

    def do(self, command: str, **parameters: Any) -> Any:
        """What a command answers."""
        self._number += 1
        asked = json.dumps([0, self._number, command, parameters]).encode()
        self._line.sendall(b"%d:%s" % (len(asked), asked))
        _, _, error, answer = self._read()
        assert error is None, error
        return answer

    def run(self, code: str, *arguments: Any) -> Any:
        """What a piece of JavaScript returns."""
        return self.do("WebDriver:ExecuteScript", script=code, args=list(arguments))["value"]

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        steps = [
            {"type": kind, "value": KEYS.get(key, key)}
            for key in keys
            for kind in ("keyDown", "keyUp")
        ]
        self.do(
            "WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": steps}]
        )

    def close(self) -> None:
        """End the connection."""
        self.do("Marionette:Quit", flags=["eForceQuit"])
        self._line.close()


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A browser with a new profile in a folder."""
    lines = (
        f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
        for name, value in PREFERENCES.items()
    )
    (profile / "user.js").write_text("".join(lines), encoding="ascii")
    command = [str(FIREFOX), "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        try:
            told, until = profile / "MarionetteActivePort", time.monotonic() + LONGEST_S
            while not (told.is_file() and told.read_text()) and time.monotonic() < until:
                time.sleep(0.1)
            browser = Firefox(int(told.read_text()))
            yield browser
            browser.close()
        finally:
            child.terminate()


def test_firefox_shows_searches_and_opens(peru_page: Path, tmp_path: Path) -> None:
    with firefox(tmp_path) as browser:
        browser.do("WebDriver:Navigate", url=peru_page.as_uri())
        drawn = browser.run("return timelinePage.rows()")
        assert len(drawn["marks"]) > 50
        assert len(drawn["titles"]) > 20
        browser.press("/", *"chancay", "Enter")
        selected = browser.run("return timelinePage.rows().selected")
        assert (
            "chancay"
            in browser.run(
                "return document.getElementById(arguments[0]).textContent", selected
            ).lower()
        )
        browser.run("location.hash = 'us-troops-1172-in-peru'")
        assert "1,172" in browser.run("return document.querySelector('#_side').innerText")
        refused = browser.run(
            "return performance.getEntriesByType('resource').map((one) => one.name)"
        )
        assert [address for address in refused if address.startswith("http")] == []
