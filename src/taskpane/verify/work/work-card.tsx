// What a line opens into: what is wrong and why, the figures, the article, what was said of it, and what can be done about it.
import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { memo, type ReactNode } from "react";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Qui } from "../../../core/domain/registre";
import { queFaire } from "../../../core/domain/justification-possible";
import type { Finding, Justification } from "../../../core/verification";
import { useInSight } from "../../in-sight";
import { CellLinks } from "../results/cell-links";
import { FigureRows } from "./figure-rows";
import { figureRowsOf } from "./figures";
import { placeOf, sentenceOf } from "./place";
import { sayings } from "./sayings";
import { workTexts } from "./texts";
import { Versions } from "./versions";
import type { Said } from "./work-store";
import type { WorkItem } from "./work-list";

const useStyles = makeStyles({
  card: { paddingBottom: tokens.spacingVerticalS, overflowWrap: "anywhere", "& p": { margin: "2px 0 0" } },
  quiet: { color: tokens.colorNeutralForeground3 },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  link: { fontSize: "inherit" },
  list: { margin: 0, paddingLeft: "18px" },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalS,
  },
});

export interface CardActions {
  readonly onCell: (cell: CellRef) => void;
  readonly onCorrect: (item: WorkItem) => void;
  /** Opens the form for it. */
  readonly onSay: (item: WorkItem, says: Said) => void;
  /** At once: who accepts has read what the card says. */
  readonly onAccept: (item: WorkItem) => void;
  /** To the page of its rule. */
  readonly onHelp: (item: WorkItem) => void;
  /** To the form of the avenant that is missing. */
  readonly onAvenant: (item: WorkItem) => void;
}

interface WorkCardProps extends CardActions {
  readonly item: WorkItem;
  readonly localParty: string;
  readonly qui: Qui;
  readonly isBusy: boolean;
  /** What else is said of the same cell. */
  readonly others: readonly Finding[];
  readonly selectedCell: CellRef | null;
  /** What was opened in the card: a preview, a form. */
  readonly children?: ReactNode;
}

export const WorkCard = memo(function WorkCard(props: WorkCardProps) {
  const { item, localParty, qui, isBusy, others, selectedCell, children, ...on } = props;
  const { finding, consequences, state } = item;
  const given = finding.justification;
  const { mayAccept, asks } = sayings(item, qui);
  const instead = finding.severity === "info" ? null : queFaire(finding.rule);
  const styles = useStyles();
  const card = useInSight<HTMLDivElement>();
  const place = placeOf(finding.subject, localParty);
  const rows = figureRowsOf(finding);
  const [first] = finding.cells;
  const canCorrect = (finding.fix ?? finding.choices ?? null) !== null && state !== "accepted";
  const isAvenant = finding.rule === "avenant-annuel" && given === null;
  const isMain = (name: string) => ({
    appearance: (name === main ? "primary" : "secondary") as "primary" | "secondary",
  });
  const toDo = canCorrect ? "correct" : isAvenant ? "avenant" : asks[0]?.kind;
  const main = mayAccept ? "accept" : state === "to-do" ? toDo : null;
  return (
    <div ref={card} className={styles.card}>
      <p className={styles.small}>{place}</p>
      <p>{sentenceOf(finding, localParty)}</p>
      {finding.explanation !== null && <p>{finding.explanation}</p>}
      {rows && <FigureRows rows={rows} />}
      {consequences.length > 0 && (
        <>
          <p className={styles.quiet}>{workTexts.consequences(consequences.length)}</p>
          <ul className={styles.list}>
            {consequences.map(({ id, message }) => (
              <li key={id} className={styles.small}>
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {others.map((other) => (
        <p key={other.id} className={styles.quiet}>
          {workTexts.sameCell(other)}
        </p>
      ))}
      {finding.former && <p className={styles.quiet}>{workTexts.formerReason(finding.former, localParty)}</p>}
      {given && (
        <p>
          {workTexts.reason(given, localParty)} {workTexts.decision(given, localParty)}
        </p>
      )}
      {(given ?? finding.former) && (
        <Versions given={given ?? (finding.former as Justification)} localParty={localParty} />
      )}
      {instead !== null && !given && <p className={styles.quiet}>{workTexts.cannotJustify(instead)}</p>}
      <div className={styles.actions}>
        {canCorrect && (
          <Button
            size="small"
            {...isMain("correct")}
            data-key="c"
            aria-label={workTexts.of(workTexts.correct, place)}
            disabledFocusable={isBusy}
            onClick={() => on.onCorrect(item)}
          >
            {workTexts.correct}
          </Button>
        )}
        {isAvenant && (
          <Button size="small" {...isMain("avenant")} disabledFocusable={isBusy} onClick={() => on.onAvenant(item)}>
            {workTexts.recordAvenant(finding.subject.year)}
          </Button>
        )}
        {instead === null && mayAccept && (
          <Button
            size="small"
            {...isMain("accept")}
            aria-label={workTexts.of(workTexts.accept, place)}
            disabledFocusable={isBusy}
            onClick={() => on.onAccept(item)}
          >
            {workTexts.accept}
          </Button>
        )}
        {finding.severity !== "info" &&
          instead === null &&
          asks.map(({ kind, label }) => (
            <Button
              key={kind}
              size="small"
              {...isMain(kind)}
              {...(kind === "reason" && { "data-key": "m" })}
              aria-label={workTexts.of(label, place)}
              disabledFocusable={isBusy}
              onClick={() => on.onSay(item, kind)}
            >
              {label}
            </Button>
          ))}
      </div>
      {finding.cells.length > 1 && (
        <CellLinks cells={finding.cells} selectedCell={selectedCell} onSelectCell={on.onCell} />
      )}
      <p className={styles.small}>
        {first !== undefined && finding.cells.length === 1 && (
          <>
            <Link as="button" inline className={styles.link} onClick={() => on.onCell(first)}>
              {workTexts.address(first)}
            </Link>
            {" · "}
          </>
        )}
        <Link as="button" inline className={styles.link} onClick={() => on.onHelp(item)}>
          {workTexts.rulePage}
        </Link>
      </p>
      {children}
    </div>
  );
});
