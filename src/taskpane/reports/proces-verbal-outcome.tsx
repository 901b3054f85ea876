// What came of establishing or checking a procès-verbal; each changed figure leads to its cell.
import { parseCellRef, type CellRef } from "xlsx-model/cell-ref";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Controle } from "../../core/reports/proces-verbal/controler";
import { describeChangement, describeControle } from "../../core/reports/proces-verbal/describe-controle";
import { formatEmpreinte } from "../../core/reports/proces-verbal/empreinte";
import { CellLinks } from "../verify/results/cell-links";
import { ExistsOutcome } from "./exists-outcome";
import { LongList } from "./long-list";
import { Outcome } from "./outcome";
import type { ReportsState } from "./reports-store";
import { texts } from "./texts";

const useStyles = makeStyles({
  fingerprint: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  subtitle: { margin: "8px 0 0", fontSize: "inherit", fontWeight: 600 },
});

interface ProcesVerbalOutcomeProps {
  readonly outcome: NonNullable<ReportsState["procesVerbal"]>;
  readonly isBusy: boolean;
  readonly selectedCell: CellRef | null;
  readonly onSelectCell: (cell: CellRef) => void;
  /** With what was shown of the one that is replaced. */
  readonly onReplace: (standing: string) => void;
  readonly onKeep: () => void;
}

export function ProcesVerbalOutcome(props: ProcesVerbalOutcomeProps) {
  const { outcome, isBusy, selectedCell, onSelectCell, onReplace, onKeep } = props;
  if (outcome.kind === "checked") {
    return <Checked controle={outcome.controle} selectedCell={selectedCell} onSelectCell={onSelectCell} />;
  }
  if (outcome.kind === "exists") {
    return (
      <ExistsOutcome
        key="exists"
        title={texts.exists}
        sentence={outcome.sentence}
        isBusy={isBusy}
        onReplace={() => onReplace(outcome.standing)}
        onKeep={onKeep}
      />
    );
  }
  if (outcome.sheetName === null) return null;
  return (
    <Outcome key="established" kind="held" title={texts.established}>
      <p>{texts.establishedIn(outcome.sheetName)}</p>
      <Fingerprint empreinte={outcome.procesVerbal.empreinte} />
    </Outcome>
  );
}

function Fingerprint({ empreinte }: { readonly empreinte: string }) {
  const styles = useStyles();
  return (
    <p>
      {texts.fingerprint} <span className={styles.fingerprint}>{formatEmpreinte(empreinte)}</span>
    </p>
  );
}

/** The sheet of an earlier procès-verbal holds its cells as text. */
const cellsOf = ({ cellule }: Controle["changements"][number]): readonly CellRef[] => {
  const cell = parseCellRef(cellule);
  return cell ? [cell] : [];
};

interface CheckedProps {
  readonly controle: Controle;
  readonly selectedCell: CellRef | null;
  readonly onSelectCell: (cell: CellRef) => void;
}

function Checked({ controle, selectedCell, onSelectCell }: CheckedProps) {
  const styles = useStyles();
  const { identique, situation, empreinte, alterations, differences, remarques, changements } = controle;
  const sentences = [...alterations, ...differences, ...remarques];
  return (
    <Outcome key="checked" kind={identique ? "held" : "error"} title={describeControle(controle)}>
      <p>{texts.checkedAt(situation)}</p>
      {empreinte !== null && (
        <>
          <Fingerprint empreinte={empreinte} />
          <p>{texts.compareFingerprint}</p>
        </>
      )}
      {sentences.length > 0 && (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {changements.length > 0 && (
        <>
          <h4 className={styles.subtitle}>{texts.changesTitle(changements.length)}</h4>
          <LongList
            moreLabel={texts.changesMore}
            items={changements.map((changement) => ({
              key: `${changement.libelle} ${changement.cellule}`,
              content: (
                <>
                  {describeChangement(changement)}
                  <CellLinks cells={cellsOf(changement)} selectedCell={selectedCell} onSelectCell={onSelectCell} />
                </>
              ),
            }))}
          />
        </>
      )}
    </Outcome>
  );
}
