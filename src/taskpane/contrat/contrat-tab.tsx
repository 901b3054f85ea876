// The tab « Contrat »: the contract in force, what is due and when, its avenants, what they changed, and its seal.
import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useSyncExternalStore, type ReactNode } from "react";
import { AsOfField } from "../as-of-field";
import { lazyPart } from "../lazy-part";
import { isStale, type SessionState } from "../session";
import type { Session } from "../session-store";
import { useSituation } from "../situation-store";
import { StaleNotice } from "../stale-notice";
import { texts } from "../texts";
import { Avenir } from "./avenir/avenir";
import { avenirOf, openAvenir } from "./avenir/avenir-store";
import { avenirTexts } from "./avenir/texts";
import { ComparisonSection } from "./comparison-section";
import { comparisonTexts } from "./comparison-texts";
import { Deadlines } from "./deadlines";
import { HistorySection } from "./history-section";
import { InForce } from "./in-force";
import { nouveauStore, openNouveau } from "./nouveau/nouveau-store";
import { RegisterSection } from "./register-section";
import { SealSection } from "./seal-section";
import { contratTexts } from "./texts";

const Nouveau = lazyPart(
  async () => (await import(/* webpackChunkName: "nouveau" */ "./nouveau/nouveau")).Nouveau,
  texts.loadingTab,
);

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL, "& p": { margin: 0 } },
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  waiting: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
});

interface ContratTabProps {
  readonly session: Session;
  readonly state: SessionState;
  /** ISO date. */
  readonly today: () => string;
}

/** « Nouveau contrat » and « Préparer l’avenant » take the place of the contract that serves while they are open. */
export function ContratTab(props: ContratTabProps) {
  const { session, state } = props;
  const [nouveau, avenir] = [nouveauStore(session), avenirOf(session)];
  const isNew = useSyncExternalStore(nouveau.subscribe, () => nouveau.getState().isOpen);
  const isComing = useSyncExternalStore(avenir.subscribe, () => avenir.getState().isOpen);
  if (isNew) return <Nouveau session={session} pane={state} />;
  return isComing ? <Avenir session={session} pane={state} /> : <Serving {...props} />;
}

function ComingSection({ session, state }: Pick<ContratTabProps, "session" | "state">) {
  return (
    <>
      <p>{avenirTexts.openWhy}</p>
      <div>
        <Button disabledFocusable={state.running !== null} onClick={() => void openAvenir(session)}>
          {avenirTexts.open}
        </Button>
      </div>
    </>
  );
}

function Serving({ session, state, today }: ContratTabProps) {
  const styles = useStyles();
  const { read, isReading, failure, retry } = useSituation(session, state, state.tab === "contrat");
  const situation = read?.situation;
  const parts: readonly (readonly [string, string, ReactNode])[] = situation
    ? [
        ["echeances", contratTexts.deadlines, <Deadlines session={session} echeances={situation.echeances} />],
        ["avenants", contratTexts.register, <RegisterSection session={session} state={state} situation={situation} />],
        ["avenir", avenirTexts.title, <ComingSection session={session} state={state} />],
        ["sceau", contratTexts.seal, <SealSection sceau={situation.contrat.sceau} />],
        ["comparaison", comparisonTexts.title, <ComparisonSection session={session} state={state} />],
      ]
    : [];
  return (
    <div className={styles.tab}>
      <StaleNotice
        isStale={state.running === null && !isReading && isStale(state, read ?? null)}
        text={contratTexts.stale}
      >
        <Button size="small" onClick={retry}>
          {contratTexts.readAgain}
        </Button>
      </StaleNotice>
      <section className={styles.section} aria-labelledby="contrat-en-vigueur">
        <h2 id="contrat-en-vigueur" className={styles.title}>
          {contratTexts.inForce}
        </h2>
        <AsOfField session={session} asOf={state.asOf} today={today} />
        <div role="status">
          {!situation && isReading && (
            <span className={styles.waiting}>
              <Spinner size="tiny" aria-hidden="true" />
              {contratTexts.reading}
            </span>
          )}
          {failure !== null && <p>{failure}</p>}
        </div>
        {failure !== null && (
          <div>
            <Button onClick={retry}>{contratTexts.again}</Button>
          </div>
        )}
        {situation && <InForce situation={situation} />}
        {situation && <HistorySection changes={situation.historique} />}
      </section>
      {parts.map(([id, title, content]) => (
        <section key={id} className={styles.section} aria-labelledby={`contrat-${id}`}>
          <h2 id={`contrat-${id}`} className={styles.title}>
            {title}
          </h2>
          {content}
        </section>
      ))}
      <section className={styles.section} aria-labelledby="contrat-autre">
        <h2 id="contrat-autre" className={styles.title}>
          {contratTexts.other}
        </h2>
        <p>{contratTexts.otherWhy}</p>
        <div>
          <Button disabledFocusable={state.running !== null} onClick={() => openNouveau(session)}>
            {contratTexts.newContract}
          </Button>
        </div>
      </section>
    </div>
  );
}
