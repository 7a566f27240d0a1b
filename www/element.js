// The custom element <shifan-assessment>. `cargo xtask build` puts this text into one closed scope, after four names and
// unpack.js, words.js, border.js, parts.js and office.js: makeEngine (the glue, made anew for each element), WASM (the module as text),
// VERSION (of the release) and STYLES (the style sheet).

const TAG = "shifan-assessment";

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

class ShifanAssessment extends HTMLElement {
  static observedAttributes = ["track", "stage", "ruleset", "lang", "theme"];
  /** By this the part for Excel files comes to the elements. */
  static takeOffice = takeOffice;

  /** The application, from when it stands until it is taken away. */
  #app;
  /** Whether what was set before has taken effect. */
  #ready = false;
  /** The application from when it is opened until it stands. */
  #starting;
  /** Where it stands. */
  #page;
  /** What was set and is not applied yet, by the names of attributes and properties. */
  #arrived = new Set();
  /** Whether `value` was null in between. */
  #emptied = false;
  /** The value that was set last, and what it said then. */
  #value = { set: undefined, said: undefined };
  /** The ruleset that was asked for last, and chosen. */
  #chosen;
  /** What an application that was closed held; undefined where there was none. */
  #left;
  /** The key under which this element, and no other of the page, keeps a draft. */
  #draftKey = "";
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
    // Moving the element connects it again; what has been typed must survive that.
    if (!this.#page) this.#open();
    else this.#arrive("lang");
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** A style sheet belongs to one document. */
  adoptedCallback() {
    if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [styles(this.ownerDocument)];
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "theme") this.#paint();
    else this.#arrive(name);
  }

  /** The submission; null while track and stage are not chosen. */
  get value() {
    this.#settle();
    if (this.#ready) return this.#ask((app) => app.value());
    return this.#arrived.has("value") ? this.#value.set : (this.#left?.value ?? null);
  }

  /** Sets a submission, or what a saved file holds; null empties the form. What was set last, or is there already, changes nothing. */
  set value(value) {
    const set = value ?? null;
    const said = textOf(set);
    if (set === this.#value.set && said === this.#value.said) return;
    this.#value = { set, said };
    this.#emptied ||= set === null;
    this.#arrive("value");
  }

  /** Empties the form, also where null was set last. */
  clear() {
    this.#value.set = undefined;
    this.value = null;
  }

  /** Says that the host page has what is filled in: nobody is asked before leaving until a person changes it. */
  markSaved() {
    this.#settle();
    if (this.#ready) this.#ask((app) => app.markSaved());
  }

  /** Leads to a place by its id: `figures.revenue`, `park.talent`, or the rules at `method/park.talent`. */
  lead(place) {
    this.#settle();
    if (this.#ready) this.#ask((app) => app.lead(String(place)));
  }

  /** The documents of batches that are offered beside the built-in ones. */
  get rulesets() {
    return [...this.#rulesets];
  }

  set rulesets(documents) {
    this.#rulesets = Array.isArray(documents) ? [...documents] : [];
    this.#arrive("rulesets");
  }

  /** The report on what is filled in; null while track and stage are not chosen. */
  assess() {
    this.#settle();
    return this.#ready ? this.#ask((app) => app.report()) : null;
  }

  /** Opens the application, with what is left of the one before. */
  async #open() {
    const opening = ++this.#opening;
    const root = this.shadowRoot ?? keepingKeys(this.attachShadow({ mode: "open" }));
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
      // Compiled beside everything else that comes before.
      const compiling = compiled();
      page = this.#page = document.createElement("div");
      // The host page's own text inside the element stays visible until the application takes its place.
      page.append(document.createElement("slot"));
      put(root, page);
      this.#dark.addEventListener("change", this.#repaint);
      root.adoptedStyleSheets = [styles(this.ownerDocument)];
      this.#paint();
      // An instance of its own: what goes wrong in one element leaves the others alone, and with the element all its memory goes.
      const engine = makeEngine();
      await engine({ module_or_path: await compiling });
      await parsed();
      if (opening !== this.#opening) return;
      put(page);
      let app;
      const changed = () => {
        unheard();
        if (opening !== this.#opening) return;
        if (this.#ready) this.#say("shifan-change", this.#detail());
        else if (!this.#app) this.#begin(app, opening);
      };
      // The message comes in the midst of the failure: nothing may be asked of the application before its end.
      const failed = (message) => queueMicrotask(() => opening === this.#opening && this.#stop(app, message));
      ERRORS.forEach((name) => addEventListener(name, thrown));
      patience = setTimeout(unheard, RENDERS_MS);
      this.#draftKey = claimDraft(this.getAttribute("draft-key"));
      const place = this.#beginning();
      this.#starting = app = engine.Application.open(page, this.#language(), this.#draftKey, place, changed, failed, askOffice);
    } catch (error) {
      lost(error);
    }
  }

  /** Track and stage to begin with, so that nothing is shown before them; none where something else that is set comes first. */
  #beginning() {
    const rules = this.hasAttribute("ruleset") || this.#rulesets.length > 0 || this.#blocks().length > 0;
    const isAlone = !rules && !this.#left && !this.#arrived.has("value");
    return isAlone ? ["track", "stage"].map((name) => this.getAttribute(name) ?? "") : [];
  }

  /** Offers the rules; then a draft is opened that may rest on them; and then what was set comes before it. */
  #begin(app, opening) {
    this.#app = app;
    this.#chosen = undefined;
    const isThere = this.#ask(() => app.value()) !== null;
    this.#offer();
    queueMicrotask(() => {
      if (opening !== this.#opening) return;
      this.#ready = true;
      const left = this.#left;
      this.#left = undefined;
      this.#arrived.delete("rulesets");
      this.#arrived.delete("ruleset");
      if (left) {
        this.#try("value", () => app.resume(left.snapshot));
      } else {
        // Nothing is there yet that null could empty.
        this.#emptied = false;
        this.#arrived.add("track").add("stage");
      }
      this.#settle();
      this.#say("shifan-ready", null);
      // Track and stage are a change like any other; where the page began with them, nothing else says so.
      if (isThere) this.#say("shifan-change", this.#detail());
    });
  }

  /** What arrives in one turn is applied together after it. */
  #arrive(name) {
    if (this.#arrived.size === 0) queueMicrotask(() => this.#settle());
    this.#arrived.add(name);
  }

  /** Applies what was set, in whatever order: rules first, then where to go, then what is filled in. */
  #settle() {
    if (!this.#ready || this.#arrived.size === 0) return;
    const arrived = this.#arrived;
    const emptied = this.#emptied && this.#ask((app) => app.value()) !== null;
    const { set } = this.#value;
    this.#arrived = new Set();
    this.#emptied = false;
    if (arrived.has("lang")) this.#try("lang", (app) => app.speak(this.#language()));
    if (arrived.has("rulesets") || arrived.has("ruleset")) this.#offer();
    if (emptied) this.#try("value", (app) => app.clear());
    if (emptied || arrived.has("track")) this.#place("track", (app, track) => app.chooseTrack(track));
    if (emptied || arrived.has("stage")) this.#place("stage", (app, stage) => app.chooseStage(stage));
    if (arrived.has("value") && set !== null) this.#fill(set);
  }

  /** Hands in the rulesets that stand in the page and those of the property. */
  #offer() {
    this.shadowRoot.querySelector(".rules-refused")?.remove();
    this.#try("ruleset", (app) => {
      const documents = [...this.#blocks()].map((block) => JSON.parse(block.textContent)).concat(this.#rulesets);
      app.offerRulesets(documents);
      const wanted = this.getAttribute("ruleset") ?? documents[0]?.id;
      // What a person chose since stays chosen.
      if (wanted === undefined || wanted === this.#chosen) return;
      app.chooseRuleset(String(wanted));
      this.#chosen = wanted;
    });
  }

  /** The rulesets that stand in the page, at any depth: editors wrap what they do not know in paragraphs. */
  #blocks() {
    return this.querySelectorAll('script[type="application/json"]');
  }

  #place(name, go) {
    const value = this.getAttribute(name);
    if (value !== null) this.#try(name, (app) => go(app, value));
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
    const again = () => {
      this.#close();
      this.#open();
    };
    this.#links = linksTo(files);
    const box = stoppedBox(this.#words, this.#language(), message, this.#links, again);
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
    if (this.#ready) {
      this.#settle();
      this.#left = this.#ask(() => ({ value: app.value(), snapshot: app.snapshot() }));
    }
    this.#app = this.#starting = undefined;
    this.#ready = false;
    releaseDraft(this.#draftKey);
    this.#draftKey = "";
    try {
      app?.close();
    } catch {
      // It had failed: there is nothing left to close.
    }
    this.#links.splice(0).forEach(({ href }) => URL.revokeObjectURL(href));
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

  #language() {
    return /^en\b/i.test(languageAround(this)) ? "en" : "zh-CN";
  }
}

// A page may carry the script twice.
if (!customElements.get(TAG)) customElements.define(TAG, ShifanAssessment);
