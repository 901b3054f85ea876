// What chooses among the discrepancies: a search, a grouping, filters; and the way from one to the next.
import { Button, Input, makeStyles, Select, tokens, useId } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUp16Regular } from "@fluentui/react-icons/svg/chevron-up";
import { useMemo, useRef, useState } from "react";
import { workTexts } from "./texts";
import {
  countFilters,
  GROUPINGS,
  isFiltering,
  NO_FILTER,
  type Grouping,
  type WorkFilter,
  type WorkItem,
} from "./work-list";
import { compareNumeros, type NumeroAction } from "../../../core/domain/values/numero-action";

const useStyles = makeStyles({
  tools: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  /** Both on one line, also where they go below the count. */
  steps: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginLeft: "auto" },
  search: { flexGrow: 1, minWidth: "120px" },
  select: { flexGrow: 1, minWidth: "120px" },
  field: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: "120px" },
  hidden: { fontWeight: tokens.fontWeightSemibold },
  shown: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
});

interface WorkToolsProps {
  readonly items: readonly WorkItem[];
  readonly shown: number;
  /** Place of the current one among those shown, from 1; 0 for none. */
  readonly at: number;
  readonly filter: WorkFilter;
  readonly onFilter: (filter: WorkFilter) => void;
  readonly onStep: (step: 1 | -1) => void;
}

export function WorkTools({ items, shown, at, filter, onFilter, onStep }: WorkToolsProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const id = useId("filtres");
  const chosen = countFilters(filter);
  return (
    <div className={styles.tools}>
      <div className={styles.row}>
        <Input
          className={styles.search}
          type="search"
          size="small"
          input={{ ref: search }}
          aria-label={workTexts.search}
          placeholder={workTexts.search}
          value={filter.search}
          onChange={(_, { value }) => onFilter({ ...filter, search: value })}
        />
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {chosen === 0 ? workTexts.filters : workTexts.filtersOn(chosen)}
        </Button>
      </div>
      {isOpen && <Filters id={id} items={items} filter={filter} onFilter={onFilter} />}
      {items.length > 0 && isFiltering(filter) && (
        <div className={styles.row}>
          <span className={styles.hidden}>{workTexts.hidden(items.length - shown)}</span>
          <Button
            size="small"
            onClick={() => {
              onFilter({ ...NO_FILTER, grouping: filter.grouping, view: filter.view });
              // This button goes: the keyboard must not lose its place.
              search.current?.focus();
            }}
          >
            {workTexts.reset}
          </Button>
        </div>
      )}
      <div className={styles.row}>
        <span className={styles.shown} role="status">
          {at > 0 ? workTexts.position(at, shown) : workTexts.shown(shown, items.length)}
        </span>
        <div className={styles.steps}>
          <Button
            size="small"
            icon={<ChevronUp16Regular />}
            title={workTexts.keys}
            disabledFocusable={shown === 0 || at === 1}
            onClick={() => onStep(-1)}
          >
            {workTexts.previous}
          </Button>
          <Button
            size="small"
            icon={<ChevronDown16Regular />}
            title={workTexts.keys}
            disabledFocusable={shown === 0 || at === shown}
            onClick={() => onStep(1)}
          >
            {workTexts.next}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Filters({
  id,
  items,
  filter,
  onFilter,
}: Pick<WorkToolsProps, "items" | "filter" | "onFilter"> & { id: string }) {
  const styles = useStyles();
  const [axes, actions] = useMemo(() => [numbersOf(items, "axe"), numbersOf(items, "action")], [items]);
  return (
    <div id={id} className={styles.row}>
      <Choice
        label={workTexts.grouping}
        value={filter.grouping}
        onChange={(value) => onFilter({ ...filter, grouping: value as Grouping })}
      >
        {GROUPINGS.map((grouping) => (
          <option key={grouping} value={grouping}>
            {workTexts.groupings[grouping]}
          </option>
        ))}
      </Choice>
      <Choice
        label={workTexts.severityLabel}
        value={filter.severity ?? ""}
        onChange={(value) => onFilter({ ...filter, severity: value === "" ? null : (value as "error" | "warning") })}
      >
        <option value="">{workTexts.allSeverities}</option>
        <option value="error">{workTexts.onlyErrors}</option>
        <option value="warning">{workTexts.onlyWarnings}</option>
      </Choice>
      <NumberChoice
        label={workTexts.axeLabel}
        all={workTexts.allAxes}
        none={workTexts.noAxe}
        name={workTexts.axe}
        numbers={axes}
        value={filter.axe}
        onChange={(axe) => onFilter({ ...filter, axe })}
      />
      <NumberChoice
        label={workTexts.actionLabel}
        all={workTexts.allActions}
        none={workTexts.noAction}
        name={workTexts.action}
        numbers={actions}
        value={filter.action}
        onChange={(action) => onFilter({ ...filter, action })}
      />
    </div>
  );
}

/** In the order of the contract; null last, for what is about none. */
function numbersOf<Of extends "axe" | "action">(items: readonly WorkItem[], of: Of) {
  const numbers = new Set(items.map(({ finding }) => finding.subject[of] ?? null));
  return [...numbers].sort((a, b) => compareNumeros(a ?? Infinity, b ?? Infinity));
}

interface NumberChoiceProps<Numero extends NumeroAction> {
  readonly label: string;
  readonly all: string;
  readonly none: string;
  readonly name: (number: Numero) => string;
  readonly numbers: readonly (Numero | null)[];
  readonly value: Numero | "none" | null;
  readonly onChange: (value: Numero | "none" | null) => void;
}

/** Where there is one only there is nothing to choose, unless it was chosen before the others were settled. */
function NumberChoice<Numero extends NumeroAction>({
  label,
  all,
  none,
  name,
  numbers,
  value,
  onChange,
}: NumberChoiceProps<Numero>) {
  const chosenOf = (text: string) => numbers.find((number) => String(number ?? "none") === text);
  if (numbers.length < 2 && value === null) return null;
  return (
    <Choice
      label={label}
      value={String(value ?? "")}
      onChange={(chosen) => onChange(chosen === "" ? null : (chosenOf(chosen) ?? "none"))}
    >
      <option value="">{all}</option>
      {numbers.map((number) => (
        <option key={String(number)} value={number ?? "none"}>
          {number === null ? none : name(number)}
        </option>
      ))}
      {value !== null && !numbers.some((number) => (number ?? "none") === value) && (
        <option value={value}>{value === "none" ? none : name(value as Numero)}</option>
      )}
    </Choice>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: React.ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const styles = useStyles();
  const id = useId("choix");
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} size="small" className={styles.select} value={value} onChange={(_, data) => onChange(data.value)}>
        {children}
      </Select>
    </div>
  );
}
