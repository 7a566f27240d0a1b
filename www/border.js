// What crosses the border between the element and the page around it: styles, language, keys, and the browser's storage.

const sheets = new WeakMap();

/** A constructed style sheet, which the policy of a host page does not block. Each document needs one of its own. */
function styles(document) {
  if (!sheets.has(document)) {
    const sheet = new (document.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(STYLES);
    sheets.set(document, sheet);
  }
  return sheets.get(document);
}

/** The language of the nearest element that has one, also across the borders of shadow roots; blank where there is none. */
function languageAround(element) {
  for (let inner = element; inner; inner = inner.getRootNode().host) {
    const nearest = inner.closest("[lang]");
    if (nearest) return nearest.lang;
  }
  return "";
}

/** The root, out of which no key goes that is typed into a field: a host page may have hotkeys, and sees no field, only the element. */
function keepingKeys(root) {
  for (const name of ["keydown", "keypress", "keyup", "beforeinput"]) {
    root.addEventListener(name, (event) => {
      if (isTyped(event)) event.stopPropagation();
    });
  }
  return root;
}

/** Whether an event belongs to what is typed into a field. Escape, Tab, F1 to F12 and combinations belong to the page as well. */
function isTyped(event) {
  const [field] = event.composedPath();
  if (!field.matches("input, select, textarea") || ["button", "checkbox", "file", "radio"].includes(field.type)) return false;
  if (event.type === "beforeinput") return true;
  const combined = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
  return !combined && !/^(Escape|Tab|F\d+)$/.test(event.key);
}

/** The keys under which elements of this window keep a draft. */
const claimed = new Set();

/** The key of a draft that no other element of the page keeps: the page's path and the host's own key. Blank where one does. */
function claimDraft(own) {
  const key = `shifan-draft:${location.pathname.replace(/\/index\.html$/, "/")}${own ? `#${own}` : ""}`;
  if (claimed.has(key)) return "";
  claimed.add(key);
  return key;
}

function releaseDraft(key) {
  claimed.delete(key);
}

/** What a value says, as far as it can be written down. */
function textOf(value) {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
