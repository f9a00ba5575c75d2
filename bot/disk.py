"""Files of keys: what was made or removed stays so after a power cut, and what is destroyed is written over first."""

import os
import secrets
from pathlib import Path

from bot.settings import Settings


def write_whole(path: Path, held: bytes, *, anew: bool = False) -> None:
    """Writes a file that only its owner may read, and returns when it is on the disk. `anew`: raises FileExistsError where
    there is one."""
    how = os.O_EXCL if anew else os.O_TRUNC
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600), "wb") as file:
        file.write(held)
        file.flush()
        os.fsync(file.fileno())


def shred(path: Path) -> None:
    """Removes a file, written over first for file systems that write in place; where they do not, its folder is the thing to
    keep out of backups, and docs/privacy.md says so. Raises FileNotFoundError."""
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def sync_folder(folder: Path) -> None:
    """Returns when it is on the disk which files this folder has."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def make_folders(settings: Settings) -> None:
    """The secrets' folder and an SQLite file's folder, readable by this user only."""
    settings.secrets_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    if settings.database_url.startswith("sqlite:///"):
        Path(settings.database_url.removeprefix("sqlite:///")).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
