// The headers with which a server gives out each file of the site, said once and written for nginx and for IIS.

/** Where Excel on the web and Teams show a pane in a frame; on a computer there is none around it. */
const OFFICE_FRAMES = [
  "https://*.officeapps.live.com",
  "https://*.sharepoint.com",
  "https://*.office.com",
  "https://*.office365.com",
  "https://*.microsoft365.com",
  "https://*.cloud.microsoft",
  "https://*.live.com",
  "https://*.microsoft.com",
];

export type Headers = Readonly<Record<string, string>>;

const HASHED = /\.[0-9a-f]{8}\.js$/;

const WITHOUT_GUESSING: Headers = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

export interface SitePolicies {
  /** Of the pane's page and of the autonomous page, as their meta elements say them. */
  readonly pane: string;
  readonly page: string;
}

/** `path` is below the site: "taskpane.html", "page/index.html". */
export function headersOf(path: string, policies: SitePolicies): Headers {
  const isPage = path.startsWith("page/");
  const frames = isPage ? "'self'" : ["'self'", ...OFFICE_FRAMES].join(" ");
  const help = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";
  const policy = path === "aide.html" || path === "page/aide.html" ? help : isPage ? policies.page : policies.pane;
  return {
    "Cache-Control": HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
    "Content-Security-Policy": `${policy}; frame-ancestors ${frames}`,
    ...WITHOUT_GUESSING,
  };
}

/** The policy that a page's own meta element says. */
export function policyOf(html: string): string {
  const policy = /http-equiv="?Content-Security-Policy"?\s+content="([^"]+)"/.exec(html)?.[1];
  if (policy === undefined) throw new Error("a page without a content security policy");
  return policy;
}

/** The two parts of the site, each with a policy of its own: the pane at its root, the autonomous page in its folder. */
const PARTS = ["", "page/"];

/** Any file of a part, any file whose name changes with its content, and the help: the three that have other headers. */
const anyOf = (part: string): string => `${part}index.html`;
const hashedOf = (part: string): string => `${part}x.01234567.js`;
const helpOf = (part: string): string => `${part}aide.html`;

/** What is worth being sent compressed; pictures and workbooks already are. */
const COMPRESSED = "text/css text/javascript application/javascript application/json image/svg+xml application/wasm";

/** To be included within a server block; `folder` is the path of the site's address, "" at the root of the server. */
export function nginxConfig(policies: SitePolicies, folder: string): string {
  const headers = (path: string, indent: string): string =>
    Object.entries(headersOf(path, policies))
      .map(([name, value]) => `${indent}add_header ${name} "${value}";\n`)
      .join("");
  const locations = PARTS.map(
    (part) => `location ${folder}/${part} {
  gzip on;
  gzip_vary on;
  gzip_types ${COMPRESSED};
${headers(anyOf(part), "  ")}
  location ~ "${HASHED.source}" {
${headers(hashedOf(part), "    ")}  }

  location = ${folder}/${helpOf(part)} {
${headers(helpOf(part), "    ")}  }
}
`,
  );
  return `# À inclure dans le bloc « server » du site : include /chemin/nginx.conf;
# Le contenu de « site » y est servi à l’adresse ${folder}/.
# Les pages se relisent à chaque fois ; ce dont le nom change avec le contenu se garde un an.
# Aucun nom de fichier d’une version n’y figure : une mise à jour garde ces en-têtes.
${locations.join("\n")}`;
}

/**
 * At the root of an IIS site. IIS knows folders and files, not patterns, without a module that few servers have: all is asked for again
 * each time, and answered in a word where nothing changed.
 */
export function webConfig(policies: SitePolicies): string {
  const locations = PARTS.flatMap((part) => [
    [part === "" ? "." : part.replace(/\/$/, ""), anyOf(part)] as const,
    [helpOf(part), helpOf(part)] as const,
  ]).map(([where, path]) => {
    const headers = Object.entries(headersOf(path, policies)).map(
      ([name, value]) => `          <remove name="${name}" />
          <add name="${name}" value="${value.replaceAll("&", "&amp;")}" />`,
    );
    return `  <location path="${where}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
${headers.join("\n")}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- À la racine du site IIS. Aucun nom de fichier d’une version n’y figure : une mise à jour garde ces en-têtes. -->
<configuration>
  <system.webServer>
    <urlCompression doStaticCompression="true" />
  </system.webServer>
${locations.join("\n")}
</configuration>
`;
}
