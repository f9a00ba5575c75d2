// What the pages do better with a script: forms in a dialog, new messages without reloading, Enter to send.
// Every page works without it; this file only takes over forms that are marked with data-live.

const { here, seat, token, lost, new: newMessage } = document.body.dataset;
const dialog = document.getElementById("dialog");
const log = document.getElementById("log");
const heard = document.getElementById("heard");
const toasts = document.getElementById("toasts");
let news;
let moved = false;

if (here && seat) {
  document.addEventListener("submit", send);
  document.addEventListener("click", once, true);
  document.addEventListener("click", closeOrLead);
  // mousedown, not pointerdown, since it counts the clicks: the second of a double click must not wipe away what the first said
  document.addEventListener("mousedown", (event) => event.detail > 1 || event.target.closest(".toast") || toasts.replaceChildren());
  dialog.addEventListener("close", () => dialog.replaceChildren());
  listen();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", (event) => event.persisted && listen());
  addEventListener("pagehide", () => news?.close());
  if (log) compose();
}
find();

// --- forms -------------------------------------------------------------------------------------------------------

async function send(event) {
  const form = event.target;
  if (!form.dataset.live) return;
  event.preventDefault();
  if (form.classList.contains("waiting")) return;
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  if (form.dataset.live === "say" && !fields.get("text").trim()) return;
  form.classList.add("waiting");
  form.setAttribute("aria-busy", "true");
  const echo = form.dataset.live === "say" ? said(form, fields.get("text").trim()) : null;
  try {
    // a field of this form is called action, so form.action would be that field
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body: fields, headers: live(), redirect: "manual" });
    if (answer.type === "opaqueredirect") return location.assign("/");
    await take(form, answer, await answer.text());
  } catch {
    if (echo) unsay(form, echo, fields.get("text"));
    toast(lost);
  } finally {
    form.classList.remove("waiting");
    form.removeAttribute("aria-busy");
  }
}

function live() {
  return { "Hearback-Live": "1", "Hearback-Token": token };
}

async function take(form, answer, html) {
  const reply = answer.headers.get("Hearback-Reply");
  if (!reply) return toast(new DOMParser().parseFromString(html, "text/html").querySelector("[data-sentence]")?.textContent ?? lost);
  if (reply !== "nothing") renew(form);
  if (reply === "show") show(html);
  if (reply === "say" || reply === "close") dialog.close();
  if (reply === "say" && here !== "/chat") toast(html, true);
  if (reply !== "show" && here === "/home") await home();
}

// The next press of the same button is a new one.
function renew(form) {
  const nonce = form.elements.namedItem("nonce");
  if (nonce) nonce.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function home() {
  const answer = await fetch("/home", { headers: live() });
  if (answer.ok) document.getElementById("home").innerHTML = await answer.text();
}

// A double click is one press, however fast the first was answered, and also where its answer drew the button anew.
function once(event) {
  if (event.detail > 1 && event.target.closest("form[data-live] button")) event.preventDefault();
}

// --- dialog and toasts ---------------------------------------------------------------------------------------------

function show(html) {
  dialog.innerHTML = html;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector(".sheet-body").scrollTop = 0;
  const summary = dialog.querySelector("#summary");
  (summary ?? dialog.querySelector("#sheet-title")).focus();
}

function closeOrLead(event) {
  if (event.target === dialog || event.target.closest("[data-close]")) return dialog.close();
  const link = event.target.closest(".summary a");
  if (!link) return;
  event.preventDefault();
  document.getElementById(link.hash.slice(1))?.focus();
}

function toast(said, drawn = false) {
  if (drawn) toasts.innerHTML = said;
  else {
    const box = document.createElement("div");
    box.className = "toast";
    box.textContent = said;
    if (dialog.open) box.setAttribute("role", "alert");
    toasts.replaceChildren(box);
  }
  // While a dialog is open, everything outside it is out of reach: the sentence goes in.
  if (dialog.open) dialog.querySelector(".sheet")?.append(...toasts.childNodes);
}

// --- what is new ---------------------------------------------------------------------------------------------------

// Only a page that is seen listens: a browser allows six open lines in all, and what nobody sees is not read.
function listen() {
  news?.close();
  if (document.hidden) return;
  news = new EventSource(`/stream?${new URLSearchParams({ room: here, as: seat })}`);
  news.addEventListener("message", (event) => arrive(JSON.parse(event.data)));
  news.addEventListener("bar", (event) => turn(JSON.parse(event.data)));
  news.addEventListener("unread", (event) => count(JSON.parse(event.data)));
  news.addEventListener("gone", () => location.assign(here));
}

function arrive({ id, version, day, html }) {
  const old = document.getElementById(`m-${id}`);
  if (old?.dataset.version === version) return;
  const drawn = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  if (old) return old.replaceWith(drawn);
  under(day);
  log.append(drawn);
  heard.textContent = `${newMessage}: ${drawn.querySelector("[data-summary]").textContent}`;
}

function under(day) {
  log.querySelector("[data-empty]")?.remove();
  if ([...log.querySelectorAll("[data-day]")].at(-1)?.dataset.day === day) return;
  const line = document.getElementById("day-line").content.cloneNode(true);
  line.querySelector("[data-day]").dataset.day = day;
  line.querySelector("h2").textContent = day;
  log.append(line);
}

function turn({ html, moving, monday, can_go, can_close }) {
  document.querySelector("[data-bar]").innerHTML = html;
  const [go, close, later] = document.querySelectorAll(".bar-button");
  later.textContent = monday;
  go.disabled = moving || !can_go;
  close.disabled = moving || !can_close;
  later.disabled = moving;
  if (moved && !moving && here === "/home") home();
  moved = moving;
}

function count(unread) {
  for (const line of document.querySelectorAll("[data-room]")) {
    const [n, sentence] = unread[line.dataset.room] ?? [0, ""];
    const badge = line.querySelector("[data-count]");
    badge.hidden = !n || line.dataset.room === here;
    badge.querySelector("[data-number]").textContent = n;
    badge.querySelector("[data-sentence]").textContent = ` ${sentence}`;
  }
}

// --- writing -------------------------------------------------------------------------------------------------------
// What a person wrote stays in this tab: the server answers it and forgets it.

function compose() {
  const box = document.getElementById("text");
  for (const hint of document.querySelectorAll("[data-script]")) hint.hidden = false;
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.form.requestSubmit();
  });
  box.addEventListener("input", () => fit(box));
  for (const { after, text } of memory()) echo(text, document.getElementById(after));
}

function fit(box) {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}

function said(form, text) {
  const before = [...log.querySelectorAll("[id^='m-']")].at(-1);
  const drawn = echo(text, null);
  memory([...memory(), { after: before?.id ?? "", text }].slice(-50));
  form.elements.text.value = "";
  fit(form.elements.text);
  return drawn;
}

function unsay(form, drawn, text) {
  drawn.remove();
  memory(memory().slice(0, -1));
  form.elements.text.value = text;
  fit(form.elements.text);
}

function echo(text, after) {
  log.querySelector("[data-empty]")?.remove();
  const drawn = document.getElementById("mine").content.cloneNode(true).firstElementChild;
  drawn.querySelector(".said").textContent = text;
  let last = after;
  while (last?.nextElementSibling?.classList.contains("mine")) last = last.nextElementSibling;
  if (last) last.after(drawn);
  else log.append(drawn);
  return drawn;
}

function memory(kept) {
  const key = `hearback ${seat} ${here}`;
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify(kept));
    return JSON.parse(sessionStorage.getItem(key) ?? "[]");
  } catch {
    return [];
  }
}

// --- finding somebody to be ----------------------------------------------------------------------------------------

function find() {
  const finder = document.querySelector("[data-finder]");
  if (!finder) return;
  finder.hidden = false;
  finder.querySelector("input").addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  finder.querySelector("input").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let any = false;
    for (const team of document.querySelectorAll("[data-team]")) {
      let found = false;
      for (const person of team.querySelectorAll("[data-find]")) {
        person.hidden = !wanted.every((part) => person.dataset.find.includes(part));
        found ||= !person.hidden;
      }
      team.hidden = !found;
      team.open = found && wanted.length > 0;
      any ||= found;
    }
    finder.querySelector("[data-none]").hidden = any;
  });
}
