"""Reads the workspace's real pages as a person would: what stands there, what can be pressed and filled in."""

from dataclasses import dataclass, field

from tests.drivers import Screen
from tests.drivers.markup import Tag, parsed


@dataclass(slots=True)
class Post:
    """A form of a page: where it goes and what it carries, as a browser without scripts would send it."""

    path: str
    fields: dict[str, str] = field(default_factory=dict)


def page_of(html: str) -> Tag:
    return parsed(html)


def main_of(html: str) -> Tag:
    """The main part of a page: what stands around it is the same on all, and takes longest to read."""
    before, tag, rest = html.partition("<main ")
    return page_of(tag + rest.partition("</main>")[0] if tag else before)


def text_of(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def messages_of(page: Tag) -> list[Tag]:
    return page.select("article.message[id]")


def screen_of(part: Tag) -> Screen:
    """A message, Home or a sheet as a person reads it."""
    labels = dict(map(_options, part.select(".field")))
    title = part.select_one(".sheet-title, .home-title")
    return Screen(
        text=text_of(part),
        title=text_of(title) if title else "",
        buttons=tuple(text_of(button) for button in part.select(".button")),
        fields=labels,
        values={_label(box): value for box in part.select(".field") if (value := _value(box))},
        errors=tuple(text_of(link) for link in part.select(".summary a")),
    )


def post_behind(part: Tag, label: str) -> Post | None:
    """The form of the last button with this label."""
    for button in reversed(part.select("form.act button")):
        if text_of(button) == label and (form := button.around("form")):
            return post_of(form)
    return None


def post_of(form: Tag) -> Post:
    """What a browser would send: hidden fields, and what stands in the visible ones."""
    post = Post(form.get("action", ""))
    for box in form.select("input[name]"):
        kind = box.get("type", "text")
        if kind == "checkbox" and box.has_attr("checked") and box["name"] in post.fields:
            post.fields[box["name"]] += f",{box['value']}"  # as the door reads several boxes of one name
        elif kind not in ("radio", "checkbox") or box.has_attr("checked"):
            post.fields[box["name"]] = box.get("value", "")
    for area in form.select("textarea[name]"):
        post.fields[area["name"]] = area.get_text()
    for select in form.select("select[name]"):
        chosen = select.select_one("option[selected]")
        post.fields[select["name"]] = chosen["value"] if chosen else ""
    return post


def filled(part: Tag, label: str, value: str) -> tuple[str, str]:
    """The name and the value to send for the field with this label; for options, of the one with this label."""
    [box] = [box for box in part.select(".field") if _label(box) == label]
    for option in box.select("option"):
        if text_of(option) == value:
            return box.select("select")[0]["name"], option["value"]
    for radio in box.select("input[type=radio]"):
        if _radio_label(box, radio) == value:
            return radio["name"], radio["value"]
    ticks = {_radio_label(box, tick): tick for tick in box.select("input[type=checkbox]")}
    if ticks:
        return next(iter(ticks.values()))["name"], ",".join(ticks[one]["value"] for one in value.split("; "))
    control = box.select_one("textarea, input:not([type=radio])")
    if control is None:
        raise LookupError(f"no option {value!r} in {label!r}")
    return control["name"], value


def _options(box: Tag) -> tuple[str, tuple[str, ...]]:
    radios = tuple(_radio_label(box, radio) for radio in box.select("input[type=radio], input[type=checkbox]"))
    listed = tuple(text_of(option) for option in box.select("option") if option.get("value"))
    return _label(box), radios + listed


def _label(box: Tag) -> str:
    label = box.select_one(".label-text")
    return text_of(label) if label else ""


def _radio_label(box: Tag, radio: Tag) -> str:
    label = box.select_one(f'label[for="{radio["id"]}"]')
    if label and (more := label.select_one(".option-hint")):
        return " ".join(label.get_text().removesuffix(more.get_text()).split())
    # the number and what is only heard stand beside each other without a space between the tags
    return " ".join(label.get_text().split()) if label else ""


def _value(box: Tag) -> str:
    for radio in box.select("input[type=radio][checked]"):
        return _radio_label(box, radio)
    if ticked := box.select("input[type=checkbox][checked]"):
        return "; ".join(_radio_label(box, tick) for tick in ticked)
    if box.select("input[type=checkbox]"):
        return ""
    for option in box.select("option[selected]"):
        return text_of(option)
    control = box.select_one("textarea, input:not([type=radio])")
    if control is None:
        return ""
    return control.get_text() if control.name == "textarea" else control.get("value")
