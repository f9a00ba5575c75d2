// Draws Block Kit and Adaptive Cards with the libraries that are made for it. Everything comes from window.SHEET.
import "@fontsource/lato/latin-400.css";
import "@fontsource/lato/latin-700.css";
import "@fontsource/lato/latin-900.css";
import "@fontsource/open-sans/latin-400.css";
import "@fontsource/open-sans/latin-600.css";
import "slack-blocks-to-jsx/dist/style.css";
import * as adaptive from "adaptivecards";
import MarkdownIt from "markdown-it";
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Message } from "slack-blocks-to-jsx";
import host from "./host.json";

const markdown = new MarkdownIt({ html: false, linkify: false });
adaptive.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

function part(tag, name, ...inside) {
  const made = document.createElement(tag);
  made.className = name;
  made.append(...inside);
  return made;
}

function image() {
  const mark = part("img", "mark");
  mark.src = window.SHEET.mark;
  return mark;
}

// The library takes `verbatim` for "no formatting"; Slack only stops making links and names of plain words.
// Slack itself adds "(optional)" to a label.
function asSlackShows(block) {
  const said = JSON.parse(JSON.stringify(block, (key, value) => (key === "verbatim" ? undefined : value)));
  if (said.type === "input" && said.optional) said.label.text += " (optional)";
  return said;
}

// What the library draws of its own accord: a word about Enter that Slack does not show, no chosen option, and a tall field
// where one line is wanted.
function mend(place, drawn) {
  const inputs = drawn.map((block) => block.element).filter((element) => element?.type === "plain_text_input");
  [...place.querySelectorAll("textarea")].forEach((area, number) => {
    if (inputs[number] && !inputs[number].multiline) Object.assign(area.style, { height: "38px", minHeight: "38px", resize: "none" });
  });
  for (const hint of place.querySelectorAll("p, span, div")) if (/^↵ Please/.test(hint.textContent)) hint.remove();
  const selects = drawn.map((block) => block.element).filter((element) => element?.type === "static_select");
  const empty = [...place.querySelectorAll("span")].filter((span) => !span.children.length && span.textContent === "Pick an option");
  selects.forEach((select, number) => {
    empty[number].textContent = select.initial_option?.text.text ?? "Select an item";
    if (select.initial_option) empty[number].style.color = "#1d1c1d";
  });
}

function blocks(drawn) {
  const place = part("div", "blocks");
  const message = createElement(Message, { blocks: drawn.map(asSlackShows), logo: window.SHEET.mark, name: "Hearback", theme: "light", withoutWrapper: true });
  flushSync(() => createRoot(place).render(message));
  mend(place, drawn);
  return place;
}

function slack({ kind, payload }) {
  if (kind === "form") {
    const foot = part("div", "foot", part("span", "button", payload.close.text));
    if (payload.submit) foot.append(part("span", "button send", payload.submit.text));
    const head = part("div", "head", image(), part("strong", "", payload.title.text), part("span", "cross", "✕"));
    return part("div", "slack modal", head, part("div", "body", blocks(payload.blocks)), foot);
  }
  if (kind === "home") return part("div", "slack home", blocks(payload.blocks));
  const head = part("div", "", part("strong", "sender", "Hearback"), part("span", "app", "APP"), part("span", "time", "10:00"));
  return part("div", "slack message", image(), part("div", "said", head, blocks(payload.blocks)));
}

function adaptiveCard(content) {
  const card = new adaptive.AdaptiveCard();
  card.hostConfig = new adaptive.HostConfig(host);
  card.parse(content);
  return card.render();
}

function teams({ kind, payload }) {
  if (kind === "form") {
    const head = part("div", "head", image(), part("strong", "", payload.title), part("span", "cross", "✕"));
    return part("div", "teams dialog", head, part("div", "body", adaptiveCard(payload.card.content)));
  }
  const head = part("div", "", part("span", "sender", "Hearback"), part("span", "time", "10:00"));
  return part("div", `teams ${kind}`, image(), part("div", "said", head, part("div", "bubble", adaptiveCard(payload))));
}

function web({ payload }) {
  const frame = part("iframe", "web");
  frame.srcdoc = payload;
  const ready = new Promise((done) => {
    frame.addEventListener("load", () => {
      frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px`;
      done();
    });
  });
  window.READY.push(ready);
  return frame;
}

const PLATFORMS = { slack, teams, web };
window.READY = [document.fonts.ready];
for (const cell of document.querySelectorAll("[data-cell]")) {
  const shown = window.SHEET.cells[cell.dataset.cell];
  cell.append(PLATFORMS[shown.platform](shown));
}
