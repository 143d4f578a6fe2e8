// Which cases are listed, and which values of a case are meant.

const filter = { words: [], field: -1, confidence: "", source: "" };

function readFilter() {
  filter.words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  filter.field = byId("by-field").value === "" ? -1 : Number(byId("by-field").value);
  filter.confidence = byId("by-confidence").value;
  filter.source = byId("by-source").value;
}

const isFiltered = () => filter.words.length > 0 || filter.field >= 0 || filter.confidence !== "" || filter.source !== "";

/** Whether a confidence, in thousandths, is one of those asked for; -1 stands for no value. */
function isAsked(confidence) {
  if (filter.confidence === "none") {
    return confidence < 0;
  }
  const [side, bound] = filter.confidence.split(" ");
  return confidence >= 0 && (side === "" || (side === "below" ? confidence < Number(bound) : confidence >= Number(bound)));
}

/** Whether the filter points at this value of a case. */
const isMeant = (field, confidence) =>
  (filter.field >= 0 || filter.confidence !== "") && (filter.field < 0 || filter.field === field) && isAsked(Math.floor(confidence * 1000 + 1e-6));

const sources = {
  sound: ["sound"],
  changed: ["changed", "misquoted"],
  missing: ["missing", "unreadable"],
};

function matches(number) {
  const entry = index.cases[number];
  if (filter.source === "warned" ? !entry.warned : filter.source !== "" && !sources[filter.source].includes(entry.source)) {
    return false;
  }
  if (filter.field >= 0 || filter.confidence !== "") {
    const lowest = filter.field >= 0 ? [entry.lowest[filter.field]] : entry.lowest;
    if (!lowest.some(isAsked)) {
      return false;
    }
  }
  return filter.words.every((word) => haystack(number).includes(word));
}

function casesFound() {
  const found = [];
  for (let number = 0; number < count; number++) {
    if (matches(number)) {
      found.push(number);
    }
  }
  return found;
}
