// What each party gives per axe, year by year: the table, and the same as a chart.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { TableParAxe } from "../../core/why/totals/axe-table";
import { Disclosure } from "../verify/results/disclosure";
import { AxeChart } from "./axe-chart";
import { AxeTable } from "./axe-table";
import { texts } from "./texts";

const useStyles = makeStyles({
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
});

export function AxeFigures({ figures }: { readonly figures: TableParAxe | null }) {
  const styles = useStyles();
  if (!figures) return <p>{texts.resultNone}</p>;
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{texts.resultTitle}</h2>
      {figures.annees.map((year) => (
        <Disclosure key={year.annee} heading="h3" title={String(year.annee)} defaultOpen>
          <AxeTable year={year} collectivite={figures.collectivite} />
          <AxeChart year={year} collectivite={figures.collectivite} />
        </Disclosure>
      ))}
    </section>
  );
}
