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

/** To be included within a server block; `folder` is the path of the site's address, "" at the root of the server. */
export function nginxConfig(files: readonly string[], policies: SitePolicies, folder: string): string {
  const locations = files.map((file) => {
    const lines = Object.entries(headersOf(file, policies)).map(([name, value]) => `  add_header ${name} "${value}";`);
    return `location = ${folder}/${file} {\n${lines.join("\n")}\n}\n`;
  });
  return `# À inclure dans le bloc « server » du site : include /chemin/nginx.conf;
# Le contenu de « site » y est servi à l’adresse ${folder}/.
# Chaque fichier y a ses en-têtes. Les pages se relisent à chaque fois ; ce dont le nom change avec le contenu se garde un an.
${locations.join("")}`;
}

/** At the root of an IIS site. */
export function webConfig(files: readonly string[], policies: SitePolicies): string {
  const locations = files.map((file) => {
    const headers = Object.entries(headersOf(file, policies)).map(
      ([name, value]) => `          <add name="${name}" value="${value.replaceAll("&", "&amp;")}" />`,
    );
    return `  <location path="${file}">
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
<!-- À la racine du site IIS : chaque fichier y a ses en-têtes. -->
<configuration>
${locations.join("\n")}
</configuration>
`;
}
