// Boots Microsoft's unmodified office.js in the test's own realm, over the simulated Excel: one Office per process.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runInThisContext } from "node:vm";
import type { ExcelHost } from "./excel-host";
import { installWin32Bridge, type BridgeOptions, type Win32Bridge } from "./win32-bridge";

const PAGE = new URL("https://localhost/taskpane.html");
const LIBRARY = join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");

interface ScriptElement {
  src: string;
  onload?: () => void;
  onerror?: (error: unknown) => void;
}

/** Ends when Office.onReady does; from then on Excel, Office and OfficeExtension are those of the library. */
export async function bootOffice(host: ExcelHost, options: BridgeOptions = {}): Promise<Win32Bridge> {
  installWindow();
  const bridge = installWin32Bridge(globalThis, host, options);
  runScript("office.js");
  await Office.onReady();
  // The shipped library leaves this check off; with it, what the declared sets lack fails with the real ApiNotFound.
  Object.assign(Reflect.get(OfficeExtension, "CommonUtility") as object, { _doApiNotSupportedCheck: true });
  return bridge;
}

function runScript(file: string): void {
  runInThisContext(readFileSync(join(LIBRARY, file), "utf8"), { filename: file });
}

/** office.js asks the page for its other scripts: they come from the same package. */
function loadScript(element: ScriptElement): ScriptElement {
  const file = new URL(element.src).pathname.replace(/^.*\/lib\//, "");
  setTimeout(() => {
    if (!existsSync(join(LIBRARY, file))) {
      element.onerror?.(new Error(`office.js asks for ${file}, which the package does not have.`));
      return;
    }
    runScript(file);
    element.onload?.();
  }, 0);
  return element;
}

/** Just enough of a page for the library. */
function installWindow(): void {
  const head = { appendChild: loadScript };
  const tag = { src: `${PAGE.origin}/lib/office.js`, getAttribute: () => null };
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  const page: Record<string, unknown> = {
    window: globalThis,
    self: globalThis,
    top: globalThis,
    parent: globalThis,
    name: "",
    location: PAGE,
    history: { replaceState() {}, pushState() {} },
    document: {
      readyState: "complete",
      cookie: "",
      body: null,
      head,
      addEventListener() {},
      removeEventListener() {},
      querySelectorAll: () => [],
      getElementsByTagName: (name: string) => (name === "script" ? [tag] : name === "head" ? [head] : []),
      createElement: () => ({ setAttribute() {}, style: {} }),
    },
    navigator: { userAgent: "Mozilla/5.0 (Windows NT 10.0)" },
    sessionStorage: storage,
    localStorage: storage,
    addEventListener() {},
    removeEventListener() {},
  };
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: true });
  }
}
