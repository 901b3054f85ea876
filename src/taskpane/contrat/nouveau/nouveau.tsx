// « Nouveau contrat »: from what was signed to a sealed workbook, in three steps.
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { SessionState } from "../../session";
import type { Session } from "../../session-store";
import { ContractStep } from "./contract-step";
import { DocumentsStep } from "./documents-step";
import { nouveauStore } from "./nouveau-store";
import { SealStep } from "./seal-step";
import { useNouveauStyles } from "./styles";
import { nouveauTexts } from "./texts";

export function Nouveau({ session, pane }: { readonly session: Session; readonly pane: SessionState }) {
  const common = useNouveauStyles();
  const store = nouveauStore(session);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { step, work } = state;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // From one step to the next, and from what opened it; never from the cells of Excel.
    if (document.hasFocus()) title.current?.focus();
  }, [step]);
  return (
    <section className={common.screen} aria-labelledby="nouveau-titre">
      <div>
        <p className={common.small}>{nouveauTexts.step(step)}</p>
        <h2 id="nouveau-titre" ref={title} tabIndex={-1} className={common.title}>
          {work ? nouveauTexts.contract(work.definition.collectivite.nom) : nouveauTexts.title}
        </h2>
      </div>
      {step === "documents" && <DocumentsStep session={session} state={state} />}
      {step === "contrat" && work && <ContractStep session={session} pane={pane} state={state} work={work} />}
      {step === "sceau" && work && <SealStep session={session} pane={pane} state={state} work={work} />}
    </section>
  );
}
