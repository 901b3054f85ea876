// The table of a wide pane: each action of each axe with what became of the last closed year, and the amounts to type.
import { mergeClasses } from "@fluentui/react-components";
import { Fragment } from "react";
import { formatMontant } from "../../../core/domain/words/format";
import { direPart } from "../../../core/reports/avenant/tables";
import type { LigneProposee, Proposition } from "../../../core/reports/avenant/proposition";
import type { TableauDeLAvenant } from "../../../core/reports/avenant/tableau";
import type { Variante } from "../../../core/domain/variante";
import { factsOf } from "./action-facts";
import { AmountInput } from "./amount-input";
import { useAvenirStyles } from "./styles";
import { avenirTexts } from "./texts";

interface AvenirTableProps {
  readonly tableau: TableauDeLAvenant;
  readonly variante: Variante;
  readonly proposition: Proposition;
  readonly article: string;
  readonly onChange: (variante: Variante) => void;
}

const WIDTHS = ["22%", "11%", "13%", "11%", "13%", "11%", "11%", "8%"];

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
      <th scope="row">{avenirTexts.action(action.numero, action.intitule)}</th>
      <td className={styles.figure}>{formatMontant(avant.etat)}</td>
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
  const { realise } = total;
  const facts = factsOf(tableau, null);
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
            <th key={head} scope="col" style={index === 0 ? undefined : { textAlign: "right" }}>
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
              <td className={styles.figure}>{formatMontant(axe.apres)}</td>
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
          <td className={styles.figure}>{formatMontant(proposition.total.avant.etat)}</td>
          <td className={styles.figure}>
            {realise?.execute.total.value == null ? facts.executed : formatMontant(realise.execute.total.value)}
          </td>
          <td className={styles.figure}>
            {total.nonUtilise === null ? facts.unused : formatMontant(total.nonUtilise)}
          </td>
          <td className={styles.figure}>{total.reduction === 0 ? facts.unused : formatMontant(total.reduction)}</td>
          <td className={styles.figure}>{formatMontant(proposition.total.apres.etat)}</td>
          <td className={styles.figure}>{formatMontant(proposition.total.apres.collectivite)}</td>
          <td className={styles.figure}>{direPart(proposition.total.apres)}</td>
        </tr>
      </tbody>
    </table>
  );
}
