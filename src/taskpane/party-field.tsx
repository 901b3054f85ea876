// Asks for which of the two parties the agent speaks, by the words of the contract.
import { Field, Select } from "@fluentui/react-components";
import type { Ref } from "react";
import { isPartie, nommePartie, type Partie } from "../core/domain/parties";

interface PartyFieldProps {
  readonly label: string;
  /** What the choice is called while no party is chosen. */
  readonly unset: string;
  readonly party: Partie | null;
  readonly localParty: string;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly select?: Ref<HTMLSelectElement>;
  readonly onChange: (party: Partie | null) => void;
}

const PARTIES: readonly Partie[] = ["collectivite", "etat"];

export function PartyField({ label, unset, party, localParty, hint, problem, select, onChange }: PartyFieldProps) {
  return (
    <Field label={label} {...(hint && { hint })} {...(problem && { validationMessage: problem })}>
      <Select
        {...(select && { select: { ref: select } })}
        value={party ?? ""}
        onChange={(_, { value }) => onChange(isPartie(value) ? value : null)}
      >
        <option value="">{unset}</option>
        {PARTIES.map((each) => (
          <option key={each} value={each}>
            {nommePartie(each, localParty)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
