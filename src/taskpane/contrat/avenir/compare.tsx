// The variants that are kept, side by side: what differs between them, and what each would break.
import { Button, mergeClasses } from "@fluentui/react-components";
import type { VariantesComparees } from "../../../core/preparation/comparer-variantes";
import type { Variante } from "../../../core/domain/variante";
import { shortAmount } from "./short-amount";
import { useAvenirStyles } from "./styles";
import { avenirTexts } from "./texts";

interface CompareProps {
  readonly comparees: VariantesComparees;
  readonly variantes: readonly Variante[];
  readonly localParty: string;
  readonly onChoose: (variante: Variante) => void;
}

export function Compare({ comparees, variantes, localParty, onChoose }: CompareProps) {
  const styles = useAvenirStyles();
  const { noms, actions, collectivite, axes, enveloppe, partEtat, aRegler } = comparees;
  const totals = [
    [avenirTexts.takenLine, partEtat],
    [avenirTexts.envelopeLine, enveloppe],
  ] as const;
  const parts = [
    [avenirTexts.stateShare, actions],
    [avenirTexts.share(localParty), collectivite],
    [avenirTexts.byAxe, axes],
  ] as const;
  const isSame = parts.every(([, lines]) => lines.length === 0) && new Set(enveloppe).size === 1;
  return (
    <div className={styles.part}>
      {isSame && <p>{avenirTexts.nothingDiffers}</p>}
      {/* Several variants in a narrow pane are wider than it. */}
      <div style={{ overflowX: "auto" }} tabIndex={0} role="group" aria-label={avenirTexts.compareCaption}>
        <table className={styles.table}>
          <caption className={styles.hidden}>{avenirTexts.compareCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{avenirTexts.differs}</th>
              {noms.map((nom) => (
                <th key={nom} scope="col" style={{ textAlign: "right" }}>
                  {nom}
                </th>
              ))}
            </tr>
          </thead>
          {parts.map(([title, lines]) =>
            lines.length === 0 ? null : (
              <tbody key={title}>
                <tr className={styles.axeRow}>
                  <th scope="rowgroup" colSpan={noms.length + 1}>
                    {title}
                  </th>
                </tr>
                {lines.map(({ quoi, montants }) => (
                  <tr key={quoi}>
                    <th scope="row">{quoi}</th>
                    {montants.map((montant, index) => (
                      <td key={index} className={styles.figure}>
                        {shortAmount(montant)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            ),
          )}
          <tbody>
            {totals.map(([name, montants]) => (
              <tr key={name} className={styles.totalRow}>
                <th scope="row">{name}</th>
                {montants.map((montant, index) => (
                  <td key={index} className={styles.figure}>
                    {shortAmount(montant)}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{avenirTexts.settle}</th>
              {aRegler.map((count, index) => (
                <td key={index} className={mergeClasses(styles.figure, count > 0 && styles.bad)}>
                  {count}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <div className={styles.actions}>
        {variantes.map((variante) => (
          <Button key={variante.nom} onClick={() => onChoose(variante)}>
            {avenirTexts.choose(variante.nom)}
          </Button>
        ))}
      </div>
    </div>
  );
}
