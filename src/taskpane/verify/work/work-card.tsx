// A discrepancy as a card: the problem, where it stands, the figures, and what can be done about it.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useId, useState, type ReactNode } from "react";
import type { CellRef } from "../../../core/domain/cell-ref";
import { isSigned } from "../../../core/domain/justification";
import type { Qui } from "../../../core/domain/registre";
import type { Justification } from "../../../core/verification";
import { queFaire } from "../../../core/domain/justification-possible";
import { useInSight } from "../../in-sight";
import { CellLinks } from "../results/cell-links";
import { useFocusRing } from "../results/focus-ring";
import { KindIcon } from "../results/kind-icon";
import { CardTitle } from "./card-title";
import { mayAnswer } from "../../who/who";
import { Figures, toldFigures } from "./figures";
import type { Said } from "./work-store";
import { placeOf, sentenceOf } from "./place";
import { workTexts } from "./texts";
import { Versions } from "./versions";
import type { WorkItem } from "./work-list";

const useStyles = makeStyles({
  card: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: {
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-3px" },
  },
  body: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  go: {
    display: "block",
    width: "100%",
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
  },
  quiet: { margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground3 },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  more: { "& p": { margin: `${tokens.spacingVerticalXS} 0 0` }, "& ul": { margin: "4px 0 0", paddingLeft: "18px" } },
});

export interface CardActions {
  readonly onGo: (item: WorkItem, cell: CellRef) => void;
  readonly onCorrect: (item: WorkItem) => void;
  /** Opens the form for it. */
  readonly onSay: (item: WorkItem, says: Said) => void;
  /** At once: who accepts has read what the card says. */
  readonly onAccept: (item: WorkItem) => void;
  /** To the page of its rule. */
  readonly onHelp: (item: WorkItem) => void;
}

interface Saying {
  readonly kind: Said;
  readonly label: string;
}

/** What may be said of it: a party gives reasons, the other one answers, and anybody comments. */
function sayings({ finding: { justification: given }, state }: WorkItem, qui: Qui) {
  if (given === null)
    return { mayAccept: false, asks: [{ kind: "reason", label: workTexts.justify }] satisfies Saying[] };
  const isWaiting = state === "justified" && isSigned(given);
  const mayAccept = isWaiting && mayAnswer(qui, given);
  const isOther = qui.party !== null && qui.party !== given.party;
  const reason =
    given.decision === "refused" ? workTexts.redo : isSigned(given) ? workTexts.editReason : workTexts.completeReason;
  const asks: readonly Saying[] = [
    ...(isWaiting && (isOther || qui.party === null)
      ? [{ kind: "answer" as const, label: mayAccept ? workTexts.refuseAsk : workTexts.answer }]
      : []),
    ...(isOther && isSigned(given) ? [] : [{ kind: "reason" as const, label: reason }]),
    { kind: "comment", label: workTexts.comment },
  ];
  return { mayAccept, asks };
}

interface WorkCardProps extends CardActions {
  readonly item: WorkItem;
  readonly localParty: string;
  readonly qui: Qui;
  /** The heading of the card's group; null where none is in sight. */
  readonly heading: string | null;
  readonly isCurrent: boolean;
  readonly isBusy: boolean;
  /** Another row has a card of the same words: its number tells them apart. */
  readonly isAlike: boolean;
  /** It was not there the last time. */
  readonly isFresh: boolean;
  readonly selectedCell: CellRef | null;
  /** What was opened in the card: a preview, a form. */
  readonly children?: ReactNode;
}

export const WorkCard = memo(function WorkCard(props: WorkCardProps) {
  const { item, localParty, qui, heading, isCurrent, isBusy, isAlike, isFresh, selectedCell, children } = props;
  const { onGo, onCorrect, onSay, onAccept, onHelp } = props;
  const { finding, consequences, state } = item;
  const given = finding.justification;
  const says = sayings(item, qui);
  const instead = finding.severity === "info" ? null : queFaire(finding.rule);
  const styles = useStyles();
  const focusRing = useFocusRing();
  const [isOpen, setOpen] = useState(false);
  const more = useInSight<HTMLDivElement>(isOpen);
  const id = useId();
  const [first] = finding.cells;
  const row = isAlike && first ? first.row + 1 : undefined;
  const mark = workTexts.mark(item);
  const title = <CardTitle {...{ finding, localParty, heading, row, mark, isFresh }} />;
  return (
    <div className={mergeClasses(styles.card, isCurrent && styles.current)} aria-current={isCurrent || undefined}>
      <KindIcon kind={state === "to-do" ? item.worst : "justified"} title={mark} />
      <div className={styles.body}>
        {first === undefined ? (
          <div data-finding={finding.id} tabIndex={-1}>
            {title}
          </div>
        ) : (
          <button
            type="button"
            data-finding={finding.id}
            className={mergeClasses(styles.go, focusRing)}
            title={workTexts.goTo(placeOf(finding.subject, localParty, null, row).rest, workTexts.address(first))}
            onClick={() => onGo(item, first)}
          >
            {title}
          </button>
        )}
        <Figures finding={finding} sentence={sentenceOf(finding, localParty)} />
        {consequences.length > 0 && <p className={styles.quiet}>{workTexts.consequences(consequences.length)}</p>}
        {finding.former && <p className={styles.quiet}>{workTexts.formerReason(finding.former, localParty)}</p>}
        {finding.justification && (
          <p className={styles.quiet}>
            {workTexts.reason(finding.justification, localParty)}{" "}
            {workTexts.decision(finding.justification, localParty)}
          </p>
        )}
        {(given ?? finding.former) && (
          <Versions given={given ?? (finding.former as Justification)} localParty={localParty} />
        )}
        {instead !== null && !finding.justification && (
          <p className={styles.quiet}>{workTexts.cannotJustify(instead)}</p>
        )}
        <div className={styles.actions}>
          {(finding.fix ?? finding.choices) && state !== "accepted" && (
            <Button size="small" disabledFocusable={isBusy} onClick={() => onCorrect(item)}>
              {workTexts.correct}
            </Button>
          )}
          {instead === null && says.mayAccept && (
            <Button size="small" appearance="primary" disabledFocusable={isBusy} onClick={() => onAccept(item)}>
              {workTexts.accept}
            </Button>
          )}
          {finding.severity !== "info" &&
            instead === null &&
            says.asks.map(({ kind, label }) => (
              <Button key={kind} size="small" disabledFocusable={isBusy} onClick={() => onSay(item, kind)}>
                {label}
              </Button>
            ))}
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            {workTexts.why}
          </Button>
        </div>
        {isOpen && (
          <div id={id} ref={more} className={styles.more}>
            {toldFigures(finding) && <p>{finding.message}</p>}
            {finding.explanation !== null && <p>{finding.explanation}</p>}
            {finding.cells.length > 1 && (
              <CellLinks cells={finding.cells} selectedCell={selectedCell} onSelectCell={(cell) => onGo(item, cell)} />
            )}
            {consequences.length > 0 && (
              <>
                <p>{workTexts.consequencesTitle}</p>
                <ul>
                  {consequences.map(({ id: caused, message }) => (
                    <li key={caused}>{message}</li>
                  ))}
                </ul>
              </>
            )}
            <p>
              <Button size="small" appearance="subtle" onClick={() => onHelp(item)}>
                {workTexts.rulePage}
              </Button>
            </p>
          </div>
        )}
        {children}
      </div>
    </div>
  );
});
