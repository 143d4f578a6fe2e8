// The report with the evidence marked in it. Marks overlap as evidence does: the text is cut where any quotation begins or ends,
// and each piece knows all the quotations it belongs to.

const narrative = byId("narrative");

/** From one line to the next, in pixels. */
const LINE = 3;

const patterns = {
  solid: (colour) => `linear-gradient(${colour},${colour})`,
  dashed: (colour) => `repeating-linear-gradient(90deg,${colour} 0 7px,transparent 7px 10px)`,
  dotted: (colour) => `repeating-linear-gradient(90deg,${colour} 0 2px,transparent 2px 5px)`,
  mixed: (colour) => `repeating-linear-gradient(90deg,${colour} 0 8px,transparent 8px 10px,${colour} 10px 12px,transparent 12px 14px)`,
};
const line = (field) => patterns[fields[field].line](`var(--${fields[field].family})`);

/** The fields' lines under each other, below the words. */
function underline(element, marked) {
  element.style.paddingBottom = `${marked.length * LINE}px`;
  element.style.backgroundImage = marked.map(line).join(",");
  element.style.backgroundPosition = marked.map((_, place) => `0 calc(100% - ${(marked.length - 1 - place) * LINE}px)`).join(",");
  element.style.backgroundSize = marked.map(() => "100% 2px").join(",");
  element.style.backgroundRepeat = "no-repeat";
  element.style.backgroundColor = `var(--${fields[marked[0]].family}-tint)`;
}

/** Every quotation that stands in the text: where, and of which values. */
function quotationsOf(one) {
  const quotations = [];
  for (const { field, values } of one.fields) {
    values.forEach((value, place) => {
      for (const quote of value.quotes) {
        if (quote.length === 3) {
          quotations.push({ start: quote[0], end: quote[1], field, place, confidence: value.confidence });
        }
      }
    });
  }
  return quotations;
}

function drawNarrative(one) {
  if (one.text === null) {
    narrative.replaceChildren();
    return;
  }
  const quotations = quotationsOf(one);
  const cuts = [...new Set([0, one.text.length, ...quotations.flatMap((quotation) => [quotation.start, quotation.end])])].sort((a, b) => a - b);
  const opening = Map.groupBy(quotations, (quotation) => quotation.start);
  const pieces = [];
  let open = [];
  for (let cut = 0; cut + 1 < cuts.length; cut++) {
    const [start, end] = [cuts[cut], cuts[cut + 1]];
    open = open.filter((quotation) => quotation.end > start).concat(opening.get(start) ?? []);
    const words = one.text.slice(start, end);
    pieces.push(open.length === 0 ? words : mark(words, open, start));
  }
  narrative.replaceChildren(...pieces);
}

function mark(words, open, start) {
  const marked = [...new Set(open.map((quotation) => quotation.field))].sort((a, b) => a - b);
  const names = marked.map((field) => fields[field].name).join(", ");
  const element = make("mark", { tabIndex: -1, title: names }, words);
  // Read out before the words by the style sheet, so that copied text stays the report's own; a blank between words is nothing to read out.
  if (words.trim() !== "") {
    element.dataset.names = names;
  }
  element.dataset.fields = ` ${marked.join(" ")} `;
  element.dataset.start = start;
  element.dataset.value = `${open[0].field}-${open[0].place}`;
  element.dataset.places = ` ${[...new Set(open.map((quotation) => `${quotation.start}-${quotation.end}`))].join(" ")} `;
  element.classList.toggle("meant", open.some((quotation) => isMeant(quotation.field, quotation.confidence)));
  underline(element, marked);
  return element;
}

/** Shows the marks of one field above the others while its row is pointed at. */
function emphasize(field) {
  narrative.classList.toggle("emphasizes", field !== null);
  for (const element of narrative.querySelectorAll("mark")) {
    element.classList.toggle("lit", field !== null && element.dataset.fields.includes(` ${field} `));
  }
}

function goToQuotation(start, end) {
  showPanel("report");
  const marks = [...narrative.querySelectorAll(`mark[data-places~="${start}-${end}"]`)];
  marks.forEach(flash);
  marks[0]?.scrollIntoView({ block: "center" });
  marks[0]?.focus({ preventScroll: true });
}

function flash(element) {
  element.classList.remove("flash");
  void element.offsetWidth;
  element.classList.add("flash");
}

function stepMark(step) {
  const marks = [...narrative.querySelectorAll("mark")];
  if (marks.length > 0) {
    showPanel("report");
    const at = marks.indexOf(document.activeElement);
    const next = marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length];
    next.scrollIntoView({ block: "nearest" });
    next.focus({ preventScroll: true });
  }
}

/** Marks the words searched for, without touching the text. */
function showHits() {
  if (!("highlights" in CSS)) {
    return;
  }
  CSS.highlights.delete("hit");
  const ranges = [];
  const texts = document.createTreeWalker(narrative, NodeFilter.SHOW_TEXT);
  while (filter.words.length > 0 && texts.nextNode()) {
    const node = texts.currentNode;
    const text = node.data.toLowerCase();
    if (text.length !== node.data.length) {
      continue;
    }
    for (const word of filter.words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  if (ranges.length > 0) {
    CSS.highlights.set("hit", new Highlight(...ranges));
  }
}

narrative.addEventListener("click", (event) => {
  const element = event.target.closest("mark");
  if (element && getSelection().isCollapsed) {
    goToValue(element.dataset.value);
  }
});
narrative.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.dataset.value) {
    event.preventDefault();
    goToValue(event.target.dataset.value);
  }
});
