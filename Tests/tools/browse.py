"""Opens a page in a headless browser and says what happened, as JSON.

Usage: browse.py CHROMIUM PAGE STEPS.json
STEPS is a list of steps: {"size": [width, height]}, {"scheme": "dark"}, {"evaluate": "expression"}, {"key": "Tab"},
{"screenshot": "file.png"}, {"whole": "file.png"}, {"print": "file.pdf"}. Prints {"values": [...], "errors": [...], "requests": [...]}: what the
expressions gave, what the console and the policy complained about, and what was asked of any network.

Speaks to the browser over a pipe, so that nothing listens on any port.
"""

import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


class Browser:
    def __init__(self, program, folder):
        to_browser, self.writing = os.pipe()
        self.reading, from_browser = os.pipe()

        def streams():
            # First out of the way: one of the ends may be 3 or 4 already.
            first, second = os.dup(to_browser), os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe"]
        flags += ["--no-first-run", "--disable-extensions", "--disable-background-networking", "--force-device-scale-factor=1"]
        self.process = subprocess.Popen(
            [program, *flags, f"--user-data-dir={folder}", "about:blank"], preexec_fn=streams, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None

    def read(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.reading, 1 << 20)
            if not piece:
                sys.exit("the browser went away")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, event):
        while not any(message.get("method") == event for message in self.events):
            self.events.append(self.read())

    def close(self):
        self.process.terminate()
        self.process.wait()


def evaluate(browser, expression):
    answer = browser.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
    if "exceptionDetails" in answer:
        return {"exception": answer["exceptionDetails"]["exception"].get("description", "")}
    return answer["result"].get("value")


def step(browser, what):
    (name, value), = what.items()
    if name == "size":
        browser.call("Emulation.setDeviceMetricsOverride", width=value[0], height=value[1], deviceScaleFactor=1, mobile=False)
    elif name == "scheme":
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": value}])
    elif name == "evaluate":
        return [evaluate(browser, value)]
    elif name == "key":
        codes = {"Tab": 9, "Enter": 13, "Escape": 27}
        key = {"key": value, "code": value, "windowsVirtualKeyCode": codes[value]}
        browser.call("Input.dispatchKeyEvent", type="rawKeyDown", **key)
        browser.call("Input.dispatchKeyEvent", type="keyUp", **key)
    elif name in ("screenshot", "whole"):
        answer = browser.call("Page.captureScreenshot", format="png", captureBeyondViewport=name == "whole")
        pathlib.Path(value).write_bytes(base64.b64decode(answer["data"]))
    elif name == "print":
        answer = browser.call("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)
        pathlib.Path(value).write_bytes(base64.b64decode(answer["data"]))
    else:
        sys.exit(f"there is no step {name}")
    return []


def main():
    program, page, steps = sys.argv[1:]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(program, folder)
        try:
            targets = browser.call("Target.getTargets")["targetInfos"]
            target = next(target for target in targets if target["type"] == "page")["targetId"]
            browser.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for domain in ["Page", "Runtime", "Log", "Network"]:
                browser.call(domain + ".enable")
            browser.call("Emulation.setFocusEmulationEnabled", enabled=True)
            browser.events = []
            address = pathlib.Path(page).resolve().as_uri()
            begin = time.monotonic()
            browser.call("Page.navigate", url=address)
            browser.wait("Page.loadEventFired")
            load = time.monotonic() - begin
            values = []
            for what in json.loads(pathlib.Path(steps).read_text()):
                values += step(browser, what)
            errors, requests = [], []
            for message in browser.events:
                parameters = message.get("params", {})
                method = message.get("method")
                if method == "Log.entryAdded":
                    errors.append(parameters["entry"]["text"])
                elif method == "Runtime.exceptionThrown":
                    errors.append(str(parameters["exceptionDetails"]))
                elif method == "Runtime.consoleAPICalled":
                    errors.append("console: " + str([value.get("value") for value in parameters["args"]]))
                elif method == "Page.javascriptDialogOpening":
                    errors.append("dialog: " + parameters["message"])
                elif method == "Network.requestWillBeSent" and parameters["request"]["url"] != address:
                    requests.append(parameters["request"]["url"])
            print(json.dumps({"values": values, "errors": errors, "requests": requests, "seconds": round(load, 2)}))
        finally:
            browser.close()


main()
