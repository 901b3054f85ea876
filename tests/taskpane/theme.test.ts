// Office's own background decides the theme, contrast settings before it.
import { describe, expect, it } from "vitest";
import { chooseTheme } from "../../src/taskpane/theme";

describe("chooseTheme", () => {
  it("follows Office before the system", () => {
    expect(chooseTheme("#262626", false, false)).toBe("dark");
    expect(chooseTheme("#FFFFFF", false, true)).toBe("light");
  });

  it("follows the system where Office tells nothing usable", () => {
    expect(chooseTheme(null, false, true)).toBe("dark");
    expect(chooseTheme(null, false, false)).toBe("light");
    expect(chooseTheme("white", false, true)).toBe("dark");
  });

  it("lets a contrast theme win", () => {
    expect(chooseTheme("#FFFFFF", true, false)).toBe("contrast");
  });
});
