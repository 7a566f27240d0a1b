// Has the browser keep the page, and offers a new version. It is taken when the person says so, and never by itself.

const bar = document.querySelector(".new-version");

/** The one address that the page's policy lets become a script. */
function address() {
  const policy = self.trustedTypes?.createPolicy("shifan-offline", { createScriptURL: () => "./sw.js" });
  return policy ? policy.createScriptURL("") : "./sw.js";
}

/** Says something to a worker and waits for its answer. */
function ask(worker, what) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage(what, [port2]);
  });
}

function watch(registration) {
  /** The browser may take its time to put the new one in the place of the old. */
  const newest = () => registration.waiting ?? registration.active;
  const offer = async () => {
    if (!newest() || !(await ask(newest(), "is there another?"))) return;
    bar.hidden = false;
    // The page's own notices stand above the bar, not behind it.
    document.querySelector("shifan-assessment").style.setProperty("--shifan-below", `${bar.offsetHeight}px`);
  };
  registration.addEventListener("updatefound", () => {
    registration.installing.addEventListener("statechange", offer);
  });
  bar.firstElementChild.addEventListener("click", async () => {
    await ask(newest(), "take it");
    // If anything is filled in, the page itself asks now; who stays gets the new version the next time.
    location.reload();
  });
  offer();
}

// Over plain http, and in private windows of some browsers, the page is simply not kept.
navigator.serviceWorker?.register(address(), { updateViaCache: "none" }).then(watch, () => {});
