"""`python -m bot inbox` is a process of its own: it answers, logs no visit, opens no main database, and ends when told to."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import httpx
import pytest

from tests.house import ROOT
from tests.storage.cases.chamber import PIN
from tests.test_serving import ended, free_port, places


@pytest.mark.process
async def test_it_serves_the_sign_in_page_and_writes_down_no_visit(tmp_path: Path) -> None:
    port, kept = free_port(), {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    told = {"HEARBACK_INBOX_PORT": str(port), "HEARBACK_SPEAK_UP_SIGNER": PIN}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "inbox"),
        cwd=ROOT,
        env=kept | places(tmp_path) | told,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stderr
        async for line in process.stderr:
            if b"The guardians' inbox: http://127.0.0.1:" in line:
                break
        edge = httpx.AsyncHTTPTransport(retries=8)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", transport=edge, trust_env=False) as client:
            assert (await client.get("/healthz", timeout=60)).text == "ok"
            page = await client.get("/inbox/case/abcdef")
            wrong = await client.post("/inbox/sign-in", data={"name": "canary", "passphrase": "canary", "code": "1"})
    finally:
        process.send_signal(signal.SIGTERM)
        out, err = await asyncio.wait_for(process.communicate(), 30)
    assert (page.status_code, wrong.status_code, process.returncode) == (401, 403, 0)
    assert "The list of guardians cannot be trusted" in wrong.text
    assert (out, err) == (b"", b"")
    assert sorted(path.name for path in (tmp_path / "db").iterdir() if path.suffix == ".db") == ["h-threads.db"]


async def test_without_a_signer_it_says_in_a_sentence_what_to_do(tmp_path: Path) -> None:
    code, said = await ended(tmp_path, "inbox")
    assert code == 1
    assert "HEARBACK_SPEAK_UP_SIGNER" in said
    assert "python -m bot speak-up init" in said
