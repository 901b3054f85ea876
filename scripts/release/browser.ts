// The browser that prints the guides and takes their pictures.
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const CHROMIUM = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function launchBrowser(): Promise<Browser> {
  const executablePath = CHROMIUM.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error("Chromium is missing: apt-get install chromium, or set CHROMIUM.");
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--lang=fr-FR"];
  return chromium.launch({ executablePath, args, env: { ...process.env, LANGUAGE: "fr" } });
}
