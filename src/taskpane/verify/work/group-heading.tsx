// What the lines of a group have in common, which they do not show again, and how many they are.
import { makeStyles, tokens } from "@fluentui/react-components";
import { ROOM_AT_TOP } from "../../stay-at-top";
import { workTexts } from "./texts";

const useStyles = makeStyles({
  // It stays above its lines, however many there are.
  heading: {
    position: "sticky",
    zIndex: 1,
    top: `var(${ROOM_AT_TOP}, 0px)`,
    display: "flex",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    padding: "2px 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // The whole of a long name is heard, and shown by the pointer.
  title: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  number: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
});

export function GroupHeading({ title, number }: { readonly title: string; readonly number: number }) {
  const styles = useStyles();
  return (
    <h3 className={styles.heading}>
      <span className={styles.title} title={title}>
        {title}
      </span>{" "}
      <span className={styles.number}>{workTexts.number(number)}</span>
    </h3>
  );
}
