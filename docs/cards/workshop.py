"""Gets the tools that draw for Slack and Teams from npm, and bundles them into one script in build/cards."""

import shutil
import subprocess
from pathlib import Path

from docs.browser import Missing

HERE = Path(__file__).parent
SLOW = 120_000  # milliseconds; a page may bring every drawing library with it
BUILD = HERE.parents[1] / "build" / "cards"
NO_NODE = (
    "Node.js and npm are needed to draw cards for Slack and Teams (Debian: apt install npm). The bot needs neither."
)
NO_PACKAGES = "npm could not install what docs/cards/package.json names. Is the npm registry within reach?"
NO_BUNDLE = "esbuild could not bundle docs/cards/draw.js."


def make_bundle() -> Path:
    """The folder that holds bundle.js and bundle.css; packages are installed once, and anew when package.json changes."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise Missing(NO_NODE)
    BUILD.mkdir(parents=True, exist_ok=True)
    wanted, installed = HERE / "package.json", BUILD / "installed.json"
    if not installed.exists() or installed.read_bytes() != wanted.read_bytes():
        shutil.copyfile(wanted, BUILD / "package.json")
        _run([npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], NO_PACKAGES)
        shutil.copyfile(wanted, installed)
    for source in ("draw.js", "host.json"):
        shutil.copyfile(HERE / source, BUILD / source)
    bundler = BUILD / "node_modules" / ".bin" / "esbuild"
    loaders = ["--loader:.woff2=dataurl", "--loader:.woff=empty"]
    _run(
        [str(bundler), "draw.js", "--bundle", "--minify", "--outfile=bundle.js", "--log-level=error", *loaders],
        NO_BUNDLE,
    )
    return BUILD


def _run(command: list[str], otherwise: str) -> None:
    done = subprocess.run(command, cwd=BUILD, check=False, capture_output=True, text=True)  # noqa: S603 - our own words
    if done.returncode:
        raise Missing(f"{otherwise}\n{done.stderr.strip()[-2000:]}")
