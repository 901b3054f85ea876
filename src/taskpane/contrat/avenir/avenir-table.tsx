// The table of a wide pane: each action of each axe with what became of the last closed year, and the amounts to type.
import { mergeClasses } from "@fluentui/react-components";
import { Fragment } from "react";
import { direPart } from "../../../core/reports/avenant/tables";
import type { LigneProposee, Proposition } from "../../../core/reports/avenant/proposition";
import type { TableauDeLAvenant } from "../../../core/reports/avenant/tableau";
import type { Variante } from "../../../core/domain/variante";
import { factsOf } from "./action-facts";
import { AmountInput } from "./amount-input";
import { shortAmount } from "./short-amount";
import { useAvenirStyles } from "./styles";
import { avenirTexts } from "./texts";

interface AvenirTableProps {
  readonly tableau: TableauDeLAvenant;
  readonly variante: Variante;
  readonly proposition: Proposition;
  readonly article: string;
  readonly onChange: (variante: Variante) => void;
}

/** Pixels; the name of the action has the rest. */
const WIDTHS = [undefined, 72, 92, 78, 86, 92, 92, 70] as const;

function Line({ ligne, ...props }: AvenirTableProps & { readonly ligne: LigneProposee }) {
  const styles = useAvenirStyles();
  const { tableau, variante, proposition, onChange } = props;
  const { action, avant, apres, sort } = ligne;
  const { executed, rate, unused, reduction } = factsOf(
    tableau,
    tableau.lignes.find((each) => each.action.numero === action.numero) ?? null,
  );
  const isWrong = proposition.rompus.some((each) => each.action === action.numero);
  const input = (partie: "etat" | "collectivite") =>
    sort === "terminee" ? (
      avenirTexts.noneKnown
    ) : (
      <AmountInput
        tableau={tableau}
        variante={variante}
        action={action.numero}
        partie={partie}
        isWrong={isWrong && partie === "collectivite"}
        onChange={onChange}
      />
    );
  return (
    <tr className={isWrong ? styles.broken : undefined}>
      <th scope="row" title={action.intitule}>
        <span className={styles.clamp}>{avenirTexts.action(action.numero, action.intitule)}</span>
      </th>
      <td className={styles.figure}>{shortAmount(avant.etat)}</td>
      <td className={styles.figure}>
        {executed}
        {rate !== null && <div className={styles.quiet}>{rate}</div>}
      </td>
      <td className={styles.figure}>{unused}</td>
      <td className={styles.figure} style={{ whiteSpace: "normal" }}>
        {reduction === null ? (
          avenirTexts.noneKnown
        ) : (
          <>
            {reduction.montant}
            <div className={styles.quiet}>{reduction.state}</div>
          </>
        )}
      </td>
      <td>{input("etat")}</td>
      <td>{input("collectivite")}</td>
      <td className={mergeClasses(styles.figure, isWrong && styles.bad)}>{direPart(apres)}</td>
    </tr>
  );
}

export function AvenirTable(props: AvenirTableProps) {
  const styles = useAvenirStyles();
  const { tableau, proposition, article } = props;
  const { annee, reference, localParty, total } = tableau;
  const executed = total.realise?.execute.total.value ?? null;
  const heads = [
    avenirTexts.actionField,
    avenirTexts.atContractState(annee),
    avenirTexts.executed(reference),
    avenirTexts.unused(reference),
    avenirTexts.reduction(article),
    avenirTexts.proposedState,
    avenirTexts.proposedLocal(localParty),
    avenirTexts.share(localParty),
  ];
  return (
    <table className={styles.table} style={{ tableLayout: "fixed" }}>
      <caption className={styles.hidden}>{avenirTexts.tableCaption(annee)}</caption>
      <colgroup>
        {WIDTHS.map((width, index) => (
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={head} scope="col" style={{ textAlign: index === 0 ? "left" : "right" }}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {proposition.axes.map((axe) => (
          <Fragment key={axe.numero}>
            <tr className={styles.axeRow}>
              <th scope="rowgroup" colSpan={5}>
                {avenirTexts.axe(axe.numero, axe.intitule)}
              </th>
              <td className={styles.figure}>{shortAmount(axe.apres)}</td>
              <td colSpan={2} />
            </tr>
            {proposition.lignes
              .filter(({ action }) => action.axe === axe.numero)
              .map((ligne) => (
                <Line key={ligne.action.numero} ligne={ligne} {...props} />
              ))}
          </Fragment>
        ))}
        <tr className={styles.totalRow}>
          <th scope="row">{avenirTexts.total}</th>
          <td className={styles.figure}>{shortAmount(proposition.total.avant.etat)}</td>
          <td className={styles.figure}>{executed === null ? avenirTexts.noneKnown : shortAmount(executed)}</td>
          <td className={styles.figure}>
            {total.nonUtilise === null ? avenirTexts.noneKnown : shortAmount(total.nonUtilise)}
          </td>
          <td className={styles.figure}>
            {total.reduction === 0 ? avenirTexts.noneKnown : shortAmount(total.reduction)}
          </td>
          <td className={styles.figure}>{shortAmount(proposition.total.apres.etat)}</td>
          <td className={styles.figure}>{shortAmount(proposition.total.apres.collectivite)}</td>
          <td className={styles.figure}>{direPart(proposition.total.apres)}</td>
        </tr>
      </tbody>
    </table>
  );
}
