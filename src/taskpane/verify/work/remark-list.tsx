// The remarks: matters of form that ask for nothing, each a way to its cell and, where it is safe, to its correction.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Finding } from "../../../core/verification";
import { Disclosure } from "../results/disclosure";
import { CellLinks } from "../results/cell-links";
import { usePlainButton } from "../results/plain-button";
import type { Session } from "../../session-store";
import { correct, previewCorrection } from "./correct";
import { CorrectionPreview } from "./correction-preview";
import { workTexts } from "./texts";
import { workStore } from "./work-store";

const useStyles = makeStyles({
  why: { margin: "0 0 4px", color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyle: "none", "& > li": { padding: "4px 0", overflowWrap: "anywhere" } },
  go: { ":hover": { textDecorationLine: "underline" } },
  actions: { marginTop: tokens.spacingVerticalXS },
});

interface RemarkListProps {
  readonly remarks: readonly Finding[];
  readonly session: Session;
  /** The noun of the contract's local party. */
  readonly localParty: string;
  readonly selectedCell: CellRef | null;
  readonly isBusy: boolean;
}

export function RemarkList(props: RemarkListProps) {
  const styles = useStyles();
  if (props.remarks.length === 0) return null;
  return (
    <Disclosure heading="h2" title={workTexts.remarks} count={props.remarks.length}>
      <p className={styles.why}>{workTexts.remarksWhy}</p>
      <Remarks {...props} />
    </Disclosure>
  );
}

function Remarks({ remarks, session, localParty, selectedCell, isBusy }: RemarkListProps) {
  const styles = useStyles();
  const store = workStore(session);
  const { focus, panel } = useSyncExternalStore(store.subscribe, store.getState);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (focus === null) return;
    const ways = list.current?.querySelectorAll<HTMLElement>("[data-remark]") ?? [];
    const way = [...ways].find(({ dataset }) => dataset["remark"] === focus);
    if (!way) return;
    store.set({ ...store.getState(), focus: null });
    way.focus();
  });
  /** Where to go once a remark is settled: to those that follow it, then to those before it. */
  const after = (at: number) => [...remarks.slice(at + 1), ...remarks.slice(0, at)].map(({ id }) => id);
  return (
    <ul className={styles.list} ref={list}>
      {remarks.map((remark, at) => (
        <li key={remark.id}>
          <Remark remark={remark} session={session} selectedCell={selectedCell} />
          {remark.fix && (
            <div className={styles.actions}>
              <Button
                size="small"
                aria-label={workTexts.of(workTexts.correct, remark.message.split(/\s:/u)[0] ?? "")}
                disabledFocusable={isBusy}
                onClick={() => void previewCorrection(session, [remark.id])}
              >
                {workTexts.correct}
              </Button>
            </div>
          )}
          {panel?.kind === "correct" && panel.finding === remark.id && (
            <CorrectionPreview
              plans={panel.plans}
              localParty={localParty}
              describeRest={() => []}
              isBusy={isBusy}
              onApply={(plan) => void correct(session, plan, after(at))}
              onCancel={() => store.set({ ...store.getState(), panel: null, focus: remark.id })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

interface RemarkProps {
  readonly remark: Finding;
  readonly session: Session;
  readonly selectedCell: CellRef | null;
}

function Remark({ remark: { id, message, explanation, cells }, session, selectedCell }: RemarkProps) {
  const styles = useStyles();
  const plain = usePlainButton();
  const [first] = cells;
  return (
    <>
      {first === undefined ? (
        message
      ) : (
        <button
          type="button"
          data-remark={id}
          className={mergeClasses(plain, styles.go)}
          onClick={() => void session.selectCell(first)}
        >
          {message}
        </button>
      )}
      {explanation !== null && ` ${explanation}`}
      {cells.length > 1 && (
        <CellLinks cells={cells} selectedCell={selectedCell} onSelectCell={(cell) => void session.selectCell(cell)} />
      )}
    </>
  );
}
