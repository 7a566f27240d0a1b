// Only what must be said while the application is not running: before it starts, and after it failed. Its own texts are in
// src/formatting/texts.
const WORDS = {
  "zh-CN": {
    cannotStart: "自评页面未能启动。请使用新版 Chrome、Edge、Firefox 或 Safari；如果浏览器已是新版，可能是本站的安全策略不允许运行 WebAssembly，请联系网站管理员。",
    rulesRefused: "本页附带的规则有误，未予采用，当前按内置规则自评。",
    stopped: "自评页面出现错误，已停止运行",
    kept: "已填内容仍在。请先逐个保存到文件，再重新打开自评页面；保存的文件今后也可用“打开文件”继续填写。",
    notKept: "没有可以保存的已填内容。",
    again: "带着已填内容重新打开",
    details: "错误信息（可提供给网站管理员）",
  },
  en: {
    cannotStart: "The self-assessment could not start. Please use a recent Chrome, Edge, Firefox or Safari; if yours is recent, this site's security policy may forbid WebAssembly: please tell its administrator.",
    rulesRefused: "The rules that came with this page are faulty and were not used; the built-in rules apply.",
    stopped: "The self-assessment ran into an error and stopped",
    kept: "What you filled in is still there. Please save it to files first, then open the self-assessment again; “Open file” takes these files at any time.",
    notKept: "There is nothing filled in to save.",
    again: "Open again with what was filled in",
    details: "Error message (for the administrator of the site)",
  },
};
