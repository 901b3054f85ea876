// A button that looks like the words around it, for what is no button of Fluent's: a line of the list, a heading that opens, a view.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useFocusRing } from "./focus-ring";

const useStyles = makeStyles({
  plain: {
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
  },
  row: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
});

export function usePlainButton(): string {
  return mergeClasses(useStyles().plain, useFocusRing());
}

/** As wide as the pane, what it begins with beside its words. */
export function useRowButton(): string {
  return mergeClasses(usePlainButton(), useStyles().row);
}
