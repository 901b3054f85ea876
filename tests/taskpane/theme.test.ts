// Office's own background decides the theme, contrast settings before it.
import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { renderHook, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { chooseTheme, firstTheme, useTheme } from "../../src/taskpane/theme";

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

describe("the theme shown", () => {
  it("is light until the script of another has come, then that one", async () => {
    const shown = renderHook(() => useTheme("#262626"));
    expect(shown.result.current).toBe(webLightTheme);
    await waitFor(() => expect(shown.result.current).toBe(webDarkTheme));
    // A second pane, or one that waited before it drew, begins with it.
    expect(renderHook(() => useTheme("#262626")).result.current).toBe(webDarkTheme);
    expect(firstTheme("#262626")).toBe("dark");
  });

  it("leaves the page to the system's once it is taken away", () => {
    const scheme = () => document.documentElement.style.colorScheme;
    const { unmount } = renderHook(() => useTheme("#262626"));
    expect(scheme()).toBe("dark");
    unmount();
    expect(scheme()).toBe("");
  });
});
