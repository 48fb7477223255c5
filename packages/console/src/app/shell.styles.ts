import { css } from "lit";

/** A quiet side bar; on a phone a bar above, and the same entries behind its button. */
export const shellStyles = css`
  :host,
  .root {
    container-type: normal;
  }
  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    min-block-size: 100dvb;
  }
  .skip {
    position: fixed;
    inset-block-start: 0.5rem;
    inset-inline-start: 0.5rem;
    z-index: 10;
    padding: 0.625rem 1rem;
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
  }
  aside {
    display: none;
  }
  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
  }
  .topbar {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0.5rem 1rem;
    background: var(--_paper);
    border-block-end: 1px solid var(--_line);
  }
  main {
    min-inline-size: 0;
    padding: 1.25rem 1rem 4rem;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    min-inline-size: 0;
    font-weight: 620;
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
    line-height: 1.3;
  }
  .brand .logo {
    min-inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: 0.625rem;
    flex: none;
  }
  .brand .logo img {
    max-inline-size: 4rem;
  }
  .entry {
    appearance: none;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    inline-size: 100%;
    min-block-size: 2.375rem;
    padding: 0.25rem 0.75rem;
    font: inherit;
    font-weight: 550;
    text-align: start;
    text-decoration: none;
    color: var(--_ink-2);
    background: none;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  .entry > svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    opacity: 0.85;
  }
  .entry:hover {
    color: var(--_ink);
  }
  .entry[aria-current="page"] {
    color: var(--_ink);
    background: var(--_raised);
    border-color: var(--_line);
  }
  .entry[aria-current="page"] > svg {
    color: var(--_accent-ink);
    opacity: 1;
  }
  .group {
    padding: 1.25rem 0.75rem 0.375rem;
    font-size: 0.75rem;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--_ink-2);
  }
  .me {
    margin-block-start: auto;
    padding-block-start: 1rem;
  }
  .me .avatar {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    font-size: 0.625rem;
    margin-inline: -0.125rem;
  }
  .menu {
    inline-size: min(20rem, 100vw - 3rem);
    block-size: 100dvb;
    max-block-size: none;
    margin: 0;
    padding: 0.75rem;
    color: inherit;
    background: var(--_sunken);
    border: 0;
    border-inline-end: 1px solid var(--_line);
    overflow-y: auto;
  }
  .menu[open] {
    display: flex;
    flex-direction: column;
  }
  .menu::backdrop {
    background: rgb(12 18 16 / 0.45);
  }
  .menu .entry {
    min-block-size: 2.75rem;
  }
  .menu form {
    position: absolute;
    inset-block-start: 0.75rem;
    inset-inline-end: 0.75rem;
  }
  .menu .brand {
    padding-inline: 0.5rem 3rem;
    margin-block-end: 0.5rem;
  }
  .toasts {
    position: fixed;
    z-index: 20;
    inset-block-end: 1rem;
    inset-inline: 1rem;
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    pointer-events: none;
  }
  .toast {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    max-inline-size: 34rem;
    padding: 0.375rem 0.5rem 0.375rem 1.125rem;
    color: var(--_paper);
    background: var(--_ink);
    border-radius: var(--_radius-control);
    pointer-events: auto;
  }
  .toast .link {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .toast .btn {
    color: inherit;
    background: none;
    border-color: transparent;
  }
  .toast :focus-visible {
    outline-color: currentColor;
  }
  @media (width >= 60rem) {
    .root {
      grid-template-columns: 15.5rem minmax(0, 1fr);
      grid-template-rows: 1fr;
    }
    header {
      position: absolute;
    }
    .topbar {
      display: none;
    }
    aside {
      position: sticky;
      inset-block-start: 0;
      display: flex;
      flex-direction: column;
      block-size: 100dvb;
      padding: 1rem 0.75rem;
      background: var(--_sunken);
      border-inline-end: 1px solid var(--_line);
      overflow-y: auto;
    }
    aside .brand {
      padding-inline: 0.5rem;
      margin-block-end: 0.875rem;
    }
    main {
      inline-size: 100%;
      max-inline-size: 82rem;
      padding: 1.75rem 2.5rem 5rem;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .toast {
      animation: rise 160ms ease-out;
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(0.5rem);
      }
    }
  }
  @media print {
    aside,
    .topbar,
    .toasts {
      display: none;
    }
  }
`;
