// Draws how many permissions end in which month. The table on the page says the same, and is where the numbers come from.
const canvas = document.getElementById("ends");
const rows = [...document.querySelectorAll("#months tbody tr")];
const bright = window.matchMedia("(prefers-color-scheme: dark)");
let chart = null;

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function draw() {
  if (chart) {
    chart.destroy();
  }
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.color = colour("--ink");
  chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: rows.map((row) => row.cells[0].textContent),
      datasets: [{
        label: canvas.dataset.label,
        data: rows.map((row) => Number(row.cells[1].textContent)),
        backgroundColor: colour("--accent"),
        maxBarThickness: 48,
      }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { display: false } },
      scales: {
        x: { grid: { display: false } },
        y: { beginAtZero: true, ticks: { precision: 0 }, grid: { color: colour("--line") } },
      },
    },
  });
}

canvas.parentElement.hidden = false;
// The picture is drawn once and would keep the font that stands in for one that comes late.
document.fonts.ready.then(draw);
bright.addEventListener("change", draw);
