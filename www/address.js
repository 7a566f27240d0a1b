// A plain link, or a page that frames this one, can set no attributes: they stand behind the address, like index.html#track=park&theme=light.
// A place stands there too, by itself like index.html#method/park.talent, or as #track=park&stage=creation&at=figures.revenue.
// Never any figures: browsers keep addresses and tell them to others.

const NAMES = ["track", "stage", "ruleset", "lang", "theme"];
const element = document.querySelector("shifan-assessment");
const taken = new Set();

function take() {
  const asked = new URLSearchParams(location.hash.slice(1));
  for (const name of NAMES) {
    if (asked.has(name)) {
      element.setAttribute(name, asked.get(name));
      taken.add(name);
    } else if (taken.delete(name)) {
      element.removeAttribute(name);
    }
  }
}

function lead() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const [first] = asked.keys();
  const place = asked.get("at") ?? (first && !asked.get(first) && first);
  if (place) element.lead(place);
}

// There is none where the browser is too old for it.
if (element) {
  take();
  element.addEventListener("shifan-ready", lead, { once: true });
  // An address that changes only there loads nothing anew.
  addEventListener("hashchange", () => {
    take();
    lead();
  });
}
