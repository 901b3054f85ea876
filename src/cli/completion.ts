// What a shell needs to complete the commands and their options by Tab: a script that it reads when it starts.
import type { CommandMeta } from "./command-meta";

/** For each shell, the script from the words that may follow each command. */
const SCRIPTS = { bash, zsh, powershell } as const;

export const SHELLS = Object.keys(SCRIPTS);

/** Null for a shell that is not one of these. */
export function completion(shell: string, metas: readonly CommandMeta[]): string | null {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell as keyof typeof SCRIPTS] : null;
  return script && script(metas);
}

const optionsOf = ({ options }: CommandMeta): string[] => Object.keys(options).map((option) => `--${option}`);

const namesOf = (metas: readonly CommandMeta[]): string => metas.map(({ nom }) => nom).join(" ");

/** Files are what bash itself completes. */
function bash(metas: readonly CommandMeta[]): string {
  const cases = metas.map((meta) => `    ${meta.nom}) mots="${optionsOf(meta).join(" ")}" ;;`).join("\n");
  return `# À ajouter à ~/.bashrc : alias cls="node …/cls.mjs"; source <(node …/cls.mjs completion bash)
_cls() {
  local mots="${namesOf(metas)} help completion --help --version"
  if [ "$COMP_CWORD" -gt 1 ]; then
    case "\${COMP_WORDS[1]}" in
${cases}
    help) mots="${namesOf(metas)}" ;;
    completion) mots="${SHELLS.join(" ")}" ;;
    *) mots="" ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$mots" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _cls cls
`;
}

/** What zsh calls « bashcompinit » reads the script of bash. */
function zsh(metas: readonly CommandMeta[]): string {
  return `# À ajouter à ~/.zshrc : alias cls="node …/cls.mjs"; source <(node …/cls.mjs completion zsh)
autoload -Uz compinit bashcompinit && compinit && bashcompinit
${bash(metas).replace(/^#.*\n/, "")}`;
}

function powershell(metas: readonly CommandMeta[]): string {
  const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(", ");
  const cases = metas.map((meta) => `    '${meta.nom}' = @(${list(optionsOf(meta))})`).join("\n");
  return `# À ajouter au profil ($PROFILE). « cls » y efface déjà l’écran : le nom est ici cls-contrat, à définir avant, par exemple
# function cls-contrat { node C:\\contrat\\cls\\cls.mjs @args }
Register-ArgumentCompleter -Native -CommandName cls-contrat -ScriptBlock {
  param($mot, $ligne, $position)
  $options = @{
${cases}
    'help' = @(${list(metas.map(({ nom }) => nom))})
    'completion' = @(${list(SHELLS)})
  }
  $ecrits = $ligne.CommandElements
  $commande = if ($ecrits.Count -gt 1) { $ecrits[1].ToString() } else { '' }
  $mots = if ($ecrits.Count -gt 2 -or ($ecrits.Count -eq 2 -and $mot -eq '')) { $options[$commande] } else { $options.Keys }
  $mots | Where-Object { $_ -like "$mot*" } | Sort-Object
}
`;
}
