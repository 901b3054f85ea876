// The rows of a narrow pane: one line an action, that opens on its facts and its two amounts.
import { Button, Field, mergeClasses } from "@fluentui/react-components";
import { ecrireMontant } from "../../../core/preparation/changements";
import { direPart } from "../../../core/reports/avenant/tables";
import type { LigneProposee, Proposition } from "../../../core/reports/avenant/proposition";
import type { TableauDeLAvenant } from "../../../core/reports/avenant/tableau";
import type { Variante } from "../../../core/domain/variante";
import { Disclosure } from "../../verify/results/disclosure";
import { FigureRows } from "../../verify/work/figure-rows";
import { factsOf } from "./action-facts";
import { AmountInput } from "./amount-input";
import { shortAmount } from "./short-amount";
import { useAvenirStyles } from "./styles";
import { avenirTexts } from "./texts";

interface AvenirRowsProps {
  readonly tableau: TableauDeLAvenant;
  readonly variante: Variante;
  readonly proposition: Proposition;
  readonly article: string;
  readonly onChange: (variante: Variante) => void;
}

function Facts({ tableau, article, ligne }: AvenirRowsProps & { readonly ligne: LigneProposee }) {
  const { annee, reference } = tableau;
  const facts = factsOf(tableau, tableau.lignes.find(({ action }) => action.numero === ligne.action.numero) ?? null);
  const lines: readonly (readonly [string, string])[] = [
    [avenirTexts.atContract(annee), `${shortAmount(ligne.avant.etat)} + ${shortAmount(ligne.avant.collectivite)}`],
    [avenirTexts.executed(reference), facts.rate === null ? facts.executed : `${facts.executed} · ${facts.rate}`],
    ...(facts.paid === null ? [] : [[avenirTexts.paid(reference), facts.paid] as const]),
    [avenirTexts.unused(reference), facts.unused],
    ...(facts.reduction
      ? [[avenirTexts.reduction(article), `${facts.reduction.montant} ${facts.reduction.state}`] as const]
      : []),
  ];
  return <FigureRows rows={lines.map(([name, value]) => ({ name, value }))} />;
}

function Card(props: AvenirRowsProps & { readonly ligne: LigneProposee }) {
  const styles = useAvenirStyles();
  const { tableau, variante, proposition, onChange, ligne } = props;
  const { action, apres, sort } = ligne;
  const rompus = proposition.rompus.filter((each) => each.action === action.numero);
  return (
    <div className={styles.part}>
      <p className={mergeClasses(styles.small, styles.quiet)}>{action.intitule}</p>
      <Facts {...props} />
      {sort !== "terminee" && (
        <div className={styles.fields}>
          {(["etat", "collectivite"] as const).map((partie) => (
            <Field
              key={partie}
              label={partie === "etat" ? avenirTexts.proposedState : avenirTexts.proposedLocal(tableau.localParty)}
            >
              <AmountInput
                tableau={tableau}
                variante={variante}
                action={action.numero}
                partie={partie}
                isWrong={partie === "collectivite" && rompus.length > 0}
                onChange={onChange}
              />
            </Field>
          ))}
        </div>
      )}
      <p className={styles.small}>
        {avenirTexts.share(tableau.localParty)} :{" "}
        <span className={rompus.length > 0 ? styles.bad : undefined}>{direPart(apres)}</span>
      </p>
      {rompus.map(({ phrase, remede }) => (
        <div key={phrase} className={styles.part}>
          <p className={mergeClasses(styles.small, styles.bad)}>{phrase}</p>
          {remede !== null && (
            <div>
              <Button
                appearance="primary"
                size="small"
                onClick={() =>
                  onChange(ecrireMontant(variante, tableau, action.numero, "collectivite", shortAmount(remede)))
                }
              >
                {avenirTexts.write(remede)}
              </Button>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

function Amounts({ avant, apres }: LigneProposee) {
  const styles = useAvenirStyles();
  if (avant.etat === apres.etat) return <span className={styles.figure}>{shortAmount(apres.etat)}</span>;
  return (
    <span className={styles.figure}>
      {shortAmount(avant.etat)} → <b>{shortAmount(apres.etat)}</b>
    </span>
  );
}

export function AvenirRows(props: AvenirRowsProps) {
  const styles = useAvenirStyles();
  const { proposition } = props;
  return (
    <div className={styles.part}>
      {proposition.axes.map((axe) => (
        <section key={axe.numero} aria-label={avenirTexts.axe(axe.numero, axe.intitule)}>
          <div className={mergeClasses(styles.axeHead, styles.small)}>
            <b className={styles.cut} title={axe.intitule}>
              {avenirTexts.axe(axe.numero, axe.intitule)}
            </b>
            <span className={styles.figure}>{shortAmount(axe.apres)}</span>
          </div>
          {proposition.lignes
            .filter(({ action }) => action.axe === axe.numero)
            .map((ligne) => (
              <Disclosure
                key={ligne.action.numero}
                heading="h3"
                title={
                  <span className={styles.cut}>{avenirTexts.action(ligne.action.numero, ligne.action.intitule)}</span>
                }
                count={<Amounts {...ligne} />}
              >
                <Card {...props} ligne={ligne} />
              </Disclosure>
            ))}
        </section>
      ))}
    </div>
  );
}
