// Draws the diagrams of a request and marks where it stands. Without this script the page says it in words.
const host = document.getElementById("diagrams");
const words = host.dataset;
const LEGIBLE = 0.55;
const COMFORTABLE = 0.85;

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

/** Centres on the marked steps at a size at which they can be read. */
function showPresent(canvas, registry, active, scale) {
  const steps = active.map((id) => registry.get(id)).filter(Boolean);
  const inner = canvas.viewbox().inner;
  const at = steps[0] || inner;
  const view = canvas.viewbox().outer;
  const width = view.width / scale;
  const height = view.height / scale;
  canvas.viewbox({ x: at.x + at.width / 2 - width / 2, y: at.y + at.height / 2 - height / 2, width, height });
}

async function draw(diagram) {
  const surface = element("div", { className: "diagram" });
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
  told.append(words.now.replace("%s", steps) + (diagram.stuck.length ? " " + words.stuck : ""));
  surface.querySelector("svg").setAttribute("aria-hidden", "true");

  function whole() {
    const inner = canvas.viewbox().inner;
    const scale = Math.min(1, surface.clientWidth / (inner.width + 40));
    surface.style.height = Math.max(220, Math.min(620, (inner.height + 40) * scale + 40)) + "px";
    canvas.resized();
    canvas.zoom("fit-viewport", "auto");
  }

  whole();
  if (canvas.zoom() < LEGIBLE) {
    surface.style.height = "340px";
    canvas.resized();
    showPresent(canvas, registry, diagram.active, COMFORTABLE);
  }
  tools.append(
    button(words.larger, () => canvas.zoom(canvas.zoom() * 1.25)),
    button(words.smaller, () => canvas.zoom(canvas.zoom() / 1.25)),
    button(words.whole, whole),
  );
}

async function drawAll() {
  host.parentElement.hidden = false;
  try {
    const answer = await fetch(words.from, { headers: { Accept: "application/json" } });
    const { diagrams } = await answer.json();
    host.append(element("p", { className: "muted", textContent: words.what }));
    for (const diagram of diagrams.reverse()) {
      await draw(diagram);
    }
  } catch (failed) {
    host.append(element("p", { className: "notice warn", textContent: words.failed }));
  }
}

drawAll();
