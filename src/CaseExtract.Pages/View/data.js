// The cases as they stand in the page: an index of all, and a line of JSON for each, parsed when it is wanted.

const byId = (id) => document.getElementById(id);
const index = JSON.parse(byId("index").textContent);
const lines = byId("cases").textContent.trim().split("\n");
const fields = index.fields;
const count = index.cases.length;
const numberOfId = new Map(index.cases.map((entry, number) => [entry.id, number]));

const caseAt = (number) => JSON.parse(lines[number]);

/** What a search looks through, by case; made in moments when nothing else is to do. */
const haystacks = new Array(count);

function haystack(number) {
  if (haystacks[number] === undefined) {
    const one = caseAt(number);
    haystacks[number] = [one.id, one.title, index.cases[number].summary, one.text].filter(Boolean).join("\n").toLowerCase();
  }
  return haystacks[number];
}

function prepareSearch(number = 0) {
  const until = performance.now() + 8;
  while (number < count && performance.now() < until) {
    haystack(number++);
  }
  if (number < count) {
    setTimeout(prepareSearch, 16, number);
  }
}

/** An element with properties and children; text goes in as text. */
function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("data-") || key.startsWith("aria-") || key === "role" || key === "scope") {
      element.setAttribute(key, value);
    } else {
      element[key] = value;
    }
  }
  element.append(...children);
  return element;
}

const plural = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
