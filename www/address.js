// A plain link can set no attributes: they stand behind the address, like index.html#track=park&stage=creation. Never any figures: an
// address is kept by browsers and told to others.

const element = document.querySelector("shifan-assessment");

function read() {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    if (["track", "stage", "ruleset", "lang", "theme"].includes(name)) element.setAttribute(name, value);
  }
}

// There is none where the browser is too old for it.
if (element) {
  read();
  addEventListener("hashchange", read);
}
