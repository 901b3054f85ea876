// Where the contract that the workbook is held against comes from, and the way to where it can be kept in the workbook.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Verification } from "../../core/verification";
import { texts } from "../texts";

const useStyles = makeStyles({
  box: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
    "& p": { margin: "0 0 8px" },
  },
  title: { margin: "0 0 8px", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
});

interface ContractSectionProps {
  /** Null before the first verification. */
  readonly contract: Verification["contract"] | null;
  readonly onAnnexes: () => void;
}

export function ContractSection({ contract, onAnnexes }: ContractSectionProps) {
  const styles = useStyles();
  const isInWorkbook = contract?.source === "workbook";
  return (
    <section className={styles.box} aria-labelledby="contrat">
      <h2 id="contrat" className={styles.title}>
        {texts.contractTitle}
      </h2>
      <p>{isInWorkbook ? texts.contractInWorkbook : texts.contractBuiltIn}</p>
      {!isInWorkbook && (
        <Button size="small" onClick={onAnnexes}>
          {texts.openAnnexes}
        </Button>
      )}
    </section>
  );
}
