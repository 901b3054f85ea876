// What the contract asks for and when: what is late first, then what is near; the rest is closed below.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { EcheanceSituee } from "../../core/situation/situation";
import type { Session } from "../session-store";
import { Disclosure } from "../verify/results/disclosure";
import { KindIcon, type Kind } from "../verify/results/kind-icon";
import { contratTexts } from "./texts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { minWidth: 0, flexGrow: 1, overflowWrap: "anywhere" },
  state: { display: "block", fontWeight: tokens.fontWeightSemibold },
  quiet: { display: "block", color: tokens.colorNeutralForeground3 },
});

interface DeadlinesProps {
  readonly session: Session;
  readonly echeances: readonly EcheanceSituee[];
}

const isLate = ({ etat, isDue }: EcheanceSituee): boolean => etat === "illisible" || (etat === "passee" && isDue);
const isOver = ({ etat, isDue }: EcheanceSituee): boolean => etat === "faite" || (etat === "passee" && !isDue);

function kindOf(echeance: EcheanceSituee): Kind {
  if (echeance.etat === "faite") return "held";
  if (isLate(echeance)) return "warning";
  return echeance.etat === "proche" ? "info" : "justified";
}

export function Deadlines({ session, echeances }: DeadlinesProps) {
  if (echeances.length === 0) return <p>{contratTexts.noDeadline}</p>;
  const byDate = [...echeances].sort((one, other) => one.jours - other.jours);
  const over = byDate.filter(isOver);
  const later = byDate.filter(({ etat }) => etat === "a-venir");
  return (
    <>
      <DeadlineList
        session={session}
        echeances={byDate.filter((echeance) => !isOver(echeance) && !later.includes(echeance))}
      />
      {later.length > 0 && (
        <Disclosure heading="h3" title={contratTexts.deadlinesLater(later.length)}>
          <DeadlineList session={session} echeances={later} />
        </Disclosure>
      )}
      {over.length > 0 && (
        <Disclosure heading="h3" title={contratTexts.deadlinesDone(over.length)}>
          <DeadlineList session={session} echeances={over} />
        </Disclosure>
      )}
    </>
  );
}

function DeadlineList({ session, echeances }: DeadlinesProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {echeances.map((echeance) => {
        const { intitule, date, cell } = echeance;
        return (
          <li key={`${intitule} ${date}`} className={styles.item}>
            <KindIcon kind={kindOf(echeance)} />
            <div className={styles.words}>
              <span className={styles.state}>{contratTexts.deadlineState(echeance)}</span>
              {intitule}
              <span className={styles.quiet}>{contratTexts.deadlineDate(echeance)}</span>
              {cell && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={contratTexts.goToDeadline(intitule)}
                  onClick={() => void session.selectCell(cell)}
                >
                  {contratTexts.goToLine}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
