import { devtools } from "./devtools.ts";
import { deepAll } from "./helpers.ts";

/** Everything that live regions say from now on, in order: each text that comes into one, as a screen reader hears it. */
export function listen(element: Element): { heard: string[]; stop: () => void } {
  const heard: string[] = [];
  const last = new Map<Element, string>();
  const roots = new Set<Node>();
  const look = () => {
    const shadows = [element, ...deepAll(element, "*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    for (const root of [element, ...shadows]) {
      if (roots.has(root)) continue;
      roots.add(root);
      observer.observe(root, { subtree: true, childList: true, characterData: true });
    }
    for (const region of deepAll(element, "[role=status], [role=alert], [aria-live]")) {
      const text = region.textContent!;
      const words = text.replace(/\s+/g, " ").trim();
      if (words && text !== last.get(region)) heard.push(words);
      last.set(region, text);
    }
  };
  const observer = new MutationObserver(look);
  look();
  return { heard, stop: () => observer.disconnect() };
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role: { value: string };
  name?: { value: string };
  childIds?: string[];
  properties?: { name: string; value: { value: unknown } }[];
}

const silent = /^(none|generic|StaticText|InlineTextBox|LineBreak|ListMarker|paragraph|RootWebArea)$/;

/** What the browser tells a screen reader about what is on the page: a line each, indented by what it is in. */
export async function accessibilityTree(): Promise<string[]> {
  const { nodes } = await devtools<{ nodes: AxNode[] }>("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const visit = (node: AxNode, depth: number) => {
    const role = node.role.value;
    const isSaid = !node.ignored && !silent.test(role);
    const states = (node.properties ?? [])
      .filter(({ name }) => /^(level|pressed|checked|expanded|hasPopup|required|invalid|modal)$/.test(name))
      .filter(({ value }) => value.value !== "false" && value.value !== false)
      .map(({ name, value }) => `${name}=${String(value.value)}`);
    if (isSaid)
      lines.push(
        `${"  ".repeat(depth)}${[role, node.name?.value && `“${node.name.value}”`, ...states].filter(Boolean).join(" ")}`,
      );
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, depth + (isSaid ? 1 : 0));
    }
  };
  visit(nodes[0]!, 0);
  return lines;
}
