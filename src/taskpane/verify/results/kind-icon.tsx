// The mark of each kind of finding: a shape of its own, so that colour is never alone.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
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
  icon: { flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorBrandForeground1 },
  justified: { color: tokens.colorNeutralForeground3 },
  held: { color: tokens.colorStatusSuccessForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
});

export function KindIcon({ kind }: { readonly kind: Kind }) {
  const styles = useStyles();
  const Icon = ICONS[kind];
  return <Icon className={mergeClasses(styles.icon, styles[kind])} />;
}
