import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const pages = [
  "natives/index", "portal/index", "react-18/index", "react-19/index", "translator/index", "turbo/about", "turbo/help", "turbo/index",
  "vue/index",
];

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "shifan-assessment" } } })],
  // React's StrictMode mounts twice in development only, and both frameworks say more then.
  define: { "process.env.NODE_ENV": JSON.stringify("development") },
  build: { rolldownOptions: { input: pages.map((page) => `${page}.html`) }, chunkSizeWarningLimit: 2000 },
});
