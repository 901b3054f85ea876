// The sentence of the contract that states a value, the value marked in it, and where it stands.
import { makeStyles, tokens } from "@fluentui/react-components";
import { markIn, shorten } from "./mark-in";

const useStyles = makeStyles({
  quote: {
    margin: 0,
    paddingLeft: "8px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
    "& cite": {
      display: "block",
      fontStyle: "normal",
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
      color: tokens.colorNeutralForeground3,
    },
    "& mark": {
      color: "inherit",
      backgroundColor: tokens.colorBrandBackground2,
      borderBottom: `2px solid ${tokens.colorBrandStroke1}`,
    },
  },
});

interface QuoteProps {
  readonly phrase: string | null;
  readonly lieu: string | null;
  /** What it states; "" where nothing is to be marked. */
  readonly valeur: string;
}

export function Quote({ phrase, lieu, valeur }: QuoteProps) {
  const styles = useStyles();
  if (phrase === null && lieu === null) return null;
  const text = phrase === null ? null : shorten(phrase);
  const mark = text === null ? null : markIn(text, valeur);
  return (
    <blockquote className={styles.quote}>
      {text !== null &&
        (mark ? (
          <>
            «&nbsp;{text.slice(0, mark.start)}
            <mark>{text.slice(mark.start, mark.end)}</mark>
            {text.slice(mark.end)}&nbsp;»
          </>
        ) : (
          `«\u00a0${text}\u00a0»`
        ))}
      {lieu !== null && <cite>{lieu}</cite>}
    </blockquote>
  );
}
