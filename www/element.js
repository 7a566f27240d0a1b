// The custom element <shifan-assessment>. `cargo xtask build` puts this text into one closed scope, after three names and
// unpack.js: wasm_bindgen (the glue), WASM (the module as text) and STYLES (the style sheet).

const TAG = "shifan-assessment";

const FAILED = {
  "zh-CN": "自评表未能启动。请使用新版 Chrome、Edge、Firefox 或 Safari；如果浏览器已是新版，可能是本站的安全策略不允许运行 WebAssembly，请联系网站管理员。",
  en: "The self-assessment could not start. Please use a recent Chrome, Edge, Firefox or Safari; if yours is recent, this site's security policy may forbid WebAssembly: please tell its administrator.",
};

let engine;

/** The engine, started once for all elements of the document. */
function start() {
  // Asynchronous and from bytes: Chrome before 114 compiles no more than 4 KB synchronously, and a fetch would need
  // a policy that lets the page talk to a server.
  engine ??= wasm_bindgen({ module_or_path: unpack(WASM) });
  return engine;
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
  connectedCallback() {
    // Moving the element within its document connects it again; what has been typed must survive that.
    if (!this.shadowRoot) this.#open();
  }

  async #open() {
    const root = this.attachShadow({ mode: "open" });
    const page = document.createElement("div");
    // The host page's own text inside the element stays visible until the application takes its place.
    page.append(document.createElement("slot"));
    root.append(page);
    try {
      root.adoptedStyleSheets = [styles()];
      await start();
      page.replaceChildren();
      wasm_bindgen.mount(page, this.#language());
    } catch (error) {
      page.replaceChildren(apology(this.#language(), error));
    }
  }

  /** That of the element's own `lang`, or of the nearest one around it; Chinese where there is none. */
  #language() {
    const tag = this.closest("[lang]")?.lang ?? "";
    return /^en\b/i.test(tag) ? "en" : "zh-CN";
  }
}

function apology(language, error) {
  const message = document.createElement("p");
  message.lang = language;
  message.setAttribute("role", "alert");
  message.textContent = `${FAILED[language]} (${error})`;
  return message;
}

// A page may carry the script twice.
if (!customElements.get(TAG)) customElements.define(TAG, ShifanAssessment);
