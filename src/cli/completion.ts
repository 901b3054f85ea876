// What a shell needs to complete the commands, their options and the values of these by Tab: a script that it reads when it starts.
import type { CommandMeta } from "./command-meta";

/** For each shell, the script from the words that may follow each command. */
const SCRIPTS = { bash, zsh, powershell } as const;

export const SHELLS = Object.keys(SCRIPTS);

export const COMPLETION_HELP = `De quoi compléter commandes, options et noms de règles par Tab : une ligne à
ajouter à ce que le terminal lit quand il s’ouvre.

  ~/.bashrc            source <(node …/cls.mjs completion bash)
  ~/.zshrc             source <(node …/cls.mjs completion zsh)
  PowerShell $PROFILE  node …\\cls.mjs completion powershell | Out-String |
                       Invoke-Expression

« cls » y est défini s’il ne l’est pas encore. Dans PowerShell, où « cls » efface
l’écran, le nom est « cls-contrat ».
`;

/** `program` is the path of the command line. Null for a shell that is not one of these. */
export function completion(shell: string, metas: readonly CommandMeta[], program: string): string | null {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell as keyof typeof SCRIPTS] : null;
  return script && script(metas, program);
}

const optionsOf = ({ options }: CommandMeta): string[] => Object.keys(options).map((option) => `--${option}`);

const namesOf = (metas: readonly CommandMeta[]): string[] => metas.map(({ nom }) => nom);

interface Words {
  readonly after: string;
  readonly words: readonly string[];
}

/** What may stand in the place of a file after a command. */
const wordsOf = (metas: readonly CommandMeta[]): readonly Words[] => [
  { after: "help", words: namesOf(metas) },
  { after: "completion", words: SHELLS },
  ...metas.flatMap(({ nom, mots }) => (mots ? [{ after: nom, words: mots }] : [])),
];

/** What may be the value of an option of a command. */
const valuesOf = (metas: readonly CommandMeta[]): readonly Words[] =>
  metas.flatMap(({ nom, options }) =>
    Object.entries(options).flatMap(([option, { choix }]) =>
      choix ? [{ after: `${nom} --${option}`, words: choix }] : [],
    ),
  );

const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;

/** Files are what bash itself completes, where nothing else is offered. */
function bash(metas: readonly CommandMeta[], program: string): string {
  const when = (pattern: string, words: readonly string[]): string => `    ${pattern}) mots="${words.join(" ")}" ;;`;
  const options = metas.map((meta) => when(meta.nom, optionsOf(meta)));
  const words = [
    ...valuesOf(metas).map(({ after, words: offered }) => when(`"${after}"`, offered)),
    when('*" -"*', []),
    ...wordsOf(metas).map(({ after, words: offered }) => when(`"${after} "*`, offered)),
  ];
  return `type cls >/dev/null 2>&1 || cls() { node ${quoted(program)} "$@"; }
_cls() {
  local mot="\${COMP_WORDS[COMP_CWORD]}" mots=""
  if [ "$COMP_CWORD" -le 1 ]; then
    mots="${namesOf(metas).join(" ")} help completion --help --version"
  elif [ "\${mot:0:1}" = "-" ]; then
    case "\${COMP_WORDS[1]}" in
${options.join("\n")}
    esac
  else
    case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD - 1]}" in
${words.join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$mots" -- "$mot"))
}
complete -o default -F _cls cls
`;
}

/** What zsh calls « bashcompinit » reads the script of bash. */
function zsh(metas: readonly CommandMeta[], program: string): string {
  return `autoload -Uz compinit bashcompinit && compinit && bashcompinit\n${bash(metas, program)}`;
}

function powershell(metas: readonly CommandMeta[], program: string): string {
  const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(", ");
  const entries = (of: readonly Words[]): string =>
    of.map(({ after, words }) => `    '${after}' = @(${list(words)})`).join("\n");
  return `function cls-contrat { node '${program.replaceAll("'", "''")}' @args }
Register-ArgumentCompleter -Native -CommandName cls-contrat -ScriptBlock {
  param($mot, $ligne, $position)
  $options = @{
${entries(metas.map((meta) => ({ after: meta.nom, words: optionsOf(meta) })))}
  }
  $valeurs = @{
${entries([...wordsOf(metas), ...valuesOf(metas)])}
  }
  $ecrits = @($ligne.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($mot -ne '') { $ecrits = @($ecrits | Select-Object -SkipLast 1) }
  $mots = if ($ecrits.Count -eq 0) { @($options.Keys) + 'help', 'completion' }
  elseif ($mot -like '-*') { $options[$ecrits[0]] }
  elseif ($valeurs.ContainsKey("$($ecrits[0]) $($ecrits[-1])")) { $valeurs["$($ecrits[0]) $($ecrits[-1])"] }
  elseif ($ecrits[-1] -notlike '-*') { $valeurs[$ecrits[0]] }
  $mots | Where-Object { $_ -like "$mot*" } | Sort-Object
}
`;
}
