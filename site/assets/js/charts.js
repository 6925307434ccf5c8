// Loads the tools of the charts when the first of them comes into view, and not before.
// Without them a chart is complete: text, description, a title on every bar, its table below.
(() => {
  "use strict";

  const figures = document.querySelectorAll("figure.chart");
  if (!figures.length || !("IntersectionObserver" in window)) return;
  const tools = new URL("chart-tools.js", document.currentScript.src);

  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    document.head.append(Object.assign(document.createElement("script"), { src: tools.href }));
  });
  figures.forEach((figure) => watch.observe(figure));
})();
