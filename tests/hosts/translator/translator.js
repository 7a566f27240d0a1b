// Does what translators in browsers and in sites do: every text is replaced by one in <font>, some time after it was read, and so is
// every text that comes later, in open shadow roots too. It heeds no `translate="no"`.
const WORDS = { 达到: "Reached", 未达到: "Not reached", 待填写: "To be filled in", 填写有误: "With a mistake", 自评: "Self-assessment" };
const DELAY_MS = 40;

const watched = new WeakSet();
const translated = new WeakSet();

function texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.shadowRoot) watch(node.shadowRoot);
    const isText = node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
    if (isText && !translated.has(node) && !node.parentElement?.closest("style, script")) found.push(node);
  }
  return found;
}

function translate(root) {
  const read = texts(root).map((text) => [text, text.data]);
  if (read.length === 0) return;
  read.forEach(([text]) => translated.add(text));
  setTimeout(() => read.forEach(([text, data]) => replace(text, data)), DELAY_MS);
}

function replace(text, data) {
  if (!text.isConnected) return;
  const words = document.createTextNode(WORDS[data.trim()] ?? data);
  translated.add(words);
  const [outer, inner] = [document.createElement("font"), document.createElement("font")];
  inner.append(words);
  outer.append(inner);
  text.replaceWith(outer);
}

function watch(root) {
  if (watched.has(root)) return;
  watched.add(root);
  new MutationObserver(() => translate(root)).observe(root, { childList: true, subtree: true, characterData: true });
  translate(root);
}

watch(document.body);
// A shadow root that is attached later is no mutation of the page.
setInterval(() => translate(document.body), 200);
