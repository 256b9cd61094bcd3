// Draws the diagrams of a request and marks where it stands. Without this script the page says it in words.
const host = document.getElementById("diagrams");
const words = host.dataset;
const LEGIBLE = 0.55;
const COMFORTABLE = 0.85;
const MARGIN = 40;
const LOGO = 30;
const SOON = 3000;
const SLOWEST = 30000;
let known = null;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function button(text, action) {
  const made = element("button", { type: "button", className: "secondary", textContent: text });
  made.addEventListener("click", action);
  return made;
}

function label(registry, id) {
  const found = registry.get(id);
  return (found && found.businessObject.name) || id;
}

/** Shows so much of the diagram around a place. */
function show(canvas, at, scale) {
  const { width, height } = canvas.viewbox().outer;
  const shown = { width: width / scale, height: height / scale };
  canvas.viewbox({ x: at.x + at.width / 2 - shown.width / 2, y: at.y + at.height / 2 - shown.height / 2, ...shown });
}

async function draw(diagram) {
  const surface = element("div", { className: "diagram", lang: "en" });
  const tools = element("p", { className: "actions diagram-tools" });
  const told = element("figcaption", {});
  const title = element("h3", { textContent: words[diagram.process] || diagram.process });
  host.append(element("figure", {}, title, told, surface, tools));

  const viewer = new BpmnJS({
    container: surface,
    zoomScroll: { enabled: false },
    bpmnRenderer: { defaultFillColor: "var(--surface)", defaultStrokeColor: "var(--ink)" },
  });
  await viewer.importXML(diagram.bpmn);
  const canvas = viewer.get("canvas");
  const registry = viewer.get("elementRegistry");

  diagram.active.forEach((id) => registry.get(id) && canvas.addMarker(id, "present-step"));
  diagram.stuck.forEach((id) => registry.get(id) && canvas.addMarker(id, "stuck-step"));
  const steps = diagram.active.map((id) => label(registry, id)).join(", ");
  const [before, after] = words.now.split("%s");
  told.append(before, element("span", { lang: "en", textContent: steps }), after);
  if (diagram.stuck.length) {
    told.append(" ", element("strong", { textContent: words.stuck }));
  }
  surface.querySelector("svg").setAttribute("aria-hidden", "true");

  function resize(height) {
    surface.style.height = height + "px";
    canvas.resized();
  }

  function whole() {
    const { inner } = canvas.viewbox();
    const scale = Math.min(1, surface.clientWidth / (inner.width + MARGIN));
    resize(Math.max(200, (inner.height + MARGIN) * scale + LOGO));
    show(canvas, { ...inner, y: inner.y + LOGO / 2 / scale }, scale);
    return scale;
  }

  if (whole() < LEGIBLE) {
    resize(340);
    show(canvas, registry.get(diagram.active[0]) || canvas.viewbox().inner, COMFORTABLE);
  }
  tools.append(
    button(words.larger, () => canvas.zoom(canvas.zoom() * 1.25)),
    button(words.smaller, () => canvas.zoom(canvas.zoom() / 1.25)),
    button(words.whole, whole),
  );
}

/** What is new since the last time; nothing where nothing is. */
async function load() {
  const headers = { Accept: "application/json" };
  if (known) {
    headers["If-None-Match"] = known;
  }
  const answer = await fetch(words.from, { headers });
  if (answer.status === 304) {
    return null;
  }
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  known = answer.headers.get("ETag");
  return (await answer.json()).diagrams;
}

/** Says once that the request has moved on; the page itself stays as it is, with what somebody may be typing. */
function watch(delay) {
  setTimeout(async () => {
    const moved = document.visibilityState === "visible" && (await load().catch(() => null));
    if (moved) {
      const link = element("a", { href: location.pathname, textContent: words.reload });
      document.getElementById("moved").append(element("p", { className: "notice" }, words.moved + " ", link));
    } else {
      watch(Math.min(delay * 1.5, SLOWEST));
    }
  }, delay);
}

async function drawAll() {
  host.parentElement.hidden = false;
  try {
    const diagrams = await load();
    host.append(element("p", { className: "muted", textContent: words.what }));
    // What happens now first, then the whole.
    for (const diagram of diagrams.reverse()) {
      await draw(diagram);
    }
    if (words.open === "true") {
      watch(SOON);
    }
  } catch (failed) {
    host.append(element("p", { className: "notice warn", textContent: words.failed }));
  }
}

drawAll();
