// Every figure and word of the contract that an avenant in force changed, in the order of their signature.
import type { Changement } from "../../core/contract/avenants/registre";
import { Disclosure } from "../verify/results/disclosure";
import { ChangeList } from "./change-list";
import { contratTexts } from "./texts";

export function HistorySection({ changes }: { readonly changes: readonly Changement[] }) {
  if (changes.length === 0) return <p>{contratTexts.noHistory}</p>;
  return (
    <Disclosure heading="h3" title={contratTexts.history(changes.length)}>
      <ChangeList
        changes={changes.map(({ avenant, cle, libelle, avant, apres }) => ({
          key: `${avenant.numero} ${cle}`,
          libelle,
          ancienne: avant,
          nouvelle: apres ?? "",
          note: contratTexts.avenant(avenant.numero, avenant.signeLe),
        }))}
      />
    </Disclosure>
  );
}
