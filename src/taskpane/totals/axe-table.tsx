// The figures of one year, one column per axe, so that a narrow pane shows them whole.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { formatPart } from "../../core/domain/words/format";
import { toEuros, type Montant } from "../../core/domain/values/montant";
import type { AnneeParAxe, AxeFigures } from "../../core/totals/axe-table";
import { useFocusRing } from "../verify/results/focus-ring";
import { formatEuros } from "./format-euros";
import { texts } from "./texts";

const useStyles = makeStyles({
  frame: { overflowX: "auto" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: "11px",
    "& th, & td": { padding: "4px 2px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  caption: { textAlign: "left", padding: "0 2px 4px", color: tokens.colorNeutralForeground3 },
  head: { textAlign: "right", fontWeight: 600, verticalAlign: "bottom", maxWidth: "90px", overflowWrap: "anywhere" },
  name: { textAlign: "left", fontWeight: 400, minWidth: "52px" },
  figure: { textAlign: "right", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  total: { fontWeight: 600 },
  gap: { fontWeight: 700 },
});

interface AxeTableProps {
  readonly year: AnneeParAxe;
  readonly collectivite: string;
}

interface Row {
  readonly name: string;
  readonly figure: (figures: AxeFigures) => string;
  readonly isGap?: boolean;
}

const amount = (montant: Montant | null | undefined): string =>
  montant === null || montant === undefined ? texts.absent : formatEuros(montant);

const signed = (montant: Montant | null): string =>
  montant !== null && toEuros(montant) > 0 ? `+${amount(montant)}` : amount(montant);

export function AxeTable({ year, collectivite }: AxeTableProps) {
  const styles = useStyles();
  const focusRing = useFocusRing();
  const columns = [...year.axes, year.total];
  const rows: readonly Row[] = [
    { name: texts.etat, figure: ({ etat }) => amount(etat) },
    { name: collectivite, figure: (axe) => amount(axe.collectivite) },
    { name: texts.total, figure: ({ total }) => amount(total) },
    { name: texts.part, figure: ({ part }) => (part === null ? texts.absent : formatPart(part)) },
    { name: texts.contrat, figure: ({ contrat }) => amount(contrat?.montant) },
    { name: texts.ecart, figure: ({ ecart }) => signed(ecart), isGap: true },
  ];
  return (
    // It can be wider than the pane: the keyboard must be able to scroll it.
    <div
      className={mergeClasses(styles.frame, focusRing)}
      tabIndex={0}
      role="group"
      aria-label={texts.tableCaption(year.annee)}
    >
      <table className={styles.table}>
        <caption className={styles.caption}>{texts.tableCaption(year.annee)}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {texts.figure}
            </th>
            {columns.map(({ nom, court }) => (
              <th key={nom} scope="col" className={styles.head} title={nom}>
                {court}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figure, isGap = false }) => (
            <tr key={name}>
              <th scope="row" className={styles.name}>
                {name}
              </th>
              {columns.map((axe) => (
                <td
                  key={axe.nom}
                  className={mergeClasses(
                    styles.figure,
                    axe === year.total && styles.total,
                    isGap && axe.ecart !== null && axe.ecart !== 0 && styles.gap,
                  )}
                >
                  {figure(axe)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
