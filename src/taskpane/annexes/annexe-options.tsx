// What may be chosen about the annexe that is asked for.
import { Checkbox, Field, makeStyles, Select } from "@fluentui/react-components";
import { ANNEXES, type AnnexeOptions as Options } from "../../core/sheets/annexes/annexe-request";
import type { Situation } from "../../core/situation/situation";
import { annexeTexts, type Wanted } from "./texts";
import { numeroAction } from "../../core/domain/values/numero-action";

const useStyles = makeStyles({
  // A long title of an action must not widen the pane.
  choice: { gridTemplateColumns: "minmax(0, 1fr)" },
});

interface AnnexeOptionsProps {
  readonly wanted: Wanted;
  readonly options: Options;
  /** Null until the workbook has been read: each annexe can then be inserted whole. */
  readonly situation: Situation | null;
  readonly onChange: (changes: Partial<Options>) => void;
}

const numberOf = (value: string): number | null => (value === "" ? null : Number(value));

export function AnnexeOptions({ wanted, options, situation, onChange }: AnnexeOptionsProps) {
  const styles = useStyles();
  const isOffered = (option: keyof Options) => wanted === "toutes" || ANNEXES[wanted].option === option;
  return (
    <>
      {isOffered("sousTotaux") && (
        <Checkbox
          label={annexeTexts.sousTotaux}
          checked={options.sousTotaux}
          onChange={(_, { checked }) => onChange({ sousTotaux: checked === true })}
        />
      )}
      {isOffered("realises") && (
        <Checkbox
          label={annexeTexts.realises}
          checked={options.realises}
          onChange={(_, { checked }) => onChange({ realises: checked === true })}
        />
      )}
      {isOffered("annee") && (
        <Field className={styles.choice} label={annexeTexts.annee}>
          <Select value={options.annee ?? ""} onChange={(_, { value }) => onChange({ annee: numberOf(value) })}>
            <option value="">{annexeTexts.everyYear}</option>
            {(situation?.choix.annees ?? []).map((annee) => (
              <option key={annee} value={annee}>
                {annee}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {isOffered("action") && (
        <Field className={styles.choice} label={annexeTexts.action}>
          <Select value={options.action ?? ""} onChange={(_, { value }) => onChange({ action: numeroAction(value) })}>
            <option value="">{annexeTexts.everyMissing}</option>
            {(situation?.choix.actions ?? []).map((action) => (
              <option key={action.numero} value={action.numero}>
                {annexeTexts.actionOption(action, situation?.fiches.includes(action.numero) ?? false)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}
