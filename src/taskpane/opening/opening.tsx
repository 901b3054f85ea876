// What the pane says of the workbook before the first verification: recognised, empty or foreign, and what can be done.
import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import type { Situation } from "../../core/situation/situation";
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { openNouveau } from "../contrat/nouveau/nouveau-store";
import { useSituation } from "../situation-store";
import { KindIcon } from "../verify/results/kind-icon";
import { openingTexts } from "./texts";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    "& p": { margin: 0 },
    overflowWrap: "anywhere",
  },
  waiting: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  title: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: 600,
  },
  subtitle: { margin: 0, fontSize: "inherit", fontWeight: 600 },
  list: { margin: 0, paddingLeft: "18px" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface OpeningProps {
  readonly session: Session;
  readonly state: SessionState;
}

export function Opening({ session, state }: OpeningProps) {
  const styles = useStyles();
  const { read, failure, retry } = useSituation(session, state, state.tab === "verify");
  const situation = read?.situation;
  return (
    <div className={styles.box}>
      <div role="status">
        {!situation && failure === null && (
          <span className={styles.waiting}>
            <Spinner size="tiny" aria-hidden="true" />
            {openingTexts.reading}
          </span>
        )}
        {!situation && failure !== null && <p>{failure}</p>}
      </div>
      {!situation && failure !== null && (
        <div>
          <Button size="small" onClick={retry}>
            {openingTexts.again}
          </Button>
        </div>
      )}
      {situation &&
        (situation.etat === "contrat" ? (
          <Recognised situation={situation} />
        ) : situation.etat === "tableau-de-bord" ? (
          <TableauDeBord />
        ) : (
          <NotTheContract session={session} situation={situation} />
        ))}
    </div>
  );
}

function Recognised({ situation }: { readonly situation: Situation }) {
  const styles = useStyles();
  const { contrat, derniere } = situation;
  const parts = openingTexts.parts(situation);
  return (
    <>
      <h2 className={styles.title}>
        <KindIcon kind="held" />
        {openingTexts.recognised}
      </h2>
      <p>
        {openingTexts.contract(contrat)} {openingTexts.avenants(contrat.avenants)}
      </p>
      {parts.length === 0 ? (
        <p>{openingTexts.noPart}</p>
      ) : (
        <ul className={styles.list}>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      <p>{derniere ? openingTexts.last(derniere) : openingTexts.never}</p>
      <p className={styles.quiet}>{openingTexts.what}</p>
    </>
  );
}

/** Neither annexes nor a contract's sheet belong in it. */
function TableauDeBord() {
  const styles = useStyles();
  return (
    <>
      <h2 className={styles.title}>
        <KindIcon kind="info" />
        {openingTexts.tableau}
      </h2>
      <p>{openingTexts.tableauWhat}</p>
      <h3 className={styles.subtitle}>{openingTexts.ways}</h3>
      <ul className={styles.list}>
        <li>{openingTexts.wayOpenOne}</li>
        <li>{openingTexts.wayMakeAgain}</li>
      </ul>
    </>
  );
}

interface NotTheContractProps {
  readonly session: Session;
  readonly situation: Situation;
}

function NotTheContract({ session, situation: { etat, contrat, accepteAnnexes } }: NotTheContractProps) {
  const styles = useStyles();
  const isEmpty = etat === "vide";
  const title = isEmpty ? "empty" : etat === "a-confirmer" ? "toConfirm" : "foreign";
  return (
    <>
      <h2 className={styles.title}>
        <KindIcon kind="unknown" />
        {openingTexts[title]}
      </h2>
      <p>{isEmpty ? openingTexts.emptyWhat : (contrat.inconnu ?? openingTexts.foreignWhat(contrat.intitule))}</p>
      <h3 className={styles.subtitle}>{openingTexts.ways}</h3>
      <ul className={styles.list}>
        <li>{openingTexts.wayOpen}</li>
        {accepteAnnexes && (
          <li>
            {openingTexts.wayAnnexes}{" "}
            <Button size="small" onClick={() => session.chooseTab("annexes")}>
              {openingTexts.toAnnexes}
            </Button>
          </li>
        )}
        <li>
          {openingTexts.wayContract}{" "}
          <Button size="small" onClick={() => session.chooseTab("contrat")}>
            {openingTexts.toContract}
          </Button>
        </li>
        <li>
          {openingTexts.wayNew}{" "}
          <Button size="small" onClick={() => openNouveau(session)}>
            {openingTexts.newContract}
          </Button>
        </li>
      </ul>
    </>
  );
}
