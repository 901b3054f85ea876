// Goes through every tab and state of the pane. By itself it keeps what each says, and takes its pictures in each theme and width, to be looked
// at, into the folder « captures », which is not part of the project; --readme makes the picture of the README.
// --check compares what each state says, without a picture, and holds its accessibility and its width on the way.
// With names, of those states alone (`verifier` for all that begin so): the journey goes through the others without a look.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { pageViolations } from "../tests/browser/site/axe-violations";
import { buildPreview } from "../tests/browser/site/build-site";
import { launchChromium } from "../tests/browser/site/chromium";
import { PREVIEW } from "../tests/browser/site/places";
import { PreviewPage, type SystemTheme } from "../tests/browser/site/preview-page";
import { serve } from "../tests/browser/site/serve";
import { stateViolations } from "../tests/browser/site/state-accessibility";
import { decodePng, encodePng } from "./captures/png";
import type { State } from "./captures/reach";
import { STATES } from "./captures/states";

const FOLDER = "captures";
/** What each state says to a reader of the screen: its roles, names, values and texts. */
const SAID = "tests/browser/states";
const README_PICTURE = "docs/images/verifier.png";
const THEMES = {
  clair: { colorScheme: "light" },
  sombre: { colorScheme: "dark" },
  contraste: { colorScheme: "dark", forcedColors: "active" },
} as const satisfies Readonly<Record<string, SystemTheme>>;
/** Of the pane: the narrowest, Excel's own in each theme, and one that was widened. Colours are the same in any width. */
const VIEWS: readonly (readonly [number, keyof typeof THEMES])[] = [
  [320, "clair"],
  [350, "clair"],
  [350, "sombre"],
  [350, "contraste"],
  [450, "clair"],
];
/** What stands lower is of the same kind as what stands above it. */
const TALLEST = 1_400;
/** Seconds that a state and its pictures may take; a tenth of it is usual. */
const LONGEST = 180;
/** Milliseconds without a change after which a state is taken to be there; what rests before it calculates rests 120. */
const QUIET = { step: 50, whole: 400 };

const args = process.argv.slice(2);
const isCheck = args.includes("--check");
const names = args.filter((arg) => !arg.startsWith("--"));
const isWanted = (state: string): boolean => names.length === 0 || names.some((name) => state.startsWith(name));
const temporary = mkdtempSync(path.join(tmpdir(), "apercu-"));
const built = path.join(process.env["BROWSER_SITES"] ?? temporary, PREVIEW);
await buildPreview(built);
const site = await serve([built]);
const browser = await launchChromium();
const taken = new Set<string>();
const changed: string[] = [];
/** What is found of the accessibility of the states. */
const inaccessible: string[] = [];
try {
  if (args.includes("--readme")) await takeReadme(browser);
  else {
    for (const folder of [FOLDER, SAID]) mkdirSync(folder, { recursive: true });
    await takeStates(browser);
    finish();
  }
} finally {
  await browser.close();
  await site.close();
  rmSync(temporary, { recursive: true });
}

/** One journey: themes and widths change under each state, without coming to it again. */
async function takeStates(on: Browser): Promise<void> {
  const preview = await PreviewPage.open(on, site.origin, { reducedMotion: "reduce" }, "/?theme=systeme");
  for (const { name, reach } of STATES) {
    await within(LONGEST, name, takeState(preview, name, reach));
  }
  if (isCheck) inaccessible.push(...(await pageViolations(preview)).map((violation) => `page : ${violation}`));
  await preview.close();
}

async function takeState(preview: PreviewPage, name: string, reach: State["reach"]): Promise<void> {
  await reach(preview);
  if (!isWanted(name)) return;
  // Where the mouse is, something shows that it is.
  await preview.page.mouse.move(0, 0);
  await settle(preview);
  keepOrCompare(`${name}.yml`, withoutRulesVersion(await preview.pane.locator("body").ariaSnapshot()));
  if (isCheck) {
    inaccessible.push(...(await stateViolations(preview)).map((violation) => `${name} : ${violation}`));
    return;
  }
  for (const [width, theme] of VIEWS) {
    await setWidth(preview, width);
    await preview.changeTheme(THEMES[theme]);
    writeFileSync(path.join(FOLDER, `${name}-${width}-${theme}.png`), encodePng(decodePng(await picture(preview))));
  }
}

/** What runs in the page has no end of its own where the page never answers. */
async function within(seconds: number, name: string, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`L’état « ${name} » n’est pas atteint en ${seconds} s`)),
      seconds * 1_000,
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is calculated beside what was waited for may still change the pane, and its height with it. */
async function settle({ pane }: PreviewPage): Promise<void> {
  const main = pane.locator("main");
  let last = "";
  for (let calm = 0; calm < QUIET.whole; calm += QUIET.step) {
    await rest(QUIET.step);
    const shown = await main.evaluate((element) => `${element.scrollHeight} ${element.textContent}`);
    if (shown !== last) calm = 0;
    last = shown;
  }
}

/** In a window in which the pane's whole content shows. */
async function setWidth({ page, pane }: PreviewPage, width: number): Promise<void> {
  const frame = page.locator(".task-pane");
  await frame.evaluate((element, pixels) => (element.style.width = `${pixels}px`), width);
  const content = await pane.locator("main").evaluate((element) => element.scrollHeight);
  const top = await frame.locator("iframe").boundingBox();
  await page.setViewportSize({ width: 1500, height: Math.min(TALLEST, Math.ceil((top?.y ?? 0) + content)) });
}

async function picture({ page, pane }: PreviewPage): Promise<Buffer> {
  // What was just done is where the keyboard is, as for the agent; and two frames, for whatever is drawn after its size is known.
  await pane.locator("html").evaluate(async () => {
    window.scrollTo(0, 0);
    const field = document.activeElement;
    field?.scrollIntoView({ block: "center" });
    // Forced colours show the caret whatever its colour, and it blinks: a field that cannot be typed in has none.
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.readOnly = true;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  // Of the add-in alone: what stands around it is Excel's.
  const shot = await page.locator(".task-pane iframe").screenshot({ animations: "disabled", caret: "hide" });
  await pane.locator("html").evaluate(() => {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.readOnly = false;
  });
  return shot;
}

/** The version of the rules changes with any of them, and says nothing of the pane. */
function withoutRulesVersion(said: string): string {
  return said.replace(/[0-9a-f]{12}(?= des règles)/, "…");
}

function keepOrCompare(name: string, said: string): void {
  const file = path.join(SAID, name);
  taken.add(name);
  const before = existsSync(file) ? readFileSync(file, "utf8") : null;
  if (before === `${said}\n`) return;
  changed.push(before === null ? `${name} (nouvel état)` : `${name}\n${firstDifference(before, said)}`);
  if (!isCheck) writeFileSync(file, `${said}\n`);
}

/** The first line that differs, as it was and as it is. */
function firstDifference(before: string, now: string): string {
  const [was, is] = [before, now].map((text) => text.split("\n"));
  const at = was?.findIndex((line, index) => line !== is?.[index]) ?? 0;
  return [`  - ${was?.[at] ?? ""}`, `  + ${is?.[at] ?? ""}`].join("\n");
}

/** What states that are no more said goes; in a check it is one change each. */
function finish(): void {
  const old = readdirSync(SAID).filter((name) => names.length === 0 && !taken.has(name));
  changed.push(...old.map((name) => `${name} (de trop)`));
  if (inaccessible.length > 0) {
    console.error(`${inaccessible.length} anomalies d’accessibilité.\n${inaccessible.join("\n")}`);
    process.exitCode = 1;
  }
  if (!isCheck) {
    for (const name of old) rmSync(path.join(SAID, name));
    process.stdout.write(`${taken.size} états, ${changed.length} changés ; leurs captures sont dans ${FOLDER}\n`);
  } else if (changed.length > 0) {
    console.error(`${changed.length} états ont changé : lisez-les, puis npm run screenshots.\n${changed.join("\n")}`);
    process.exitCode = 1;
  }
}

async function takeReadme(on: Browser): Promise<void> {
  mkdirSync(path.dirname(README_PICTURE), { recursive: true });
  const viewport = { width: 1440, height: 860 };
  const preview = await PreviewPage.open(on, site.origin, { colorScheme: "light", viewport, reducedMotion: "reduce" });
  await preview.verify();
  await preview.finding("Cofinancement sous le minimum").click();
  await preview.page.screenshot({ path: README_PICTURE, animations: "disabled" });
  await preview.close();
}
