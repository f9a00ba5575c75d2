"""`python -m docs.cards`: one contact sheet per language in build/cards, as a page and in pictures, and one of charts."""

import sys

from docs.browser import Missing, chromium
from docs.cards import charts, sheet, workshop
from docs.cards.shown import LANGUAGES, every_example


def main() -> None:
    try:
        workshop.make_bundle()
        examples = list(every_example())
        drawn = charts.write()
        with chromium() as browser:
            print(f"Charts: {drawn}, {charts.photograph(browser, drawn)}")  # noqa: T201
            for title, language in LANGUAGES.items():
                page = sheet.write([each for each in examples if each.language == language], language)
                print(f"{title}: {page}, {len(sheet.photograph(browser, page))} pictures")  # noqa: T201 - what the command is for
    except Missing as missing:
        sys.exit(str(missing))


if __name__ == "__main__":
    main()
