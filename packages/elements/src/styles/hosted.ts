import { css } from "lit";

/** The hosted pages: the portal in the middle of a quiet page. */
export const hostedStyles = css`
  html {
    color-scheme: light dark;
    background: light-dark(#ffffff, #141716);
    font-family:
      Inter,
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      sans-serif;
  }
  body {
    margin: 0;
  }
  @media print {
    html {
      color-scheme: light !important;
      background: none;
    }
  }
  .portico {
    display: block;
    box-sizing: border-box;
    max-inline-size: 67rem;
    min-block-size: 100svb;
    margin-inline: auto;
    padding: 1rem 1.25rem 3rem;
  }
`;
