// Keys. Single letters can be turned off: who dictates to the browser, or whose hand trembles, needs that.

const singleKeys = byId("single-keys");
const remembered = "caseextract.single-keys";
try {
  singleKeys.checked = localStorage.getItem(remembered) !== "off";
} catch {
  // A browser may refuse a page from a file its storage; the keys are on then.
}
singleKeys.addEventListener("change", () => {
  try {
    localStorage.setItem(remembered, singleKeys.checked ? "on" : "off");
  } catch {
    // As above: the choice holds until the page is closed.
  }
});

const actions = {
  j: () => stepBy(1),
  k: () => stepBy(-1),
  ArrowRight: () => stepBy(1),
  ArrowLeft: () => stepBy(-1),
  n: () => stepMark(1),
  p: () => stepMark(-1),
  c: () => toggleCases(),
  "/": () => openCases(byId("search")),
  "?": () => byId("help").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.classList.contains("shows-cases")) {
    closeCases();
    byId("open-cases").focus();
    return;
  }
  const isTyping = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (isTyping || event.ctrlKey || event.altKey || event.metaKey || byId("help").open) {
    return;
  }
  if (event.key in actions && (singleKeys.checked || event.key.startsWith("Arrow"))) {
    event.preventDefault();
    actions[event.key]();
  }
});
