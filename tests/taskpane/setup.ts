// What the pane needs of a page that jsdom lacks, and a clean page after each test.
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

window.matchMedia = (query) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener() {},
    removeListener() {},
  }) as MediaQueryList;

afterEach(cleanup);
