// Draws each chart from the table beside it. The table stays: it is the chart's twin.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const QUIET = ["--color-secondary", "--color-info", "--color-warning", "--color-success"];
const drawn = new Map();

const colour = (name) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const text = (cell) => cell.textContent.trim();
const amount = (cell) => {
  const said = cell.dataset.value ?? text(cell).replaceAll(",", "");
  return said === "" || said === "—" ? null : Number(said);
};

/** First column: the names along the axis. Every further column: one series. */
export function read(table) {
  const heads = [...table.tHead.rows[0].cells].map(text);
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells]);
  return {
    names: rows.map(([first]) => text(first)),
    series: heads.slice(1).map((name, at) => ({
      name,
      values: rows.map((cells) => amount(cells[at + 1])),
    })),
  };
}

function option(kind, { names, series }) {
  const quiet = colour("--quiet");
  const root = getComputedStyle(document.documentElement);
  const fontSize = 0.8 * Number.parseFloat(root.fontSize);
  const label = { color: quiet, fontSize, fontFamily: root.fontFamily };
  return {
    // A line that grows from the left shows, and prints, half a year for a second.
    animation: false,
    // The last series is the one the page is about; those before it are there to compare.
    color: QUIET.slice(0, series.length - 1).concat("--color-accent").map(colour),
    grid: { left: 4, right: 8, top: series.length > 1 ? 3 * fontSize : fontSize, bottom: 4, containLabel: true },
    legend: { show: series.length > 1, left: 0, top: 0, textStyle: label },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      backgroundColor: colour("--color-base-100"),
      borderColor: colour("--hair"),
      textStyle: { ...label, color: colour("--color-base-content") },
    },
    xAxis: {
      type: "category",
      data: names,
      axisLabel: label,
      axisLine: { lineStyle: { color: colour("--hair") } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      axisLabel: label,
      minInterval: 1,
      splitLine: { lineStyle: { color: colour("--hair") } },
    },
    series: series.map(({ name, values }) => ({
      name,
      type: kind,
      data: values,
      barMaxWidth: 28,
      showAllSymbol: true,
      symbol: ["circle", "rect", "triangle", "diamond"][series.findIndex((s) => s.name === name) % 4],
      symbolSize: 7,
    })),
  };
}

function draw(figure) {
  const table = document.getElementById(figure.dataset.table);
  const canvas = figure.querySelector("[data-canvas]");
  canvas.hidden = false;
  const chart = drawn.get(figure) ?? init(canvas, null, { renderer: "canvas" });
  drawn.set(figure, chart);
  chart.setOption(option(figure.dataset.chart, read(table)), true);
}

const all = () => document.querySelectorAll("figure[data-chart]").forEach(draw);

all();
document.addEventListener("xieshang:theme", all);
window.addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
