// What the two parties executed beyond the contract's amount: legitimate, and said. What others paid is none of it.
import { contractAmount } from "../contract/in-force/contract-amounts";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import { chiffreInconnu } from "../contract/avenants/registre";
import { RIEN } from "../domain/values/known-montant";
import { readExecuted } from "../facts/executed";
import { cellsOf, pourquoiRien } from "../facts/ledger/places";
import { accountOf } from "../facts/ledger/read-depense";
import { locate } from "../facts/lines/budget-lines";
import { actionExecutions, describeExecuted, NO_AMOUNT, whyExecuted } from "../facts/lines/execution-lines";
import { montantFromEuros, ZERO } from "../domain/values/montant";
import { isInThousands } from "../domain/values/unite";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "sur-execution",
    articles: [],
    severity: "info",
    title: "L’exécution ne dépasse pas le montant contractualisé",
    problem: "Exécution au-dessus du contrat",
    compares: "montant",
    needs: ["execution"],
    messages: {
      "au-dessus": {
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}). Dépenser davantage est permis.{source}",
      },
      "au-dessus-avec-l-etat": {
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}). Dépenser davantage est permis ; la part de l’État dépasse aussi la sienne, et son engagement ne couvre pas cet excédent.{source}",
      },
      "etat-sans-credit": {
        severity: "warning",
        text: "{place} : {found}, alors que le contrat n’y donne rien de l’État : {pourquoi} (écart {gap}). Son engagement ne couvre pas cette dépense.",
      },
      "etat-au-dessus": {
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}). L’engagement de l’État ne couvre pas cet excédent.{source}",
      },
    },
    page: {
      gravite: "information, avertissement pour une part de l’État dépensée là où le contrat n’en donne aucune",
      contrat:
        "Le contrat fixe ce que chaque partie s’engage à apporter au moins. Rien n’interdit de dépenser davantage pour une action : c’est un constat utile au dialogue de gestion.",
      verifie: [
        "Pour chaque action et chaque année du tableau d’exécution : total exécuté par les deux parties ≤ montant du contrat en vigueur ; ce que d’autres financeurs ont payé (CAF, Région, FSE…) n’y compte pas, même quand la colonne Total le contient. Un dépassement est signalé, jamais bloquant.",
        "La part de l’État est comparée à part : au-dessus de son montant contractualisé, son engagement ne couvre pas l’excédent. Dépensée là où le contrat ne donne rien de l’État (avant le début d’une action, après sa fin, pour une action numérotée qui n’est pas au contrat), elle est un avertissement.",
      ],
      conforme: "130 000,00 € exécutés pour 130 000,00 € contractualisés.",
      ecart: [
        {
          message: "au-dessus",
          figures: { unit: "montant", found: montantFromEuros(50000), expected: montantFromEuros(40000) },
          data: { place: "Action 2 – 2025 – Total exécuté", source: "" },
        },
        {
          message: "etat-sans-credit",
          figures: { unit: "montant", found: montantFromEuros(0.01), expected: montantFromEuros(0) },
          data: { place: "Action 3 – 2024 – part État exécutée", pourquoi: "l’action ne commence qu’en 2025" },
        },
      ],
      corriger:
        "Rien à corriger si le montant est juste. Vérifiez tout de même qu’une dépense d’une autre action ou d’une autre année ne s’y est pas glissée.",
      limites:
        "Un montant exécuté de l’ordre du millième du montant contractualisé n’est pas comparé : le tableau est sans doute en k€ sans le dire, et l’unité est à confirmer. La règle compare les totaux, pas les parts. Une action inconnue du contrat n’a pas de montant auquel la comparer ; une action placée sur plusieurs lignes est « non vérifiable ».",
    },
  },
  compare(dossier, asked) {
    const { convention, execution, avenants, feuilleContrat } = dossier;
    let isAsked = false;
    for (const demande of actionExecutions(dossier)) {
      isAsked = true;
      const { annee, ligne, action, pourquoi } = demande;
      const sourceOf = (colonne: "total" | "etat") =>
        action
          ? sourceDuChiffre({ convention, avenants }, { kind: "montant", annee, action: action.numero, colonne })
          : "";
      const place = describeExecuted(convention, ligne, annee, "total");
      const part = describeExecuted(convention, ligne, annee, "etat");
      const touche = { objet: "montant", annee, ...(action && { action: action.numero }) } as const;
      asked.compare({ nom: place, subject: { ...ligne.place, year: annee } }, (lecture) => {
        const inconnu = chiffreInconnu(feuilleContrat?.registre, touche);
        if (inconnu !== null) return notComparable(inconnu);
        // The contract gives nothing for what is no action of it.
        const expected = action ? contractAmount(action, annee, "total") : ZERO;
        const engaged = action ? contractAmount(action, annee, "etat") : ZERO;
        if (pourquoi !== null) return notComparable(pourquoi);
        const shown = readExecuted(lecture, demande);
        const { etat } = shown;
        const spent = etat.value;
        const isEtatAbove = spent !== null && spent > engaged;
        if (isEtatAbove && engaged === 0) {
          return () => ({
            message: "etat-sans-credit",
            ...locate(ligne, annee, "etat"),
            cells: cellsOf(execution, etat),
            figures: { unit: "montant", found: spent, expected: engaged },
            data: { place: part, pourquoi: pourquoiRien(action, annee) },
          });
        }
        // A Total that should be there and says nothing leaves it open what was spent in all.
        const { totalSaisi, autres } = accountOf(demande, shown);
        const isOpen = shown.total.value === null && shown.total.reason !== "no-column";
        const parties = isOpen ? shown.total : totalSaisi;
        const found = parties.value;
        if (found === null) {
          return notComparable(
            whyExecuted(
              convention,
              annee,
              ["total", isOpen ? parties : RIEN],
              ["etat", etat],
              ["collectivite", shown.collectivite],
              ["autres", autres],
            ),
          );
        }
        if (spent === null && demande.year?.colonnes.etat) {
          return notComparable(whyExecuted(convention, annee, ["etat", etat]));
        }
        if (found > expected) {
          return () => ({
            message: isEtatAbove ? "au-dessus-avec-l-etat" : "au-dessus",
            ...locate(ligne, annee, "total"),
            cells: cellsOf(execution, parties),
            figures: { unit: "montant", found, expected },
            data: { place, source: sourceOf("total") },
          });
        }
        if (isInThousands(found, expected)) {
          return notComparable(`${place} : de l’ordre du millième du montant contractualisé, l’unité est à confirmer.`);
        }
        if (!isEtatAbove) return HOLDS;
        return () => ({
          message: "etat-au-dessus",
          ...locate(ligne, annee, "etat"),
          cells: cellsOf(execution, etat),
          figures: { unit: "montant", found: spent, expected: engaged },
          data: { place: part, source: sourceOf("etat") },
        });
      });
    }
    if (!isAsked) asked.notDue(NO_AMOUNT);
  },
});
