// What others wrote turns nothing in the pane, whichever element shows it; a field keeps its value.
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Fragment, jsx, jsxs } from "../../src/taskpane/shown-text";

it("shows a sign in the place of what turns, in texts, titles and names", () => {
  const title = "Conforme\u202e !";
  const inside = jsx(Fragment, { children: ["Feuille ", "\u20661\u2069"] });
  const field = jsx("input", { defaultValue: "a\u202eb", placeholder: "c\u200fd" });
  render(jsxs("p", { title, "aria-label": title, children: ["Motif \u202eabc ", inside, 12, null, field] }) as never);
  const shown = screen.getByTitle("Conforme\ufffd !");
  expect(shown.getAttribute("aria-label")).toBe("Conforme\ufffd !");
  expect(shown.textContent).toBe("Motif \ufffdabc Feuille \ufffd1\ufffd12");
  const input = screen.getByPlaceholderText<HTMLInputElement>("c\ufffdd");
  expect(input.value).toBe("a\u202eb");
});
