// From the product's own small description of a chart to ECharts options; pure, so that it can be read
// and tested without a page. Tooltips are drawn on the canvas: HTML ones would need inline styles, which
// the content security policy refuses.

const symbols = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];
const lines = ["solid", "dashed", "dotted"];

function common(data, look) {
  const many = data.series.length > 1 || data.kind === "share";
  return {
    color: look.series,
    animation: !look.calm,
    textStyle: { fontFamily: look.font, fontSize: look.size, color: look.ink },
    legend: many
      ? { bottom: 0, textStyle: { color: look.ink, fontSize: look.size } }
      : { show: false },
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.line,
      textStyle: { color: look.ink, fontSize: look.size },
      valueFormatter: (value) => (value == null ? "–" : `${value}${data.unit ? ` ${data.unit}` : ""}`),
    },
  };
}

function words(look) {
  return { color: look.soft, fontSize: look.size };
}

function categoryAxis(data, look) {
  return {
    type: "category",
    data: data.categories,
    axisLabel: { ...words(look), hideOverlap: true },
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
  };
}

function valueAxis(data, look) {
  return {
    type: "value",
    name: data.unit,
    nameTextStyle: words(look),
    max: data.max,
    axisLabel: words(look),
    splitLine: { lineStyle: { color: look.line } },
  };
}

/** The requirement, as a dashed line with its name: a bar is read against it. */
function targetLine(data, look, axis) {
  if (data.target == null) return undefined;
  return {
    silent: true,
    symbol: "none",
    lineStyle: { color: look.ink, type: "dashed", width: 1.5 },
    label: { formatter: data.targetName || String(data.target), position: "insideEndTop", color: look.ink },
    data: [{ [axis]: data.target }],
  };
}

function bars(data, look, extra, axis) {
  return data.series.map((series, index) => ({
    name: series.name,
    type: "bar",
    data: series.values,
    barMaxWidth: 36,
    itemStyle: { borderColor: look.surface, borderWidth: 1 },
    markLine: index === 0 ? targetLine(data, look, axis) : undefined,
    ...extra,
  }));
}

function box(data) {
  return { left: 8, right: 24, top: data.unit ? 36 : 16, bottom: data.series.length > 1 ? 36 : 8, containLabel: true };
}

function upright(data, look, series) {
  return {
    grid: box(data),
    tooltip: { ...common(data, look).tooltip, trigger: "axis" },
    xAxis: categoryAxis(data, look),
    yAxis: valueAxis(data, look),
    series,
  };
}

function line(data, look) {
  const series = data.series.map((one, index) => ({
    name: one.name,
    type: "line",
    data: one.values,
    symbol: symbols[index % symbols.length],
    symbolSize: 8,
    lineStyle: { width: 2.5, type: lines[index % lines.length] },
    markLine: index === 0 ? targetLine(data, look, "yAxis") : undefined,
  }));
  return upright(data, look, series);
}

function rows(data, look) {
  return {
    grid: box(data),
    tooltip: { ...common(data, look).tooltip, trigger: "axis" },
    xAxis: valueAxis(data, look),
    yAxis: { ...categoryAxis(data, look), inverse: true },
    series: bars(data, look, {}, "xAxis"),
  };
}

function share(data, look) {
  const values = data.series[0].values;
  return {
    series: [
      {
        type: "pie",
        radius: ["45%", "70%"],
        center: ["50%", "45%"],
        itemStyle: { borderColor: look.surface, borderWidth: 2 },
        label: { color: look.ink, fontSize: look.size, formatter: "{b} {d}%" },
        data: data.categories.map((name, index) => ({ name, value: values[index] })),
      },
    ],
  };
}

function radar(data, look) {
  return {
    radar: {
      indicator: data.categories.map((name) => ({ name, max: data.max })),
      axisName: words(look),
      splitArea: { show: false },
      splitLine: { lineStyle: { color: look.line } },
      axisLine: { lineStyle: { color: look.line } },
    },
    series: [
      {
        type: "radar",
        data: data.series.map((one, index) => ({
          name: one.name,
          value: one.values,
          symbol: symbols[index % symbols.length],
          lineStyle: { width: 2.5, type: lines[index % lines.length] },
          areaStyle: { opacity: 0.08 },
        })),
      },
    ],
  };
}

function scatter(data, look) {
  const axis = { ...valueAxis(data, look), name: undefined, max: undefined };
  return {
    grid: box(data),
    xAxis: { ...axis, name: data.xName, nameLocation: "middle", nameGap: 28 },
    yAxis: { ...axis, name: data.yName },
    series: data.series.map((one, index) => ({
      name: one.name,
      type: "scatter",
      data: one.values,
      symbol: symbols[index % symbols.length],
    })),
  };
}

const kinds = {
  bar: (data, look) => upright(data, look, bars(data, look, {}, "yAxis")),
  stack: (data, look) => upright(data, look, bars(data, look, { stack: "all" }, "yAxis")),
  line,
  rows,
  share,
  radar,
  scatter,
};

export function optionsFor(data, look) {
  const shape = kinds[data.kind];
  if (!shape) throw new Error(`unknown kind of chart: ${data.kind}`);
  return { ...common(data, look), ...shape(data, look) };
}
