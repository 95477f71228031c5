import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

// Two entries: `main` is on every page, `charts` only where a chart is.
export default defineConfig({
  base: "/static/",
  plugins: [tailwindcss()],
  build: {
    outDir: "dist",
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    target: "es2022",
    chunkSizeWarningLimit: 600,
    // HTMX holds an `eval`, which main.js switches off.
    rolldownOptions: { checks: { eval: false }, input: { main: "src/main.js", charts: "src/charts.js" } },
  },
});
