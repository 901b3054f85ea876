// What may be chosen about the annexe that is asked for.
import { Checkbox, Field, makeStyles, Select } from "@fluentui/react-components";
import type { AnnexeOptions as Options } from "../../core/writing/annexes/annexe-request";
import type { AnnexeChoices } from "../../usecases/annexe-choices";
import { annexeTexts, type Wanted } from "./texts";

const useStyles = makeStyles({
  // A long title of an action must not widen the pane.
  choice: { gridTemplateColumns: "minmax(0, 1fr)" },
});

interface AnnexeOptionsProps {
  readonly wanted: Wanted;
  readonly options: Options;
  readonly choices: AnnexeChoices;
  readonly onChange: (changes: Partial<Options>) => void;
}

const numberOf = (value: string): number | null => (value === "" ? null : Number(value));

export function AnnexeOptions({ wanted, options, choices, onChange }: AnnexeOptionsProps) {
  const styles = useStyles();
  const isOffered = (kind: Wanted) => wanted === kind || wanted === "toutes";
  return (
    <>
      {isOffered("budget") && (
        <Checkbox
          label={annexeTexts.sousTotaux}
          checked={options.sousTotaux}
          onChange={(_, { checked }) => onChange({ sousTotaux: checked === true })}
        />
      )}
      {isOffered("indicateurs") && (
        <Checkbox
          label={annexeTexts.realises}
          checked={options.realises}
          onChange={(_, { checked }) => onChange({ realises: checked === true })}
        />
      )}
      {isOffered("execution") && (
        <Field className={styles.choice} label={annexeTexts.annee}>
          <Select value={options.annee ?? ""} onChange={(_, { value }) => onChange({ annee: numberOf(value) })}>
            <option value="">{annexeTexts.everyYear}</option>
            {choices.annees.map((annee) => (
              <option key={annee} value={annee}>
                {annee}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {isOffered("fiches") && (
        <Field className={styles.choice} label={annexeTexts.action}>
          <Select value={options.action ?? ""} onChange={(_, { value }) => onChange({ action: numberOf(value) })}>
            <option value="">{annexeTexts.everyMissing}</option>
            {choices.actions.map((action) => (
              <option key={action.numero} value={action.numero}>
                {annexeTexts.actionOption(action)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}
