// Charts: a <figure data-behaviour="chart"> holds the data as JSON, an empty .chart-canvas and the same
// figures as a table. ECharts is fetched only when a chart is on the page; colours come from the tokens
// and follow the theme. The JSON:
//   { "kind": "bar" | "rows" | "line" | "stack" | "share" | "radar" | "scatter",
//     "categories": ["…"], "series": [{ "name": "…", "values": [1, 2, null] }],
//     "unit": "学时", "target": 50, "targetName": "…", "max": 100 }
// ("rows" is a lying bar; "share" a ring of one series; for "scatter" each value is [x, y];
// a null value is a gap.)

import { optionsFor } from "./chart-options.js";

const library = new URL("../lib/echarts/dist/echarts.min.js", import.meta.url).href;
let loading;

function loadLibrary() {
  if (window.echarts) return Promise.resolve(window.echarts);
  if (!loading) {
    loading = new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = library;
      script.onload = () => done(window.echarts);
      script.onerror = () => failed(new Error("the chart library did not load"));
      document.head.append(script);
    });
  }
  return loading;
}

function palette() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    series: [1, 2, 3, 4, 5, 6].map((n) => token(`chart-${n}`)),
    ink: token("ink"),
    soft: token("soft"),
    line: token("line"),
    surface: token("surface"),
    font: getComputedStyle(document.body).fontFamily,
    size: Math.round(parseFloat(style.fontSize) * 0.8125),
    calm: matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}

function onDisplayChange(redraw) {
  document.addEventListener("zhiyong:display", redraw);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  if (dark.addEventListener) dark.addEventListener("change", redraw);
  window.addEventListener("beforeprint", redraw);
}

export default async function chart(figure) {
  const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const canvas = figure.querySelector(".chart-canvas");
  const echarts = await loadLibrary();
  figure.classList.add("is-drawn");
  const drawing = echarts.init(canvas);
  const redraw = () => drawing.setOption(optionsFor(data, palette()), true);
  redraw();
  onDisplayChange(redraw);
  if (window.ResizeObserver) new ResizeObserver(() => drawing.resize()).observe(canvas);
  else window.addEventListener("resize", () => drawing.resize());
  const table = figure.querySelector(".chart-table");
  if (table) table.open = false;
}
