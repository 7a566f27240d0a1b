import "@hotwired/turbo";

/** What is filled in, by the id of the element: this script stays while Turbo changes the page. */
const filledIn = new Map();

document.addEventListener("shifan-change", ({ target, detail }) => filledIn.set(target.id, detail.submission));

// After each rendering, that from Turbo's cache included: an element that starts empty would tell so.
document.addEventListener("turbo:render", () => {
  for (const element of document.querySelectorAll("shifan-assessment")) {
    if (filledIn.has(element.id)) element.value = filledIn.get(element.id);
  }
});
