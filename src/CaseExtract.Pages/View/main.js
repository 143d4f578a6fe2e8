// One case at a time.

function notice(words) {
  return make("p", { className: "notice" }, words);
}

function noticesOf(one) {
  const notices = [];
  if (one.source === "changed") {
    const lost = one.lost === 0 ? "All quotations still stand where the record says." : `${plural(one.lost, "quotation")} no longer ${one.lost === 1 ? "stands" : "stand"} where the record says and ${one.lost === 1 ? "is" : "are"} not marked.`;
    notices.push(notice(`The report has changed since this record was made. ${lost}`));
  } else if (one.source === "missing") {
    notices.push(notice("The report was not found. The record shows its quotations."));
  } else if (one.source === "unreadable") {
    notices.push(notice("The report cannot be read any more. The record shows its quotations."));
  } else if (one.lost > 0) {
    notices.push(notice(`${plural(one.lost, "quotation")} of this record ${one.lost === 1 ? "is" : "are"} not in the report where the record says, though the report is the same. The record was altered.`));
  }
  return notices.concat(one.warnings.map((warning) => notice(`Warning: ${warning}`)));
}

function draw() {
  const isNone = current < 0;
  document.body.classList.toggle("shows-none", isNone);
  const one = isNone ? { id: "No case found", path: null, title: null, source: "sound", lost: 0, text: "", regions: [], warnings: [], fields: [] } : caseAt(current);
  byId("case-id").textContent = one.id;
  byId("case-title").textContent = one.title ?? "";
  byId("case-path").textContent = one.path ?? "";
  byId("notices").replaceChildren(...noticesOf(one));
  drawNarrative(one);
  showHits();
  const values = drawRecord(one);
  if (isNone) {
    byId("not-stated").textContent = "";
  } else if (one.regions.length > 0) {
    byId("not-stated").textContent = `Regions of the spine: ${one.regions.join(", ")}. ${byId("not-stated").textContent}`;
  }
  tellFound();
  drawList();
  const place = found.indexOf(current) + 1;
  byId("live").textContent = isNone ? "No case found" : `Case ${place} of ${found.length}: ${one.id}, ${plural(values, "value")}${one.source === "sound" ? "" : `, ${words[one.source]}`}`;
}

function openCase(number) {
  if (number === current) {
    return;
  }
  current = number;
  draw();
  scrollToCurrent();
  byId("report").scrollTop = 0;
  byId("record").scrollTop = 0;
  scrollTo(0, 0);
  try {
    history.replaceState(null, "", `#case=${encodeURIComponent(index.cases[number].id)}`);
  } catch {
    // Some browsers let a page from a file keep no address; it works without.
  }
}

function stepBy(step) {
  const place = found.indexOf(current);
  const next = Math.min(found.length - 1, Math.max(0, place + step));
  if (next !== place && next >= 0) {
    openCase(found[next]);
  }
}

function applyFilter() {
  readFilter();
  found = casesFound();
  list.scrollTop = 0;
  if (!found.includes(current)) {
    current = found.length > 0 ? found[0] : -1;
  }
  draw();
  scrollToCurrent();
}

/** On a narrow screen report and record take turns. */
function showPanel(name) {
  document.body.dataset.panel = name;
  for (const button of document.querySelectorAll("[data-show]")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === name));
  }
}

function openCases(focused) {
  document.body.classList.add("shows-cases");
  byId("open-cases").setAttribute("aria-expanded", "true");
  drawList();
  scrollToCurrent();
  focused.focus();
}

function closeCases() {
  document.body.classList.remove("shows-cases");
  byId("open-cases").setAttribute("aria-expanded", "false");
}

function toggleCases() {
  if (document.body.classList.contains("shows-cases")) {
    closeCases();
  } else {
    openCases(list);
  }
}

/** The case that the address names, such as #case=note-1. */
function caseOfAddress() {
  const [, id] = location.hash.match(/^#case=(.*)$/) ?? [];
  try {
    return id === undefined ? undefined : numberOfId.get(decodeURIComponent(id));
  } catch {
    return undefined;
  }
}

fields.forEach((field, number) => {
  byId("by-field").append(make("option", { value: String(number) }, field.name));
  byId("legend").append(make("li", {}, swatch(number), field.name));
});

let typing = 0;
byId("search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(applyFilter, 120);
});
byId("filter").addEventListener("change", applyFilter);
byId("filter").addEventListener("submit", (event) => {
  event.preventDefault();
  applyFilter();
  closeCases();
});
byId("filter").addEventListener("reset", () => setTimeout(() => {
  applyFilter();
  byId("search").focus();
}));
byId("previous").addEventListener("click", () => stepBy(-1));
byId("next").addEventListener("click", () => stepBy(1));
byId("open-cases").addEventListener("click", toggleCases);
byId("open-help").addEventListener("click", () => byId("help").showModal());
for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => showPanel(button.dataset.show));
}
for (const link of document.querySelectorAll(".skip")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const panel = link.hash.slice(1);
    showPanel(panel);
    byId(panel).focus();
  });
}
addEventListener("hashchange", () => {
  const number = caseOfAddress();
  if (number !== undefined) {
    if (!found.includes(number)) {
      byId("filter").reset();
    }
    openCase(number);
  }
});
addEventListener("resize", drawList);

showPanel("report");
current = caseOfAddress() ?? (count > 0 ? 0 : -1);
applyFilter();
setTimeout(prepareSearch, 300);
