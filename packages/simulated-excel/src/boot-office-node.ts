// Boots Microsoft's unmodified office.js in the test's own realm, over the simulated Excel: one Office per process.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
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
  if (hasPage()) lendPage();
  else installWindow();
  const bridge = installWin32Bridge(globalThis, host, options);
  runScript("office.js");
  await Office.onReady();
  // The shipped library leaves this check off; with it, what the declared sets lack fails with the real ApiNotFound.
  Object.assign(Reflect.get(OfficeExtension, "CommonUtility") as object, { _doApiNotSupportedCheck: true });
  return bridge;
}

/** In the realm of this module, which is that of the test: some runners give each test file one of its own. */
const evaluate = globalThis.eval as (code: string) => unknown;

function runScript(file: string): void {
  evaluate(`${readFileSync(join(LIBRARY, file), "utf8")}\n//# sourceURL=${file}`);
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

/** A test of a pane may run in a page already, jsdom's or another's. */
const hasPage = (): boolean => typeof document === "object" && document.nodeType === 9;

/** The page stays as it is: only the scripts of the library come from its package. */
function lendPage(): void {
  const own = document.createElement("script");
  // A script of another type is never run: the library looks for its own address only.
  own.type = "text/plain";
  own.src = `${PAGE.origin}/lib/office.js`;
  document.head.append(own);
  const append = document.head.appendChild.bind(document.head);
  document.head.appendChild = <T extends Node>(node: T): T => {
    const script = node as unknown as ScriptElement & { readonly tagName?: string };
    if (script.tagName !== "SCRIPT" || !script.src.startsWith(`${PAGE.origin}/lib/`)) return append(node);
    loadScript(script);
    return node;
  };
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
