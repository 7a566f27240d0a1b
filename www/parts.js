// What the element is made of while no application stands in it.

/** Rulesets may stand inside the element, and a script at the head of a page runs before they are read. */
function parsed() {
  if (document.readyState !== "loading") return undefined;
  return new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

/** What was filled in when an application failed: its memory can still be read. */
function rescued(app) {
  try {
    const all = app.files();
    return all.flatMap((name, place) => (place % 2 === 0 ? [[name, all[place + 1]]] : []));
  } catch {
    return [];
  }
}

/** What `replaceChildren` does, which Chromium has from 86 only. */
function put(box, ...children) {
  box.textContent = "";
  box.append(...children);
}

function line(tag, text, role) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (role) element.setAttribute("role", role);
  return element;
}

/** A link to each file, to save it; whoever made them gives their addresses back. */
function linksTo(files) {
  return files.map(([name, text]) => {
    const link = line("a", name);
    link.download = name;
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    return link;
  });
}

/** What stands in the place of an application that failed. */
function stoppedBox(words, lang, message, links, open) {
  const box = document.createElement("section");
  box.className = "shifan stopped";
  box.lang = lang;
  box.setAttribute("role", "alert");
  box.append(line("h2", words.stopped), line("p", links.length > 0 ? words.kept : words.notKept));
  for (const link of links) {
    const paragraph = document.createElement("p");
    paragraph.append(link);
    box.append(paragraph);
  }
  const again = line("button", words.again);
  again.type = "button";
  again.addEventListener("click", open);
  const details = document.createElement("details");
  details.append(line("summary", words.details), line("p", message));
  box.append(again, details);
  return box;
}
