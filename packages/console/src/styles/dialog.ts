import { css } from "lit";

/** Dialogs: in the middle where there is room, a sheet from below on a phone. */
export const dialogStyles = css`
  .dialog {
    inline-size: min(34rem, 100vw - 2rem);
    max-block-size: min(calc(100dvb - 2rem), 56rem);
    margin: auto;
    padding: 0 1.5rem 1.5rem;
    color: inherit;
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    overflow-y: auto;
    container-type: inline-size;
  }
  .dialog.wide {
    inline-size: min(52rem, 100vw - 2rem);
  }
  .dialog::backdrop {
    background: rgb(12 18 16 / 0.45);
  }
  .dialog .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    margin-inline: -1.5rem;
    padding: 1.125rem 1rem 0.875rem 1.5rem;
    background: var(--_raised);
  }
  .dialog .top h2 {
    font-size: 1.1875rem;
  }
  .dialog .top .btn {
    border-color: transparent;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
    margin-block-start: 1.25rem;
  }
  .buttons .space {
    flex: 1;
  }
  @media (width < 36rem) {
    .dialog,
    .dialog.wide {
      inline-size: 100vw;
      max-inline-size: none;
      max-block-size: calc(100dvb - 3rem);
      margin-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    .buttons .btn {
      flex: 1;
    }
    .buttons .space {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .dialog[open] {
      animation: rise 160ms ease-out;
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(0.5rem);
      }
    }
  }
`;
