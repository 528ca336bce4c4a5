"""The manifest, by which browsers install the site, under the site's own name."""

from __future__ import annotations

import json

from duidu.settings import Settings

MANIFEST = "manifest.json"


def own_manifest(known: bytes, settings: Settings) -> dict[str, bytes]:
    """The manifest `known` with what the project says of its site, by its path; nothing where they agree."""
    told = json.loads(known)
    said = {
        "name": settings.name,
        "short_name": settings.name,
        "description": settings.description,
        "lang": settings.language,
    }
    own = told | {key: value for key, value in said.items() if value}
    return {} if own == told else {MANIFEST: json.dumps(own, ensure_ascii=False, indent=2).encode() + b"\n"}
