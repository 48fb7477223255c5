// Bundled with one version of React, for Node.
import { renderToString } from "react-dom/server";
import { App } from "./app.tsx";
import type { AppProps } from "./app.tsx";

/** The page as a server answers it. */
export const render = (props: AppProps): string => renderToString(<App {...props} />);
