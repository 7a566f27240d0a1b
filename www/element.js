// The custom element <shifan-assessment>. `cargo xtask build` puts this text into one closed scope, after three names and
// unpack.js: makeEngine (the glue, made anew for each element), WASM (the module as text) and STYLES (the style sheet).

const TAG = "shifan-assessment";

// Only what must be said while the application is not running: before it starts, and after it failed. Its own texts are in
// src/page/texts.
const WORDS = {
  "zh-CN": {
    cannotStart: "自评表未能启动。请使用新版 Chrome、Edge、Firefox 或 Safari；如果浏览器已是新版，可能是本站的安全策略不允许运行 WebAssembly，请联系网站管理员。",
    rulesRefused: "本页附带的规则有误，未予采用，当前按内置规则自评。",
    stopped: "自评表出现错误，已停止运行",
    kept: "已填内容仍在。请先逐个保存到文件，再重新打开自评表；保存的文件今后也可用“打开文件”继续填写。",
    notKept: "没有可以保存的已填内容。",
    again: "带着已填内容重新打开",
    details: "错误信息（可提供给网站管理员）",
  },
  en: {
    cannotStart: "The self-assessment could not start. Please use a recent Chrome, Edge, Firefox or Safari; if yours is recent, this site's security policy may forbid WebAssembly: please tell its administrator.",
    rulesRefused: "The rules that came with this page are faulty and were not used; the built-in rules apply.",
    stopped: "The self-assessment ran into an error and stopped",
    kept: "What you filled in is still there. Please save it to files first, then open the self-assessment again; “Open file” takes these files at any time.",
    notKept: "There is nothing filled in to save.",
    again: "Open again with what was filled in",
    details: "Error message (for the administrator of the site)",
  },
};

/** What the window hears of exceptions for which nobody waits. */
const ERRORS = ["error", "unhandledrejection"];
/** An application that is not there so long after one will not come. */
const RENDERS_MS = 5000;

let module;

/** The compiled module, made once for all elements of the document. */
function compiled() {
  // Asynchronous and from bytes: Chrome before 114 compiles no more than 4 KB synchronously, and a fetch would need
  // a policy that lets the page talk to a server.
  module ??= WebAssembly.compile(unpack(WASM));
  return module;
}

let sheet;

/** A constructed style sheet, which the policy of a host page does not block. */
function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  return sheet;
}

class ShifanAssessment extends HTMLElement {
  static observedAttributes = ["track", "stage", "ruleset", "lang", "theme"];

  /** The application, from when it stands until it is taken away. */
  #app;
  /** The application from when it is opened until it stands. */
  #starting;
  /** Where it stands. */
  #page;
  /** What the host page wants filled in before there is anything to fill in; undefined if nothing. */
  #waiting;
  #rulesets = [];
  /** Counts the openings: what belongs to an earlier one comes too late. */
  #opening = 0;
  #links = [];
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #repaint = () => this.#paint();

  connectedCallback() {
    // Properties that were set before this class was known lie on the element itself and hide the accessors.
    for (const name of ["rulesets", "value"]) {
      if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
      const early = this[name];
      delete this[name];
      this[name] = early;
    }
    // Moving the element within its document connects it again; what has been typed must survive that.
    if (!this.#page) this.#open([]);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  attributeChangedCallback(name) {
    if (name === "theme") this.#paint();
    else if (this.#app) this.#apply(name);
  }

  /** The submission; null while track and stage are not chosen. Setting it fills the form, null empties it. */
  get value() {
    return this.#app ? this.#ask((app) => app.value()) : (this.#waiting ?? null);
  }

  set value(value) {
    if (this.#app) this.#fill(value);
    else this.#waiting = value;
  }

  /** The documents of batches that are offered beside the built-in ones. */
  get rulesets() {
    return [...this.#rulesets];
  }

  set rulesets(documents) {
    this.#rulesets = Array.isArray(documents) ? [...documents] : [];
    if (this.#app) this.#offer();
  }

  /** The report on what is filled in; null while track and stage are not chosen. */
  assess() {
    return this.#app ? this.#ask((app) => app.report()) : null;
  }

  /** Opens the application, then fills in the texts of files. */
  async #open(files) {
    const opening = ++this.#opening;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    let page = root;
    // What goes wrong while it renders is thrown in a turn of its own, for which nobody waits.
    const thrown = ({ error, reason }) => setTimeout(() => this.#app || lost(error ?? reason), RENDERS_MS);
    const lost = (error) => {
      unheard();
      if (opening !== this.#opening) return;
      this.#starting = undefined;
      page.textContent = this.#words.cannotStart + ` (${error})`;
      page.setAttribute?.("role", "alert");
      this.#say("shifan-error", { message: String(error), cause: "start" });
    };
    let patience;
    const unheard = () => {
      clearTimeout(patience);
      ERRORS.forEach((name) => removeEventListener(name, thrown));
    };
    try {
      page = this.#page = document.createElement("div");
      // The host page's own text inside the element stays visible until the application takes its place.
      page.append(document.createElement("slot"));
      put(root, page);
      this.#dark.addEventListener("change", this.#repaint);
      root.adoptedStyleSheets = [styles()];
      this.#paint();
      // An instance of its own: what goes wrong in one element leaves the others alone, and with the element all its memory goes.
      const engine = makeEngine();
      await engine({ module_or_path: await compiled() });
      await parsed();
      if (opening !== this.#opening) return;
      put(page);
      let app;
      const changed = () => {
        unheard();
        if (opening !== this.#opening) return;
        if (this.#app) this.#say("shifan-change", this.#detail());
        else this.#begin(app, files);
      };
      // The message comes in the midst of the failure: nothing may be asked of the application before its end.
      const failed = (message) => queueMicrotask(() => opening === this.#opening && this.#stop(app, message));
      ERRORS.forEach((name) => addEventListener(name, thrown));
      patience = setTimeout(unheard, RENDERS_MS);
      this.#starting = app = engine.Application.open(page, this.#language(), changed, failed);
    } catch (error) {
      lost(error);
    }
  }

  #begin(app, files) {
    this.#app = app;
    this.#offer();
    for (const name of ["track", "stage"]) this.#apply(name);
    for (const text of files) this.#fill(JSON.parse(text));
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined && files.length === 0) this.#fill(waiting);
    this.#say("shifan-ready", null);
  }

  /** Hands in the rulesets that stand in the page and those of the property. */
  #offer() {
    this.shadowRoot.querySelector(".rules-refused")?.remove();
    this.#try("ruleset", (app) => {
      // At any depth: editors wrap what they do not know in paragraphs.
      const blocks = this.querySelectorAll('script[type="application/json"]');
      const documents = [...blocks].map((block) => JSON.parse(block.textContent)).concat(this.#rulesets);
      app.offerRulesets(documents);
      const wanted = this.getAttribute("ruleset") ?? documents[0]?.id;
      if (wanted !== undefined) app.chooseRuleset(String(wanted));
    });
  }

  #apply(name) {
    const value = this.getAttribute(name);
    if (name === "lang") this.#try("lang", (app) => app.speak(this.#language()));
    else if (name === "ruleset") this.#offer();
    else if (value !== null) this.#try(name, (app) => (name === "track" ? app.chooseTrack(value) : app.chooseStage(value)));
  }

  #fill(value) {
    this.#try("value", (app) => {
      const leftOut = app.fill(value);
      if (leftOut.length > 0) throw new Error(`there is no field for: ${leftOut.join(", ")}`);
    });
  }

  /** Does what the host page asked for; what is refused changes nothing and is said to the host page. */
  #try(cause, act) {
    try {
      act(this.#app);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return;
      // Whoever fills in the form must know by which rules it is not assessed.
      if (cause === "ruleset") {
        const told = line("p", `${this.#words.rulesRefused} (${error.message})`, "alert");
        told.className = "rules-refused";
        this.#page.before(told);
      }
      this.#say("shifan-error", { message: error.message, cause });
    }
  }

  #ask(question) {
    try {
      return question(this.#app);
    } catch {
      return null;
    }
  }

  /** Worked out only for those who look. */
  #detail() {
    const app = this.#app;
    let submission, report;
    return {
      get submission() {
        return (submission ??= app.value());
      },
      get report() {
        return (report ??= app.report());
      },
    };
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** The application cannot go on: what was filled in is handed over, and can be gone on from. */
  #stop(app, message) {
    const files = rescued(app);
    this.#close();
    const words = this.#words;
    const box = document.createElement("section");
    box.className = "shifan stopped";
    box.lang = this.#language();
    box.setAttribute("role", "alert");
    box.append(line("h2", words.stopped), line("p", files.length > 0 ? words.kept : words.notKept));
    for (const [name, text] of files) {
      const link = line("a", name);
      link.download = name;
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      this.#links.push(link.href);
      const paragraph = document.createElement("p");
      paragraph.append(link);
      box.append(paragraph);
    }
    const again = line("button", words.again);
    again.type = "button";
    again.addEventListener("click", () => {
      this.#close();
      this.#open(files.map(([, text]) => text));
    });
    const details = document.createElement("details");
    details.append(line("summary", words.details), line("p", message));
    box.append(again, details);
    this.#page = document.createElement("div");
    this.#page.append(box);
    this.#paint();
    put(this.shadowRoot, this.#page);
    this.#say("shifan-error", { message, cause: "failure" });
  }

  /** Gives everything back. What was filled in stays readable, and is there again if the element comes back. */
  #close() {
    this.#opening += 1;
    const app = this.#app ?? this.#starting;
    if (this.#app) this.#waiting = this.#ask(() => app.value()) ?? undefined;
    this.#app = this.#starting = undefined;
    try {
      app?.close();
    } catch {
      // It had failed: there is nothing left to close.
    }
    this.#links.splice(0).forEach((link) => URL.revokeObjectURL(link));
    this.#dark.removeEventListener("change", this.#repaint);
    if (this.shadowRoot) put(this.shadowRoot);
    this.#page = undefined;
  }

  /** Dark or light: as the host page says, or else as the person's system does. Large or small: as the person's browser is set. */
  #paint() {
    if (!this.#page) return;
    const theme = this.getAttribute("theme");
    const dark = theme === "dark" || (theme !== "light" && this.#dark.matches);
    this.#page.dataset.theme = dark ? "dark" : "light";
    // Its font size is the initial one, of which the style sheet makes all its lengths.
    this.#page.style.setProperty("--rem", getComputedStyle(this.#page).fontSize);
  }

  get #words() {
    return WORDS[this.#language()];
  }

  /** That of the element's own `lang`, or of the nearest one around it; Chinese where there is none. */
  #language() {
    const tag = this.closest("[lang]")?.lang ?? "";
    return /^en\b/i.test(tag) ? "en" : "zh-CN";
  }
}

/** Rulesets may stand inside the element, and a script at the head of a page runs before they are read. */
function parsed() {
  if (document.readyState !== "loading") return undefined;
  return new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

/** What was filled in when an application failed: its memory can still be read. */
function rescued(app) {
  try {
    const all = app.files();
    return all.flatMap((name, place) => (place % 2 === 0 ? [[name, all[place + 1]]] : []));
  } catch {
    return [];
  }
}

/** What `replaceChildren` does, which Chromium has from 86 only. */
function put(box, ...children) {
  box.textContent = "";
  box.append(...children);
}

function line(tag, text, role) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (role) element.setAttribute("role", role);
  return element;
}

// A page may carry the script twice.
if (!customElements.get(TAG)) customElements.define(TAG, ShifanAssessment);
