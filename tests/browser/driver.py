"""A browser that tests drive as a reader would: Chromium through its WebDriver, without a network.

The client speaks the protocol of the W3C (https://www.w3.org/TR/webdriver2/) and, for what that lacks, passes commands
of Chromium's own tools on.
"""

from __future__ import annotations

import base64
import http.client
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
MISSING = "Chromium and its driver (chromium, chromium-driver) are not installed"
ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no network, whatever a page asks for
]  # fmt: skip
LONGEST_S = 120
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014",
        "ArrowDown": "\ue015", "Home": "\ue011", "Tab": "\ue004", " ": " "}  # fmt: skip


class Browser:
    """A window of Chromium."""

    def __init__(self, port: int, folder: Path) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST_S)
        options = {"binary": CHROMIUM, "args": [*ARGUMENTS, f"--user-data-dir={folder}"]}
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"},
        }
        asked = {"capabilities": {"alwaysMatch": wanted}}
        self._session = f"/session/{self._ask('POST', '/session', asked)['sessionId']}"

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        self._line.request(method, path, None if body is None else json.dumps(body))
        value = json.loads(self._line.getresponse().read())["value"]
        if isinstance(value, dict) and "error" in value:
            raise RuntimeError(f"{value['error']}: {value['message']}")
        return value

    def _do(self, command: str, **body: Any) -> Any:
        return self._ask("POST", f"{self._session}/{command}", body)

    def close(self) -> None:
        """Close the window."""
        self._ask("DELETE", self._session)
        self._line.close()

    def tools(self, command: str, **parameters: Any) -> Any:
        """A command of Chromium's own tools."""
        return self._do("goog/cdp/execute", cmd=command, params=parameters)

    def open(self, page: Path, place: str = "") -> None:
        """Open a page from disk, as a new one even if it is open already."""
        self._do("url", url="about:blank")
        self.messages()
        self.requests()
        self._do("url", url=page.as_uri() + place)

    def resize(self, width: int, height: int, *, touch: bool = False) -> None:
        """Be a desk, or a telephone with a touch screen."""
        size = {"width": width, "height": height, "deviceScaleFactor": 2 if touch else 1}
        self.tools("Emulation.setDeviceMetricsOverride", **size, mobile=touch)
        self.tools("Emulation.setTouchEmulationEnabled", enabled=touch)

    def media(self, kind: str = "", **features: str) -> None:
        """The medium and what the reader prefers, such as `prefers_color_scheme="dark"`."""
        chosen = [{"name": k.replace("_", "-"), "value": value} for k, value in features.items()]
        self.tools("Emulation.setEmulatedMedia", media=kind, features=chosen)
        self.rest()

    def script(self, allowed: bool) -> None:
        """Whether pages may run scripts."""
        self.tools("Emulation.setScriptExecutionDisabled", value=not allowed)

    def run(self, code: str, *arguments: Any) -> Any:
        """What a piece of JavaScript returns."""
        return self._do("execute/sync", script=code, args=list(arguments))

    def run_later(self, code: str, *arguments: Any) -> Any:
        """What a piece of JavaScript hands to its last argument, a function."""
        return self._do("execute/async", script=code, args=list(arguments))

    def rest(self) -> None:
        """Wait until the page has painted."""
        code = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))"
        self.run_later(code)

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        steps = [
            {"type": kind, "value": KEYS.get(key, key)}
            for key in keys
            for kind in ("keyDown", "keyUp")
        ]
        self._do("actions", actions=[{"type": "key", "id": "keys", "actions": steps}])
        self.rest()

    def click(self, css: str) -> None:
        """Click in the middle of an element."""
        x, y = self.run(_MIDDLE, css)
        self.click_at(x, y)

    def click_at(self, x: float, y: float) -> None:
        """Click at a place of the window."""
        steps = [
            _to(x, y),
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._point([steps], "mouse")

    def drag(self, *ways: Sequence[tuple[float, float]], kind: str = "mouse") -> None:
        """Drag along a way or, with several fingers, along one for each."""
        self._point(
            [
                [_to(*way[0]), {"type": "pointerDown", "button": 0}]
                + [_to(x, y, 40) for x, y in way[1:]]
                + [{"type": "pointerUp", "button": 0}]
                for way in ways
            ],
            kind,
        )

    def wheel(self, x: int, y: int, down: int) -> None:
        """Turn the wheel at a place."""
        step = {"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": down, "origin": "viewport"}
        self._do("actions", actions=[{"type": "wheel", "id": "wheel", "actions": [step]}])
        self.rest()

    def _point(self, fingers: list[list[dict[str, Any]]], kind: str) -> None:
        sources = [
            {
                "type": "pointer",
                "id": f"{kind} {n}",
                "parameters": {"pointerType": kind},
                "actions": steps,
            }
            for n, steps in enumerate(fingers)
        ]
        self._do("actions", actions=sources)
        self.rest()

    def picture(self, path: Path) -> None:
        """Save what the window shows as PNG."""
        path.write_bytes(base64.b64decode(self._ask("GET", f"{self._session}/screenshot")))

    def messages(self) -> list[str]:
        """What pages said in the console since the last call, errors of scripts and of the policy included."""
        return [entry["message"] for entry in self._do("se/log", type="browser")]

    def requests(self, *, refused: bool = True) -> list[str]:
        """The addresses that pages wanted since the last call; with or without those that the policy refused."""
        logged = self._do("se/log", type="performance")
        entries = [json.loads(entry["message"])["message"] for entry in logged]
        stopped = {
            entry["params"]["requestId"]
            for entry in entries
            if entry["method"] == "Network.loadingFailed" and entry["params"].get("blockedReason")
        }
        return [
            entry["params"]["request"]["url"]
            for entry in entries
            if entry["method"] == "Network.requestWillBeSent"
            and (refused or entry["params"]["requestId"] not in stopped)
        ]


_MIDDLE = """
const found = document.querySelector(arguments[0]);
found.scrollIntoView({ block: "nearest", inline: "nearest" });
const { left, top, width, height } = found.getBoundingClientRect();
return [left + width / 2, top + height / 2];
"""


def _to(x: float, y: float, ms: int = 0) -> dict[str, Any]:
    return {
        "type": "pointerMove",
        "x": round(x),
        "y": round(y),
        "duration": ms,
        "origin": "viewport",
    }


@contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    """A browser with a new profile in a folder."""
    assert DRIVER is not None
    with subprocess.Popen(
        [DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        try:
            assert child.stdout is not None
            ports = (re.search(r"successfully on port (\d+)", line) for line in child.stdout)
            port = next(int(found[1]) for found in ports if found is not None)
            browser = Browser(port, folder)
            yield browser
            browser.close()
        finally:
            child.terminate()
