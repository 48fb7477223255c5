import { css } from "lit";

/** The invitation's card, and its skeleton. */
export const invitationStyles = css`
  .narrow {
    max-inline-size: 25rem;
    margin-inline: auto;
  }
  .beside {
    display: block;
    margin-block-start: 0.5rem;
  }
  .skeleton.auth {
    display: grid;
    gap: 0.875rem;
    min-block-size: var(--portal-login-min-height, 29rem);
    align-content: start;
  }
  .bone.title {
    block-size: 1.5rem;
    inline-size: 14rem;
    max-inline-size: 70%;
    border-radius: 8px;
  }
  .bone.control {
    inline-size: 100%;
    block-size: var(--_control);
    margin-block-start: 0.5rem;
    border-radius: var(--_radius-control);
  }
`;
