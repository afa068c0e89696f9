package coderbased.auth.session;

import java.time.Instant;

/**
 * Before which moments a live session is over.
 *
 * @param phoneRenewed a phone that re-initialised last before this
 * @param webRenewed a desktop that re-initialised last before this
 * @param phoneSeen a desktop whose phone was last active before this
 * @param now a desktop whose session was to end by then
 * @param approved a desktop that was approved before this and never came
 */
public record SessionCutoffs(
        Instant phoneRenewed, Instant webRenewed, Instant phoneSeen, Instant now, Instant approved) {}
