import { load, store } from "./server.js";

const SAVE_AFTER_MS = 400;

const element = document.createElement("shifan-assessment");
const [place, status, buttons] = [
  document.querySelector("main"), document.querySelector("#status"), [...document.querySelectorAll("[data-applicant]")],
];
let applicant;
/** What the server does not have yet. */
let unsaved;
let timer;

element.lang = "zh-CN";
element.setAttribute("track", "park");
element.setAttribute("stage", "creation");
element.addEventListener("shifan-change", ({ detail }) => {
  unsaved = { submission: detail.submission };
  status.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(save, SAVE_AFTER_MS);
});

async function save() {
  clearTimeout(timer);
  const saving = unsaved;
  await store(applicant, saving.submission);
  // What was typed meanwhile is saved next.
  if (unsaved !== saving) return;
  unsaved = undefined;
  element.markSaved();
  status.textContent = "已保存";
}

/** Saves one applicant and opens another: the element is out of the page in between. */
async function open(next) {
  buttons.forEach((button) => (button.disabled = true));
  element.remove();
  if (applicant) {
    // The last key may not have been told yet.
    unsaved = { submission: element.value };
    await save();
  }
  const submission = await load(next);
  applicant = next;
  // A draft of this applicant's own, read when the element comes back.
  element.setAttribute("draft-key", next);
  // Nothing of the one before is left, not even where neither has figures yet.
  element.clear();
  element.value = submission;
  place.append(element);
  buttons.forEach((button) => (button.disabled = button.dataset.applicant === next));
  history.replaceState(null, "", `#${next}`);
}

buttons.forEach((button) => button.addEventListener("click", () => open(button.dataset.applicant)));
open(location.hash.slice(1) || "a");
