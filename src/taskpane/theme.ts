// Which Fluent theme suits Office, the system and the agent's contrast settings.
import { webLightTheme, type Theme } from "@fluentui/react-components";
import { useEffect, useState, useSyncExternalStore } from "react";

export type ThemeName = "light" | "dark" | "contrast";

/** The themes that have been loaded: each weighs as much as the rest of the pane's own code, and only one is shown. */
const themes = new Map<ThemeName, Theme>([["light", webLightTheme]]);

/** Throws where its script does not come. */
export async function loadTheme(name: ThemeName): Promise<void> {
  if (themes.has(name)) return;
  const others = await import(/* webpackChunkName: "themes" */ "./other-themes");
  themes.set("dark", others.dark).set("contrast", others.contrast);
}

const FORCED_COLORS = "(forced-colors: active)";
const PREFERS_DARK = "(prefers-color-scheme: dark)";

/** Office's own background decides, where it tells one: its theme is not always the system's. */
export function chooseTheme(officeBackground: string | null, forcedColors: boolean, prefersDark: boolean): ThemeName {
  if (forcedColors) return "contrast";
  const luminance = officeBackground === null ? null : luminanceOf(officeBackground);
  return (luminance === null ? prefersDark : luminance < 0.5) ? "dark" : "light";
}

/** 0 for black to 1 for white; null when it is not "#RRGGBB". */
function luminanceOf(color: string): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** The one to show first, before anything is drawn. */
export function firstTheme(officeBackground: string | null): ThemeName {
  const holds = (query: string): boolean => window.matchMedia(query).matches;
  return chooseTheme(officeBackground, holds(FORCED_COLORS), holds(PREFERS_DARK));
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    () => window.matchMedia(query).matches,
  );
}

export function useThemeName(officeBackground: string | null): ThemeName {
  const name = chooseTheme(officeBackground, useMedia(FORCED_COLORS), useMedia(PREFERS_DARK));
  useEffect(() => {
    // Scroll bars and the date field's own calendar follow this, not Fluent.
    document.documentElement.style.colorScheme = name === "light" ? "light" : "dark";
    // What is said in the place of a pane that was taken away follows the system.
    return () => {
      document.documentElement.style.colorScheme = "";
    };
  }, [name]);
  return name;
}

/** The theme itself; the one before, or the light one, stays until its script has come. */
export function useTheme(officeBackground: string | null): Theme {
  const name = useThemeName(officeBackground);
  const [shown, setShown] = useState<ThemeName>(themes.has(name) ? name : "light");
  useEffect(() => {
    let isCurrent = true;
    loadTheme(name)
      .then(() => {
        if (isCurrent) setShown(name);
      })
      // Colours that can be read stay: nothing else is lost.
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return themes.get(themes.has(name) ? name : shown) ?? webLightTheme;
}
