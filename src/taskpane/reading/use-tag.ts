// A word in a border beside an answer or a column: « proposé », « à part ».
import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  tag: {
    display: "inline-block",
    padding: "0 7px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "10px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export const useTag = (): string => useStyles().tag;
