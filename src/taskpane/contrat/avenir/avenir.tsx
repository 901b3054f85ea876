// « Préparer l’avenant »: the year and the variant at the top, the actions with their amounts, what follows from them beside or below.
import { Button, Field, Input, Select, Spinner } from "@fluentui/react-components";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { isArticleDit, nommerArticle } from "../../../core/contract/clauses/articles";
import { articleDe } from "../../../core/contract/clauses/articles-du-contrat";
import { isStale, type SessionState } from "../../session";
import type { Session } from "../../session-store";
import { StaleNotice } from "../../stale-notice";
import {
  avenirOf,
  change,
  chooseVariante,
  chooseYear,
  closeAvenir,
  compareVariantes,
  dropVariante,
  isKept,
  keepVariante,
  readAgain,
  startVariante,
  update,
  type AvenirState,
} from "./avenir-store";
import { AvenirRows } from "./avenir-rows";
import { AvenirTable } from "./avenir-table";
import { Changes } from "./changes";
import { Compare } from "./compare";
import { Broken, Consequences, EnvelopeMeter } from "./consequences";
import { Project } from "./project";
import { useAvenirStyles } from "./styles";
import { avenirTexts } from "./texts";
import { useWide } from "./use-wide";

interface AvenirProps {
  readonly session: Session;
  readonly pane: SessionState;
}

interface ReadProps extends AvenirProps {
  readonly state: AvenirState & {
    readonly preparation: NonNullable<AvenirState["preparation"]>;
    readonly variante: NonNullable<AvenirState["variante"]>;
  };
}

const isRead = (state: AvenirState): state is ReadProps["state"] =>
  state.preparation !== null && state.variante !== null;

const TITLES = {
  table: avenirTexts.title,
  comparaison: avenirTexts.compareTitle,
  projet: avenirTexts.projectTitle,
} as const;

export function Avenir({ session, pane }: AvenirProps) {
  const styles = useAvenirStyles();
  const store = avenirOf(session);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { screen, preparation } = state;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // From what opened it, and from one screen to the next; never from the cells of Excel.
    if (document.hasFocus()) title.current?.focus();
  }, [screen]);
  return (
    <section className={styles.screen} aria-labelledby="avenir-titre">
      <div className={styles.actions}>
        <Button
          appearance="subtle"
          size="small"
          onClick={() => (screen === "table" ? closeAvenir(session) : update(session, { screen: "table" }))}
        >
          ‹ {screen === "table" ? avenirTexts.back : avenirTexts.title}
        </Button>
        <h2 id="avenir-titre" ref={title} tabIndex={-1} className={styles.title}>
          {TITLES[screen]}
        </h2>
      </div>
      <StaleNotice isStale={pane.running === null && isStale(pane, preparation)} text={avenirTexts.stale}>
        <Button size="small" onClick={() => void readAgain(session)}>
          {avenirTexts.readAgain}
        </Button>
      </StaleNotice>
      {isRead(state) ? (
        <Read session={session} pane={pane} state={state} />
      ) : pane.running !== null ? (
        <div role="status" className={styles.actions}>
          <Spinner size="tiny" aria-hidden="true" />
          {avenirTexts.reading}
        </div>
      ) : (
        <div>
          <Button onClick={() => void readAgain(session)}>{avenirTexts.readAgain}</Button>
        </div>
      )}
    </section>
  );
}

function Read(props: ReadProps) {
  const { session, pane, state } = props;
  const { screen, comparees, preparation } = state;
  if (screen === "projet") return <Project session={session} pane={pane} state={state} />;
  if (screen === "comparaison" && comparees) {
    return (
      <Compare
        comparees={comparees}
        variantes={preparation.variantes}
        localParty={preparation.tableau.localParty}
        onChoose={(variante) => chooseVariante(session, variante)}
      />
    );
  }
  return (
    <>
      <Heading {...props} />
      <Work {...props} />
    </>
  );
}

/** The year, and which variant is worked on. */
function Heading({ session, pane, state }: ReadProps) {
  const styles = useAvenirStyles();
  const { preparation, variante } = state;
  const { annees, variantes, tableau } = preparation;
  const isBusy = pane.running !== null;
  const known = variantes.some(({ nom }) => nom === variante.nom);
  return (
    <div className={styles.part}>
      <div className={styles.fields}>
        <Field label={avenirTexts.year}>
          <Select
            className={styles.narrow}
            value={String(tableau.annee)}
            disabled={isBusy}
            onChange={(_, { value }) => void chooseYear(session, Number(value))}
          >
            {annees.map((annee) => (
              <option key={annee}>{annee}</option>
            ))}
          </Select>
        </Field>
        {variantes.length > 0 && (
          <Field label={avenirTexts.variant}>
            <Select
              className={styles.narrow}
              value={variante.nom}
              onChange={(_, { value }) => {
                const chosen = variantes.find(({ nom }) => nom === value);
                if (chosen) chooseVariante(session, chosen);
              }}
            >
              {!known && <option>{variante.nom}</option>}
              {variantes.map(({ nom }) => (
                <option key={nom}>{nom}</option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={avenirTexts.name}>
          <Input
            className={styles.narrow}
            value={variante.nom}
            onChange={(_, { value }) => change(session, { ...variante, nom: value })}
          />
        </Field>
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          disabledFocusable={isBusy || variante.nom.trim() === "" || isKept(state)}
          onClick={() => void keepVariante(session)}
        >
          {avenirTexts.keep}
        </Button>
        <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => startVariante(session)}>
          {avenirTexts.newVariant}
        </Button>
        {isKept(state) && (
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={isBusy}
            onClick={() => void dropVariante(session)}
          >
            {avenirTexts.drop}
          </Button>
        )}
        {(variantes.length > 1 || (variantes.length === 1 && !known)) && (
          <Button size="small" appearance="subtle" onClick={() => void compareVariantes(session)}>
            {avenirTexts.compare}
          </Button>
        )}
        <span className={`${styles.small} ${styles.quiet}`}>
          {isKept(state) ? avenirTexts.keptOn(variante.le, variante.par) : avenirTexts.notKept}
        </span>
      </div>
    </div>
  );
}

function Work({ session, pane, state }: ReadProps) {
  const styles = useAvenirStyles();
  const place = useRef<HTMLDivElement>(null);
  const isWide = useWide(place);
  const { preparation, variante, proposition } = state;
  const { tableau, enVigueur } = preparation;
  const article = articleDe(enVigueur, ["financement"]);
  const parts = proposition && {
    tableau,
    variante,
    proposition,
    article: isArticleDit(article) ? nommerArticle(article) : "",
    onChange: (changed: typeof variante) => change(session, changed),
  };
  return (
    <div ref={place} className={styles.part}>
      {!parts ? (
        <p role="status">{avenirTexts.loading}</p>
      ) : isWide ? (
        <div style={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) 240px", columnGap: "16px" }}>
          <div className={styles.part} style={{ minWidth: 0 }}>
            <AvenirTable {...parts} />
            <Changes {...parts} />
          </div>
          <aside aria-live="polite">
            <Consequences {...parts} />
          </aside>
        </div>
      ) : (
        <>
          <div className={styles.part} aria-live="polite">
            <EnvelopeMeter {...parts} />
            <Broken {...parts} />
          </div>
          <AvenirRows {...parts} />
          <Changes {...parts} />
          <Consequences {...parts} isShort />
        </>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={pane.running !== null || !proposition || proposition.erreurs.length > 0}
          onClick={() => update(session, { screen: "projet", cree: null })}
        >
          {avenirTexts.toProject}
        </Button>
        <span className={`${styles.small} ${styles.quiet}`}>{avenirTexts.noEffect}</span>
      </div>
    </div>
  );
}
