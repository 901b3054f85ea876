// The mark of each kind of finding: a shape of its own, so that colour is never alone.
import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info20Regular } from "@fluentui/react-icons/svg/info";
import { QuestionCircle20Regular } from "@fluentui/react-icons/svg/question-circle";
import { Warning20Filled } from "@fluentui/react-icons/svg/warning";

const ICONS = {
  error: ErrorCircle20Filled,
  warning: Warning20Filled,
  info: Info20Regular,
  justified: CheckmarkCircle20Regular,
  held: CheckmarkCircle20Regular,
  unknown: QuestionCircle20Regular,
} as const;

export type Kind = keyof typeof ICONS;

const useStyles = makeStyles({
  icon: { flexShrink: 0, height: "20px" },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorBrandForeground1 },
  justified: { color: tokens.colorNeutralForeground3 },
  held: { color: tokens.colorStatusSuccessForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
});

interface KindIconProps {
  readonly kind: Kind;
  /** For the mouse, what the words beside it do not show; they say it to a screen reader. */
  readonly title?: string;
}

export function KindIcon({ kind, title }: KindIconProps) {
  const styles = useStyles();
  const Icon = ICONS[kind];
  return (
    <span className={styles.icon} title={title} aria-hidden="true">
      <Icon className={styles[kind]} />
    </span>
  );
}
