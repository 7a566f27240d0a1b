// dist/shifan-office.js: what the element loads to read Excel files. `cargo xtask build` puts this text behind three names: makeEngine
// (the glue), WASM (the module as text) and VERSION. It may come before the element or after it.
customElements.whenDefined("shifan-assessment").then(() => {
  customElements.get("shifan-assessment").takeOffice?.({ version: VERSION, makeEngine, wasm: WASM });
});
