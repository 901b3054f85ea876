// Stands for React's runtime, through which every element of the pane is made, Fluent's too: what others wrote steers nothing where it is shown.
import { Fragment, jsx as make, jsxs as makeAll } from "../../node_modules/react/jsx-runtime.js";
import { withoutTurning } from "../core/domain/words/steering";

export { Fragment };

/** What a person sees or hears of an element; a field keeps its value as it is, which is what will be kept. */
const SHOWN = ["children", "title", "aria-label", "placeholder", "alt"] as const;

type Props = Readonly<Record<string, unknown>>;
type Make = (type: unknown, props: Props, key?: string) => unknown;

const shown = (value: unknown): unknown => {
  if (typeof value === "string") return withoutTurning(value);
  return Array.isArray(value) && value.some((one) => typeof one === "string") ? value.map(shown) : value;
};

const through =
  (original: Make): Make =>
  (type, props, key) => {
    if (typeof type !== "string" && type !== Fragment) return original(type, props, key);
    let harmless: Record<string, unknown> | undefined;
    for (const name of SHOWN) {
      const [before, after] = [props[name], shown(props[name])];
      if (before !== after) (harmless ??= { ...props })[name] = after;
    }
    return original(type, harmless ?? props, key);
  };

export const jsx = through(make as Make);
export const jsxs = through(makeAll as Make);
