// The ring around what the keyboard is on, for the buttons that are not Fluent's.
import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  ring: {
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

export function useFocusRing(): string {
  return useStyles().ring;
}
