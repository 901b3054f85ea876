// Where an article and a table do not give the same credits: both, year by year.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ConventionDefinition } from "../../../core/contract/convention";
import type { QuestionPosee } from "../../../core/contract/definition/repondre";
import { creditsEtTableau } from "../../../core/drafting/relecture/credits-et-tableau";
import { formatMontant } from "../../../core/domain/words/format";
import { nouveauTexts } from "./texts";

/** Narrower, a year and two amounts do not stand side by side: each amount goes below, after its name. */
const NARROW = "@media (max-width: 240px)";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th": { fontWeight: tokens.fontWeightRegular, textAlign: "left", padding: "3px 4px 3px 0" },
    // A figure cut in two would be two figures.
    "& td, & thead th + th": {
      textAlign: "right",
      padding: "3px 0 3px 4px",
      whiteSpace: "nowrap",
      fontVariantNumeric: "tabular-nums",
    },
    "& tr": { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, [NARROW]: { display: "block" } },
    "& tbody th, & td": {
      [NARROW]: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", padding: "2px 0" },
    },
    "& thead": { [NARROW]: { display: "none" } },
  },
  name: { display: "none", [NARROW]: { display: "inline" } },
  gap: { "& th, & td": { fontWeight: tokens.fontWeightSemibold } },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

interface AmountsOfProps {
  readonly definition: ConventionDefinition;
  readonly question: QuestionPosee;
}

export function AmountsOf({ definition, question: { champ, ensemble } }: AmountsOfProps) {
  const styles = useStyles();
  const rows = ensemble && /^creditsEtat\[\d+\]\.montant$/.test(champ) ? creditsEtTableau(definition) : [];
  if (rows.length === 0) return null;
  return (
    // Rows that wrap are rows to the eye alone: each part says by itself what it is of a table.
    <table className={styles.table} role="table">
      <caption className={styles.unseen}>{nouveauTexts.amounts}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {nouveauTexts.amountsYear}
          </th>
          <th role="columnheader" scope="col">
            {nouveauTexts.amountsArticle}
          </th>
          <th role="columnheader" scope="col">
            {nouveauTexts.amountsTable}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ annee, article, tableau }) => (
          <tr key={annee} role="row" className={mergeClasses(article !== tableau && styles.gap)}>
            <th role="rowheader" scope="row">
              {article === tableau ? annee : nouveauTexts.amountsGap(annee)}
            </th>
            <td role="cell">
              <span className={styles.name}>{nouveauTexts.amountsArticle} </span>
              {formatMontant(article)}
            </td>
            <td role="cell">
              <span className={styles.name}>{nouveauTexts.amountsTable} </span>
              {formatMontant(tableau)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
