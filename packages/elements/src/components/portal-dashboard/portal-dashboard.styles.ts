import { css } from "lit";

/** Navigation, its menu, and the reserved height. */
export const dashboardStyles = css`
  .root {
    min-block-size: var(--portal-min-height, 44rem);
  }
  h1 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.5;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin-block-end: 0.75rem;
  }
  .brand .logo {
    min-inline-size: 2.25rem;
    block-size: 2.25rem;
  }
  nav {
    position: relative;
    display: flex;
    align-items: stretch;
    gap: 0.75rem;
    border-block-end: var(--_border);
    margin-block-end: 1.75rem;
  }
  .tabs {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    min-inline-size: 0;
  }
  .tab,
  .item,
  .me {
    color: var(--_ink-2);
    text-decoration: none;
  }
  .tab {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    justify-content: center;
    min-inline-size: 2.75rem;
    min-block-size: 3.25rem;
    padding: 0 0.125rem;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
    border-radius: 6px;
  }
  .tab:hover,
  .me:hover .name {
    color: var(--_ink);
  }
  .tab[aria-current] {
    color: var(--_ink);
  }
  .label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 100%;
  }
  .tab[aria-current] .label::after {
    content: "";
    position: absolute;
    inset-inline: 0;
    inset-block-end: -1px;
    block-size: var(--portal-tab-mark, 2px);
    border-radius: var(--_radius-pill);
    background: var(--_accent-ink);
  }
  @media (forced-colors: active) {
    .tab[aria-current] .label::after {
      background: Highlight;
    }
  }
  /* Out of the flow: it comes with the first data, and the tabs beside it stay where they are. */
  .count {
    position: absolute;
    inset-block-start: 0.125rem;
    inset-inline-start: calc(100% - 0.25rem);
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.125rem;
    block-size: 1.125rem;
    padding-inline: 0.25rem;
    font-size: 0.6875rem;
    font-weight: var(--_heading);
    border-radius: var(--_radius-pill);
    color: var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .me {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-inline-size: 2.75rem;
    min-block-size: var(--_control);
    justify-content: flex-end;
    padding-inline: 0.5rem 0;
    border-radius: var(--_radius-pill);
    anchor-name: --me;
  }
  .me .sr {
    inset-inline-start: 0;
  }
  .name {
    display: none;
  }
  #menu {
    position: absolute;
    position-anchor: --me;
    inset: auto;
    inset-block-start: calc(anchor(end) + 0.25rem);
    inset-inline-end: anchor(end);
    min-inline-size: 11rem;
    margin: 0;
    padding: 0.375rem;
    color: inherit;
    box-shadow: 0 8px 24px rgb(12 16 15 / 0.1);
  }
  .item {
    display: flex;
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: 0 0.75rem;
    text-align: start;
    color: var(--_ink);
    border-radius: var(--_radius-control);
  }
  .item:hover {
    background: var(--_sunken);
  }
  .view > * {
    min-block-size: 38rem;
  }
  .view.auth {
    display: grid;
    justify-items: center;
  }
  @container (inline-size < 20rem) {
    nav {
      flex-wrap: wrap;
      justify-content: flex-end;
    }
    .tabs {
      order: 1;
      flex-basis: 100%;
      padding-inline-end: 0.5rem;
    }
  }
  @container (inline-size >= 40rem) {
    nav {
      margin-block-end: 2rem;
    }
    .tabs {
      gap: 1rem;
    }
    .tab {
      flex: none;
      min-block-size: 3.5rem;
      padding-inline: 0.875rem;
      font-size: 0.9375rem;
    }
    .tab:first-child {
      padding-inline-start: 0;
    }
    .count {
      inset-block-start: 0.5rem;
      inset-inline-start: 100%;
    }
    .auth.hosted {
      padding-block-start: 10vb;
    }
  }
  @container (inline-size >= 45rem) {
    .name {
      display: block;
    }
  }
`;
