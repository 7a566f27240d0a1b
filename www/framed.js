// What frame.html does beside the page itself.

const VERSION = 1;
const { documentElement: whole, body } = document;
const element = document.querySelector("shifan-assessment");

/** Tells the page around how high this one is. It tells nothing else, so it may tell any page. */
function tell() {
  // The one rounds, and the other leaves out what hangs over the edge.
  const height = Math.max(Math.ceil(whole.getBoundingClientRect().height), body.scrollHeight);
  parent.postMessage({ shifan: VERSION, height }, "*");
}

if (parent !== self) {
  new ResizeObserver(tell).observe(whole);
  // A browser does not observe frames that are out of sight.
  for (const name of ["shifan-ready", "shifan-change"]) element.addEventListener(name, tell);
  // embed.js says how much of the frame is out of sight, where a notice would stand unseen. It may have come too late to hear the height.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.shifan !== VERSION) return;
    for (const side of ["above", "below"]) {
      if (Number.isFinite(data[side])) whole.style.setProperty(`--shifan-${side}`, `${data[side]}px`);
    }
    tell();
  });
}
