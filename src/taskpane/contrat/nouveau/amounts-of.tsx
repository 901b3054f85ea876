// Where an article and a table do not give the same credits: both, year by year.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ConventionDefinition } from "../../../core/contract/convention";
import type { QuestionPosee } from "../../../core/contract/definition/repondre";
import { creditsEtTableau } from "../../../core/drafting/relecture/credits-et-tableau";
import { formatMontant } from "../../../core/domain/words/format";
import { nouveauTexts } from "./texts";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th": { fontWeight: tokens.fontWeightRegular, textAlign: "left", padding: "3px 4px 3px 0" },
    "& td, & thead th + th": { textAlign: "right", padding: "3px 0 3px 4px", fontVariantNumeric: "tabular-nums" },
    "& tr": { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
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
    <table className={styles.table}>
      <caption className={styles.unseen}>{nouveauTexts.amounts}</caption>
      <thead>
        <tr>
          <th scope="col">{nouveauTexts.amountsYear}</th>
          <th scope="col">{nouveauTexts.amountsArticle}</th>
          <th scope="col">{nouveauTexts.amountsTable}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ annee, article, tableau }) => (
          <tr key={annee} className={mergeClasses(article !== tableau && styles.gap)}>
            <th scope="row">{article === tableau ? annee : nouveauTexts.amountsGap(annee)}</th>
            <td>{formatMontant(article)}</td>
            <td>{formatMontant(tableau)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
