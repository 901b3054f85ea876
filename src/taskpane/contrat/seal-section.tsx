// What the seal of the signed contract is for, and whether it holds.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Situation } from "../../core/situation/situation";
import { KindIcon } from "../verify/results/kind-icon";
import { contratTexts } from "./texts";

const useStyles = makeStyles({
  state: { display: "flex", columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function SealSection({ sceau }: { readonly sceau: Situation["contrat"]["sceau"] }) {
  const styles = useStyles();
  const etat = sceau?.etat ?? "absent";
  return (
    <>
      <p className={styles.state}>
        <KindIcon kind={etat === "inchange" ? "held" : etat === "absent" ? "info" : "error"} />
        <span>{contratTexts.sealState(etat, sceau?.poseLe ?? null)}</span>
      </p>
      {sceau && <p>{contratTexts.sealPrint(sceau.empreinte)}</p>}
      <p className={styles.quiet}>{contratTexts.sealWhy}</p>
      {sceau && <p className={styles.quiet}>{contratTexts.sealCompare}</p>}
    </>
  );
}
