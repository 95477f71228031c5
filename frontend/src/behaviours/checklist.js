// A visit is written where there may be no network: every sign is kept on this device at once, and
// what was sent without a network waits here until there is one. It arrives once, by its key.
import { TOKEN, read, tokenOf } from "../token.js";

const STORES = ["drafts", "waiting"];

const opened = () =>
  new Promise((done, failed) => {
    const asked = indexedDB.open("xieshang-visits", 1);
    asked.onupgradeneeded = () => STORES.forEach((name) => asked.result.createObjectStore(name, { keyPath: "id" }));
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

const stored = async (name, mode, work) => {
  const base = await opened();
  try {
    return await new Promise((done, failed) => {
      const deal = base.transaction(name, mode);
      const asked = work(deal.objectStore(name));
      deal.oncomplete = () => done(asked?.result);
      deal.onerror = deal.onabort = () => failed(deal.error);
    });
  } finally {
    base.close();
  }
};
const put = (name, value) => stored(name, "readwrite", (store) => store.put(value));
const drop = (name, id) => stored(name, "readwrite", (store) => store.delete(id));
const get = (name, id) => stored(name, "readonly", (store) => store.get(id));
const all = (name) => stored(name, "readonly", (store) => store.getAll());

const LEFT_OUT = [TOKEN];

class Checklist {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("form");
    this.owner = `${root.dataset.person}:${root.dataset.checklist}`;
    this.url = location.pathname;
    this.sending = null;
    this.again = false;
  }

  async begin() {
    // Where this browser keeps nothing the form is sent as any other is.
    if (!(await opened().then((base) => base.close() ?? true, () => false))) return;
    this.form.addEventListener("input", () => this.keep());
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.root.querySelector("[data-send]").addEventListener("click", () => this.send());
    addEventListener("online", () => this.send());
    if (!this.form.querySelector("[aria-invalid=true]")) await this.restore();
    this.beginTaking();
    await this.send();
  }

  entries() {
    return [...new FormData(this.form)].filter(
      ([name, value]) => !LEFT_OUT.includes(name) && !(value instanceof File && !value.size),
    );
  }

  keep() {
    return put("drafts", { id: this.owner, entries: this.entries() });
  }

  async restore() {
    const draft = await get("drafts", this.owner);
    if (draft) this.fill(draft.entries);
    else this.renew();
  }

  fill(entries) {
    const files = new DataTransfer();
    for (const [name, value] of entries) {
      if (value instanceof File) files.items.add(value);
      else if (this.form.elements[name]) this.form.elements[name].value = value;
    }
    if (files.items.length) this.form.elements.photos.files = files.files;
  }

  // The page may be days old, and may have been written on before: a new visit, of today.
  renew() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    this.form.elements.day.value = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const spread = crypto.getRandomValues(new Uint8Array(16));
    const hex = [...spread].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    this.form.elements.key.value = hex;
  }

  async submit(event) {
    event.preventDefault();
    const entries = this.entries();
    const id = Object.fromEntries(entries).key;
    await put("waiting", { id, owner: this.owner, url: this.url, at: Date.now(), entries });
    await drop("drafts", this.owner);
    this.form.reset();
    this.renew();
    await this.tell();
    await this.send();
  }

  async waiting() {
    const own = (await all("waiting")).filter((each) => each.owner === this.owner);
    return own.sort((one, other) => one.at - other.at);
  }

  show(name, shown = true) {
    this.root.querySelector(`[data-when=${name}]`).hidden = !shown;
  }

  async tell() {
    const many = (await this.waiting()).length;
    this.root.querySelector("[data-many]").textContent = many;
    this.show("waiting", many > 0);
  }

  // One sending at a time; what was written down while one ran goes in the round after it.
  send() {
    this.again = true;
    this.sending ??= this.sendRounds().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  async sendRounds() {
    for (const name of ["sign-in", "refused", "sent"]) this.show(name, false);
    while (this.again) {
      this.again = false;
      await this.sendAll();
    }
  }

  async sendAll() {
    await this.tell();
    for (const visit of await this.waiting()) {
      const came = await this.sendOne(visit);
      if (came === "later") return;
      // What is being written now is not written over: it waits until the form is free again.
      if (came === "refused" && (await get("drafts", this.owner))) continue;
      this.show(came);
      if (came === "sign-in") return;
      if (came === "refused") {
        this.fill(visit.entries);
        await this.keep();
      }
      await drop("waiting", visit.id);
      await this.tell();
    }
  }

  // "sent", "refused", "sign-in", or "later" where there is no network or the site has a fault.
  async sendOne(visit) {
    try {
      const page = await read(visit.url, { redirect: "manual" });
      if (!page) return "sign-in";
      const token = tokenOf(page);
      const body = new FormData();
      for (const [name, value] of visit.entries) body.append(name, value);
      const heads = token ? { "X-CSRFToken": token } : {};
      const answer = await fetch(visit.url, { method: "POST", body, headers: heads, redirect: "manual" });
      if (answer.type === "opaqueredirect") return "sent";
      return answer.status < 500 && answer.status !== 403 ? "refused" : "later";
    } catch {
      return "later"; // no network: it waits, and the page says so
    }
  }

  beginTaking() {
    if (!navigator.serviceWorker) return;
    const scope = new URL(".", new URL(this.root.dataset.worker, location)).pathname;
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      this.show("taken", Boolean(data.kept));
      this.show("can-take", !data.kept);
    });
    this.root.querySelector("[data-take]").addEventListener("click", async () => {
      await navigator.serviceWorker.register(this.root.dataset.worker, { scope });
      const ready = await navigator.serviceWorker.ready;
      ready.active.postMessage({ keep: [this.url, ...this.parts()] });
    });
    this.root.querySelector("[data-leave]").addEventListener("click", async () => {
      (await navigator.serviceWorker.ready).active.postMessage({ forget: true });
    });
    caches.match(this.url).then((found) => {
      this.show("taken", Boolean(found));
      this.show("can-take", !found);
    });
  }

  // What this page is made of.
  parts() {
    const made = performance.getEntriesByType("resource").map((each) => each.name);
    return made.filter((url) => url.startsWith(`${location.origin}/static/`));
  }
}

export default function checklist(page) {
  for (const root of page.querySelectorAll("[data-checklist]")) new Checklist(root).begin();
}
