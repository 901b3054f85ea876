// The figures of one year, axe by axe.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { formatPart } from "../../core/domain/words/format";
import { toEuros, type Montant } from "../../core/domain/values/montant";
import type { AnneeParAxe, AxeFigures } from "../../core/why/totals/axe-table";
import { useFocusRing } from "../verify/results/focus-ring";
import { formatEuros } from "./format-euros";
import { texts } from "./texts";

const useStyles = makeStyles({
  frame: { overflowX: "auto" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": { padding: "4px 2px" },
    "& tbody": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  caption: { textAlign: "left", padding: "0 2px 4px", color: tokens.colorNeutralForeground3 },
  name: { textAlign: "left", verticalAlign: "top", fontWeight: 600 },
  share: { display: "block", fontWeight: 400, whiteSpace: "nowrap", color: tokens.colorNeutralForeground3 },
  figure: { textAlign: "right", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  head: { textAlign: "right", fontWeight: 400, verticalAlign: "bottom", color: tokens.colorNeutralForeground3 },
  contract: { textAlign: "right", color: tokens.colorNeutralForeground3, "& td": { paddingTop: 0 } },
  gap: { fontWeight: 700, color: tokens.colorNeutralForeground1 },
});

interface AxeTableProps {
  readonly year: AnneeParAxe;
  readonly collectivite: string;
}

const amount = (montant: Montant | null | undefined): string =>
  montant === null || montant === undefined ? texts.absent : formatEuros(montant);

const signed = (montant: Montant | null): string =>
  montant !== null && toEuros(montant) > 0 ? `+${amount(montant)}` : amount(montant);

/** Two lines each, so that a narrow pane shows them whole whatever their number. */
export function AxeTable({ year, collectivite }: AxeTableProps) {
  const styles = useStyles();
  const focusRing = useFocusRing();
  return (
    // Very large amounts can make the table wider than the pane: the keyboard must be able to scroll it.
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
              {texts.axe}
            </th>
            {[texts.etat, collectivite, texts.total].map((name) => (
              <th key={name} scope="col" className={styles.head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {/* Of the whole, the whole's share says nothing. */}
        {[...year.axes, { ...year.total, part: null }].map((axe) => (
          <AxeLines key={axe.nom} axe={axe} />
        ))}
      </table>
    </div>
  );
}

function AxeLines({ axe }: { readonly axe: AxeFigures }) {
  const styles = useStyles();
  const { nom, court, etat, total, part, contrat, ecart } = axe;
  const figures = [amount(etat), amount(axe.collectivite), amount(total)];
  return (
    <tbody>
      <tr>
        <th scope="row" rowSpan={2} className={styles.name} title={nom}>
          {court}
          {part !== null && <span className={styles.share}> {formatPart(part)}</span>}
        </th>
        {figures.map((figure, index) => (
          <td key={index} className={styles.figure}>
            {figure}
          </td>
        ))}
      </tr>
      <tr className={styles.contract}>
        <td colSpan={figures.length}>
          {texts.contrat(amount(contrat?.montant))}{" "}
          <span className={mergeClasses(ecart !== null && ecart !== 0 && styles.gap)}>
            {texts.ecart(signed(ecart))}
          </span>
        </td>
      </tr>
    </tbody>
  );
}
