// The contract in force at the as-of date: between whom, until when, with which avenants, for which credits.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Situation } from "../../core/situation/situation";
import { contratTexts } from "./texts";

/** Narrower, a year, its credits and what these are do not stand side by side in a spaced font. */
const NARROW = "@media (max-width: 240px)";

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  row: { [NARROW]: { display: "flex", flexWrap: "wrap", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` } },
  caption: {
    textAlign: "left",
    paddingBottom: "4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    padding: "4px 8px 4px 0",
    textAlign: "left",
    verticalAlign: "top",
    fontWeight: 400,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { borderBottomStyle: "none", paddingTop: "2px", paddingBottom: "2px" },
  },
  // A figure cut in two would be two figures: in the narrowest pane the words beside it give way.
  amount: { textAlign: "right", whiteSpace: "nowrap" },
  status: { overflowWrap: "anywhere" },
});

export function InForce({ situation }: { readonly situation: Situation }) {
  const styles = useStyles();
  const { contrat, annees } = situation;
  return (
    <>
      <p className={styles.name}>{contrat.intitule}</p>
      <p>
        {contratTexts.parties(contrat)}. {contratTexts.period(contrat)}
      </p>
      <p>{contratTexts.avenants(contrat.avenants)}</p>
      <p className={styles.quiet}>{contrat.inconnu ?? contratTexts.source(contrat)}</p>
      {/* Rows that wrap are rows to the eye alone: each part says by itself what it is of a table. */}
      <table className={styles.table} role="table">
        <caption className={styles.caption}>{contratTexts.yearsCaption}</caption>
        <thead role="rowgroup">
          <tr role="row" className={styles.row}>
            <th role="columnheader" scope="col" className={styles.cell}>
              {contratTexts.year}
            </th>
            <th role="columnheader" scope="col" className={mergeClasses(styles.cell, styles.amount)}>
              {contratTexts.credits}
            </th>
            <th role="columnheader" scope="col" className={mergeClasses(styles.cell, styles.status)}>
              {contratTexts.status}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {annees.map((annee) => (
            <tr key={annee.annee} role="row" className={styles.row}>
              <th role="rowheader" scope="row" className={styles.cell}>
                {annee.annee}
              </th>
              <td role="cell" className={mergeClasses(styles.cell, styles.amount)}>
                {annee.montant}
              </td>
              <td role="cell" className={mergeClasses(styles.cell, styles.status)}>
                {contratTexts.statusOf(annee)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
