// What stands first in the archive: what it holds, and where to begin.

export function readMe(version: string, address: string): string {
  return `Contrat local des solidarités ${version}
Archive préparée pour ${address}

Commencez par guides/administrateur.pdf : l’installation prend une heure.

site/                  à publier tel quel à ${address}
site/page/             la page autonome, sans Excel ni Internet : ${address}/page/
                       ou ouverte du disque : site/page/index.html
manifest.xml           à déposer dans le centre d’administration Microsoft 365 ou dans un dossier partagé
essai/manifest.xml     pour essayer le complément dans un vrai Excel, en cinq minutes : guides/verification-excel.pdf
serveur/nginx.conf     les en-têtes, pour nginx ; pour IIS, ils sont dans site/web.config
cls/cls.mjs            la ligne de commande, avec Node.js 20, 22 ou 24 : node cls/cls.mjs --help ;
                       elle garde à côté, dans cls/.cls, de quoi démarrer plus vite
guides/                les guides en PDF
exemples/              des classeurs pour essayer
contrat.schema.json    pour décrire un autre contrat
LICENCES.txt           les licences du logiciel et de ce qu’il contient
nomenclature.cdx.json  la nomenclature logicielle (CycloneDX)
CHANGELOG.md           ce qui change d’une version à l’autre
SHA256SUMS.txt         les empreintes ; guides/administrateur.pdf dit comment les contrôler, sous Linux et sous Windows
`;
}
