// What the pane needs of a page that jsdom lacks, and a clean page after each test: the next file has the same page and the same modules.
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// Nothing of the pane is ever hidden by style, and looking for it takes most of a test's time.
configure({ asyncUtilTimeout: 120_000, defaultHidden: true });

window.matchMedia = (query) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener() {},
    removeListener() {},
  }) as MediaQueryList;

Element.prototype.scrollIntoView = () => {};

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.restoreAllMocks();
});
