// The avenants that the sheet « Contrat » holds, and the way to record another one.
import { groupBy } from "../../core/domain/group-by";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import type { LigneSaisie } from "../../core/avenants/avenant-saisi";
import type { LigneRegistre, Situation } from "../../core/situation/situation";
import { insertAnnexe } from "../annexes/insert-annexes";
import type { SessionState } from "../session";
import type { Session } from "../session-store";
import { Disclosure } from "../verify/results/disclosure";
import { avenantStore, type AvenantCommence } from "./avenant-store";
import { AvenantForm } from "./avenant-form";
import { ChangeList } from "./change-list";
import { contratTexts } from "./texts";

const useStyles = makeStyles({
  state: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
});

interface RegisterSectionProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly situation: Situation;
}

export function RegisterSection({ session, state, situation }: RegisterSectionProps) {
  const store = avenantStore(session);
  const begun = useSyncExternalStore(store.subscribe, store.getState);
  const open = useRef<HTMLDivElement>(null);
  const isBusy = state.running !== null;
  const { contrat, registre, choix } = situation;
  if (contrat.feuille === null) {
    return (
      <>
        <p>{contratTexts.noSheet}</p>
        <div>
          <Button disabledFocusable={isBusy} onClick={() => void insertAnnexe(session, "contrat")}>
            {contratTexts.insertSheet}
          </Button>
        </div>
      </>
    );
  }
  const close = () => {
    // The form goes: the keyboard goes back to what opened it, which has to be there again. A timer may come before.
    flushSync(() => store.set(null));
    open.current?.querySelector("button")?.focus();
  };
  return (
    <>
      {registre.length === 0 ? <p>{contratTexts.noAvenant}</p> : <Register session={session} registre={registre} />}
      {begun !== null ? (
        <AvenantForm
          session={session}
          isBusy={isBusy}
          choix={choix}
          begun={withCredits(begun, situation.annees)}
          onClose={close}
        />
      ) : (
        <div ref={open}>
          <Button disabledFocusable={isBusy} onClick={() => store.set({})}>
            {contratTexts.record}
          </Button>
        </div>
      )}
    </>
  );
}

/** Where nothing else says the credits of a year, they are the contract's: an avenant fixes them even where it changes none. */
function withCredits(begun: AvenantCommence, annees: Situation["annees"]): AvenantCommence {
  const fill = (ligne: LigneSaisie): LigneSaisie => {
    const { objet, champs } = ligne;
    const known = annees.find(({ annee }) => String(annee) === champs.annee);
    if (objet !== "credits" || champs.valeur !== "" || !known) return ligne;
    return { objet, champs: { ...champs, valeur: known.montant } };
  };
  return { ...begun, ...(begun.lignes && { lignes: begun.lignes.map(fill) }) };
}

/** By number, in the order in which the sheet names them first. */
function group(registre: readonly LigneRegistre[]): readonly (readonly [LigneRegistre, ...LigneRegistre[]])[] {
  return [...groupBy(registre, ({ numero }) => numero).values()];
}

function Register({ session, registre }: Pick<RegisterSectionProps, "session"> & Pick<Situation, "registre">) {
  const styles = useStyles();
  return group(registre).map((lignes) => {
    const [first] = lignes;
    const etat = lignes.find((ligne) => ligne.etat === "illisible")?.etat ?? first.etat;
    return (
      <Disclosure
        key={first.numero}
        heading="h3"
        title={
          <>
            {contratTexts.avenant(first.numero, first.signeLe)}{" "}
            <span className={styles.state}>{contratTexts.state(etat)}</span>
          </>
        }
      >
        <ChangeList
          changes={lignes.map(({ cell, libelle, ancienne, nouvelle, statut }) => ({
            key: String(cell.row),
            libelle,
            ancienne,
            nouvelle,
            ...(statut !== null && { note: statut }),
            onGo: () => void session.selectCell(cell),
          }))}
        />
      </Disclosure>
    );
  });
}
