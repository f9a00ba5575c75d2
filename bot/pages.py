"""What anyone can fetch without signing in, as far as it is wanted: files and calendars by their address, the API, the two
public pages, and those of a workshop.

Like `bot.main` it imports outwards. What draws a page is imported when the page is wanted.
"""

from starlette.routing import BaseRoute

from adapters.api.app import routes as api_routes
from adapters.api.saving import file_routes
from adapters.calendar.app import routes as calendar_routes
from bot.languages import load, speaking
from bot.main import LANGUAGES, Works, capabilities, outlet
from bot.settings import Settings
from storage.cases.enclosing import Enclosing
from storage.exports import dictionary


def routes_out(settings: Settings, works: Works) -> list[BaseRoute]:
    """The API, which is not there without a token, and the addresses of files where people can be given any."""
    exports = outlet(settings, works.database, works.clock, speaking(load(LANGUAGES)), charts=works.charts)
    addresses = capabilities(settings, works.secrets, works.clock)
    files = file_routes(exports, addresses) if addresses else []
    return [*api_routes(exports, dictionary.rows()), *files, *calendar_routes(works.calendars.find)]


def public_page(settings: Settings, works: Works) -> list[BaseRoute]:
    """The page for speaking up without the chat, where it is wanted. It is given no way to send, and nothing that knows a
    person."""
    page = settings.page
    if page is None:
        return []
    from adapters.second_door.late import late_routes  # noqa: PLC0415 - a door without its setting is not imported

    return late_routes(lambda: _page_routes(settings, works, files=page.files))


def _page_routes(settings: Settings, works: Works, *, files: bool) -> list[BaseRoute]:
    from adapters.second_door.app import SecondDoor  # noqa: PLC0415 - what draws the page is imported at its first visit
    from adapters.second_door.enclosing import Enclosure  # noqa: PLC0415
    from adapters.second_door.page import Paper  # noqa: PLC0415
    from adapters.web.sheets import PublicSheets  # noqa: PLC0415

    house = settings.house
    words = speaking(load(LANGUAGES))(house.language, house.zone)
    paper = Paper(PublicSheets(), house, files=files)
    enclosure = Enclosure(Enclosing(works.desk.work, files), files=files)
    return SecondDoor(works.bot, works.clock, paper, enclosure, words=lambda: words).routes


def promises_page(settings: Settings, works: Works) -> list[BaseRoute]:
    """What all staff were promised, for anyone to read: not there unless it is wanted."""
    if not settings.house.promises_public:
        return []
    from adapters.public.app import PublicPromises  # noqa: PLC0415 - a door without its setting is not imported
    from adapters.public.page import Page  # noqa: PLC0415
    from adapters.web.sheets import PublicSheets  # noqa: PLC0415
    from storage.public import Promised  # noqa: PLC0415

    house = settings.house
    words = speaking(load(LANGUAGES))(house.language, house.zone)
    return PublicPromises(
        Promised(works.database), works.clock, Page(house, PublicSheets().style), lambda: words
    ).routes


def tables_pages(works: Works) -> list[BaseRoute]:
    """The pages of workshops, where a telephone could reach them. Each says that there is nothing here until somebody holds
    one."""
    if not works.house.tables:
        return []
    from adapters.tables.late import late_routes  # noqa: PLC0415 - a door without its setting is not imported

    return late_routes(lambda: _tables_routes(works))


def _tables_routes(works: Works) -> list[BaseRoute]:
    from adapters.tables.app import OpenTables  # noqa: PLC0415 - what draws the pages is imported at their first visit
    from adapters.tables.page import Page  # noqa: PLC0415
    from adapters.web.sheets import PublicSheets  # noqa: PLC0415
    from storage.workshops.door import FoundTables  # noqa: PLC0415

    house = works.house
    words = speaking(load(LANGUAGES))(house.language, house.zone)
    tables = FoundTables(works.database, works.clock, house.zone)
    secure = house.tables.startswith("https://")
    return OpenTables(tables, works.clock, Page(house, PublicSheets().style), lambda: words, secure=secure).routes
