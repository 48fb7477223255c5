/** What a frame shows, and how. */
export interface FrameContent {
  html: string;
  scheme: "light" | "dark";
  language: string;
  /** Rules for the page around the element, such as tokens. */
  css?: string;
  events?: string[];
}

/** A message out of a frame. */
export type FrameMessage =
  { kind: "height"; height: number } | { kind: "event"; name: string; detail: unknown };

/** Twelve languages by their own names. */
export const languages: Record<string, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  pt: "Português",
  it: "Italiano",
  nl: "Nederlands",
  pl: "Polski",
  tr: "Türkçe",
  ar: "العربية",
  he: "עברית",
  ja: "日本語",
};

const rightToLeft = ["ar", "he"];
const ground = { light: "#ffffff", dark: "#141716" };
const ink = { light: "#1c1f1e", dark: "#eef1ef" };

// Runs inside the frame: tells the height of its page and what the elements fire.
function report(names: string[]): void {
  const tell = (message: unknown) => parent.postMessage(message, "*");
  for (const name of names)
    document.addEventListener(name, (event) => {
      const { type, bubbles, cancelable, composed, ...own } = { ...event } as unknown as Event;
      const detail = Object.fromEntries(Object.entries(own).filter(([key]) => key !== "isTrusted"));
      tell({ kind: "event", name, detail: JSON.parse(JSON.stringify(detail)) });
    });
  new ResizeObserver(() => tell({ kind: "height", height: document.body.offsetHeight })).observe(
    document.body,
  );
}

/** The page of a frame: a host page of nobody's, with the embed of this build. */
export function frameDocument({ html, scheme, language, css = "", events = [] }: FrameContent): string {
  const direction = rightToLeft.includes(language) ? "rtl" : "ltr";
  return `<!doctype html>
<html lang="${language}" dir="${direction}" style="color-scheme: ${scheme}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Example</title>
<style>
body { margin: 0; padding: 20px; box-sizing: border-box; display: flow-root; background: ${ground[scheme]};
  color: ${ink[scheme]}; font: 16px/1.5 system-ui, sans-serif; }
${css}
</style>
<body>
<script>(${report.toString()})(${JSON.stringify(events)})</script>
<script type="module" src="/embed/portico.js"></script>
${html}
</body></html>`;
}

/** Whether the reader's page is dark at the moment. */
export const pageScheme = (): "light" | "dark" =>
  document.documentElement.dataset.theme === "dark" ? "dark" : "light";

/** A frame for examples: it can run script and forms, but neither open windows nor lead the page away. */
export function createFrame(title: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-downloads");
  return frame;
}

/** Calls back for what this one frame says, as long as it is in the page. */
export function listen(frame: HTMLIFrameElement, heard: (message: FrameMessage) => void): void {
  addEventListener("message", (event) => {
    if (frame.contentWindow && event.source === frame.contentWindow) heard(event.data as FrameMessage);
  });
}

/** Copies text and says so on the button for a moment. */
export async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  const { textContent } = button;
  await navigator.clipboard.writeText(text);
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = textContent), 2000);
}
