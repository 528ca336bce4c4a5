"""Issues → the file by which a search in the browser can be limited to one of them."""

from __future__ import annotations

import json

from duidu.publish.journal.issues import Arrangement
from duidu.publish.search.search_files import FOLDER
from duidu.publish.words import WORDS


def issues_file(arrangement: Arrangement) -> dict[str, bytes]:
    """The file, by its path below docs/: of each issue its slug, its name in each language, and the slugs
    of its articles. There is none where there are no issues.
    """
    told = [
        {
            "slug": issue.slug,
            "names": {language: issue.title(language) for language in WORDS},
            "articles": slugs,
        }
        for issue, slugs in arrangement.issues.items()
    ]
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    return {f"{FOLDER}/issues.json": content} if told else {}
