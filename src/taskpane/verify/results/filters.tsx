// The counts by kind, which are also the filter by kind, and the filter by action.
import { makeStyles, mergeClasses, Select, tokens, useId } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Finding } from "../../../core/verification";
import { countByAction, countByKind, KINDS, type Filter, type FindingKind } from "../filter";
import { texts } from "../../texts";
import { useFocusRing } from "./focus-ring";
import { KindIcon } from "./kind-icon";

const useStyles = makeStyles({
  kinds: { display: "flex", flexWrap: "wrap", gap: "6px", margin: 0, padding: 0, border: "none", minWidth: 0 },
  kind: {
    display: "flex",
    alignItems: "center",
    columnGap: "4px",
    padding: "4px 8px",
    minHeight: "32px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  pressed: {
    // Not by colour alone: the border doubles and the words turn bold.
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    fontWeight: 600,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", background: "Highlight", color: "HighlightText" },
  },
  action: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  select: { flexGrow: 1, minWidth: 0 },
});

interface FiltersProps {
  readonly findings: readonly Finding[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

export function Filters({ findings, filter, onFilter }: FiltersProps) {
  const styles = useStyles();
  const counts = useMemo(() => countByKind(findings), [findings]);
  const actions = useMemo(() => countByAction(findings), [findings]);
  const selectId = useId("action");
  return (
    <>
      <div className={styles.kinds} role="group" aria-label={texts.filterLegend}>
        <KindButton kind={null} text={texts.all} filter={filter} onFilter={onFilter} />
        {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
          <KindButton
            key={kind}
            kind={kind}
            text={texts.kindCount(kind, counts[kind])}
            filter={filter}
            onFilter={onFilter}
          />
        ))}
      </div>
      {actions.length > 1 && (
        <div className={styles.action}>
          <label htmlFor={selectId}>{texts.actionFilter}</label>
          <Select
            id={selectId}
            className={styles.select}
            value={String(filter.action ?? "")}
            onChange={(_, { value }) => onFilter({ ...filter, action: readAction(value) })}
          >
            <option value="">{texts.allActions}</option>
            {actions.map(([action, number]) => (
              <option key={action} value={action}>
                {texts.actionOption(action, number)}
              </option>
            ))}
          </Select>
        </div>
      )}
    </>
  );
}

function readAction(value: string): Filter["action"] {
  if (value === "") return null;
  return value === "none" ? "none" : Number(value);
}

interface KindButtonProps {
  readonly kind: FindingKind | null;
  readonly text: string;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function KindButton({ kind, text, filter, onFilter }: KindButtonProps) {
  const styles = useStyles();
  const isPressed = filter.kind === kind;
  return (
    <button
      type="button"
      className={mergeClasses(styles.kind, useFocusRing(), isPressed && styles.pressed)}
      aria-pressed={isPressed}
      onClick={() => onFilter({ ...filter, kind })}
    >
      {kind && <KindIcon kind={kind} />}
      {text}
    </button>
  );
}
