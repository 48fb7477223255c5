import { words } from "../lib/words.ts";

const english = {
  snippet: "The two lines",
  snippetHint: "Put them where the portal is to be. They stay the same, whatever you change here.",
  platforms: "Your website is made with",
  platform: { html: "HTML", wordpress: "WordPress", webflow: "Webflow", react: "React" },
  steps: {
    html: [
      "Open the file of the page on which the portal is to be.",
      "Paste both lines where it is to appear, inside <body>.",
      "Save the file, and put it on your website.",
    ],
    wordpress: [
      "Edit the page, and add the block “Custom HTML” where the portal is to be.",
      "Paste both lines into it, and update the page.",
      "If the first line is gone after saving, your role may not write scripts: ask an administrator of the website, or use a plugin for code in the page’s head for it.",
    ],
    webflow: [
      "In the Designer, drag the element “Embed” to where the portal is to be. It needs a paid site plan.",
      "Paste both lines, save and close.",
      "Publish the site: the preview does not run scripts.",
    ],
    react: [
      "npm install @portico/elements",
      "Use the element where the portal is to be; it is a custom element, as React 19 has them.",
      "Rendered on a server, the page has the element at once, and the portal appears in it in the browser.",
    ],
  },
  copyOf: (platform: string) => `Code for ${platform}`,
  check: "Check my page",
  checkShort: "Check",
  checking: "Looking at the page …",
  checked: (url: string) => `Looked at ${url}`,
  FOUND: "The portal is on this page",
  FOUNDHint: "Your customers can sign in there from now on.",
  NO_SCRIPT: "The page answers, but the first line is not in it",
  NO_SCRIPTHint:
    "Paste both lines, save and publish the page, and check again. If you did: some website builders remove <script>; use their block for custom code. A page that is kept in a cache may need some minutes.",
  NO_ELEMENT: "The first line is there, the second is missing",
  NO_ELEMENTHint:
    "Paste the line with <portal-dashboard> where the portal is to be, and publish the page again.",
  OTHER_ORGANIZATION: "The portal of another organization is there",
  OTHER_ORGANIZATIONHint: (slug: string) =>
    `In the second line, organization has to be “${slug}”. Copy both lines once more, and replace what is there.`,
  BLOCKED_BY_CSP: "The page does not let the portal in",
  BLOCKED_BY_CSPHint:
    "It has a Content-Security-Policy that keeps our script or its requests out. Whoever looks after the website adds our address to it:",
  policy: "What the policy has to allow",
  UNREACHABLE: "The page does not answer",
  unreachableStatus: (status: number) =>
    `It answered with the error ${status}. Open it in a private window: it must be there for people who are not signed in. Then check again.`,
  unreachableSilent:
    "No answer in five seconds, or it leads on to a website that is not in your list. Open the address in a browser: if it changes to another one, add that one.",
  NOT_HTML: "This address is not a page",
  NOT_HTMLHint: "It is a file or an image. Enter the address of the page on which the portal is.",
  seen: (when: string) => `Last seen there ${when}.`,
};

/** The shape of the words about the embed. */
export type EmbedWords = typeof english;

/** The words about the embed: the snippet, where it goes, and whether it is there. */
export const embedWords = words<EmbedWords>(english, { de: () => import("./embed.de.ts") });
