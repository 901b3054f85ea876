// Draws the icons of the add-in (assets/*.png) from their SVG sources, in Chromium.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** Sizes the manifest names. */
const SIZES = [16, 32, 64, 80];
const assets = new URL("../assets/", import.meta.url);

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
for (const source of readdirSync(assets).filter((name) => name.endsWith(".svg"))) {
  const svg = readFileSync(new URL(source, assets), "utf8");
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    const target = source.replace(/\.svg$/, `-${size}.png`);
    writeFileSync(new URL(target, assets), await page.screenshot({ omitBackground: true }));
    console.log(`assets/${target}`);
  }
}
await browser.close();
