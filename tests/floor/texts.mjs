// What a policy for scripts is there to stop: a text that is run.

/** Ways to run a text; each stands in a function of the page's own, for to what the debugger runs itself no policy applies. */
const TEXTS = [
  // name | what is tried
  ["eval", "eval(text)"],
  ["eval by another name", "(0, eval)(text)"],
  ["Function", "Function(text)()"],
  ["Function without its name", "(() => {}).constructor(text)()"],
  ["an asynchronous function", "(async () => {}).constructor(text)()"],
  ["a generator", "(function* () {}).constructor(text)().next()"],
  ["setTimeout", "setTimeout(text)"],
  ["setInterval", "setInterval(text)"],
  ["a script", "put('script').text = text"],
  ["a script in its text node", "put('script').append(text)"],
  ["an attribute", "{ const one = put('p'); one.setAttribute('onclick', text); one.click(); }"],
  ["a link", "{ const one = put('a'); one.href = 'javascript:' + text; one.click(); }"],
  ["a frame's text", "put('iframe').srcdoc = '<script>' + text.replace('window', 'parent') + '</script>'"],
  ["markup", "document.body.insertAdjacentHTML('beforeend', `<img src=x onerror='${text}'>`)"],
  ["written markup", "document.write('<script>' + text + '</script>')"],
  ["a module", "import('data:text/javascript,' + text)"],
  ["a worker", "new Worker('data:text/javascript,' + text)"],
  ["a policy of one's own", "trustedTypes.createPolicy('default', { createScript: (text) => text }) && setTimeout(text)"],
];

/** The names of those that a page lets run. */
export const ran = (browser) =>
  browser.run(`new Promise((done) => {
    const put = (tag) => document.body.appendChild(document.createElement(tag));
    setTimeout(() => {
      window.ran = [];
      ${TEXTS.map(([name, tried]) => `try {
        const text = ${JSON.stringify(`window.ran.push("${name}")`)};
        Promise.resolve(${tried.startsWith("{") ? `(() => ${tried})()` : tried}).catch(() => null);
      } catch {}`).join("\n")}
      setTimeout(() => done(window.ran), 300);
    });
  })`);
