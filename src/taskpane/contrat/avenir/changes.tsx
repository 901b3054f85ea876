// What is not an amount typed in its place: a transfer, an action created, ended or moved to another axe, targets, and why.
import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import {
  changerAxe,
  creerAction,
  direPourquoi,
  ecrireEnveloppe,
  enveloppeSaisie,
  fixerCible,
  retablirAction,
  terminerAction,
  transferer,
  type PartDuContrat,
} from "../../../core/preparation/changements";
import type { NumeroAction } from "../../../core/domain/values/numero-action";
import { lireMontant } from "../../../core/domain/values/lire-montant";
import { ciblesAttendues } from "../../../core/reports/avenant/a-justifier";
import type { Proposition } from "../../../core/reports/avenant/proposition";
import { lignesChangees } from "../../../core/reports/avenant/tables";
import type { TableauDeLAvenant } from "../../../core/reports/avenant/tableau";
import { ENVELOPPE, type Variante } from "../../../core/domain/variante";
import { Disclosure } from "../../verify/results/disclosure";
import { useAvenirStyles } from "./styles";
import { avenirTexts } from "./texts";

interface ChangesProps {
  readonly tableau: TableauDeLAvenant;
  readonly variante: Variante;
  readonly proposition: Proposition;
  readonly onChange: (variante: Variante) => void;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const styles = useAvenirStyles();
  return (
    <Field label={label}>
      <Select className={styles.narrow} value={value} onChange={(_, { value: chosen }) => onChoose(chosen)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Typed({
  label,
  hint = null,
  value,
  onType,
}: {
  readonly label: string;
  readonly hint?: string | null;
  readonly value: string;
  readonly onType: (value: string) => void;
}) {
  const styles = useAvenirStyles();
  return (
    <Field label={label} hint={hint}>
      <Input className={styles.narrow} value={value} onChange={(_, { value: typed }) => onType(typed)} />
    </Field>
  );
}

const actionsOf = ({ lignes }: Proposition): ChoiceProps["options"] =>
  lignes.map(({ action }) => [String(action.numero), avenirTexts.action(action.numero, action.intitule)]);

/** The number that the chosen option stands for. */
const numeroOf = ({ lignes }: Proposition, chosen: string): NumeroAction | undefined =>
  lignes.find(({ action }) => String(action.numero) === chosen)?.action.numero;

/** The State's amount for the year, and why it changes. */
function Envelope({ tableau, variante, proposition, onChange }: ChangesProps) {
  const styles = useAvenirStyles();
  const { avant, credits } = proposition.enveloppe;
  // An emptied field is the contract's envelope again, once the keys are elsewhere.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className={styles.part} onBlur={() => setTyped(null)}>
      <Typed
        label={avenirTexts.envelope(tableau.annee)}
        hint={avenirTexts.envelopeHint(avant)}
        value={typed ?? enveloppeSaisie(variante, tableau)}
        onType={(text) => {
          setTyped(text);
          onChange(ecrireEnveloppe(variante, tableau, text));
        }}
      />
      {avant !== credits && (
        <Field label={avenirTexts.why} hint={avenirTexts.whyHint}>
          <Textarea
            rows={2}
            value={variante.motifs[ENVELOPPE] ?? ""}
            onChange={(_, { value }) => onChange(direPourquoi(variante, ENVELOPPE, value))}
          />
        </Field>
      )}
    </div>
  );
}

function Transfer({ tableau, variante, proposition, onChange }: ChangesProps) {
  const styles = useAvenirStyles();
  const options = actionsOf(proposition);
  const [de, setDe] = useState(options[0]?.[0] ?? "");
  const [vers, setVers] = useState(options[1]?.[0] ?? "");
  const [partie, setPartie] = useState<PartDuContrat>("etat");
  const [text, setText] = useState("");
  const lu = lireMontant(text, "General", "€");
  return (
    <div className={styles.part}>
      <Choice label={avenirTexts.from} value={de} options={options} onChoose={setDe} />
      <Choice label={avenirTexts.to} value={vers} options={options} onChoose={setVers} />
      <div className={styles.fields}>
        <Choice
          label={avenirTexts.part}
          value={partie}
          options={[
            ["etat", avenirTexts.state],
            ["collectivite", tableau.localParty],
          ]}
          onChoose={(chosen) => setPartie(chosen === "etat" ? "etat" : "collectivite")}
        />
        <Typed label={avenirTexts.amount} value={text} onType={setText} />
      </div>
      <div>
        <Button
          disabledFocusable={lu.reason !== null || lu.value <= 0 || de === vers}
          onClick={() => {
            const [from, to] = [numeroOf(proposition, de), numeroOf(proposition, vers)];
            if (lu.reason !== null || from === undefined || to === undefined) return;
            onChange(transferer(variante, tableau, { de: from, vers: to, partie, montant: lu.value }));
            setText("");
          }}
        >
          {avenirTexts.apply}
        </Button>
      </div>
    </div>
  );
}

function NewAction({ tableau, variante, proposition, onChange }: ChangesProps) {
  const styles = useAvenirStyles();
  const next = Math.max(0, ...proposition.lignes.map(({ action }) => Math.floor(Number(action.numero)) || 0)) + 1;
  const [axe, setAxe] = useState(String(tableau.axes[0]?.numero ?? 1));
  const [intitule, setIntitule] = useState("");
  const [etat, setEtat] = useState("");
  const [collectivite, setCollectivite] = useState("");
  return (
    <div className={styles.part}>
      <Choice
        label={avenirTexts.axeField}
        value={axe}
        options={tableau.axes.map((each) => [String(each.numero), avenirTexts.axe(each.numero, each.intitule)])}
        onChoose={setAxe}
      />
      <Typed label={avenirTexts.label} value={intitule} onType={setIntitule} />
      <div className={styles.fields}>
        <Typed label={avenirTexts.proposedState} value={etat} onType={setEtat} />
        <Typed label={avenirTexts.proposedLocal(tableau.localParty)} value={collectivite} onType={setCollectivite} />
      </div>
      <div>
        <Button
          disabledFocusable={intitule.trim() === ""}
          onClick={() => {
            if (intitule.trim() === "") return;
            onChange(
              creerAction(variante, tableau, {
                numero: next,
                axe: Number(axe),
                intitule: intitule.trim(),
                etat,
                collectivite,
              }),
            );
            [setIntitule, setEtat, setCollectivite].forEach((empty) => empty(""));
          }}
        >
          {avenirTexts.apply}
        </Button>
      </div>
    </div>
  );
}

/** The end of an action, or the axe where it stands from now on. */
function ActionChange({ tableau, variante, proposition, onChange }: ChangesProps) {
  const styles = useAvenirStyles();
  const options = actionsOf(proposition);
  const [chosen, setChosen] = useState(options[0]?.[0] ?? "");
  const numero = numeroOf(proposition, chosen) ?? 0;
  const axe = proposition.lignes.find(({ action }) => action.numero === numero)?.action.axe ?? 0;
  const atContract = tableau.lignes.find(({ action }) => action.numero === numero)?.action.axe;
  return (
    <div className={styles.part}>
      <Choice label={avenirTexts.actionField} value={chosen} options={options} onChoose={setChosen} />
      {atContract !== undefined && (
        <>
          <Choice
            label={avenirTexts.changeAxe}
            value={String(axe)}
            options={tableau.axes.map((each) => [String(each.numero), avenirTexts.axe(each.numero, each.intitule)])}
            onChoose={(moved) => onChange(changerAxe(variante, numero, Number(moved), atContract))}
          />
          <div>
            <Button onClick={() => onChange(terminerAction(variante, numero))}>{avenirTexts.end}</Button>
          </div>
        </>
      )}
    </div>
  );
}

function Targets({ tableau, variante, proposition, onChange }: ChangesProps) {
  const styles = useAvenirStyles();
  const typedFor = (action: NumeroAction, indicateur: number): string =>
    variante.lignes.find(
      ({ objet, champs }) =>
        objet === "cible" && champs.action === String(action) && champs.indicateur === String(indicateur),
    )?.champs.valeur ?? "";
  return (
    <div className={styles.part}>
      {ciblesAttendues(tableau, proposition.lignes).map(({ action, indicateur, intitule }) => (
        <Typed
          key={`${action}/${indicateur}`}
          label={avenirTexts.target(action, intitule)}
          value={typedFor(action, indicateur)}
          onType={(valeur) => onChange(fixerCible(variante, { action, indicateur, valeur }))}
        />
      ))}
    </div>
  );
}

/** Each action that changes, with why in the agent's words. */
function Reasons({ variante, proposition, onChange }: ChangesProps) {
  const styles = useAvenirStyles();
  return (
    <div className={styles.part}>
      <h3 className={styles.subtitle}>{avenirTexts.why}</h3>
      {lignesChangees(proposition).map(({ action }) => (
        <div key={action.numero} className={styles.part} style={{ rowGap: "2px" }}>
          <Field label={avenirTexts.whyOf(action.numero, action.intitule)} hint={avenirTexts.whyHint}>
            <Textarea
              rows={2}
              value={variante.motifs[String(action.numero)] ?? ""}
              onChange={(_, { value }) => onChange(direPourquoi(variante, action.numero, value))}
            />
          </Field>
          <div>
            <Button
              size="small"
              appearance="subtle"
              aria-label={avenirTexts.restoreAction(action.numero)}
              onClick={() => onChange(retablirAction(variante, action.numero))}
            >
              {avenirTexts.restore}
            </Button>
          </div>
        </div>
      ))}
    </div>
  );
}

export function Changes(props: ChangesProps) {
  const { tableau, proposition, variante } = props;
  const targets = ciblesAttendues(tableau, proposition.lignes).length;
  const open = targets - variante.lignes.filter(({ objet }) => objet === "cible").length;
  return (
    <>
      {lignesChangees(proposition).length > 0 && <Reasons {...props} />}
      <section aria-label={avenirTexts.changes}>
        <Disclosure heading="h3" title={avenirTexts.envelopeLine}>
          <Envelope {...props} />
        </Disclosure>
        <Disclosure heading="h3" title={avenirTexts.transfer}>
          <Transfer {...props} />
        </Disclosure>
        <Disclosure heading="h3" title={avenirTexts.newAction}>
          <NewAction {...props} />
        </Disclosure>
        <Disclosure heading="h3" title={`${avenirTexts.endAction}, ${avenirTexts.changeAxe.toLowerCase()}`}>
          <ActionChange {...props} />
        </Disclosure>
        {targets > 0 && (
          <Disclosure heading="h3" title={avenirTexts.targets(tableau.annee, Math.max(0, open))}>
            <Targets {...props} />
          </Disclosure>
        )}
      </section>
    </>
  );
}
