// Two versions of a workbook compared: what differs, each figure at its cell, with what it does to the verdict.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, useSyncExternalStore } from "react";
import { parseCellRef } from "xlsx-model/cell-ref";
import type { LigneMontree } from "../../usecases/compare-workbook";
import { FileChooser } from "../file-chooser";
import { LongList } from "../reports/long-list";
import { Outcome } from "../reports/outcome";
import { isStale, type SessionState } from "../session";
import type { Session } from "../session-store";
import { StaleNotice } from "../stale-notice";
import { CellLinks } from "../verify/results/cell-links";
import { compareWith, comparisonOf, writeComparison } from "./comparison-store";
import { comparisonTexts } from "./comparison-texts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: {
    "& ul": { listStyleType: "none", margin: 0, padding: 0 },
    "& li": { padding: "8px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  values: { fontVariantNumeric: "tabular-nums", "& ins": { textDecorationLine: "none", fontWeight: 600 } },
  broken: { color: tokens.colorPaletteRedForeground1 },
  settled: { color: tokens.colorPaletteGreenForeground1 },
});

interface ComparisonSectionProps {
  readonly session: Session;
  readonly state: SessionState;
}

export function ComparisonSection({ session, state }: ComparisonSectionProps) {
  const styles = useStyles();
  const store = comparisonOf(session);
  const { compared } = useSyncExternalStore(store.subscribe, store.getState);
  const isBusy = state.running !== null;
  return (
    <>
      <p>{comparisonTexts.intro}</p>
      <div className={styles.buttons}>
        <FileChooser
          label={compared ? comparisonTexts.chooseAnother : comparisonTexts.choose}
          name={comparisonTexts.choose}
          isBusy={isBusy}
          onFile={(file) => void compareWith(session, file)}
        />
      </div>
      <StaleNotice isStale={isStale(state, compared)} text={comparisonTexts.stale} />
      {compared && <Compared session={session} state={state} compared={compared} />}
    </>
  );
}

type ComparedProps = ComparisonSectionProps & {
  readonly compared: NonNullable<ReturnType<ReturnType<typeof comparisonOf>["getState"]>["compared"]>;
};

function Compared({ session, state, compared }: ComparedProps) {
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const { reference, identique, phrase, verdict, remarques, lignes, autres } = compared;
  const changing = lignes.filter(({ effets }) => effets.length > 0);
  const isFiltered = changing.length > 0 && changing.length < lignes.length;
  const shown = isFiltered && !showsAll ? changing : lignes;
  return (
    <>
      <Outcome kind={identique ? "held" : "warning"} title={phrase}>
        <p>{verdict}</p>
        <p>{comparisonTexts.comparedTo(reference)}</p>
        {remarques.map((remarque) => (
          <p key={remarque}>{remarque}</p>
        ))}
      </Outcome>
      {isFiltered && (
        <div className={styles.buttons} role="group" aria-label={comparisonTexts.shown}>
          {[false, true].map((all) => (
            <Button
              key={String(all)}
              size="small"
              appearance={showsAll === all ? "primary" : "secondary"}
              aria-pressed={showsAll === all}
              onClick={() => setShowsAll(all)}
            >
              {all ? comparisonTexts.all(lignes.length) : comparisonTexts.changing(changing.length)}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.list}>
        <LongList
          key={String(showsAll)}
          moreLabel={comparisonTexts.more}
          items={shown.map((ligne) => ({
            key: ligne.cle,
            content: <Line session={session} state={state} ligne={ligne} />,
          }))}
        />
        {autres.length > 0 && (
          <ul>
            {autres.map((autre) => (
              <li key={autre}>{autre}</li>
            ))}
          </ul>
        )}
      </div>
      {!identique && (
        <div>
          <Button
            appearance="primary"
            disabledFocusable={state.running !== null}
            onClick={() => void writeComparison(session)}
          >
            {comparisonTexts.write}
          </Button>
        </div>
      )}
    </>
  );
}

interface LineProps extends ComparisonSectionProps {
  readonly ligne: LigneMontree;
}

function Line({ session, state, ligne: { libelle, cellule, avant, apres, effets } }: LineProps) {
  const styles = useStyles();
  const cell = cellule === null ? null : parseCellRef(cellule);
  return (
    <>
      <div>{libelle}</div>
      <div className={styles.values}>
        <del>{avant ?? comparisonTexts.absent}</del> → <ins>{apres ?? comparisonTexts.absent}</ins>
      </div>
      {effets.map(({ kind, texte }) => (
        <div key={texte} className={kind === "regle" ? styles.settled : styles.broken}>
          {texte}
        </div>
      ))}
      {cell && (
        <CellLinks
          cells={[cell]}
          selectedCell={state.selectedCell}
          onSelectCell={(chosen) => void session.selectCell(chosen)}
        />
      )}
    </>
  );
}
