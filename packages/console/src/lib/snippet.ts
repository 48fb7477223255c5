/** The two lines that bring the portal into a page. */
export const htmlSnippet = (origin: string, slug: string): string =>
  [
    `<script type="module" src="${origin}/embed/portico.js"></script>`,
    `<portal-dashboard organization="${slug}"></portal-dashboard>`,
  ].join("\n");

/** The same for a React application. */
export const reactSnippet = (origin: string, slug: string): string =>
  [
    `import "@portico/elements/define/portal-dashboard";`,
    "",
    "export function Portal() {",
    `  return <portal-dashboard api-url="${origin}" organization="${slug}" />;`,
    "}",
  ].join("\n");

/** How a page's Content-Security-Policy lets the portal in. */
export const policySnippet = (origin: string): string =>
  `script-src 'self' ${origin}; connect-src 'self' ${origin}; img-src 'self' https: data:`;
