const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The page of the table of errors, to which each problem's `type` leads. */
export const errorsPage = (errors) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Errors · Portico API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/docs/docs.css" />
  </head>
  <body>
    <main>
      <h1>Errors</h1>
      <p>
        Every error is a problem document (RFC 9457). Its <code>code</code> is stable: branch on it, and on nothing else.
      </p>
      ${Object.entries(errors)
        .map(
          ([code, { status, title, retryable, help }]) => `<section id="${code}">
        <h2><a href="#${code}">${code}</a></h2>
        <p><strong>${status}</strong> · ${escape(title)}${retryable ? " · the same request may succeed later" : ""}</p>
        <p>${escape(help)}</p>
      </section>`,
        )
        .join("\n      ")}
    </main>
  </body>
</html>
`;
