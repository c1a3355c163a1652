"""A client of alarmpanel's HTTP API, with Python's standard library alone.

    with Server.start(["npx", "alarmpanel"]) as server:
        panel = server.panel(model="vst-2752")
        assert panel.text("PROG 7982 MODE:A")["reply"] == "MODE:OK"
        panel.advance("30s")
"""

import json
import os
import re
import signal
import subprocess
import tempfile
import threading
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen


class Server:
    """Where the API is: `http://127.0.0.1:8086`."""

    def __init__(self, address, process=None, folder=None):
        self.address, self.process, self.folder = address, process, folder

    @classmethod
    def start(cls, command):
        """Starts `alarmpanel serve --http` with a panel of its own, at a free port."""
        folder = tempfile.TemporaryDirectory(prefix="alarmpanel-")
        config = ["--config", f"{folder.name}/panel-config.json"]
        made = subprocess.run([*command, "config", "init", *config], text=True, capture_output=True)
        if made.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {made.stderr.strip()}")
        serve = [*command, "serve", *config, "--http", "127.0.0.1:0"]
        # npx starts it in a process of its own, and a group ends together.
        process = subprocess.Popen(
            serve, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        )
        said = ""
        for line in process.stderr:
            found = re.search(r"HTTP API at (http://\S+)/v1", line)
            if found:
                # What it says later must not fill the pipe.
                threading.Thread(target=process.stderr.read, daemon=True).start()
                return cls(found[1], process, folder)
            said += line
        raise RuntimeError(f"alarmpanel serve ended without an address: {said.strip()}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process:
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, signal.SIGTERM)
            else:
                self.process.terminate()
            self.process.wait()
        if self.folder:
            self.folder.cleanup()

    def ask(self, method, path, body=None):
        """The answer as a dict; a refusal is raised with its code and title."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"} if data else {}
        try:
            with urlopen(Request(self.address + path, data, headers, method=method)) as answer:
                return json.loads(answer.read() or "null")
        except HTTPError as error:
            problem = json.loads(error.read())
            raise RuntimeError(f"{problem['code']}: {problem['title']}") from None

    def panel(self, **wanted):
        """A throw-away panel: `panel(model="mz-8", time=60)`."""
        return Panel(self, self.ask("POST", "/v1/panels", wanted)["id"])


class Panel:
    def __init__(self, server, name):
        self.server, self.at = server, f"/v1/panels/{name}"

    def post(self, what, **body):
        return self.server.ask("POST", f"{self.at}/{what}", body)

    def text(self, text, **more):
        return self.post("texts", text=text, **more)

    def step(self, step):
        return self.post("steps", step=step)

    def advance(self, time):
        return self.post("clock", advance=time)

    def wait(self, what, within="1m", **more):
        """`wait({"text": {"contains": "alarm"}})`: what came, or an error that says what came instead."""
        waited = self.post("wait", **{"for": what, "within": within, **more})
        assert waited["held"], f"{what} did not come; instead: {waited['candidates']}"
        return waited

    def status(self):
        return self.server.ask("GET", f"{self.at}/status")

    def messages(self, number):
        return self.server.ask("GET", f"{self.at}/phones/{quote(number, safe='')}/messages")["messages"]

    def delete(self):
        self.server.ask("DELETE", self.at)
