// The record as a table: a body of rows for each field that has a value.

const table = byId("values");

function swatch(field) {
  const element = make("span", { className: "swatch", "aria-hidden": "true" });
  underline(element, [field]);
  return element;
}

function drawRecord(one) {
  for (const body of [...table.tBodies]) {
    body.remove();
  }
  table.append(...one.fields.map((entry) => body(entry, one)));
  const stated = new Set(one.fields.map((entry) => entry.field));
  const missing = fields.filter((_, field) => !stated.has(field)).map((field) => field.name);
  byId("not-stated").textContent = missing.length > 0 ? `Not stated: ${missing.join(", ")}.` : "";
  const values = one.fields.reduce((sum, entry) => sum + entry.values.length, 0);
  byId("record-counts").textContent = `${plural(values, "value")} in ${plural(one.fields.length, "field")}`;
  return values;
}

function body({ field, rule, values }, one) {
  const element = make("tbody", { "data-field": String(field) });
  values.forEach((value, place) => {
    const tr = make("tr", { id: `value-${field}-${place}`, tabIndex: -1, className: isMeant(field, value.confidence) ? "meant" : "" });
    if (place === 0) {
      tr.append(make("th", { scope: "rowgroup", rowSpan: values.length * 2 + (rule === undefined ? 0 : 1) }, swatch(field), fields[field].name));
    }
    tr.append(
      make("td", { className: "value" }, value.name, ...codes(value)),
      make("td", { className: "number" }, confidence(value.confidence)),
    );
    element.append(tr, make("tr", { className: "evidence" }, make("td", { colSpan: 2 }, quotes(value, one))));
  });
  if (rule !== undefined) {
    element.append(make("tr", { className: "rule" }, make("td", { colSpan: 2 }, make("span", { className: "rule-word" }, "Rule: "), index.rules[rule])));
  }
  return element;
}

function codes(value) {
  return value.code === null ? [] : value.code.split(" · ").flatMap((code) => [" ", make("code", {}, code)]);
}

function quotes(value, one) {
  const element = make("ul", { className: "quotes" });
  for (const quote of value.quotes) {
    const [section] = quote.slice(-1);
    if (quote.length === 3) {
      const words = one.text.slice(quote[0], quote[1]);
      const button = make("button", { type: "button", className: "quote" }, make("q", {}, words));
      button.addEventListener("click", () => goToQuotation(quote[0], quote[1]));
      element.append(make("li", {}, button, make("span", { className: "section" }, ` ${section}`)));
    } else {
      const state = one.text === null ? "" : " – not in the report there";
      element.append(make("li", { className: one.text === null ? "" : "lost" }, make("q", {}, quote[0]), make("span", { className: "section" }, ` ${section}${state}`)));
    }
  }
  return element;
}

function confidence(number) {
  const bar = make("span", { className: "meter", "aria-hidden": "true" }, make("span"));
  bar.firstChild.style.width = `${number * 100}%`;
  return make("span", { className: "confidence" }, bar, number.toFixed(2));
}

function goToValue(value) {
  showPanel("record");
  const row = byId(`value-${value}`);
  row.scrollIntoView({ block: "center" });
  row.focus({ preventScroll: true });
  flash(row);
}

function fieldOf(event) {
  return event.target.closest?.("tbody")?.dataset.field ?? null;
}

table.addEventListener("pointerover", (event) => emphasize(fieldOf(event)));
table.addEventListener("pointerleave", () => emphasize(null));
table.addEventListener("focusin", (event) => emphasize(fieldOf(event)));
table.addEventListener("focusout", () => emphasize(null));
