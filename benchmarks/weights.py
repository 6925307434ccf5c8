"""What the first view of a page weighs: bytes as they come over the network, by kind of file.

A page is opened in Chromium with an empty cache, and left alone until the network is quiet; then
its first chart is brought into view, which loads the tools of the charts.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, ViewportSize

KILOBYTE = 1000
VIEW = ViewportSize(width=1280, height=900)
# Comes only when a chart comes into view, and is counted apart.
INTERACTIVE = "chart-tools"


@dataclass(frozen=True, slots=True)
class Weight:
    """Kilobytes by kind of file, and the tools of the charts, which come late."""

    kinds: Mapping[str, float]
    interactive: float

    @property
    def total(self) -> float:
        """Everything but the tools of the charts."""
        return sum(self.kinds.values())


def of(browser: Browser, address: str) -> Weight:
    """Return the weight of the first view of a page."""
    kinds: dict[str, str] = {}
    sizes: Counter[str] = Counter()
    with browser.new_context(locale="zh-CN", viewport=VIEW) as context:
        page = context.new_page()
        network = context.new_cdp_session(page)
        network.send("Network.enable")

        def received(event: dict[str, Any]) -> None:
            is_tool = INTERACTIVE in event["response"]["url"]
            kinds[event["requestId"]] = INTERACTIVE if is_tool else event["type"]

        def finished(event: dict[str, Any]) -> None:
            kind = kinds.get(event["requestId"], "Other")
            sizes[kind] += event["encodedDataLength"]

        network.on("Network.responseReceived", received)
        network.on("Network.loadingFinished", finished)
        page.goto(address, wait_until="networkidle")
        charts = page.locator("figure.chart").all()
        for chart in charts[:1] if INTERACTIVE not in kinds.values() else ():
            with page.expect_response(lambda response: INTERACTIVE in response.url) as tools:
                chart.scroll_into_view_if_needed()
            tools.value.finished()
    interactive = sizes.pop(INTERACTIVE, 0) / KILOBYTE
    return Weight({kind: size / KILOBYTE for kind, size in sorted(sizes.items())}, interactive)
