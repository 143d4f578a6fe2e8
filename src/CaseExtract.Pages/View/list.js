// The list of cases: of any length, since only the rows in sight are in the page.

const ROW = 58;
const list = byId("list");
const rows = make("div", { className: "rows", role: "presentation" });
list.append(rows);

let found = [];
let current = -1;

const words = { changed: "report changed", misquoted: "misquoted", missing: "no report", unreadable: "report unreadable" };

function row(place) {
  const number = found[place];
  const entry = index.cases[number];
  const option = make("div", {
    id: `case-${number}`,
    className: "row",
    role: "option",
    "aria-selected": String(number === current),
    "aria-setsize": String(found.length),
    "aria-posinset": String(place + 1),
  });
  option.style.top = `${place * ROW}px`;
  option.dataset.number = number;
  option.append(make("span", { className: "row-id" }, entry.id), make("span", { className: "row-summary" }, entry.summary));
  if (words[entry.source]) {
    option.append(make("span", { className: "row-state" }, words[entry.source]));
  }
  return option;
}

function drawList() {
  rows.style.height = `${found.length * ROW}px`;
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 5);
  const end = Math.min(found.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + 5);
  const drawn = [];
  for (let place = first; place < end; place++) {
    drawn.push(row(place));
  }

  // What is selected stays in the page, so that the list can name it to a screen reader.
  const place = found.indexOf(current);
  if (place >= 0 && (place < first || place >= end)) {
    drawn.push(row(place));
  }
  rows.replaceChildren(...drawn);
  if (place >= 0) {
    list.setAttribute("aria-activedescendant", `case-${current}`);
  } else {
    list.removeAttribute("aria-activedescendant");
  }
}

function scrollToCurrent() {
  const top = found.indexOf(current) * ROW;
  if (top >= 0 && (top < list.scrollTop || top + ROW > list.scrollTop + list.clientHeight)) {
    list.scrollTop = Math.max(0, top - (list.clientHeight - ROW) / 2);
  }
}

function tellFound() {
  byId("found").textContent = isFiltered() ? `${found.length.toLocaleString("en")} of ${plural(count, "case")}` : plural(count, "case");
  byId("clear").hidden = !isFiltered();
  const place = found.indexOf(current);
  byId("position").textContent = place < 0 ? "–" : `${(place + 1).toLocaleString("en")} of ${found.length.toLocaleString("en")}`;
  byId("previous").disabled = place <= 0;
  byId("next").disabled = place < 0 || place >= found.length - 1;
}

list.addEventListener("scroll", () => requestAnimationFrame(drawList), { passive: true });
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) {
    openCase(Number(option.dataset.number));
    closeCases();
  }
});
list.addEventListener("keydown", (event) => {
  const page = Math.max(1, Math.floor(list.clientHeight / ROW) - 1);
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -found.length, End: found.length }[event.key];
  if (step && found.length > 0) {
    event.preventDefault();
    stepBy(step);
  } else if (event.key === "Enter") {
    closeCases();
  }
});
