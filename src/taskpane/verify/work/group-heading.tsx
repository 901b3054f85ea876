// What the lines of a group have in common, which they do not show again, and how many they are.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Verification } from "../../../core/verification";
import { ROOM_AT_TOP } from "../../stay-at-top";
import { workTexts } from "./texts";
import type { Grouping, WorkGroup } from "./work-list";

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

type Actions = Verification["contract"]["actions"];

function titleOf(grouping: Grouping, { of, items: [first] }: WorkGroup, actions: Actions): string {
  if (of === null) return workTexts.whole;
  if (grouping === "severity") return workTexts.severities[first?.worst ?? "info"];
  if (grouping === "sheet") return String(of);
  return workTexts.action(of, actions?.find(({ number }) => number === of)?.name);
}

interface GroupHeadingProps {
  readonly grouping: Grouping;
  readonly group: WorkGroup;
  readonly actions: Actions;
}

export function GroupHeading({ grouping, group, actions }: GroupHeadingProps) {
  const title = titleOf(grouping, group, actions);
  const styles = useStyles();
  return (
    <h3 className={styles.heading}>
      <span className={styles.title} title={title}>
        {title}
      </span>{" "}
      <span className={styles.number}>{workTexts.number(group.items.length)}</span>
    </h3>
  );
}
