// The amount that is proposed for an action and a party: what is typed, else the contract's.
import { Input } from "@fluentui/react-components";
import { useState } from "react";
import { ecrireMontant, montantSaisi, type PartDuContrat } from "../../../core/preparation/changements";
import type { TableauDeLAvenant } from "../../../core/reports/avenant/tableau";
import type { NumeroAction } from "../../../core/domain/values/numero-action";
import type { Variante } from "../../../core/domain/variante";
import { useAvenirStyles } from "./styles";
import { avenirTexts } from "./texts";

interface AmountInputProps {
  readonly tableau: TableauDeLAvenant;
  readonly variante: Variante;
  readonly action: NumeroAction;
  readonly partie: PartDuContrat;
  /** A rule says that it does not reach what it should. */
  readonly isWrong: boolean;
  readonly onChange: (variante: Variante) => void;
}

export function AmountInput({ tableau, variante, action, partie, isWrong, onChange }: AmountInputProps) {
  const styles = useAvenirStyles();
  const { annee, localParty } = tableau;
  // An emptied field is the contract's amount again, once the keys are elsewhere.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      size="small"
      className={styles.narrow}
      input={{ className: styles.figure, style: { width: "100%" }, inputMode: "decimal", "aria-invalid": isWrong }}
      aria-label={
        partie === "etat" ? avenirTexts.inputState(action, annee) : avenirTexts.inputLocal(action, annee, localParty)
      }
      value={typed ?? montantSaisi(variante, tableau, action, partie)}
      onBlur={() => setTyped(null)}
      onChange={(_, { value }) => {
        setTyped(value);
        onChange(ecrireMontant(variante, tableau, action, partie, value));
      }}
    />
  );
}
