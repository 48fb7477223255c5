import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { CSSProperties, ForwardRefExoticComponent, RefAttributes } from "react";

/** What every element takes besides its own. */
export interface HostProps {
  className?: string;
  style?: CSSProperties;
  id?: string;
  slot?: string;
  /** The language, such as `de` or `pt-BR`; by default that of the page. */
  lang?: string;
  /** The direction of the text; by default that of the language. */
  dir?: "ltr" | "rtl" | "auto";
  hidden?: boolean;
}

/** How a component's props reach its element. */
interface Description {
  /** The component's name. */
  name: string;
  tag: string;
  /** The element's attributes, by the prop that sets each. */
  attributes: Record<string, string>;
  /** Props that only a property can take. */
  properties: string[];
  /** The prop that hears each event. */
  events: Record<string, string>;
  /** Fetches and registers the element. */
  define: () => Promise<unknown>;
}

type Values = Record<string, unknown>;

/** The attributes that every element has. */
const hostAttributes = {
  className: "class",
  id: "id",
  slot: "slot",
  lang: "lang",
  dir: "dir",
  hidden: "hidden",
};

// React 18 warns of layout effects on a server, where there is nothing to lay out.
const useBrowserEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** The attributes that the props stand for, as strings; one that is there counts as true. */
function attributesOf(props: Values, names: Record<string, string>): Record<string, string> {
  const entries = Object.entries(names).map(([prop, name]) => [name, props[prop]] as const);
  const given = entries.filter(([, value]) => value != null && value !== false);
  return Object.fromEntries(given.map(([name, value]) => [name, value === true ? "" : String(value)]));
}

/**
 * Makes a component of a custom element. The element is registered once a component of it is on the page, not before:
 * what it adds to itself would be in the way of hydration.
 */
export function wrap<Element extends HTMLElement, Props extends HostProps>(
  description: Description,
): ForwardRefExoticComponent<Props & RefAttributes<Element>> {
  const { name, tag, properties, events, define } = description;
  const names = { ...hostAttributes, ...description.attributes };
  const own = new Set([...Object.keys(names), ...properties, ...Object.values(events)]);

  const Component = forwardRef<Element, Values>((props, ref) => {
    const host = useRef<Element>(null);
    const current = useRef<{ props: Values; attributes: Values }>({ props: {}, attributes: {} });
    const [isDefined, setDefined] = useState(() => globalThis.customElements?.get(tag) !== undefined);
    const attributes = attributesOf(props, names);
    const others = Object.fromEntries(Object.entries(props).filter(([prop]) => !own.has(prop)));

    // Before it is registered it has none of its methods.
    useImperativeHandle(ref, () => (isDefined ? host.current : null)!, [isDefined]);

    useBrowserEffect(() => {
      const element = host.current!;
      for (const property of properties) (element as Values)[property] = props[property];
      for (const attribute of Object.values(names)) {
        const value = attributes[attribute];
        if (value === current.current.attributes[attribute]) continue;
        if (value === undefined) element.removeAttribute(attribute);
        else element.setAttribute(attribute, value);
      }
      current.current = { props, attributes };
    });

    useBrowserEffect(() => {
      const element = host.current!;
      const hear = (event: Event) => {
        const handler = current.current.props[events[event.type]!];
        (handler as ((event: Event) => void) | undefined)?.(event);
      };
      for (const type of Object.keys(events)) element.addEventListener(type, hear);
      void define().then(() => setDefined(true));
      return () => {
        for (const type of Object.keys(events)) element.removeEventListener(type, hear);
      };
    }, []);

    return createElement(tag, { ...others, ...attributes, ref: host });
  });
  Component.displayName = name;
  return Component as ForwardRefExoticComponent<Props & RefAttributes<Element>>;
}
