"""Makes an environment for each peer, with what peers.toml pins, and knows when one is out of date."""

import hashlib
import json
import subprocess
import sys
import tomllib
import venv
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent


@dataclass
class Peer:
    """One entry of peers.toml or chaos_peers.toml."""

    name: str
    script: str
    about: str
    requirements: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    """What its script is told."""
    flags: list[str] = field(default_factory=list)
    """What Python is told."""
    kind: str = ""
    """What its figures are judged as: floor, ours, defaults or tuned."""
    environment: str = ""
    """The peer whose environment this one shares; its own where empty."""
    project: bool = False
    """Whether this folder's own package is installed, editable."""
    here: bool = False
    """Whether it runs in the environment that the bench itself runs in."""

    @property
    def folder(self) -> Path:
        """Where its environment stands."""
        return HERE / ".venvs" / (self.environment or self.name)

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return Path(sys.executable) if self.here else self.folder / "bin" / "python"

    def install(self) -> None:
        """Make the environment unless it stands as pinned."""
        wanted = hashlib.sha256(repr((sys.version, self.requirements, self.project)).encode()).hexdigest()
        stamp = self.folder / ".stamp"
        if self.here or self.environment or (stamp.is_file() and stamp.read_text() == wanted):
            return
        print(f"installing {self.name} …", file=sys.stderr)
        venv.create(self.folder, clear=True, with_pip=True)
        pip = [str(self.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *self.requirements], check=True)
        if self.project:
            subprocess.run([*pip, "--no-deps", "--editable", str(ROOT)], check=True)
        stamp.write_text(wanted)

    def versions(self) -> str:
        """Return what is installed, as one line."""
        command = [str(self.python), "-m", "pip", "list", "--format=json", "--disable-pip-version-check"]
        installed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        left_out = {"pip", "setuptools"}
        return ", ".join(f"{p['name']} {p['version']}" for p in installed if p["name"] not in left_out)


def read_peers(file: str = "peers.toml") -> dict[str, Peer]:
    """Return the peers by name, in the order of the file."""
    entries = tomllib.loads((HERE / file).read_text(encoding="utf-8"))
    return {name: Peer(name, **entry) for name, entry in entries.items()}
