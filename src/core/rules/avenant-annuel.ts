// A year that has begun has the avenant that fixes its amounts.
import { cellOfYear } from "../domain/contrat/avenant-attendu";
import { avenantQuiFerme, isFirm } from "../contract/avenants/fermete";
import { nameAvenant } from "../contract/avenants/fixation";
import { chiffreInconnu } from "../contract/avenants/registre";
import { joursEntre } from "../domain/values/jours";
import { accord } from "../domain/words/accord";
import { formatDate } from "../domain/words/format";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "avenant-annuel",
    articles: ["financement", "versement"],
    severity: "warning",
    title: "Chaque année commencée a l’avenant qui fixe ses montants",
    problem: "Avenant de l’année non enregistré",
    compares: "annee",
    needs: [],
    messages: {
      absent: {
        text: "{annee} : l’année a commencé le {debut} et ses montants sont provisionnels. Aucun avenant signé au {jour} ne les fixe.",
      },
      tardif: {
        severity: "info",
        text: "{annee} : ses montants ont été fixés par {avenant}, {jours} après le début de l’année.",
      },
    },
    page: {
      gravite: "avertissement ; information pour un avenant signé une fois l’année commencée",
      contrat:
        "Les montants de 2024 sont fixés à la signature. Ceux des années suivantes sont provisionnels : un avenant les fixe chaque année.",
      verifie:
        "Chaque année provisionnelle dont le premier jour est arrivé à la date de vérification a un avenant, signé à cette date, qui fixe les crédits de l’État de l’année. Chaque ligne du registre dit si elle les fixe (« ferme ») ou les annonce (« provisionnel ») ; sans rien dire, un avenant fixe les années jusqu’à celle pour laquelle il est fait : un avenant pour 2025 qui rappelle 2026 et 2027 ne fixe que 2025. Signé une fois l’année commencée, c’est une information, avec le nombre de jours. La cellule montrée est le montant de l’année dans la feuille « Contrat », à défaut l’en-tête de l’année dans le tableau budgétaire.",
      conforme:
        "L’avenant n° 1, signé le 15/01/2025, fixe les crédits de l’État de 2025 : la vérification au 30/06/2025 est conforme.",
      ecart: [{ message: "absent", data: { annee: "2026", debut: "01/01/2026", jour: "24/11/2026" } }],
      corriger:
        "Ajoutez l’avenant à la feuille « Contrat », partie « Avenants » : son numéro, sa date de signature, l’année et les crédits de l’État. Le contrat signé, lui, ne change pas.",
      limites:
        "Un avenant qui ne change que des montants d’actions ne fixe pas l’année : ses crédits de l’État doivent y figurer, même inchangés. Une année que le classeur ne montre pas n’est pas vérifiable sans feuille « Contrat ».",
    },
  },
  compare(dossier, asked) {
    const { convention, asOf, feuilleContrat, budget } = dossier;
    if (!feuilleContrat && !budget) {
      asked.nothing("Le classeur n’a ni feuille « Contrat », ni tableau budgétaire.");
      return;
    }
    const begun = convention.annees.filter(({ debut }) => debut <= asOf);
    if (begun.length === 0) asked.notDue(`Aucune année du contrat n’a commencé au ${formatDate(asOf)}.`);
    for (const { annee, debut } of begun) {
      asked.compare(`${annee}`, () => {
        const fixe = avenantQuiFerme(dossier, annee);
        const isLate = fixe !== null && fixe.signeLe > debut;
        if (isFirm(convention, annee) && !isLate) return HOLDS;
        const inconnu = chiffreInconnu(feuilleContrat?.registre, { objet: "credits", annee });
        if (inconnu !== null) return notComparable(inconnu);
        const cell = cellOfYear(dossier, annee);
        if (!cell && isFirm(convention, annee)) return HOLDS;
        if (!cell) {
          return notComparable(
            `${annee} : aucun avenant ne fixe ses montants, provisionnels, et le classeur ne montre pas cette année.`,
          );
        }
        if (fixe !== null && isLate && isFirm(convention, annee)) {
          const data = {
            annee: `${annee}`,
            avenant: nameAvenant(fixe),
            jours: accord(joursEntre(debut, fixe.signeLe), "jour"),
          };
          return () => ({ message: "tardif", subject: { year: annee }, cells: [cell], data });
        }
        return () => ({
          message: "absent",
          subject: { year: annee },
          cells: [cell],
          data: { annee: `${annee}`, debut: formatDate(debut), jour: formatDate(asOf) },
        });
      });
    }
  },
});
