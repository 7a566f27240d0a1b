// Looks, before the application is even read, whether this browser can run it, and says in the page if not. `cargo xtask build` puts
// it into the pages before the script. It must run in the oldest browser that anyone still has, Internet Explorer's engine inside a
// Chinese browser's "compatible mode" included: words and functions of ECMAScript 5 only.
(function () {
  "use strict";

  // A module with an exported variable global, a sign extension, a conversion that cannot trap, and a filled memory: what the wasm is
  // made of. xtask/src/features.rs tests that it needs each of them.
  var PROBE = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 6, 6, 1, 127, 1, 65, 0, 11, 7, 5, 1, 1, 103, 3, 0,
    10, 25, 1, 23, 0, 65, 0, 192, 26, 67, 0, 0, 0, 0, 252, 0, 26, 65, 0, 65, 0, 65, 0, 252, 11, 0, 11
  ];

  var NO_WORD = "WebAssembly (Content-Security-Policy: wasm-unsafe-eval)";

  /** Where the page for Chromium 83 to 96 lies. That page itself has no such link. */
  var older = document.querySelector && document.querySelector("link[rel=alternate]");

  /** Whether a text is run as a script. The policy of the page for Chromium 83 to 96 leaves it to Trusted Types that none is. */
  function runsTexts() {
    try {
      return Function("return true")();
    } catch (error) {
      return false;
    }
  }

  /** What this browser has not got; an empty text if there is nothing. */
  function lacking() {
    if (typeof WebAssembly !== "object" || typeof Uint8Array !== "function") return "WebAssembly";
    if (!WebAssembly.validate(new Uint8Array(PROBE))) return "WebAssembly (bulk memory, sign extension)";
    try {
      // Browsers that do not know the word for it in the policy run no WebAssembly under a strict one.
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch (error) {
      return NO_WORD;
    }
    if (!older && runsTexts()) return "Trusted Types";
    if (!window.customElements) return "custom elements";
    if (!document.adoptedStyleSheets || !CSSStyleSheet.prototype.replaceSync) return "adoptedStyleSheets";
    if (!window.HTMLDialogElement) return "dialog";
    return "";
  }

  function paragraph(box, text, language) {
    var line = document.createElement("p");
    line.lang = language;
    line.appendChild(document.createTextNode(text));
    box.appendChild(line);
  }

  /** Leads to the page for Chromium 83 to 96. A frame may not be left for it, so there its address is a text. */
  function lead(box, before, behind, language) {
    var name = older.getAttribute("href").split("/").pop();
    var framed = window.parent !== window;
    paragraph(box, before + (framed ? name + " (" + older.href + ")" + behind : ""), language);
    if (framed) return;
    var link = document.createElement("a");
    link.href = older.href + location.hash;
    link.appendChild(document.createTextNode(name));
    box.lastChild.appendChild(link);
    box.lastChild.appendChild(document.createTextNode(behind));
  }

  // These texts stand here because they are for browsers that cannot run the application, which has all others: both languages at once.
  /** Puts a message in the application's place: in Chinese and in English what is wrong, then which browsers do, then the particulars. */
  function tell(chinese, english, particulars) {
    var application = document.getElementsByTagName("shifan-assessment")[0];
    if (!application) return;
    var box = document.createElement("div");
    box.className = "floor";
    box.setAttribute("role", "alert");
    paragraph(box, chinese, "zh-CN");
    // Trusted Types came with Chromium 83, and the word with 97.
    var between = older && what === NO_WORD && window.trustedTypes;
    if (between) lead(box, "此浏览器的内核是 Chromium 83 至 96，请改用与本页放在一起的 ", "。", "zh-CN");
    if (!older) paragraph(box, "本文件只供以 Chromium 83 至 96 为内核的浏览器使用，其他浏览器请打开 shifan.html。", "zh-CN");
    paragraph(box, "可以使用：以 Chromium 97 或更新版本为内核的浏览器（Chrome、Edge 及国产浏览器的新版），Firefox 116、Safari 16.4 及更新版本。" +
      "双核浏览器请切换到“极速模式”。", "zh-CN");
    if (between) lead(box, "This browser is built on Chromium 83 to 96: open ", ", which lies beside this page.", "en");
    if (!older) paragraph(box, "This file is for browsers built on Chromium 83 to 96. In any other, open shifan.html.", "en");
    paragraph(box, english + " It runs in browsers built on Chromium 97 or newer (Chrome, Edge and others), in Firefox 116 or newer, and in " +
      "Safari 16.4 or newer. In a browser with two engines, switch to the fast mode.", "en");
    paragraph(box, particulars + navigator.userAgent, "zh-CN");
    application.parentNode.replaceChild(box, application);
  }

  var what = lacking();
  if (what) {
    tell("此浏览器无法打开自评页面。", "This browser cannot open the self-assessment.", "缺少 / missing: " + what + "; ");
    return;
  }
  // A script that could not be read or was not allowed says nothing by itself.
  window.addEventListener("load", function () {
    if (customElements.get("shifan-assessment")) return;
    tell("自评页面没有打开：程序没有运行。从文件夹（如 U 盘）打开时请用 shifan.html；否则可能是文件不完整，或浏览器版本过低。",
      "The self-assessment did not open: its program did not run. From a folder (a USB stick), open shifan.html; otherwise a file may be " +
      "damaged, or the browser too old.", "");
  });
})();
