// Whether the report can be handed over, what lacks and where, and the file that was made of it.
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { CellRef } from "xlsx-model/cell-ref";
import { CellLinks } from "../verify/results/cell-links";
import { LongList } from "./long-list";
import { Outcome } from "./outcome";
import type { MadeBilan } from "./reports-store";
import { texts } from "./texts";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  subtitle: { margin: "8px 0 0", fontSize: "inherit", fontWeight: 600 },
});

interface BilanOutcomeProps {
  readonly made: MadeBilan;
  readonly selectedCell: CellRef | null;
  readonly onSelectCell: (cell: CellRef) => void;
}

export function BilanOutcome({ made, selectedCell, onSelectCell }: BilanOutcomeProps) {
  const styles = useStyles();
  const { bilan, sheetNames, file } = made;
  const { manques, etats, entete } = bilan;
  return (
    <Outcome kind={manques.length === 0 ? "held" : "warning"} title={texts.bilanDone(entete.periodeTexte)}>
      <p>{etats.pret}</p>
      {sheetNames && sheetNames.length > 0 && <p>{texts.sheetsWritten(sheetNames)}</p>}
      {file && (
        <>
          <p>{texts.fileReady}</p>
          <p>
            <Link href={file.url} download={file.name} inline>
              {texts.saveAgain(file.name)}
            </Link>
          </p>
          <p className={styles.quiet}>{texts.fileBlocked}</p>
        </>
      )}
      {manques.length > 0 && (
        <>
          <h4 className={styles.subtitle}>{texts.missingTitle(manques.length)}</h4>
          <LongList
            moreLabel={texts.missingMore}
            items={manques.map(({ texte, cells }) => ({
              key: texte,
              content: (
                <>
                  {texte}
                  {cells.length > 0 && (
                    <CellLinks cells={cells} selectedCell={selectedCell} onSelectCell={onSelectCell} />
                  )}
                </>
              ),
            }))}
          />
        </>
      )}
    </Outcome>
  );
}
