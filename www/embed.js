// For a page that frames frame.html: makes every <iframe data-shifan> as high as what is in it, and tells it which part of it is in
// sight. It takes no focus and scrolls nothing; without it the frames keep their height and scroll inside.

const VERSION = 1;
/** In CSS pixels; what is not between these is no height of ours. */
const [LEAST, MOST] = [100, 100000];

/** What a frame's own height has to be more than the height inside it. */
function edges(style) {
  if (style.boxSizing !== "border-box") return 0;
  const { borderTopWidth, borderBottomWidth, paddingTop, paddingBottom } = style;
  return [borderTopWidth, borderBottomWidth, paddingTop, paddingBottom].reduce((sum, width) => sum + parseFloat(width), 0);
}

const FRAMES = "iframe[data-shifan]";
/** Looking for them takes a walk through the whole page, for they may be inside shadow roots. */
const known = new Set();

function look(root) {
  root.querySelectorAll(FRAMES).forEach((frame) => known.add(frame));
  for (const { shadowRoot } of root.querySelectorAll("*")) {
    if (shadowRoot) look(shadowRoot);
  }
}

function frames() {
  known.forEach((frame) => (frame.isConnected && frame.matches(FRAMES)) || known.delete(frame));
  return [...known];
}

addEventListener("message", ({ source, data }) => {
  if (!source || data?.shifan !== VERSION) return;
  const its = (one) => one.contentWindow === source;
  if (!frames().some(its)) look(document);
  const frame = frames().find(its);
  if (!frame) return;
  const { height } = data;
  if (!Number.isFinite(height) || height < LEAST || height > MOST) return;
  const before = frame.style.height;
  // Important, because many a site has a rule for all its frames.
  frame.style.setProperty("height", `${height + edges(getComputedStyle(frame))}px`, "important");
  if (frame.style.height !== before) show();
});

let pause;

/** Once it is quiet, because scrolling is not to wait for anything. A frame answers with its height. */
function show() {
  clearTimeout(pause);
  pause = setTimeout(() => {
    for (const frame of frames()) {
      const { top, bottom } = frame.getBoundingClientRect();
      const message = { shifan: VERSION, above: Math.max(0, -top), below: Math.max(0, bottom - innerHeight) };
      frame.contentWindow.postMessage(message, "*");
    }
  }, 100);
}

// Wherever the page scrolls. Frames that were there before this script have told their height to nobody.
addEventListener("scroll", show, { capture: true, passive: true });
addEventListener("resize", show);
const begin = () => {
  look(document);
  show();
};
addEventListener("DOMContentLoaded", begin);
begin();
