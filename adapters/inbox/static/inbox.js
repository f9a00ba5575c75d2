// What the pages do besides, where scripts run: drafts are kept, the screen locks, and the list goes by the keyboard.
// Everything else works without it.

const body = document.body;
const EVERY = 10_000;

// What is opened again out of the browser's memory must pass the lock first.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

// --- drafts ---
const address = body.dataset.case;
const boxes = address ? [...document.querySelectorAll(".writing textarea")] : [];
const kept = new Map(boxes.map((box) => [box.name, box.value]));
let leaving = false;
let under = null;

async function keep(box) {
  const text = box.value;
  const said = document.querySelector(`[data-draft="${box.name}"]`);
  const fields = new URLSearchParams({ token: body.dataset.token, box: box.name, text });
  under = new AbortController();
  try {
    const answer = await fetch(`${address}/draft`, { method: "POST", body: fields, signal: under.signal });
    if (answer.status !== 204) throw new Error("not kept");
    kept.set(box.name, text);
    said.textContent = text.trim() ? body.dataset.kept : "";
  } catch {
    if (!leaving) said.textContent = body.dataset.notKept;
  } finally {
    under = null;
  }
}

async function keepAll() {
  if (leaving || under) return;
  for (const box of boxes) if (!leaving && box.value !== kept.get(box.name)) await keep(box);
}

if (boxes.length) {
  setInterval(keepAll, EVERY);
  addEventListener("visibilitychange", () => { if (document.hidden) keepAll(); });
  for (const form of document.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => {
      if (leaving) event.preventDefault(); // a double click sends once
      leaving = true;
      under?.abort();
    });
  }
}

// --- the lock: after so many seconds without a key or a touch nothing is left on the screen ---
const locks = Number(body.dataset.locks) * 1000;
if (locks) {
  let last = Date.now();
  const used = () => { last = Date.now(); };
  for (const kind of ["keydown", "pointerdown", "input"]) addEventListener(kind, used, { passive: true });
  setInterval(async () => {
    if (Date.now() - last < locks) return;
    await keepAll();
    if (boxes.some((box) => box.value !== kept.get(box.name))) {
      // What is not kept yet stays in its box; nothing else is left to be read.
      for (const each of document.querySelectorAll(".messages, .side, .head")) each.hidden = true;
      return;
    }
    leaving = true;
    location.replace("/inbox/sign-in");
  }, 5_000);
}

// --- j and k, while the list itself has the focus ---
const list = document.querySelector("[data-list]");
if (list) {
  document.querySelector("[data-keys]").hidden = false;
  const links = [...list.querySelectorAll("a.case-name")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !["j", "k"].includes(event.key)) return;
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== body && document.activeElement.id !== "main") return;
    const to = event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
    links[to].focus();
    links[to].scrollIntoView({ block: "nearest" });
    event.preventDefault();
  });
}
