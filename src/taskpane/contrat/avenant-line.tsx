// One change of an avenant: what kind it is, and the fields that this kind asks for.
import { Button, Field, Input, makeStyles, Select, Textarea, tokens, useId } from "@fluentui/react-components";
import { QUESTIONS, type Champ, type LigneSaisie } from "../../core/avenants/avenant-saisi";
import { STATUTS, type Objet } from "../../core/contract/clauses/sheet-words";
import type { ChoixAvenant } from "../../core/situation/situation";
import { DateField } from "../date-field";
import { settingTexts } from "../setting-texts";
import { missingOf } from "./avenant-draft";
import { contratTexts } from "./texts";
import type { NumeroAction } from "../../core/domain/values/numero-action";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    minWidth: 0,
    padding: "8px 12px 12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  legend: { fontWeight: tokens.fontWeightSemibold },
  // A long title of an action must not widen the pane.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  narrow: { minWidth: 0, width: "100%" },
});

interface AvenantLineProps {
  readonly rank: number;
  readonly ligne: LigneSaisie;
  readonly choix: ChoixAvenant;
  /** Whether the preview was asked for: what lacks is then said. */
  readonly isAsked: boolean;
  readonly onChange: (ligne: LigneSaisie) => void;
  /** Null for the only line. */
  readonly onRemove: (() => void) | null;
}

export function AvenantLine({ rank, ligne, choix, isAsked, onChange, onRemove }: AvenantLineProps) {
  const styles = useStyles();
  const missing = missingOf(ligne);
  return (
    <fieldset className={styles.line}>
      <legend className={styles.legend}>{contratTexts.lineTitle(rank)}</legend>
      <Field className={styles.field} label={contratTexts.objet}>
        <Select value={ligne.objet} onChange={(_, { value }) => onChange(ofAnotherKind(ligne, value as Objet))}>
          {Object.entries(contratTexts.objets).map(([objet, name]) => (
            <option key={objet} value={objet}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {QUESTIONS[ligne.objet].champs.map((champ) => (
        <ChampField
          key={champ}
          champ={champ}
          ligne={ligne}
          choix={choix}
          isMissing={isAsked && missing.includes(champ)}
          onChange={(value) => onChange(withChamp(ligne, champ, value))}
        />
      ))}
      {onRemove && (
        <div>
          <Button size="small" aria-label={contratTexts.removeLineNamed(rank)} onClick={onRemove}>
            {contratTexts.removeLine}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** Numbers stay where the other kind asks for them too; words and values are of one kind. */
function ofAnotherKind({ champs }: LigneSaisie, objet: Objet): LigneSaisie {
  return { objet, champs: { ...champs, intitule: "", valeur: "" } };
}

/** An indicator is of its action. */
function withChamp({ objet, champs }: LigneSaisie, champ: Champ, value: string): LigneSaisie {
  return { objet, champs: { ...champs, ...(champ === "action" && { indicateur: "" }), [champ]: value } };
}

interface Option {
  readonly value: string;
  readonly name: string;
}

const numbered = (items: readonly { readonly numero: NumeroAction; readonly intitule: string }[]): readonly Option[] =>
  items.map(({ numero, intitule }) => ({ value: String(numero), name: contratTexts.numbered(numero, intitule) }));

const asOptions = (names: readonly (string | number)[]): readonly Option[] =>
  names.map((name) => ({ value: String(name), name: String(name) }));

/** Null for what is typed. */
function optionsOf(champ: Champ, { objet, champs }: LigneSaisie, choix: ChoixAvenant): readonly Option[] | null {
  switch (champ) {
    case "annee":
      return asOptions(choix.annees);
    case "axe":
      return numbered(choix.axes);
    case "action":
      return objet === "actionNouvelle" ? null : numbered(choix.actions);
    case "indicateur": {
      if (objet === "indicateurNouveau") return null;
      return numbered(choix.actions.find(({ numero }) => String(numero) === champs.action)?.indicateurs ?? []);
    }
    case "partie":
      return [
        { value: "etat", name: choix.parties.etat },
        { value: "collectivite", name: choix.parties.collectivite },
        ...asOptions(choix.parties.autres),
      ];
    case "intitule":
      if (objet === "echeance") return asOptions(choix.echeances);
      if (objet === "suppression") return asOptions(choix.retirables);
      return objet === "ficheAction" ? asOptions(contratTexts.partiesDeFiche) : null;
    case "statut":
      return asOptions(Object.values(STATUTS));
    case "valeur":
      return null;
  }
}

interface ChampFieldProps {
  readonly champ: Champ;
  readonly ligne: LigneSaisie;
  readonly choix: ChoixAvenant;
  readonly isMissing: boolean;
  readonly onChange: (value: string) => void;
}

function ChampField({ champ, ligne, choix, isMissing, onChange }: ChampFieldProps) {
  const styles = useStyles();
  const { libres = [], valeur: saisie } = QUESTIONS[ligne.objet];
  const options = optionsOf(champ, ligne, choix);
  const isPoint = ligne.objet === "parametre" && champ === "intitule";
  const points = useId("points");
  const value = ligne.champs[champ] ?? "";
  const name = contratTexts.champ(ligne.objet, champ);
  const label = libres.includes(champ) ? contratTexts.facultatif(name) : name;
  const hint = isPoint
    ? contratTexts.pointHint
    : champ === "statut"
      ? contratTexts.statutHint
      : champ === "valeur"
        ? contratTexts.hint(saisie)
        : undefined;
  const problem = options === null ? contratTexts.writeMissing : contratTexts.chooseMissing;
  if (champ === "valeur" && saisie === "date")
    return (
      <DateField label={label} value={value} problem={isMissing ? settingTexts.dateForm : null} onChange={onChange} />
    );
  return (
    <>
      <Field
        className={styles.field}
        label={label}
        {...(hint !== undefined && { hint })}
        {...(isMissing && { validationMessage: problem })}
      >
        {options !== null ? (
          <Select value={value} onChange={(_, data) => onChange(data.value)}>
            <option value="">{contratTexts.choose}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.name}
              </option>
            ))}
          </Select>
        ) : isPoint ? (
          // A long contract has hundreds of them: a list that narrows as it is typed into, and that takes another name too.
          <Input
            className={styles.narrow}
            input={{ list: points }}
            value={value}
            onChange={(_, data) => onChange(data.value)}
          />
        ) : ligne.objet === "ficheAction" || champ === "intitule" ? (
          <Textarea
            className={styles.narrow}
            resize="vertical"
            value={value}
            onChange={(_, data) => onChange(data.value)}
          />
        ) : (
          <Input className={styles.narrow} value={value} onChange={(_, data) => onChange(data.value)} />
        )}
      </Field>
      {isPoint && (
        <datalist id={points}>
          {choix.points.map((point) => (
            <option key={point} value={point} />
          ))}
        </datalist>
      )}
    </>
  );
}
