import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Nodes, Parents, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

type Rendered = TemplateResult | string | typeof nothing | Rendered[];

// Everything else in a link's place is text: no javascript:, no data:, no address of the host page.
const safeLink = (url: string) => (/^(https?:|mailto:)/i.test(url.trim()) ? url.trim() : undefined);

const children = (node: Parents, root: Root): Rendered => node.children.map((child) => render(child, root));

function link(url: string | undefined, content: Rendered): Rendered {
  const href = url && safeLink(url);
  return href
    ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${content}</a>`
    : content;
}

// Lit escapes every text: a tree has no way to become markup that is not written here.
function render(node: Nodes, root: Root): Rendered {
  switch (node.type) {
    case "root":
      return children(node, root);
    case "paragraph":
      return html`<p>${children(node, root)}</p>`;
    case "heading":
      return node.depth < 3 ? html`<h3>${children(node, root)}</h3>` : html`<h4>${children(node, root)}</h4>`;
    case "text":
      return node.value;
    case "strong":
      return html`<strong>${children(node, root)}</strong>`;
    case "emphasis":
      return html`<em>${children(node, root)}</em>`;
    case "inlineCode":
      return html`<code>${node.value}</code>`;
    case "code":
      return html`<pre tabindex="0"><code>${node.value}</code></pre>`;
    case "break":
      return html`<br />`;
    case "thematicBreak":
      return html`<hr />`;
    case "blockquote":
      return html`<blockquote>${children(node, root)}</blockquote>`;
    case "list":
      return node.ordered
        ? html`<ol start=${node.start ?? 1}>
            ${children(node, root)}
          </ol>`
        : html`<ul>
            ${children(node, root)}
          </ul>`;
    case "listItem": {
      // A tight list's paragraphs are only its words.
      const [only] = node.children;
      const tight = !node.spread && node.children.length === 1 && only?.type === "paragraph";
      return html`<li>${tight ? children(only, root) : children(node, root)}</li>`;
    }
    case "link":
      return link(node.url, children(node, root));
    case "linkReference": {
      const definition = root.children.find(
        (child) => child.type === "definition" && child.identifier === node.identifier,
      );
      return link(definition?.type === "definition" ? definition.url : undefined, children(node, root));
    }
    case "image":
    case "imageReference":
      return node.alt ?? nothing;
    case "html":
      // Shown as the text it is.
      return node.value;
    default:
      return nothing;
  }
}

/** A note's Markdown as Lit templates: no raw HTML, no images, links to http, https and mailto only. */
export function renderMarkdown(text: string): unknown {
  const root = fromMarkdown(text);
  return render(root, root);
}
